/// An append-only log of events in streams.
///
/// Calls block until the result is durable or read; an append is one transaction. Implementations are checked by
/// `EventLogContract` in EventStoreTesting.
public protocol EventLog: Sendable {
    /// Appends all events to the end of a stream, or none.
    ///
    /// Appending events that are all there already, in the same order with equal bodies, writes nothing and succeeds.
    /// - Throws: `versionConflict` when the stream is not as expected, `idConflict` when an id is taken by another body
    ///   or stream, and storage errors; in every case the log is as it was before.
    func append(
        _ events: [NewEvent], to stream: StreamName, expecting expected: ExpectedVersion
    ) throws(EventStoreError) -> AppendReceipt

    /// Reads one page; an unknown stream reads as empty.
    func read(_ query: EventQuery) throws(EventStoreError) -> [RecordedEvent]

    /// The version of a stream's last event; 0 for an unknown stream.
    func version(of stream: StreamName) throws(EventStoreError) -> Int64

    /// The end of the log.
    func head() throws(EventStoreError) -> Head
}

/// The end of the log: the last event's position and the hash that seals everything up to it.
public struct Head: Hashable, Sendable {
    /// The last event's position; `.start` for an empty log.
    public let position: Position
    /// The last event's chain hash.
    public let hash: EventHash

    /// Makes a head.
    public init(position: Position, hash: EventHash) {
        self.position = position
        self.hash = hash
    }
}

/// What an append did.
public struct AppendReceipt: Hashable, Sendable {
    /// The positions of the events, in the order given, whether they were written now or before.
    public let positions: [Position]
    /// The version of the stream's last event after the append.
    public let version: Int64
    /// Whether all events were there already, so that nothing was written.
    public let alreadyRecorded: Bool

    /// Makes a receipt.
    public init(positions: [Position], version: Int64, alreadyRecorded: Bool) {
        self.positions = positions
        self.version = version
        self.alreadyRecorded = alreadyRecorded
    }
}
