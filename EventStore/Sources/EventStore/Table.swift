/// A table of a projection.
public struct Table: Hashable, Sendable {
    /// Its name, unique in a store: lower case, digits and underscores.
    public let name: String
    /// Its columns in order.
    public let columns: [Column]
    /// Names of the columns that identify a row.
    public let primaryKey: [String]
    /// Further look-ups, each a list of column names.
    public let indexes: [[String]]

    /// Makes a table.
    public init(name: String, columns: [Column], primaryKey: [String], indexes: [[String]] = []) {
        self.name = name
        self.columns = columns
        self.primaryKey = primaryKey
        self.indexes = indexes
    }
}
