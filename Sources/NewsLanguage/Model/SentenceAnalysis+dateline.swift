import NewsText

extension SentenceAnalysis {
    /// The analysis of a sentence from that of its dateline and that of the rest: the dateline hangs on the sentence.
    init(dateline: SentenceAnalysis, before rest: SentenceAnalysis) {
        let offset = dateline.tags.count
        let root = offset + (rest.heads.enumerated().first { $0.offset == $0.element }?.offset ?? 0)
        var heads = dateline.heads
        var relations = dateline.relations
        for word in heads.indices where heads[word] == word {
            heads[word] = root
            relations[word] = .unspecified
        }
        self.init(
            tags: dateline.tags + rest.tags,
            heads: heads + rest.heads.map { $0 + offset },
            relations: relations + rest.relations,
            entities: dateline.entities
                + rest.entities.map {
                    EntitySpan(
                        tokens: ($0.tokens.lowerBound + offset)..<($0.tokens.upperBound + offset),
                        kind: $0.kind
                    )
                }
        )
    }
}
