/// A store that keeps projections beside the log.
public protocol ProjectionStore: EventLog {
    /// How each projection stands to the log; reads only.
    func status(of projections: [any Projection]) throws(EventStoreError) -> [ProjectionStatus]

    /// Applies the events that fresh or missing projections have not seen yet.
    ///
    /// Rows and checkpoint change in one transaction per batch.
    /// A stale projection is left alone: it answers from its old tables until `rebuild`.
    func catchUp(_ projections: [any Projection]) throws(EventStoreError)

    /// Rebuilds projections from the first event beside the live tables and swaps them in one transaction.
    func rebuild(
        _ projections: [any Projection],
        progress: ((RebuildProgress) -> Void)?
    ) throws(EventStoreError) -> RebuildReport

    /// Runs one SQL query over the live tables of projections; `?` marks take the arguments in order.
    func rows(_ sql: String, _ arguments: [Value]) throws(EventStoreError) -> [[Value]]

    /// Runs `body` so that all its reads see one state of the store.
    func snapshot<Result>(_ body: () throws -> Result) throws -> Result
}
