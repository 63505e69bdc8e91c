/// A line or block of the text, with what it is to a reader.
public struct Paragraph: Hashable, Sendable {
    /// The text it covers, without surrounding blank space.
    public let range: TextRange
    /// What it is to a reader.
    public let kind: Kind
    /// Index of the earlier paragraph that says the same words, if one does.
    public let repeats: Int?

    /// Makes a paragraph.
    public init(range: TextRange, kind: Kind, repeats: Int? = nil) {
        self.range = range
        self.kind = kind
        self.repeats = repeats
    }

    /// What a paragraph is to a reader.
    public enum Kind: String, Sendable, CaseIterable {
        /// Running text, a heading or headline, a picture's caption, a byline, a line of credits or boilerplate.
        case body, heading, caption, byline, credit
    }
}
