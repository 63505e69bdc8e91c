/// The statements that an append runs, and every transaction.
enum Routine: Int, CaseIterable {
    case beginReading, beginWriting, commit
    case streamVersion, end, recordedBody, insertEvent, insertPayload, moveHead

    /// The statement's text.
    var sql: String {
        switch self {
        case .beginReading: "BEGIN"
        case .beginWriting: "BEGIN IMMEDIATE"
        case .commit: "COMMIT"
        case .streamVersion: "SELECT max(version) FROM events WHERE stream = ?"
        case .end:
            """
            SELECT head.position, head.hash, events.hash, events.recorded_at
            FROM head LEFT JOIN events ON events.position = head.position
            """
        case .recordedBody:
            """
            SELECT position, stream, version, type, schema_version, occurred_at, payload_digest
            FROM events WHERE event_id = ?
            """
        case .insertEvent: "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        case .insertPayload: "INSERT INTO payloads VALUES (?, ?)"
        case .moveHead: "UPDATE head SET position = ?, hash = ? WHERE id = 1"
        }
    }
}
