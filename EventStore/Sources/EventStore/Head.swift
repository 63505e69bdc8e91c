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
