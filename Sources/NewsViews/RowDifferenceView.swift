public import EventStore

/// How rows of a live table differ from what a replay gives, in words.
public enum RowDifferenceView {
    /// One line a difference: `+` the replay adds it, `-` the replay has none, `~` other values.
    public static func line(_ difference: RowDifference, in table: Table) -> String {
        switch difference {
        case .missing(let row): "+ " + fields(row, of: table)
        case .unexpected(let row): "- " + fields(row, of: table)
        case .changed(let live, let replayed):
            "~ " + key(live, of: table) + ": " + changes(from: live, to: replayed, of: table)
        }
    }

    /// The difference as a sentence of a verification.
    public static func finding(_ difference: RowDifference, in table: Table) -> String {
        switch difference {
        case .missing(let row): "row \(key(row, of: table)) is missing"
        case .unexpected(let row): "row \(key(row, of: table)) does not follow from the log"
        case .changed(let live, let replayed):
            "row \(key(live, of: table)) has \(changes(from: live, to: replayed, of: table)) in a replay"
        }
    }

    private static func key(_ row: [Value], of table: Table) -> String {
        zip(table.columns, row).filter { table.primaryKey.contains($0.0.name) }
            .map { "\($0.name)=\(text($1))" }.joined(separator: " ")
    }

    private static func fields(_ row: [Value], of table: Table) -> String {
        zip(table.columns, row).map { "\($0.name)=\(text($1))" }.joined(separator: " ")
    }

    private static func changes(from live: [Value], to replayed: [Value], of table: Table) -> String {
        zip(table.columns, zip(live, replayed)).filter { $1.0 != $1.1 }
            .map { "\($0.name) \(text($1.0)) → \(text($1.1))" }.joined(separator: ", ")
    }

    /// A value on one line, long texts cut.
    private static func text(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .integer(let integer): String(integer)
        case .real(let real): "\(real)"
        case .text(let text):
            text.count > 60 ? JSON.string(text.prefix(60) + "…").compact : JSON.string(text).compact
        }
    }
}
