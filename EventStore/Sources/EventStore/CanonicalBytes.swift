/// Builds the one byte sequence of a value that is to be digested: fixed widths, and a length before every
/// text.
struct CanonicalBytes {
    private(set) var bytes: [UInt8]

    /// Starts with a tag that tells this use of the digest from all others.
    init(tag: String) {
        bytes = []
        bytes.reserveCapacity(256)
        bytes.append(contentsOf: tag.utf8)
    }

    mutating func append(byte: UInt8) { bytes.append(byte) }

    mutating func append(_ number: Int64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
        }
    }

    mutating func append(_ text: String) {
        append(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(digest: EventHash) { bytes.append(contentsOf: digest.bytes) }
}
