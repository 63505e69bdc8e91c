public import NewsText

/// Consecutive words of a sentence that name something.
public struct EntitySpan: Hashable, Sendable {
    /// Indices in the sentence; never empty.
    public let tokens: Range<Int>
    /// What sort of thing is named.
    public let kind: Mention.Kind

    /// Makes a span.
    public init(tokens: Range<Int>, kind: Mention.Kind) {
        self.tokens = tokens
        self.kind = kind
    }
}
