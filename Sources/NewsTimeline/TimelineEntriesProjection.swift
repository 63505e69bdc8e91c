public import EventStore
import NewsEvents
import NewsText

/// The events that stand in timelines, with who acts in them and what they are about.
///
/// Each entry is filed under the days of its valid time; undated ones under their bound, behind the dated ones.
/// `payload` holds the event in the current schema version, so that a timeline is read without the log.
public struct TimelineEntriesProjection: Projection {
    /// Its name in the store.
    public let name = "timeline_entries"
    /// Raised whenever other rows come out.
    public let version = 1
    /// What it reads.
    public let types: Set<EventType> = [
        .articleRecorded, .statementMade, .meetingHeld, .visitMade, .positionTaken,
    ]
    /// The entries, their actors, their topics, and the publication days needed to bound undated events.
    public let tables: [Table] = [entries, entryActors, entryTopics, publications]

    static let entries = Table(
        name: "timeline_entries",
        columns: [
            Column("position", .integer), Column("event_id", .text), Column("kind", .text),
            Column("article", .text),
            Column("day_from", .text), Column("day_to", .text), Column("undated", .integer),
            Column("published", .text), Column("recorded_at", .integer), Column("confidence", .real),
            Column("payload", .text),
        ],
        primaryKey: ["position"],
        indexes: [["day_from", "undated", "position"], ["article"], ["event_id"]]
    )

    static let entryActors = Table(
        name: "entry_actors",
        columns: [
            Column("position", .integer), Column("actor", .text), Column("ordinal", .integer),
            Column("article", .text),
        ],
        primaryKey: ["position", "actor"],
        indexes: [["actor", "position", "article"]]
    )

    static let entryTopics = Table(
        name: "entry_topics",
        columns: [
            Column("position", .integer), Column("topic", .text), Column("ordinal", .integer),
            Column("article", .text),
        ],
        primaryKey: ["position", "topic"],
        indexes: [["topic", "position"]]
    )

    static let publications = Table(
        name: "entry_publications",
        columns: [Column("article", .text), Column("published", .text)],
        primaryKey: ["article"]
    )

    /// Makes the projection.
    public init() {}

    /// Writes one entry for an extracted event, with its actors and topics.
    public func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        let decoded = try NewsEventCodec().decode(event)
        if case .articleRecorded(let article) = decoded {
            try rows.upsert(
                [.text(article.article.rawValue), .text(article.published)],
                into: Self.publications
            )
            return
        }
        guard let kind = EventKind(decoded), let finding = decoded.finding else { return }
        let article = finding.article.rawValue
        guard case .text(let published)? = try rows.row([.text(article)], in: Self.publications)?[1],
            let day = CalendarDate(iso: published)
        else { throw TimelineError.unknownArticle(article, position: event.position.rawValue) }
        let valid = ValidTime(of: decoded, published: day)
        let position = Value.integer(event.position.rawValue)
        try rows.insert(
            [
                position, .text(event.id.rawValue), .text(kind.rawValue), .text(article),
                .text(valid.days.from),
                .text(valid.days.to), .integer(valid.isKnown ? 0 : 1), .text(published),
                .integer(event.recordedAt.rawValue), .real(finding.confidence), .text(event.payload),
            ],
            into: Self.entries
        )
        for (ordinal, actor) in decoded.actors.enumerated() {
            try rows.upsert(
                [position, .text(actor.rawValue), .integer(Int64(ordinal)), .text(article)],
                into: Self.entryActors
            )
        }
        for (ordinal, topic) in finding.topics.enumerated() {
            try rows.upsert(
                [position, .text(topic.rawValue), .integer(Int64(ordinal)), .text(article)],
                into: Self.entryTopics
            )
        }
    }
}
