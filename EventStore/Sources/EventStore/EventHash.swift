import Crypto

/// A SHA-256 digest.
public struct EventHash: Hashable, Sendable, LosslessStringConvertible {
    // Four words in the order of the bytes: a hash costs no allocation.
    private let words: SIMD4<UInt64>

    /// The 32 bytes.
    public var bytes: [UInt8] { withBytes { [UInt8]($0) } }

    /// Makes a hash from 32 bytes; nil for any other count.
    public init?(bytes: [UInt8]) {
        guard let hash = bytes.withUnsafeBytes({ EventHash(copying: $0) }) else { return nil }
        self = hash
    }

    /// Makes a hash from 32 bytes; nil for any other count.
    package init?(copying bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 32 else { return nil }
        self.init(unchecked: bytes)
    }

    /// Gives the 32 bytes to `body`, where they lie.
    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withUnsafeBytes(of: words, body)
    }

    /// Digests bytes.
    ///
    /// - Complexity: O(n).
    package init(digesting bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { EventHash(digesting: $0) }
    }

    /// Digests a text's UTF-8 bytes.
    package init(digesting text: String) {
        var text = text
        self = text.withUTF8 { EventHash(digesting: UnsafeRawBufferPointer($0)) }
    }

    private init(digesting bytes: UnsafeRawBufferPointer) {
        var hasher = SHA256()
        hasher.update(bufferPointer: bytes)
        self.init(hasher.finalize())
    }

    init(_ digest: SHA256.Digest) {
        self = digest.withUnsafeBytes { EventHash(unchecked: $0) }
    }

    private init(unchecked bytes: UnsafeRawBufferPointer) {
        words = SIMD4(
            bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
            bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
        )
    }

    private init(words: SIMD4<UInt64>) { self.words = words }

    /// 32 zero bytes: what stands before the first event of a chain.
    public static let zero = EventHash(words: .zero)

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
        self.init(bytes: bytes)
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
