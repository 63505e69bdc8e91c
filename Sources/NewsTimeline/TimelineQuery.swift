public import NewsEvents
public import NewsText

/// Which events of the timeline to show.
///
/// Values of one field are alternatives (OR); different fields must all hold (AND); an empty field asks for nothing.
public struct TimelineQuery: Hashable, Sendable {
    /// Who acts: speakers, participants, visitors or holders.
    public var actors: [ActorID]
    /// What the events are about.
    public var topics: [TopicID]
    /// Which kinds.
    public var kinds: [EventKind]
    /// Which articles they were found in.
    public var articles: [ArticleID]
    /// Only events whose days reach this day or later; an undated one is filed under its bound.
    public var since: CalendarDate?
    /// Only events whose days begin on this day or earlier; an undated one is filed under its bound.
    public var until: CalendarDate?
    /// At most this many events, the earliest; nil for all.
    public var limit: Int?

    /// Makes a query; the defaults ask for everything.
    public init(
        actors: [ActorID] = [],
        topics: [TopicID] = [],
        kinds: [EventKind] = [],
        articles: [ArticleID] = [],
        since: CalendarDate? = nil,
        until: CalendarDate? = nil,
        limit: Int? = nil
    ) {
        self.actors = actors
        self.topics = topics
        self.kinds = kinds
        self.articles = articles
        self.since = since
        self.until = until
        self.limit = limit
    }

    /// The actor or topic, where the query asks for all of it and for nothing else, and the table of its totals.
    var onlyName: (table: String, column: String, name: String)? {
        if let actor = actors.first, self == TimelineQuery(actors: [actor], limit: limit) {
            return ("actor_totals", "actor", actor.rawValue)
        }
        if let topic = topics.first, self == TimelineQuery(topics: [topic], limit: limit) {
            return ("topic_totals", "topic", topic.rawValue)
        }
        return nil
    }
}
