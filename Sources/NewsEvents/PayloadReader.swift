// Reads JSON (RFC 8259) of which the reader knows what to expect, in one pass over its UTF-8 bytes.
//
// A replay reads every payload of the log, so what is read here is what a rebuild costs: a general decoder, which
// first makes a tree of the whole payload, takes longer than all the rows written for it. Names of members are
// compared where they lie, runs of plain bytes are passed eight at a time, and texts nobody asks for are not made.
//
// INVARIANTS. Every byte is looked at, those of unknown members too: a payload that is not JSON is refused even
// where the damage lies in what nobody asks for. A member that is given twice counts as given last. The bytes
// are a text's and therefore UTF-8. No reader and no name outlives the `read` that lent it the bytes.

/// A place in the bytes of a payload; every read goes behind what it has read, or throws.
struct PayloadReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var index = 0

    /// How deep arrays and objects may be nested.
    private static let depthLimit = 256

    /// Reads the one value that a payload is.
    static func read<Value>(
        _ payload: String,
        _ read: (inout PayloadReader) throws(PayloadError) -> Value
    ) throws(PayloadError) -> Value {
        var payload = payload
        let result: Result<Value, PayloadError> = payload.withUTF8 { bytes in
            var reader = PayloadReader(bytes: bytes)
            do throws(PayloadError) {
                let value = try read(&reader)
                reader.skipBlanks()
                guard reader.index == bytes.count else { throw reader.error("more follows behind the value") }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    // MARK: Values

    /// Reads an object; `member` is given each name and must read or skip its value.
    mutating func object(
        _ member: (inout PayloadReader, MemberName) throws(PayloadError) -> Void
    ) throws(PayloadError) {
        try open(UInt8(ascii: "{"), "an object")
        if close(UInt8(ascii: "}")) { return }
        repeat {
            let name = try memberName()
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

    /// Goes behind a value of any kind.
    mutating func skip() throws(PayloadError) { try skip(depth: 0) }

    /// What is wrong at this place.
    func error(_ problem: String) -> PayloadError { PayloadError(reason: "\(problem), at byte \(index)") }

    // MARK: Parts

    @inline(__always)
    mutating func skipBlanks() {
        // What this program writes has none.
        while index < bytes.count, bytes[index] <= 0x20 {
            switch bytes[index] {
            case 0x20, 0x09, 0x0A, 0x0D: index += 1
            default: return
            }
        }
    }

    @inline(__always)
    mutating func open(_ byte: UInt8, _ what: StaticString) throws(PayloadError) {
        skipBlanks()
        guard index < bytes.count, bytes[index] == byte else { throw error("\(what) is expected") }
        index += 1
    }

    @inline(__always)
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

    mutating func take(_ word: String) throws(PayloadError) {
        for byte in word.utf8 {
            guard index < bytes.count, bytes[index] == byte else { throw error("\(word) is expected") }
            index += 1
        }
    }

    private mutating func skip(depth: Int) throws(PayloadError) {
        skipBlanks()
        guard index < bytes.count else { throw error("a value is expected") }
        guard depth < Self.depthLimit else { throw error("it is nested too deep") }
        switch bytes[index] {
        case UInt8(ascii: "\""): try skipString()
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
}

/// Why a payload cannot be read.
struct PayloadError: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
}
