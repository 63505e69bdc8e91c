import EventStore

/// Counts events by stream and keeps each payload: one row changed again and again, and one added for each
/// event.
struct TallyProjection: Projection {
    var name = "tallies"
    var version = 1
    var types: Set<EventType> = [EventType(rawValue: "Deposited")]
    /// Fails at this event, after it has written its rows.
    var poison: EventID?
    /// Writes a row that no event accounts for.
    var plants = false
    var prefix = "tally"

    var tally: Table {
        Table(
            name: prefix + "_count",
            columns: [Column("stream", .text), Column("count", .integer)],
            primaryKey: ["stream"]
        )
    }
    var note: Table {
        Table(
            name: prefix + "_note",
            columns: [Column("position", .integer), Column("text", .text)],
            primaryKey: ["position"],
            indexes: [["text"]]
        )
    }
    var tables: [Table] { [tally, note] }

    struct Poisoned: Error {}

    func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        var count: Int64 = 0
        let stream = Value.text(event.stream.rawValue)
        if case .integer(let before)? = try rows.row([stream], in: tally)?[1] { count = before }
        try rows.upsert([stream, .integer(count + 1)], into: tally)
        try rows.insert([.integer(event.position.rawValue), .text(event.payload)], into: note)
        if plants { try rows.upsert([.text("planted"), .integer(1_000)], into: tally) }
        if event.id == poison { throw Poisoned() }
    }
}

extension ProjectionStore {
    /// All rows of a tally.
    func tallies(_ prefix: String = "tally") throws -> [[Value]] {
        try rows("SELECT stream, count FROM \(prefix)_count ORDER BY stream", [])
            + rows("SELECT position, text FROM \(prefix)_note ORDER BY position", [])
    }

    /// Where one projection stands.
    func position(of projection: any Projection) throws -> Int64? {
        try status(of: [projection]).first?.position.rawValue
    }

    /// Checks that `body` fails because one projection could not apply one event.
    func failsAt(_ position: Int64, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch EventStoreError.projectionFailed("tallies", let at, let reason) {
            try requireEqual(at.rawValue, position, "position of the event")
            return try requireEqual(reason, "Poisoned()", "the cause")
        }
        throw ContractViolation(message: "a poison event was applied", file: #fileID, line: #line)
    }
}
