public import NewsText

/// What the language model says of one sentence; the first three have one element a word.
public struct SentenceAnalysis: Hashable, Sendable {
    /// The part of speech of each word.
    public let tags: [PartOfSpeech]
    /// The word each word depends on, as an index in the sentence; the root's head is itself.
    ///
    /// Always a tree with one root.
    public let heads: [Int]
    /// How each word depends on its head, subtype included; `root` for the root and nothing else.
    public let relations: [Relation]
    /// What is named, in order and without overlap.
    public let entities: [EntitySpan]

    /// Makes an analysis.
    public init(tags: [PartOfSpeech], heads: [Int], relations: [Relation], entities: [EntitySpan]) {
        self.tags = tags
        self.heads = heads
        self.relations = relations
        self.entities = entities
    }
}
