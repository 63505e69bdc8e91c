/// A JSON value whose objects keep the order of their keys, and its text.
public indirect enum JSON: Hashable, Sendable {
    /// The values of JSON.
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])
    /// Text that is JSON already, copied as it is.
    case verbatim(String)

    /// A key of an object and its value.
    public struct Member: Hashable, Sendable {
        let key: String
        let value: JSON
    }

    /// An object with its keys in this order.
    public static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
        .object(members.map { Member(key: $0.key, value: $0.value) })
    }

    /// A string, or null.
    public static func string(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

    /// An integer, or null.
    public static func integer(_ number: Int?) -> JSON { number.map { .integer($0) } ?? .null }

    /// The value on one line, without blanks.
    public var compact: String {
        var text = ""
        write(to: &text, indent: nil)
        return text
    }

    /// The value on several lines, indented by two; arrays and objects without structure inside stay on one line.
    public var pretty: String {
        var text = ""
        write(to: &text, indent: 0)
        return text
    }

    private var isFlat: Bool {
        switch self {
        case .array(let values): values.allSatisfy { !$0.isStructure }
        case .object(let members): members.allSatisfy { !$0.value.isStructure }
        default: true
        }
    }

    private var isStructure: Bool {
        switch self {
        case .array(let values): !values.isEmpty
        case .object(let members): !members.isEmpty
        default: false
        }
    }

    private func write(to text: inout String, indent: Int?) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value.isFinite ? "\(value)" : "null"
        case .string(let value): Self.quote(value, into: &text)
        case .verbatim(let value): text += value
        case .array(let values):
            list("[", "]", values.count, to: &text, indent: indent) { index, text, indent in
                values[index].write(to: &text, indent: indent)
            }
        case .object(let members):
            list("{", "}", members.count, to: &text, indent: indent) { index, text, inner in
                Self.quote(members[index].key, into: &text)
                text += indent == nil ? ":" : ": "
                members[index].value.write(to: &text, indent: inner)
            }
        }
    }

    private func list(
        _ open: String,
        _ close: String,
        _ count: Int,
        to text: inout String,
        indent: Int?,
        item: (Int, inout String, Int?) -> Void
    ) {
        text += open
        let breaks = indent != nil && !isFlat
        for index in 0..<count {
            if breaks, let indent {
                text += "\n" + String(repeating: "  ", count: indent + 1)
            } else if index > 0, indent != nil {
                text += " "
            }
            item(index, &text, indent.map { $0 + 1 })
            if index < count - 1 { text += "," }
        }
        if breaks, let indent { text += "\n" + String(repeating: "  ", count: indent) }
        text += close
    }

    private static func quote(_ value: String, into text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{00}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
