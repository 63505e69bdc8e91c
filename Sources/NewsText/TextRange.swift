/// A half-open range of UTF-8 byte offsets into an article's text exactly as recorded.
///
/// Outside the program (payloads, JSON, exports) positions are Unicode scalar offsets; see `ScalarOffsets`.
public struct TextRange: Hashable, Comparable, Sendable {
    /// Offset of the first byte.
    public let start: Int
    /// Offset behind the last byte; never less than `start`.
    public let end: Int

    /// Makes the range from `start` up to but not including `end`.
    public init(_ start: Int, _ end: Int) {
        precondition(start <= end, "a text range cannot end before it starts")
        self.start = start
        self.end = end
    }

    /// Number of bytes.
    public var length: Int { end - start }

    /// Whether the range holds no byte.
    public var isEmpty: Bool { start == end }

    /// Whether `other` lies wholly inside this range.
    public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

    /// Whether the byte at `offset` lies inside this range.
    public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

    /// Whether the two ranges share at least one byte.
    public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

    /// The smallest range that holds both.
    public func union(_ other: TextRange) -> TextRange {
        TextRange(min(start, other.start), max(end, other.end))
    }

    /// Orders by start, then by end.
    public static func < (a: TextRange, b: TextRange) -> Bool {
        a.start == b.start ? a.end < b.end : a.start < b.start
    }
}
