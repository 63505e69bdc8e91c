/// An extractor read an article: who acts in it, what it is about, what it could not read.
///
/// The events it found follow in the same stream and the same transaction.
public struct ArticleExtracted: Hashable, Sendable, Encodable {
    /// The article.
    public var article: ArticleID
    /// Which version of the extractor.
    public var extractor: String
    /// Who takes part in its events.
    public var actors: [Actor]
    /// What its events are about, most telling first.
    public var topics: [Topic]
    /// What could not be read as meant.
    public var diagnostics: [ExtractionDiagnostic]
    /// How many events follow.
    public var events: Int

    /// Makes the event.
    public init(
        article: ArticleID,
        extractor: String,
        actors: [Actor],
        topics: [Topic],
        diagnostics: [ExtractionDiagnostic],
        events: Int
    ) {
        self.article = article
        self.extractor = extractor
        self.actors = actors
        self.topics = topics
        self.diagnostics = diagnostics
        self.events = events
    }
}
