/// How far a replay beside the live tables goes.
public enum ReplayTarget: Hashable, Sendable {
    /// To the position each projection has seen: what its tables should hold now. To verify.
    case checkpoint
    /// To the end of the log: what its tables would hold after a rebuild. To preview one.
    case head
}
