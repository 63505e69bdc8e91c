/// A value in a row.
public enum Value: Hashable, Sendable {
    /// No value, a 64-bit integer, a double, a text.
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
}
