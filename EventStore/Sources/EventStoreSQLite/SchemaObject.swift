/// A table or trigger of the log's schema, with the statement that makes it.
struct SchemaObject: Hashable, Sendable {
    /// "TABLE" or "TRIGGER".
    let kind: String
    let name: String

    /// The statement as SQLite keeps it in `sqlite_schema`.
    let sql: String

    /// Reads kind and name off a CREATE statement; nil for any other statement.
    init?(creation sql: String) {
        let words = sql.split(maxSplits: 3, whereSeparator: \.isWhitespace)
        guard words.count > 2, words[0] == "CREATE" else { return nil }
        kind = String(words[1])
        name = String(words[2])
        self.sql = sql
    }
}
