/// The end of the log: the last event's position and the hash that seals everything up to it.
///
/// Written down or signed elsewhere, it is what a log can be held against later: see `verify(against:)`.
public struct Head: Hashable, Sendable, LosslessStringConvertible {
    /// The last event's position; `.start` for an empty log.
    public let position: Position
    /// The last event's chain hash.
    public let hash: EventHash

    /// Makes a head.
    public init(position: Position, hash: EventHash) {
        self.position = position
        self.hash = hash
    }

    /// Reads a head as `description` writes it; nil for anything else.
    public init?(_ description: String) {
        let parts = description.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let position = Int64(parts[0]), position >= 0,
            let hash = EventHash(String(parts[1]))
        else { return nil }
        self.init(position: Position(rawValue: position), hash: hash)
    }

    /// Position and hash as one word: "1100:42e20f…", the hash in 64 hexadecimal digits.
    public var description: String { "\(position):\(hash)" }
}
