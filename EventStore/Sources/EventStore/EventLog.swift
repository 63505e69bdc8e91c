/// An append-only log of events in streams.
///
/// Calls block until the result is durable or read; an append is one transaction. Implementations are checked
/// by `EventLogContract` in EventStoreTesting.
public protocol EventLog: Sendable {
    /// Appends all events to the end of a stream, or none.
    ///
    /// Appending events that are all there already, in the same order with equal bodies, writes nothing and
    /// succeeds.
    /// - Throws: `versionConflict` when the stream is not as expected, `idConflict` when an id is taken by
    ///   another body or stream, and storage errors; in every case the log is as it was before.
    func append(
        _ events: [NewEvent],
        to stream: StreamName,
        expecting expected: ExpectedVersion
    ) throws(EventStoreError) -> AppendReceipt

    /// Reads one page; an unknown stream reads as empty.
    func read(_ query: EventQuery) throws(EventStoreError) -> [RecordedEvent]

    /// The version of a stream's last event; 0 for an unknown stream.
    func version(of stream: StreamName) throws(EventStoreError) -> Int64

    /// The end of the log.
    func head() throws(EventStoreError) -> Head
}
