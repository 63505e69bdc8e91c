/// What the chain seals of an event: everything but the payload, of which it seals the digest.
///
/// These are the values as stored, before any upcaster.
public struct EventHeader: Hashable, Sendable {
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
    /// The version of the stored payload's schema.
    public let schemaVersion: Int
    /// What is known about the recording.
    public let metadata: String
    /// When it happened in the world, if that is one moment.
    public let occurredAt: Timestamp?
    /// When the log learnt it.
    public let recordedAt: Timestamp
    /// SHA-256 of the stored payload's UTF-8 bytes.
    public let payloadDigest: EventHash

    /// Makes a header.
    public init(
        position: Position,
        stream: StreamName,
        version: Int64,
        id: EventID,
        type: EventType,
        schemaVersion: Int,
        metadata: String,
        occurredAt: Timestamp?,
        recordedAt: Timestamp,
        payloadDigest: EventHash
    ) {
        self.position = position
        self.stream = stream
        self.version = version
        self.id = id
        self.type = type
        self.schemaVersion = schemaVersion
        self.metadata = metadata
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
        self.payloadDigest = payloadDigest
    }

    /// Makes the header of an event as stored; an upcast event gives another header than the log holds.
    public init(_ event: RecordedEvent) {
        self.init(
            position: event.position,
            stream: event.stream,
            version: event.version,
            id: event.id,
            type: event.type,
            schemaVersion: event.schemaVersion,
            metadata: event.metadata,
            occurredAt: event.occurredAt,
            recordedAt: event.recordedAt,
            payloadDigest: HashChain.digest(ofPayload: event.payload)
        )
    }
}
