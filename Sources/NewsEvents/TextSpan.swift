/// A stretch of an article's text in Unicode scalar offsets, with the words that stand there where they matter.
public struct TextSpan: Hashable, Sendable, Encodable {
    /// Offset of the first scalar.
    public let start: Int
    /// Offset behind the last scalar.
    public let end: Int
    /// The words that stand there, so that the log can be read without the article; nil for mere pointers.
    public let text: String?

    /// Makes a span.
    public init(start: Int, end: Int, text: String? = nil) {
        self.start = start
        self.end = end
        self.text = text
    }
}
