/// A sentence: a run of tokens and the stretch of text they cover.
public struct Sentence: Hashable, Sendable {
    /// Indices of its tokens in the document.
    public let tokens: Range<Int>
    /// The text it covers, from its first to its last token, quotation marks included.
    public let range: TextRange
    /// Index of the paragraph it stands in.
    public let paragraph: Int

    /// Makes a sentence.
    public init(tokens: Range<Int>, range: TextRange, paragraph: Int) {
        self.tokens = tokens
        self.range = range
        self.paragraph = paragraph
    }
}
