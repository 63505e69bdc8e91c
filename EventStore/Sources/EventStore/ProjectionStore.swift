/// A store that keeps projections beside the log.
public protocol ProjectionStore: EventLog {
    /// How each projection stands to the log; reads only.
    func status(of projections: [any Projection]) throws(EventStoreError) -> [ProjectionStatus]

    /// Applies the events that fresh or missing projections have not seen yet, rows and checkpoint in one transaction per batch.
    ///
    /// A stale projection is left alone: it answers from its old tables until `rebuild`.
    func catchUp(_ projections: [any Projection]) throws(EventStoreError)

    /// Rebuilds projections from the first event beside the live tables and swaps them in one transaction.
    func rebuild(
        _ projections: [any Projection], progress: ((RebuildProgress) -> Void)?
    ) throws(EventStoreError) -> RebuildReport

    /// Runs one SQL query over the live tables of projections; `?` marks take the arguments in order.
    func rows(_ sql: String, _ arguments: [Value]) throws(EventStoreError) -> [[Value]]

    /// Runs `body` so that all its reads see one state of the store.
    func snapshot<Result>(_ body: () throws -> Result) throws -> Result
}

/// How a projection stands to the log.
public struct ProjectionStatus: Hashable, Sendable {
    /// The projection.
    public let name: String
    /// The last position it has seen.
    public let position: Position
    /// Whether its tables can be trusted.
    public let state: State

    /// Makes a status.
    public init(name: String, position: Position, state: State) {
        self.name = name
        self.position = position
        self.state = state
    }

    /// Whether a projection's tables can be trusted.
    public enum State: String, Hashable, Sendable {
        /// Has seen every event; has events to catch up on; was built by another version; was never built.
        case current, behind, stale, missing
    }
}

/// How far a rebuild has come.
public struct RebuildProgress: Hashable, Sendable {
    /// The last position applied.
    public let position: Position
    /// The log's head when the rebuild began.
    public let head: Position

    /// Makes a progress report.
    public init(position: Position, head: Position) {
        self.position = position
        self.head = head
    }
}

/// What a rebuild did.
public struct RebuildReport: Hashable, Sendable {
    /// Number of events read.
    public let events: Int64
    /// The projections rebuilt, with the number of rows each now holds.
    public let rows: [String: Int64]

    /// Makes a report.
    public init(events: Int64, rows: [String: Int64]) {
        self.events = events
        self.rows = rows
    }
}
