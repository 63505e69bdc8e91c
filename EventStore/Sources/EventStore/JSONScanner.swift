/// Reads JSON bytes (RFC 8259) value by value, strictly, keeping the bytes of values as they are.
struct JSONScanner {
    private let bytes: [UInt8]
    private(set) var index = 0

    /// How deep arrays and objects may be nested.
    private static let depthLimit = 256

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether these bytes are one JSON value on one line, with no blank around it.
    static func isSingleValue(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, let last = bytes.last, !isBlank(first), !isBlank(last),
            !bytes.contains(UInt8(ascii: "\n")), !bytes.contains(UInt8(ascii: "\r"))
        else { return false }
        var scanner = JSONScanner(bytes)
        return scanner.skipValue() != nil && scanner.isAtEnd
    }

    var isAtEnd: Bool { index == bytes.count }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    mutating func skipBlanks() {
        while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    }

    /// Takes one byte if it is the next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    /// Goes behind one value.
    ///
    /// - Returns: Its bytes; nil if there is none.
    mutating func skipValue() -> ArraySlice<UInt8>? {
        let start = index
        guard skip(depth: 0) else { return nil }
        return bytes[start..<index]
    }

    /// Reads a string with its escapes; nil if there is none, it is not UTF-8, or has half a surrogate pair.
    mutating func string() -> String? {
        guard take("\"") else { return nil }
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: text, as: UTF8.self)
            case UInt8(ascii: "\\"): guard appendEscaped(to: &text) else { return nil }
            case 0..<0x20: return nil
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func appendEscaped(to text: inout [UInt8]) -> Bool {
        guard index < bytes.count else { return false }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = escapedScalar() else { return false }
            text.append(contentsOf: String(Character(scalar)).utf8)
        default: return false
        }
        return true
    }

    private mutating func escapedScalar() -> Unicode.Scalar? {
        guard let first = fourDigits() else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard take("\\"), take("u"), let second = fourDigits(), (0xDC00..<0xE000).contains(second) else {
            return nil
        }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func fourDigits() -> UInt32? {
        guard index + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index..<index + 4] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 + UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"):
                value = value << 4 + UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"):
                value = value << 4 + UInt32(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        index += 4
        return value
    }

    private mutating func skip(depth: Int) -> Bool {
        guard index < bytes.count, depth < Self.depthLimit else { return false }
        switch bytes[index] {
        case UInt8(ascii: "\""): return string() != nil
        case UInt8(ascii: "{"): return skipMembers(depth: depth, close: "}", areNamed: true)
        case UInt8(ascii: "["): return skipMembers(depth: depth, close: "]", areNamed: false)
        case UInt8(ascii: "t"): return take(word: "true")
        case UInt8(ascii: "f"): return take(word: "false")
        case UInt8(ascii: "n"): return take(word: "null")
        default: return skipNumber()
        }
    }

    private mutating func skipMembers(depth: Int, close: Unicode.Scalar, areNamed: Bool) -> Bool {
        index += 1
        skipBlanks()
        if take(close) { return true }
        while true {
            skipBlanks()
            if areNamed {
                guard string() != nil else { return false }
                skipBlanks()
                guard take(":") else { return false }
                skipBlanks()
            }
            guard skip(depth: depth + 1) else { return false }
            skipBlanks()
            if take(close) { return true }
            guard take(",") else { return false }
        }
    }

    private mutating func take(word: String) -> Bool {
        guard bytes[index...].starts(with: word.utf8) else { return false }
        index += word.utf8.count
        return true
    }

    private mutating func skipNumber() -> Bool {
        _ = take("-")
        if !take("0") { guard skipDigits() else { return false } }
        if take(".") { guard skipDigits() else { return false } }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            guard skipDigits() else { return false }
        }
        return true
    }

    private mutating func skipDigits() -> Bool {
        let start = index
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
            index += 1
        }
        return index > start
    }
}
