public import EventStore

/// Every projection of the news log.
public enum NewsProjections {
    /// In the order they are listed and rebuilt.
    public static let all: [any Projection] = [
        TimelineEntriesProjection(), ActorsProjection(), TopicsProjection(), ArticlesProjection(),
    ]
}
