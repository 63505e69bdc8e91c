/// An article's text, and all that was found in it, was taken out of the store; that it was there stays known.
///
/// The payloads of the article's other events are gone. What stands here stays, so it holds none of their words.
public struct ArticleErased: Hashable, Sendable {
    /// The article.
    public var article: ArticleID
    /// Why it had to go.
    public var reason: String
    /// Who erased it; nil when nobody is named.
    public var by: String?
    /// SHA-256 of the erased text, in lower-case hexadecimal: whoever has the text can show that it was this one.
    public var sha256: String
    /// Length of the erased text in Unicode scalars.
    public var characters: Int
    /// The day the article was published, `YYYY-MM-DD`.
    public var published: String
    /// Where `ArticleRecorded` stands in the log.
    public var position: Int64
    /// When the log learnt the article, in microseconds since 1970-01-01T00:00:00Z.
    public var recordedAt: Int64
    /// Number of statements, meetings, visits and positions erased with it.
    public var events: Int

    /// Makes the event.
    public init(
        article: ArticleID,
        reason: String,
        by: String?,
        sha256: String,
        characters: Int,
        published: String,
        position: Int64,
        recordedAt: Int64,
        events: Int
    ) {
        self.article = article
        self.reason = reason
        self.by = by
        self.sha256 = sha256
        self.characters = characters
        self.published = published
        self.position = position
        self.recordedAt = recordedAt
        self.events = events
    }
}

extension ArticleErased: Encodable {
    private enum CodingKeys: String, CodingKey {
        case article, reason, by, sha256, characters, published, position, recordedAt, events
    }

    /// Writes every field, null for what is missing.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(article, forKey: .article)
        try container.encode(reason, forKey: .reason)
        try container.encode(by, forKey: .by)
        try container.encode(sha256, forKey: .sha256)
        try container.encode(characters, forKey: .characters)
        try container.encode(published, forKey: .published)
        try container.encode(position, forKey: .position)
        try container.encode(recordedAt, forKey: .recordedAt)
        try container.encode(events, forKey: .events)
    }
}
