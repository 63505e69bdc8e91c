/// An event whose payload was erased.
public struct ErasedPayload: Hashable, Sendable {
    /// The event.
    public let position: Position
    /// The event that records that, when and why it was erased.
    public let recordedBy: Position
    /// The reason given.
    public let reason: String

    /// Makes a note of an erasure.
    public init(position: Position, recordedBy: Position, reason: String) {
        self.position = position
        self.recordedBy = recordedBy
        self.reason = reason
    }
}
