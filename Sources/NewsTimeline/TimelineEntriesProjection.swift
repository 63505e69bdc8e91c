public import EventStore
import NewsEvents
import NewsText

/// The events that stand in timelines, with who acts in them and what they are about.
///
/// Each entry is filed under the days of its valid time; undated ones under their bound, behind the dated ones.
/// `payload` holds the event in the current schema version, so that a timeline is read without the log. The entries
/// of an actor and of a topic lie in the order of a timeline, and are counted as they come: a first page and its
/// heading cost the same however many there are. An article counts once where its events follow each other, as
/// those of one append do.
public struct TimelineEntriesProjection: Projection {
    /// Its name in the store.
    public let name = "timeline_entries"
    /// Raised whenever other rows come out.
    public let version = 2
    /// What it reads.
    public let types: Set<EventType> = [
        .articleRecorded, .statementMade, .meetingHeld, .visitMade, .positionTaken,
    ]
    /// The entries, their actors and topics with their totals, and the articles' days of publication, which bound
    /// undated events.
    public let tables: [Table] = [
        entries, entryActors, entryTopics, actorTotals, topicTotals, publications,
    ]

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

    static let entryActors = places("entry_actors", of: "actor")
    static let entryTopics = places("entry_topics", of: "topic")
    static let actorTotals = totals("actor_totals", of: "actor")
    static let topicTotals = totals("topic_totals", of: "topic")

    static let publications = Table(
        name: "entry_publications",
        columns: [Column("article", .text), Column("published", .text), Column("position", .integer)],
        primaryKey: ["article"]
    )

    /// The entries of each actor or topic, in the order of a timeline.
    private static func places(_ name: String, of column: String) -> Table {
        Table(
            name: name,
            columns: [
                Column(column, .text), Column("day_from", .text), Column("undated", .integer),
                Column("position", .integer), Column("ordinal", .integer),
            ],
            primaryKey: [column, "day_from", "undated", "position"]
        )
    }

    /// How many entries each actor or topic has, in how many articles, and the position of the article counted last.
    private static func totals(_ name: String, of column: String) -> Table {
        Table(
            name: name,
            columns: [
                Column(column, .text), Column("events", .integer), Column("articles", .integer),
                Column("last_article", .integer),
            ],
            primaryKey: [column]
        )
    }

    /// Makes the projection.
    public init() {}

    /// Writes one entry for an extracted event, with its actors and topics.
    public func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        if let publication = try NewsEventCodec().publication(of: event) {
            try rows.upsert(
                [
                    .text(publication.article.rawValue), .text(publication.published),
                    .integer(event.position.rawValue),
                ],
                into: Self.publications
            )
            return
        }
        let decoded = try NewsEventCodec().decode(event)
        guard let kind = EventKind(decoded), let finding = decoded.finding else { return }
        let article = finding.article.rawValue
        guard let known = try rows.row([.text(article)], in: Self.publications),
            case .text(let published) = known[1], let day = CalendarDate(iso: published)
        else { throw TimelineError.unknownArticle(article, position: event.position.rawValue) }
        let valid = ValidTime(of: decoded, published: day)
        let position = Value.integer(event.position.rawValue)
        let days = valid.days
        let place = [Value.text(days.from), .integer(valid.isKnown ? 0 : 1), position]
        try rows.insert(
            [
                position, .text(event.id.rawValue), .text(kind.rawValue), .text(article), place[0],
                .text(days.to), place[1], .text(published), .integer(event.recordedAt.rawValue),
                .real(finding.confidence), .text(event.payload),
            ],
            into: Self.entries
        )
        let entry = Entry(place: place, article: known[2])
        try entry.file(decoded.actors.map(\.rawValue), in: Self.entryActors, Self.actorTotals, of: rows)
        try entry.file(finding.topics.map(\.rawValue), in: Self.entryTopics, Self.topicTotals, of: rows)
    }
}

/// Where an entry stands in a timeline, and in which article.
private struct Entry {
    /// Its first day, whether it is undated, and its position.
    let place: [Value]
    /// The position of its article.
    let article: Value

    /// Files it under actors or topics and counts it; one that is named twice counts once.
    func file(
        _ names: [String],
        in places: Table,
        _ totals: Table,
        of rows: any RowWriter
    ) throws(EventStoreError) {
        for (ordinal, name) in names.enumerated() {
            let ordinalValue = Value.integer(Int64(ordinal))
            try rows.upsert([.text(name), place[0], place[1], place[2], ordinalValue], into: places)
            guard !names[..<ordinal].contains(where: { $0.utf8.elementsEqual(name.utf8) }) else { continue }
            var (events, articles): (Int64, Int64) = (1, 1)
            if let known = try rows.row([.text(name)], in: totals), case .integer(let knownEvents) = known[1],
                case .integer(let knownArticles) = known[2]
            {
                events += knownEvents
                articles = knownArticles + (known[3] == article ? 0 : 1)
            }
            try rows.upsert([.text(name), .integer(events), .integer(articles), article], into: totals)
        }
    }
}
