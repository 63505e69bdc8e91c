import Crypto

/// A SHA-256 digest.
public struct EventHash: Hashable, Sendable, LosslessStringConvertible {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Makes a hash from 32 bytes; nil for any other count.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Digests bytes.
    ///
    /// - Complexity: O(n).
    package init(digesting bytes: [UInt8]) {
        var hasher = SHA256()
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        self.init(hasher.finalize())
    }

    /// Digests a text's UTF-8 bytes.
    package init(digesting text: String) {
        var text = text
        var hasher = SHA256()
        text.withUTF8 { hasher.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        self.init(hasher.finalize())
    }

    init(_ digest: SHA256.Digest) {
        self.bytes = digest.withUnsafeBytes { [UInt8]($0) }
    }

    private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// 32 zero bytes: what stands before the first event of a chain.
    public static let zero = EventHash(unchecked: [UInt8](repeating: 0, count: 32))

    /// Reads 64 hexadecimal digits, as `description` writes them; nil for anything else.
    public init?(_ description: String) {
        guard description.utf8.count == 64 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        var high: UInt8?
        for digit in description.utf8 {
            let value: UInt8
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = digit - UInt8(ascii: "A") + 10
            default: return nil
            }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        self.bytes = bytes
    }

    /// The bytes as 64 hexadecimal digits.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
