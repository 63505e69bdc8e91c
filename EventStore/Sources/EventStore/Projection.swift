/// A fold of the log into tables that can be thrown away and rebuilt.
public protocol Projection: Sendable {
    /// Its name, unique in a store: lower case, digits and underscores.
    var name: String { get }
    /// Raised whenever `apply` gives other rows for the same events.
    var version: Int { get }
    /// The tables it owns.
    var tables: [Table] { get }
    /// The kinds of event it reads; empty for all.
    var types: Set<EventType> { get }
    /// Writes what one event means into the projection's own tables.
    func apply(_ event: RecordedEvent, to rows: any RowWriter) throws
}

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

/// A column of a projection's table.
public struct Column: Hashable, Sendable {
    /// Its name: lower case, digits and underscores.
    public let name: String
    /// What it holds.
    public let type: ColumnType
    /// Whether it may hold no value.
    public let isOptional: Bool

    /// Makes a column.
    public init(_ name: String, _ type: ColumnType, isOptional: Bool = false) {
        self.name = name
        self.type = type
        self.isOptional = isOptional
    }
}

/// What a column holds.
public enum ColumnType: String, Hashable, Sendable {
    /// 64-bit integers, doubles, text.
    case integer, real, text
}

/// A value in a row.
public enum Value: Hashable, Sendable {
    /// No value, a 64-bit integer, a double, a text.
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
}

/// Where a projection writes its rows; valid only while `apply` runs.
public protocol RowWriter {
    /// Adds a row, one value per column; an error if its key is taken.
    func insert(_ row: [Value], into table: Table) throws(EventStoreError)
    /// Adds a row or replaces the one with the same key.
    func upsert(_ row: [Value], into table: Table) throws(EventStoreError)
    /// Removes the row with this key, if there is one.
    func delete(_ key: [Value], from table: Table) throws(EventStoreError)
    /// The row with this key, as written so far.
    func row(_ key: [Value], in table: Table) throws(EventStoreError) -> [Value]?
}
