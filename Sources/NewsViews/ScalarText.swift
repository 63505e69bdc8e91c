public import NewsEvents

/// An article's text addressed by Unicode scalar offsets, as payloads count.
public struct ScalarText: Sendable {
    private let scalars: [Unicode.Scalar]

    /// Prepares a text.
    /// - Complexity: O(scalars); each look-up is O(its own length).
    public init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// Number of scalars.
    public var count: Int { scalars.count }

    /// The words between two offsets; offsets behind the end are cut.
    public subscript(start: Int, end: Int) -> String {
        let from = min(max(0, start), scalars.count)
        let to = min(max(from, end), scalars.count)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[from..<to])
        return String(view)
    }

    /// The words of a span: those it carries itself, else those that stand there.
    public subscript(span: TextSpan) -> String { span.text ?? self[span.start, span.end] }

    /// The line an offset stands in, from 1.
    public func line(of offset: Int) -> Int {
        1 + scalars[..<min(max(0, offset), scalars.count)].count { $0 == "\n" }
    }

    /// The bounds of the lines that hold a span, without their line feeds.
    public func lineBounds(of span: TextSpan) -> Range<Int> {
        var start = min(max(0, span.start), scalars.count)
        while start > 0, scalars[start - 1] != "\n" { start -= 1 }
        var end = min(max(start, span.end), scalars.count)
        while end < scalars.count, scalars[end] != "\n" { end += 1 }
        while end > start, scalars[end - 1] == "\n" { end -= 1 }
        return start..<end
    }
}
