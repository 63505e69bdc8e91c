public import EventStore
import NewsEvents

/// What events are about: one row a topic, and every name it can be looked up by.
public struct TopicsProjection: Projection {
    /// Its name in the store.
    public let name = "topics"
    /// Raised whenever other rows come out.
    public let version = 1
    /// What it reads.
    public let types: Set<EventType> = [.articleExtracted]
    /// The topics and their names.
    public let tables: [Table] = [topics, names]

    static let topics = Table(
        name: "topics",
        columns: [Column("id", .text), Column("name", .text)],
        primaryKey: ["id"]
    )

    static let names = Table(
        name: "topic_names",
        columns: [Column("folded", .text), Column("topic", .text), Column("name", .text)],
        primaryKey: ["folded", "topic"],
        indexes: [["topic"]]
    )

    /// Makes the projection.
    public init() {}

    /// Adds the topics of an extraction; the first spelling of a name stays.
    public func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        guard case .articleExtracted(let extraction) = try NewsEventCodec().decode(event) else { return }
        for topic in extraction.topics {
            let id = Value.text(topic.id.rawValue)
            if try rows.row([id], in: Self.topics) == nil {
                try rows.insert([id, .text(topic.name)], into: Self.topics)
            }
            let folded = FoldedName(topic.name).rawValue
            guard !folded.isEmpty else { continue }
            let key = [Value.text(folded), id]
            if case .text(let known)? = try rows.row(key, in: Self.names)?[2],
                known.utf8.elementsEqual(topic.name.utf8)
            {
                continue
            }
            try rows.upsert(key + [.text(topic.name)], into: Self.names)
        }
    }
}
