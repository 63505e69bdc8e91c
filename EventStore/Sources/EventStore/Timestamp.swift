/// A moment, in microseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: RawRepresentable, Hashable, Comparable, Sendable {
    /// Microseconds since the epoch; negative before it.
    public let rawValue: Int64

    /// Makes a moment.
    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Orders by time.
    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.rawValue < b.rawValue }
}
