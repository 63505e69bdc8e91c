internal import NewsLanguageModel

/// Rows of tab-separated fields read from a lexicon embedded in the program.
///
/// Lines that begin with `#` and empty lines are left out. Reading goes by bytes: 20,000 rows take a few milliseconds.
public struct Lexicon: Sendable {
    /// The rows in file order, each with its fields; a row has at least one.
    public let rows: [[String]]

    /// Reads the rows of an embedded lexicon.
    /// - Complexity: O(bytes).
    public init(_ lexicon: EmbeddedLexicon) {
        let resource = lexicon.resource
        self.init(bytes: UnsafeBufferPointer(start: resource.bytes, count: resource.count))
    }

    /// Reads rows from text, as from an embedded lexicon.
    public init(text: String) {
        self.init(bytes: Array(text.utf8))
    }

    private init(bytes: some RandomAccessCollection<UInt8>) {
        var rows: [[String]] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
            let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            rows.append(fields.map { String(decoding: $0, as: UTF8.self) })
        }
        self.rows = rows
    }
}
