public import EventStore

extension ArticleErased {
    /// The event that records the erasure, to be appended to the article's own stream.
    ///
    /// An article is erased once, so its id needs no number.
    /// - Parameter metadata: What is known about the recording, as JSON text.
    /// - Returns: The event, with an id that follows from the article.
    /// - Throws: What the encoder throws for values JSON cannot hold.
    public func newEvent(metadata: String) throws -> NewEvent {
        try NewsEventCodec().encode(
            .articleErased(self),
            id: EventID(rawValue: "\(article).erased"),
            metadata: metadata
        )
    }
}
