// Strings of a payload, and the names of its members.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The name of a member, compared where it lies.
struct MemberName {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where the name is written with escapes, what they mean.
    private let unescaped: String?

    fileprivate init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        unescaped = nil
    }

    fileprivate init(unescaped: String) {
        bytes = UnsafeBufferPointer(start: nil, count: 0)
        self.unescaped = unescaped
    }

    /// The name as a text.
    var rawValue: String { unescaped ?? String(decoding: bytes, as: UTF8.self) }

    /// Lets a name be matched with the words of the program.
    @inline(__always)
    static func ~= (word: StaticString, name: MemberName) -> Bool {
        if let unescaped = name.unescaped { return unescaped == word.description }
        guard name.bytes.count == word.utf8CodeUnitCount, let start = name.bytes.baseAddress else {
            return false
        }
        return memcmp(start, word.utf8Start, word.utf8CodeUnitCount) == 0
    }
}

extension PayloadReader {
    /// Reads a string.
    mutating func string() throws(PayloadError) -> String {
        try open(UInt8(ascii: "\""), "a string")
        let start = index
        guard try skipPlain() == UInt8(ascii: "\"") else { return try escapedString(from: start) }
        index += 1
        return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }

    /// Reads the name of a member.
    mutating func memberName() throws(PayloadError) -> MemberName {
        try open(UInt8(ascii: "\""), "a string")
        let start = index
        guard try skipPlain() == UInt8(ascii: "\"") else {
            return MemberName(unescaped: try escapedString(from: start))
        }
        index += 1
        return MemberName(bytes: UnsafeBufferPointer(rebasing: bytes[start..<index - 1]))
    }

    /// Goes behind a string.
    mutating func skipString() throws(PayloadError) {
        try open(UInt8(ascii: "\""), "a string")
        while try skipPlain() != UInt8(ascii: "\"") { _ = try escapedScalar() }
        index += 1
    }

    /// Goes to the next quotation mark or backslash of a string, and gives it.
    private mutating func skipPlain() throws(PayloadError) -> UInt8 {
        let raw = UnsafeRawBufferPointer(bytes)
        let ones: UInt64 = 0x0101_0101_0101_0101
        while index + 8 <= bytes.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let quotes = word ^ (ones &* 0x22)
            let backslashes = word ^ (ones &* 0x5C)
            // The high bit of a byte that is a quotation mark, a backslash or a control character; of bytes
            // behind such a one it may be set too, so only the first counts.
            let found =
                (((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
                    | ((word &- ones &* 0x20) & ~word)) & (ones &* 0x80)
            guard found == 0 else {
                index += found.trailingZeroBitCount / 8
                break
            }
            index += 8
        }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): return bytes[index]
            case 0..<0x20: throw error("a control character stands in a string")
            default: index += 1
            }
        }
        throw error("a string does not end")
    }

    /// Reads on at the first backslash of a string that begins at `start`.
    private mutating func escapedString(from start: Int) throws(PayloadError) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(2 * (index - start) + 64)
        text.append(contentsOf: bytes[start..<index])
        while bytes[index] != UInt8(ascii: "\"") {
            let scalar = try escapedScalar()
            if scalar.isASCII {
                text.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
            let plain = index
            _ = try skipPlain()
            text.append(contentsOf: bytes[plain..<index])
        }
        index += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// Takes a backslash and what it escapes.
    private mutating func escapedScalar() throws(PayloadError) -> Unicode.Scalar {
        index += 1
        guard index < bytes.count else { throw error("a string does not end") }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try hexadecimalScalar()
        default: throw error("this is no escape")
        }
    }

    private mutating func hexadecimalScalar() throws(PayloadError) -> Unicode.Scalar {
        var code = try fourDigits()
        if (0xD800..<0xDC00).contains(code) {
            try take("\\u")
            let low = try fourDigits()
            guard (0xDC00..<0xE000).contains(low) else { throw error("half a surrogate pair is missing") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw error("half a surrogate pair is missing") }
        return scalar
    }

    private mutating func fourDigits() throws(PayloadError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard index < bytes.count,
                let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue, bytes[index] < 0x80
            else { throw error("four hexadecimal digits are expected") }
            value = value << 4 + UInt32(digit)
            index += 1
        }
        return value
    }
}
