public import EventStore
public import NewsEvents
public import NewsText

/// An article in the store and what was found in it.
public struct ArticleListing: Hashable, Sendable {
    /// Its identity.
    public let id: ArticleID
    /// The shortest beginning of the id that no other article shares, five characters or more.
    public let shortID: String
    /// Where its text stands in the log.
    public let position: Position
    /// The day it was published.
    public let published: CalendarDate
    /// Where that day was learnt.
    public let publishedFrom: String
    /// The headline.
    public let title: String?
    /// The publisher.
    public let outlet: String?
    /// Where it was published.
    public let url: String?
    /// Length of the text in Unicode scalars.
    public let characters: Int
    /// When the log learnt it.
    public let recordedAt: Timestamp
    /// Which version of the extractor read it; nil when none has.
    public let extractor: String?
    /// Number of events found in it.
    public let events: Int
    /// Number of places that could not be read as meant.
    public let diagnostics: Int

    /// Makes a listing.
    public init(
        id: ArticleID,
        shortID: String,
        position: Position,
        published: CalendarDate,
        publishedFrom: String,
        title: String?,
        outlet: String?,
        url: String?,
        characters: Int,
        recordedAt: Timestamp,
        extractor: String?,
        events: Int,
        diagnostics: Int
    ) {
        self.id = id
        self.shortID = shortID
        self.position = position
        self.published = published
        self.publishedFrom = publishedFrom
        self.title = title
        self.outlet = outlet
        self.url = url
        self.characters = characters
        self.recordedAt = recordedAt
        self.extractor = extractor
        self.events = events
        self.diagnostics = diagnostics
    }
}
