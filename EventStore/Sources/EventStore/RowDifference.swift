/// How a row of a live table differs from what a replay gives.
public enum RowDifference: Hashable, Sendable {
    /// The replay gives this row; the live table has none with its key.
    case missing([Value])
    /// The live table has this row; the replay gives none with its key.
    case unexpected([Value])
    /// Both have a row with this key, and other values in it.
    case changed(live: [Value], replayed: [Value])
}
