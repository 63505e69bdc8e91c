public import EventStore
import NewsEvents

/// The articles: what is known about each, and what was found in it.
public struct ArticlesProjection: Projection {
    /// Its name in the store.
    public let name = "articles"
    /// Raised whenever other rows come out.
    public let version = 2
    /// What it reads.
    public let types: Set<EventType> = [.articleRecorded, .articleExtracted, .articleErased]
    /// One table; the text itself stays in the log, at `position`.
    public let tables: [Table] = [articles]

    static let articles = Table(
        name: "articles",
        columns: [
            Column("id", .text), Column("position", .integer), Column("published", .text),
            Column("published_from", .text), Column("title", .text, isOptional: true),
            Column("outlet", .text, isOptional: true), Column("byline", .text, isOptional: true),
            Column("url", .text, isOptional: true), Column("characters", .integer), Column("sha256", .text),
            Column("recorded_at", .integer), Column("extractor", .text, isOptional: true),
            Column("events", .integer), Column("diagnostics", .integer),
            Column("erased_at", .integer, isOptional: true), Column("erased_reason", .text, isOptional: true),
            Column("erased_by", .text, isOptional: true),
        ],
        primaryKey: ["id"],
        indexes: [["published", "position"]]
    )

    /// Makes the projection.
    public init() {}

    /// Adds a recorded article; notes how many events an extraction found in it, and that it was erased.
    public func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        switch try NewsEventCodec().decode(event) {
        case .articleRecorded(let article):
            try rows.upsert(
                [
                    .text(article.article.rawValue), .integer(event.position.rawValue),
                    .text(article.published),
                    .text(article.publishedFrom), Self.optional(article.title), Self.optional(article.outlet),
                    Self.optional(article.byline), Self.optional(article.url),
                    .integer(Int64(article.characters)),
                    .text(article.sha256), .integer(event.recordedAt.rawValue), .null, .integer(0),
                    .integer(0), .null, .null, .null,
                ],
                into: Self.articles
            )
        case .articleExtracted(let extraction):
            let key = Value.text(extraction.article.rawValue)
            guard var row = try rows.row([key], in: Self.articles) else {
                throw TimelineError.unknownArticle(
                    extraction.article.rawValue,
                    position: event.position.rawValue
                )
            }
            row[11] = .text(extraction.extractor)
            row[12] = .integer(Int64(extraction.events))
            row[13] = .integer(Int64(extraction.diagnostics.count))
            try rows.upsert(row, into: Self.articles)
        case .articleErased(let erasure):
            // The article's own events are gone from the replay: this one says all that is left to say.
            try rows.upsert(
                [
                    .text(erasure.article.rawValue), .integer(erasure.position), .text(erasure.published),
                    .text(""), .null, .null, .null, .null, .integer(Int64(erasure.characters)),
                    .text(erasure.sha256), .integer(erasure.recordedAt), .null, .integer(0), .integer(0),
                    .integer(event.recordedAt.rawValue), .text(erasure.reason), Self.optional(erasure.by),
                ],
                into: Self.articles
            )
        default:
            return
        }
    }

    private static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }
}
