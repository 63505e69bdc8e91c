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
