/// Writes one JSON object on one line.
struct JSONObjectWriter {
    private var bytes: [UInt8] = [UInt8(ascii: "{")]

    private static let digits = Array("0123456789abcdef".utf8)

    /// Adds a string.
    mutating func add(_ name: String, _ text: String) {
        add(name: name)
        append(text)
    }

    /// Adds a value that is JSON already.
    mutating func add(_ name: String, json: [UInt8]) {
        add(name: name)
        bytes.append(contentsOf: json)
    }

    /// The object, with a line feed behind it.
    consuming func finish() -> [UInt8] { bytes + [UInt8(ascii: "}"), UInt8(ascii: "\n")] }

    private mutating func add(name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        append(name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func append(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20, 0x7F:
                bytes += Array("\\u00".utf8)
                bytes += [JSONObjectWriter.digits[Int(byte >> 4)], JSONObjectWriter.digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
