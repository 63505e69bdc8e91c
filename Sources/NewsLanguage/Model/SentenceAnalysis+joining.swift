import NewsText

extension SentenceAnalysis {
    /// One analysis of consecutive windows: later roots hang on the first as `parataxis`.
    init(joining windows: ArraySlice<SentenceAnalysis>) {
        var tags: [PartOfSpeech] = []
        var heads: [Int] = []
        var relations: [Relation] = []
        var entities: [EntitySpan] = []
        var root: Int?
        for window in windows {
            let offset = tags.count
            tags += window.tags
            entities += window.entities.map {
                EntitySpan(
                    tokens: ($0.tokens.lowerBound + offset)..<($0.tokens.upperBound + offset),
                    kind: $0.kind
                )
            }
            for (word, head) in window.heads.enumerated() {
                if head == word, let root {
                    heads.append(root)
                    relations.append(.parataxis)
                } else {
                    heads.append(head + offset)
                    relations.append(window.relations[word])
                }
            }
            if root == nil { root = window.heads.enumerated().first { $0.offset == $0.element }?.offset }
        }
        self.init(tags: tags, heads: heads, relations: relations, entities: entities)
    }
}
