public import NewsEvents

/// A topic and how much is known about it.
public struct TopicListing: Hashable, Sendable {
    /// The topic.
    public let topic: Topic
    /// Number of events about it.
    public let events: Int
    /// Number of articles these events were found in.
    public let articles: Int

    /// Makes a listing.
    public init(topic: Topic, events: Int, articles: Int) {
        self.topic = topic
        self.events = events
        self.articles = articles
    }
}
