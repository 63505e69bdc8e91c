/// What the writer believes about a stream when it appends.
public enum ExpectedVersion: Hashable, Sendable {
    /// Anything: append whatever the stream holds.
    case any
    /// The stream holds no event.
    case none
    /// The stream holds at least one event.
    case exists
    /// The stream's last event has exactly this version; the first event of a stream has version 1.
    case exactly(Int64)
}
