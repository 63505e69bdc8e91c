import EventStore

/// Entries of a timeline with their actors: three rows an event, three indexes, as a news timeline keeps them.
struct EntriesProjection: Projection {
    let name = "bench"
    let version = 1
    let types: Set<EventType> = []

    static let entries = Table(
        name: "bench_entries",
        columns: [
            Column("position", .integer), Column("event_id", .text), Column("kind", .text),
            Column("article", .text), Column("day", .text), Column("recorded_at", .integer),
            Column("payload", .text),
        ],
        primaryKey: ["position"],
        indexes: [["day", "position"], ["article"]]
    )
    static let actors = Table(
        name: "bench_actors",
        columns: [Column("position", .integer), Column("actor", .text), Column("ordinal", .integer)],
        primaryKey: ["position", "actor"],
        indexes: [["actor", "position"]]
    )
    let tables = [entries, actors]

    private static let members = ["\"day\":\"", "\"speaker\":\"", "\"about\":\""].map { Array($0.utf8) }

    func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        let position = Value.integer(event.position.rawValue)
        let values = Self.members.map { Self.member($0, of: event.payload) }
        try rows.insert(
            [
                position, .text(event.id.rawValue), .text(event.type.rawValue), .text(event.stream.rawValue),
                .text(values[0]), .integer(event.recordedAt.rawValue), .text(event.payload),
            ],
            into: Self.entries
        )
        try rows.insert([position, .text(values[1]), .integer(0)], into: Self.actors)
        try rows.insert([position, .text(values[2]), .integer(1)], into: Self.actors)
    }

    /// The text of a member whose value is a string without escapes.
    private static func member(_ name: [UInt8], of payload: String) -> String {
        var payload = payload
        return payload.withUTF8 { bytes in
            var index = 0
            let last = bytes.count - name.count
            while index <= last {
                if bytes[index] == name[0], bytes[index..<index + name.count].elementsEqual(name) {
                    let start = index + name.count
                    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? start
                    return String(decoding: bytes[start..<end], as: UTF8.self)
                }
                index += 1
            }
            return ""
        }
    }
}
