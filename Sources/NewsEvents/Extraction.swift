/// What one extractor found in one article: what `append` records and `extract` prints.
public struct Extraction: Hashable, Sendable {
    /// The version of the extractor.
    public let extractor: String
    /// The article as it will be recorded.
    public var article: ArticleRecorded
    /// Who takes part in the events, in order of appearance.
    public let actors: [Actor]
    /// What the events are about, most telling first.
    public let topics: [Topic]
    /// The events in the order of their evidence; statements, meetings, visits and positions only.
    public let events: [NewsEvent]
    /// What could not be read as meant, in order.
    public let diagnostics: [ExtractionDiagnostic]

    /// Makes an extraction.
    public init(
        extractor: String,
        article: ArticleRecorded,
        actors: [Actor],
        topics: [Topic],
        events: [NewsEvent],
        diagnostics: [ExtractionDiagnostic]
    ) {
        self.extractor = extractor
        self.article = article
        self.actors = actors
        self.topics = topics
        self.events = events
        self.diagnostics = diagnostics
    }

    /// The event's identity: article, extractor version and ordinal from 1, so the same reading gives the same ids.
    public func eventID(ordinal: Int) -> String {
        let digits = String(ordinal)
        return
            "\(article.article).\(extractor).\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)"
    }

    /// Everything to append, in order: the article, the extraction, then its events.
    public var recordable: [NewsEvent] {
        let extracted = ArticleExtracted(
            article: article.article,
            extractor: extractor,
            actors: actors,
            topics: topics,
            diagnostics: diagnostics,
            events: events.count
        )
        return [.articleRecorded(article), .articleExtracted(extracted)] + events
    }
}
