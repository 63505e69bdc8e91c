import Crypto

/// Digests rows one after another: SHA-256 over each row's values.
///
/// A value is one byte that tells its kind (0 null, 1 integer, 2 real, 3 text) and its content: 64 bits, most
/// significant byte first (a real by its bit pattern), or the count of a text's bytes in the same form and
/// the bytes.
package struct RowDigest {
    private var hasher = SHA256()
    private var bytes: [UInt8] = []

    /// Number of rows so far.
    package private(set) var rows: Int64 = 0

    package init() { hasher.update(data: Array("rows1".utf8)) }

    /// Adds a row.
    package mutating func add(_ row: [Value]) {
        bytes.removeAll(keepingCapacity: true)
        for value in row {
            switch value {
            case .null: bytes.append(0)
            case .integer(let number):
                bytes.append(1)
                add(UInt64(bitPattern: number))
            case .real(let number):
                bytes.append(2)
                add(number.bitPattern)
            case .text(let text):
                bytes.append(3)
                add(UInt64(text.utf8.count))
                bytes.append(contentsOf: text.utf8)
            }
        }
        hasher.update(data: bytes)
        rows += 1
    }

    private mutating func add(_ bits: UInt64) {
        withUnsafeBytes(of: bits.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// The digest of all rows added.
    package var content: TableComparison.Content {
        TableComparison.Content(rows: rows, digest: EventHash(hasher.finalize()))
    }
}
