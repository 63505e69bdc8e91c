/// What every extracted event carries, whatever its kind.
public struct Finding: Hashable, Sendable {
    /// The article it was found in.
    public var article: ArticleID
    /// What it is about, most telling first.
    public var topics: [TopicID]
    /// When it happened; nil when the article gives no date for it.
    public var when: When?
    /// The sentence that proves it.
    public var evidence: TextSpan
    /// Per actor, the words that stand for it in this event, pronouns included.
    public var mentions: [ActorID: [TextSpan]]
    /// Other places of the article that tell the same event again.
    public var repeats: [TextSpan]
    /// How likely the event is right, 0...1.
    public var confidence: Double
    /// What lowered the confidence, most weighty first; empty when nothing did.
    public var doubts: [String]

    /// Makes the common part of an event.
    public init(
        article: ArticleID,
        topics: [TopicID] = [],
        when: When? = nil,
        evidence: TextSpan,
        mentions: [ActorID: [TextSpan]] = [:],
        repeats: [TextSpan] = [],
        confidence: Double,
        doubts: [String] = []
    ) {
        self.article = article
        self.topics = topics
        self.when = when
        self.evidence = evidence
        self.mentions = mentions
        self.repeats = repeats
        self.confidence = confidence
        self.doubts = doubts
    }
}

extension Finding: Encodable {
    private enum CodingKeys: String, CodingKey {
        case article, topics, when, evidence, mentions, repeats, confidence, doubts
    }

    /// Writes every field, null for a missing date; the fields stand beside those of the event's own kind.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(article, forKey: .article)
        try container.encode(topics, forKey: .topics)
        try container.encode(when, forKey: .when)
        try container.encode(evidence, forKey: .evidence)
        try container.encode(mentions, forKey: .mentions)
        try container.encode(repeats, forKey: .repeats)
        try container.encode(confidence, forKey: .confidence)
        try container.encode(doubts, forKey: .doubts)
    }
}
