/// Whether a meeting or visit took place.
public enum Occurrence: String, Sendable, Encodable, CaseIterable {
    /// Took place or is under way; is going to; was called for or offered; will not; is said not to have.
    case held, planned, proposed, cancelled, denied
}
