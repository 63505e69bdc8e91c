/// An event's place in the whole log: contiguous from 1, in the order of commit.
///
/// The greatest position is the high-water mark: every event below it is there and visible.
public struct Position: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number.
    public let rawValue: Int64

    /// Makes a position.
    @inlinable public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Before the first event.
    public static let start = Position(rawValue: 0)

    /// Orders by place in the log.
    public static func < (a: Position, b: Position) -> Bool { a.rawValue < b.rawValue }

    /// The number as text.
    public var description: String { String(rawValue) }
}
