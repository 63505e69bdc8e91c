/// A projection's live tables held against a fresh replay of the log.
public struct ProjectionComparison: Hashable, Sendable {
    /// The projection, where it stands and whether it is stale.
    public let status: ProjectionStatus
    /// The position the replay went to.
    public let replayedThrough: Position
    /// Its tables in the order of declaration; empty if it was not replayed, being stale or missing.
    public let tables: [TableComparison]

    /// Whether it was replayed and every table is equal.
    public var isEqual: Bool { !tables.isEmpty && tables.allSatisfy(\.isEqual) }

    /// Makes a comparison.
    public init(status: ProjectionStatus, replayedThrough: Position, tables: [TableComparison]) {
        self.status = status
        self.replayedThrough = replayedThrough
        self.tables = tables
    }
}
