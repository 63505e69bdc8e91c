/// Builds the one byte sequence of a value that is to be digested: fixed widths, and a length before every
/// text.
struct CanonicalBytes {
    private(set) var bytes: [UInt8]

    /// Starts with a tag that tells this use of the digest from all others.
    init(tag: String) {
        bytes = []
        bytes.reserveCapacity(512)
        bytes.append(contentsOf: tag.utf8)
    }

    mutating func append(byte: UInt8) { bytes.append(byte) }

    mutating func append(_ number: Int64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 {
            append(Int64($0.count))
            bytes.append(contentsOf: $0)
        }
    }

    mutating func append(digest: EventHash) { digest.withBytes { bytes.append(contentsOf: $0) } }
}
