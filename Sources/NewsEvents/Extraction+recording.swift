public import EventStore

extension ArticleID {
    /// The stream that holds the article and everything found in it.
    public var stream: StreamName { StreamName(rawValue: "article-" + rawValue) }
}

extension Extraction {
    /// Everything to append, in order, with ids that follow from the article, the extractor and the ordinal.
    ///
    /// The same reading of the same text gives the same ids and payloads, so appending it twice writes nothing.
    /// - Parameter metadata: What is known about the recording, as JSON text.
    /// - Returns: The article, the extraction, then its events.
    /// - Throws: What the encoder throws for values JSON cannot hold.
    public func newEvents(metadata: String) throws -> [NewEvent] {
        let codec = NewsEventCodec()
        return try recordable.enumerated().map { index, event in
            let id = index == 0 ? "\(article.article).article" : eventID(ordinal: index - 1)
            return try codec.encode(event, id: EventID(rawValue: id), metadata: metadata)
        }
    }
}
