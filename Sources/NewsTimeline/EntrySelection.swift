import EventStore
import NewsEvents
import NewsText

/// The SQL of a `TimelineQuery`.
struct EntrySelection {
    /// What stands behind FROM: the entries as `e`, joined and filtered.
    let source: String
    /// The order of a timeline.
    let order: String
    /// The values for the question marks of `source`.
    let arguments: [Value]

    /// Makes the selection; one of an actor or topic reads its own entries, which lie in the order of a timeline.
    ///
    /// - Parameters:
    ///   - query: What is asked for.
    ///   - areTotalled: Whether the tables are those of today; entries of actors and topics lay in the order of the
    ///     log before.
    init(_ query: TimelineQuery, areTotalled: Bool) {
        var tables = "timeline_entries e"
        var order = "e.day_from, e.undated, e.position"
        var isLed = false
        var conditions: [String] = []
        var arguments: [Value] = []
        func any(of names: [String], _ condition: (String) -> String) {
            guard !names.isEmpty else { return }
            conditions.append(
                condition("IN (" + Array(repeating: "?", count: names.count).joined(separator: ",") + ")")
            )
            arguments += names.map(Value.text)
        }
        let place =
            areTotalled
            ? "x.day_from = e.day_from AND x.undated = e.undated AND x.position = e.position"
            : "x.position = e.position"
        for (table, column, names) in [
            ("entry_actors", "actor", query.actors.map(\.rawValue)),
            ("entry_topics", "topic", query.topics.map(\.rawValue)),
        ] {
            if areTotalled, names.count == 1, !isLed {
                // The order of a CROSS JOIN is kept: the places lead to the entries.
                isLed = true
                tables = "\(table) p CROSS JOIN timeline_entries e ON e.position = p.position"
                order = "p.day_from, p.undated, p.position"
                any(of: names) { "p.\(column) \($0)" }
            } else {
                any(of: names) { "EXISTS (SELECT 1 FROM \(table) x WHERE \(place) AND x.\(column) \($0))" }
            }
        }
        any(of: query.kinds.map(\.rawValue)) { "e.kind \($0)" }
        any(of: query.articles.map(\.rawValue)) { "e.article \($0)" }
        if let since = query.since {
            conditions.append("e.day_to >= ?")
            arguments.append(.text(since.description))
        }
        if let until = query.until {
            conditions.append("e.day_from <= ?")
            arguments.append(.text(until.description))
        }
        source = tables + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
        self.order = order
        self.arguments = arguments
    }
}
