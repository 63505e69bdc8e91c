/// One syntactic word of the text with its analysis, as Universal Dependencies defines words.
///
/// A word split from a contraction ("don't" → "do", "n't") has a range of its own; ranges never overlap.
public struct Token: Hashable, Sendable {
    /// Where the word stands.
    public let range: TextRange
    /// The word as written.
    public let form: String
    /// The dictionary form, lower case except for proper nouns.
    public var lemma: String
    /// The universal part of speech.
    public var tag: PartOfSpeech
    /// Index in the document's tokens of the word this one depends on; its own index for the root of a sentence.
    public var head: Int
    /// How it depends on its head.
    public var relation: Relation

    /// Makes a token; until a parser has run, `head` is the token's own index.
    public init(
        range: TextRange,
        form: String,
        lemma: String = "",
        tag: PartOfSpeech = .other,
        head: Int,
        relation: Relation = .root
    ) {
        self.range = range
        self.form = form
        self.lemma = lemma
        self.tag = tag
        self.head = head
        self.relation = relation
    }
}
