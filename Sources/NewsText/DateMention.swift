/// A date expression in the text and what it means.
public struct DateMention: Hashable, Sendable {
    /// The words, without a leading preposition.
    public let range: TextRange
    /// Indices of its tokens in the document.
    public let tokens: Range<Int>
    /// What they mean.
    public let reading: DateReading

    /// Makes a date mention.
    public init(range: TextRange, tokens: Range<Int>, reading: DateReading) {
        self.range = range
        self.tokens = tokens
        self.reading = reading
    }
}
