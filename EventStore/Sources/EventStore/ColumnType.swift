/// What a column holds.
public enum ColumnType: String, Hashable, Sendable {
    /// 64-bit integers, doubles, text.
    case integer, real, text
}
