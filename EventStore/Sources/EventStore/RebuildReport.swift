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
