/// A live table of a projection held against a fresh replay of the log.
public struct TableComparison: Hashable, Sendable {
    /// The table.
    public let table: String
    /// What is in the live table; nil if it is missing or has other columns than are declared today.
    public let live: Content?
    /// What the replay made.
    public let replayed: Content
    /// How many rows differ; 0 if there is no live table to compare.
    public let differenceCount: Int64
    /// The first of them in the order of the key, as many as were asked for.
    public let differences: [RowDifference]

    /// What is wrong with the live table or its indexes apart from its rows, through which queries may answer
    /// wrongly; nil if nothing is.
    public let damage: String?

    /// Whether both hold the same rows, and the live table and its indexes are sound.
    public var isEqual: Bool { live == replayed && damage == nil }

    /// Makes a comparison.
    public init(
        table: String,
        live: Content?,
        replayed: Content,
        differenceCount: Int64,
        differences: [RowDifference],
        damage: String? = nil
    ) {
        self.table = table
        self.live = live
        self.replayed = replayed
        self.differenceCount = differenceCount
        self.differences = differences
        self.damage = damage
    }

    /// What a table holds, in short.
    public struct Content: Hashable, Sendable {
        /// Number of rows.
        public let rows: Int64
        /// SHA-256 over all rows in the order of the key.
        public let digest: EventHash

        /// Makes a summary.
        public init(rows: Int64, digest: EventHash) {
            self.rows = rows
            self.digest = digest
        }
    }
}
