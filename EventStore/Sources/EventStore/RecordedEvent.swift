/// A fact in the log.
///
/// Read through a log that has upcasters, `payload` and `schemaVersion` are the current ones; the stored
/// bytes stay.
public struct RecordedEvent: Hashable, Sendable {
    /// Place in the whole log.
    public let position: Position
    /// The stream it belongs to.
    public let stream: StreamName
    /// Place in its stream, from 1.
    public let version: Int64
    /// Its identity.
    public let id: EventID
    /// Its kind.
    public let type: EventType
    /// The version of `payload`'s schema.
    public let schemaVersion: Int
    /// What happened; empty if it was erased.
    public let payload: String
    /// Whether the payload was erased; no upcaster and no projection sees such an event.
    public let isErased: Bool
    /// What is known about the recording.
    public let metadata: String
    /// When it happened in the world, if that is one moment.
    public let occurredAt: Timestamp?
    /// When the log learnt it.
    public let recordedAt: Timestamp

    /// Makes a recorded event; logs do this, and tests.
    @inlinable
    public init(
        position: Position,
        stream: StreamName,
        version: Int64,
        id: EventID,
        type: EventType,
        schemaVersion: Int,
        payload: String,
        metadata: String,
        occurredAt: Timestamp?,
        recordedAt: Timestamp,
        isErased: Bool = false
    ) {
        self.position = position
        self.stream = stream
        self.version = version
        self.id = id
        self.type = type
        self.schemaVersion = schemaVersion
        self.payload = payload
        self.metadata = metadata
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.isErased = isErased
    }
}
