/// What an event is about, as a reader would name it.
public struct Topic: Hashable, Sendable, Encodable {
    /// Its identity across articles.
    public let id: TopicID
    /// Its name as a reader would write it.
    public let name: String

    /// Makes a topic.
    public init(id: TopicID, name: String) {
        self.id = id
        self.name = name
    }
}
