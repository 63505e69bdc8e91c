/// What an erasure did.
public struct ErasureReceipt: Hashable, Sendable {
    /// The events whose payloads were erased now; empty if they had been erased before.
    public let positions: [Position]
    /// The event that records it; nil if nothing was left to erase.
    public let recordedBy: Position?

    /// Makes a receipt.
    public init(positions: [Position], recordedBy: Position?) {
        self.positions = positions
        self.recordedBy = recordedBy
    }
}
