/// An article's text with everything the language stages found in it.
///
/// Stages run in order and each fills its own part: paragraphs, quotations, sentences and tokens, then tags, lemmas and
/// trees, then mentions, dates and entities. Nothing ever changes `text`.
public struct Document: Sendable {
    /// The text, byte for byte as recorded.
    public let text: String
    /// The text's UTF-8 bytes; every `TextRange` counts in these.
    public let bytes: [UInt8]
    /// The day the article was published.
    public let published: CalendarDate
    /// Paragraphs in order.
    public var paragraphs: [Paragraph] = []
    /// Quotations in order of their start, outer before inner.
    public var quotations: [Quotation] = []
    /// Sentences in order.
    public var sentences: [Sentence] = []
    /// Tokens of all sentences in order.
    public var tokens: [Token] = []
    /// The datelines that open paragraphs ("KYIV, Ukraine (AP) —"), as runs of tokens, in order.
    public var datelines: [Range<Int>] = []
    /// Named mentions in order, none overlapping.
    public var mentions: [Mention] = []
    /// Date expressions in order.
    public var dates: [DateMention] = []
    /// People, organisations, countries and groups, each with all of its mentions.
    public var entities: [Entity] = []
    /// What could not be read as meant.
    public var diagnostics: [Diagnostic] = []

    /// Makes a document with nothing found in it yet.
    public init(text: String, published: CalendarDate) {
        self.text = text
        self.bytes = Array(text.utf8)
        self.published = published
    }

    /// The words at `range`; bytes that are not a whole character read as U+FFFD.
    public func string(_ range: TextRange) -> String {
        String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }

    /// The text covered by a run of tokens; `tokens` must not be empty.
    public func range(of run: Range<Int>) -> TextRange {
        TextRange(tokens[run.lowerBound].range.start, tokens[run.upperBound - 1].range.end)
    }

    /// Index of the sentence that holds the token, found in O(log n).
    public func sentenceIndex(ofToken token: Int) -> Int {
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
