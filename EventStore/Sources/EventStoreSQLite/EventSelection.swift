import EventStore

/// The SQL of an `EventQuery`.
enum EventSelection {
    /// The statement for a query; parameters in the order stream, after, through, positions, types, limit.
    ///
    /// Order by `recordedAt` is order by position: the log's time never goes backwards.
    static func sql(_ query: EventQuery, isWithinPositions: Bool) -> String {
        let isForwards = query.direction == .forwards
        let place = query.stream == nil ? "e.position" : "e.version"
        var conditions: [String] = []
        if query.stream != nil { conditions.append("e.stream = ?") }
        if query.after != nil { conditions.append("\(place) \(isForwards ? ">" : "<") ?") }
        if query.through != nil { conditions.append("\(place) \(isForwards ? "<=" : ">=") ?") }
        if isWithinPositions {
            // Within a stream the plus sign keeps SQLite on the stream's index.
            let position = query.stream == nil ? "e.position" : "+e.position"
            conditions.append("\(position) >= ? AND \(position) < ?")
        }
        if !query.types.isEmpty {
            let marks = Array(repeating: "?", count: query.types.count).joined(separator: ", ")
            conditions.append("e.type IN (\(marks))")
        }
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let way = isForwards ? "ASC" : "DESC"
        let order =
            query.order == .occurredAt
            ? "e.occurred_at IS NULL, e.occurred_at \(way), e.position \(way)" : "\(place) \(way)"
        return """
            SELECT e.position, e.stream, e.version, e.event_id, e.type, e.schema_version, e.metadata,
                e.occurred_at, e.recorded_at, p.data
            FROM events e LEFT JOIN payloads p ON p.position = e.position
            \(filter) ORDER BY \(order) LIMIT ?
            """
    }
}
