/// What an append did.
public struct AppendReceipt: Hashable, Sendable {
    /// The positions of the events, in the order given, whether they were written now or before.
    public let positions: [Position]
    /// The version of the stream's last event after the append.
    public let version: Int64
    /// Whether all events were there already, so that nothing was written.
    public let alreadyRecorded: Bool

    /// Makes a receipt.
    public init(positions: [Position], version: Int64, alreadyRecorded: Bool) {
        self.positions = positions
        self.version = version
        self.alreadyRecorded = alreadyRecorded
    }
}
