import EventStore

/// What the commands ask of a store beyond appending, reading and projecting.
protocol TimelineStore: ProjectionStore {
    func verify(against kept: Head?) throws(EventStoreError) -> ChainReport

    func compare(
        _ projections: [any Projection],
        withReplayTo target: ReplayTarget,
        differences: Int,
        progress: ((RebuildProgress) -> Void)?
    ) throws(EventStoreError) -> [ProjectionComparison]

    func erase(
        stream: StreamName,
        reason: String,
        recording event: NewEvent,
        projections: [any Projection],
        progress: ((RebuildProgress) -> Void)?
    ) throws(EventStoreError) -> ErasureReceipt

    func backup(
        to path: String,
        progress: ((_ copied: Int64, _ of: Int64) -> Void)?
    ) throws(EventStoreError) -> ChainReport

    func export(source: String, to write: ([UInt8]) throws -> Void) throws -> Head
}
