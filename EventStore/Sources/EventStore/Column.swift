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
