#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Editing of JSON objects as text, for upcasters.
enum JSONObject {
    /// Parses `text` as an object, lets `change` edit it and writes it with sorted keys.
    static func edit(_ text: String, _ change: (inout [String: JSONValue]) -> Void) throws -> String {
        var object = try JSONDecoder().decode([String: JSONValue].self, from: Data(text.utf8))
        change(&object)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(object), as: UTF8.self)
    }
}
