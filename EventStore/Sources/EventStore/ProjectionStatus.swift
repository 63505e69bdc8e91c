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
