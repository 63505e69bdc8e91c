// Reads JSON (RFC 8259) of which the reader knows what to expect, in one pass over its UTF-8 bytes.
//
// A replay reads every payload of the log, so what is read here is what a rebuild costs: a general decoder, which
// first makes a tree of the whole payload, takes longer than all the rows written for it.
//
// INVARIANTS. Every byte is looked at, those of unknown members too: a payload that is not JSON is refused even
// where the damage lies in what nobody asks for. A member that is given twice counts as given last.

/// A place in the bytes of a payload; every read goes behind what it has read, or throws.
struct PayloadReader {
    private let bytes: [UInt8]
    private var index = 0

    /// How deep arrays and objects may be nested.
    private static let depthLimit = 256

    /// Reads the one value that a payload is.
    static func read<Value>(
        _ payload: String,
        _ read: (inout PayloadReader) throws(PayloadError) -> Value
    ) throws(PayloadError) -> Value {
        var reader = PayloadReader(bytes: Array(payload.utf8))
        let value = try read(&reader)
        reader.skipBlanks()
        guard reader.index == reader.bytes.count else { throw reader.error("more follows behind the value") }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    // MARK: Values

    /// Reads an object; `member` is given each name and must read or skip its value.
    mutating func object(
        _ member: (inout PayloadReader, String) throws(PayloadError) -> Void
    ) throws(PayloadError) {
        try open(UInt8(ascii: "{"), "an object")
        if close(UInt8(ascii: "}")) { return }
        repeat {
            let name = try string()
            try open(UInt8(ascii: ":"), "':'")
            try member(&self, name)
        } while try continues(until: UInt8(ascii: "}"))
    }

    /// Reads an array, element by element.
    mutating func array<Element>(
        _ element: (inout PayloadReader) throws(PayloadError) -> Element
    ) throws(PayloadError) -> [Element] {
        var elements: [Element] = []
        try open(UInt8(ascii: "["), "an array")
        if close(UInt8(ascii: "]")) { return elements }
        repeat { elements.append(try element(&self)) } while try continues(until: UInt8(ascii: "]"))
        return elements
    }

    /// Reads null as nil, anything else by `value`.
    mutating func optional<Value>(
        _ value: (inout PayloadReader) throws(PayloadError) -> Value
    ) throws(PayloadError) -> Value? {
        skipBlanks()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "n") else { return try value(&self) }
        try take("null")
        return nil
    }

    /// Reads a string.
    mutating func string() throws(PayloadError) -> String {
        try open(UInt8(ascii: "\""), "a string")
        let start = index
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: bytes[start..<index - 1], as: UTF8.self)
            case UInt8(ascii: "\\"): return try escapedString(from: start)
            case 0..<0x20: throw error("a control character stands in a string")
            default: index += 1
            }
        }
        throw error("a string does not end")
    }

    /// Reads a whole number.
    mutating func integer() throws(PayloadError) -> Int64 {
        let digits = try number()
        guard let value = Int64(String(decoding: digits, as: UTF8.self)) else {
            throw error("this is no whole number")
        }
        return value
    }

    /// Reads a number.
    mutating func real() throws(PayloadError) -> Double {
        let digits = try number()
        guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else {
            throw error("this number is out of range")
        }
        return value
    }

    /// Goes behind a value of any kind.
    mutating func skip() throws(PayloadError) { try skip(depth: 0) }

    /// What is wrong at this place.
    func error(_ problem: String) -> PayloadError { PayloadError(reason: "\(problem), at byte \(index)") }

    // MARK: Parts

    private mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    private mutating func open(_ byte: UInt8, _ what: String) throws(PayloadError) {
        skipBlanks()
        guard index < bytes.count, bytes[index] == byte else { throw error("\(what) is expected") }
        index += 1
    }

    private mutating func close(_ byte: UInt8) -> Bool {
        skipBlanks()
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    /// Takes the comma before another value, or the end.
    private mutating func continues(until end: UInt8) throws(PayloadError) -> Bool {
        if close(end) { return false }
        try open(UInt8(ascii: ","), "a comma or the end")
        return true
    }

    private mutating func take(_ word: String) throws(PayloadError) {
        for byte in word.utf8 {
            guard index < bytes.count, bytes[index] == byte else { throw error("\(word) is expected") }
            index += 1
        }
    }

    private mutating func number() throws(PayloadError) -> ArraySlice<UInt8> {
        skipBlanks()
        let start = index
        takeIf("-")
        if !takeIf("0") { try digits() }
        if takeIf(".") { try digits() }
        if takeIf("e") || takeIf("E") {
            if !takeIf("+") { takeIf("-") }
            try digits()
        }
        return bytes[start..<index]
    }

    @discardableResult
    private mutating func takeIf(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func digits() throws(PayloadError) {
        let start = index
        while index < bytes.count, bytes[index] >= UInt8(ascii: "0"), bytes[index] <= UInt8(ascii: "9") {
            index += 1
        }
        guard index > start else { throw error("a digit is expected") }
    }

    private mutating func skip(depth: Int) throws(PayloadError) {
        skipBlanks()
        guard index < bytes.count else { throw error("a value is expected") }
        guard depth < Self.depthLimit else { throw error("it is nested too deep") }
        switch bytes[index] {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"):
            try object { (reader, _) throws(PayloadError) in try reader.skip(depth: depth + 1) }
        case UInt8(ascii: "["):
            _ = try array { (reader) throws(PayloadError) in try reader.skip(depth: depth + 1) }
        case UInt8(ascii: "t"): try take("true")
        case UInt8(ascii: "f"): try take("false")
        case UInt8(ascii: "n"): try take("null")
        default: _ = try number()
        }
    }

    // MARK: Escapes

    private mutating func escapedString(from start: Int) throws(PayloadError) -> String {
        var text = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                index += 1
                try appendEscaped(to: &text)
            case 0..<0x20: throw error("a control character stands in a string")
            default:
                text.append(byte)
                index += 1
            }
        }
        throw error("a string does not end")
    }

    private mutating func appendEscaped(to text: inout [UInt8]) throws(PayloadError) {
        guard index < bytes.count else { throw error("a string does not end") }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: try escapedScalar().utf8)
        default: throw error("this is no escape")
        }
    }

    private mutating func escapedScalar() throws(PayloadError) -> String {
        var code = try fourDigits()
        if (0xD800..<0xDC00).contains(code) {
            try take("\\u")
            let low = try fourDigits()
            guard (0xDC00..<0xE000).contains(low) else { throw error("half a surrogate pair is missing") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw error("half a surrogate pair is missing") }
        return String(Character(scalar))
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

/// Why a payload cannot be read.
struct PayloadError: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
}
