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
    /// That, when and why it was erased; nil for an article whose text is there.
    public let erasure: Erasure?

    /// What is known of an article's erasure.
    public struct Erasure: Hashable, Sendable {
        /// When the log learnt it.
        public let recordedAt: Timestamp
        /// Why.
        public let reason: String
        /// Who erased it, if it was said.
        public let by: String?

        /// Makes a note of an erasure.
        public init(recordedAt: Timestamp, reason: String, by: String?) {
            self.recordedAt = recordedAt
            self.reason = reason
            self.by = by
        }
    }

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
        diagnostics: Int,
        erasure: Erasure? = nil
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
        self.erasure = erasure
    }
}
