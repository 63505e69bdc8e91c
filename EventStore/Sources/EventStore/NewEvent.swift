/// An event to append.
public struct NewEvent: Hashable, Sendable {
    /// Its identity; appending the same id with the same body again writes nothing.
    public let id: EventID
    /// Its kind.
    public let type: EventType
    /// The version of its payload's schema, from 1.
    public let schemaVersion: Int
    /// What happened, as JSON text a person can read.
    public let payload: String
    /// What is known about the recording (who, with what, caused by which event), as JSON text.
    public let metadata: String
    /// When it happened in the world, if that is one moment; `recordedAt` is the log's own.
    public let occurredAt: Timestamp?

    /// Makes an event to append.
    public init(
        id: EventID,
        type: EventType,
        schemaVersion: Int,
        payload: String,
        metadata: String = "{}",
        occurredAt: Timestamp? = nil
    ) {
        self.id = id
        self.type = type
        self.schemaVersion = schemaVersion
        self.payload = payload
        self.metadata = metadata
        self.occurredAt = occurredAt
    }
}
