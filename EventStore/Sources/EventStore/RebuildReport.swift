/// What a rebuild did.
public struct RebuildReport: Hashable, Sendable {
    /// Number of events read.
    public let events: Int64
    /// The projections rebuilt, with the number of rows each now holds.
    public let rows: [String: Int64]
    /// Where an earlier rebuild had been broken off and this one went on; `.start` for one that began anew.
    public let resumedAfter: Position

    /// Makes a report.
    public init(events: Int64, rows: [String: Int64], resumedAfter: Position = .start) {
        self.events = events
        self.rows = rows
        self.resumedAfter = resumedAfter
    }
}
