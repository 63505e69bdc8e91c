import NewsText

/// What the quotation marks give as said.
extension StatementContent {
    /// Quotations that touch the verb and its speaker: right before "X said", or right behind "X said".
    func adjacentQuotations(to verb: Int, speaker: Int?) -> [Quotation] {
        let sentence = reading.document.sentences[reading.sentence(of: verb)]
        let cue = Set(
            reading.tree.subtree(of: verb) { child in
                ![
                    .nominalSubject, .object, .indirectObject, .auxiliary, .adverbialModifier, .oblique,
                    .temporalOblique,
                ]
                .contains(reading.relation(child).universal) && reading.relation(child).universal != .oblique
            }
        ).filter { !reading.isQuoted[$0] }
        let low = reading.token(min(verb, speaker ?? verb, cue.min() ?? verb)).range.start
        let verbEnd = reading.token(verb).range.end
        return reading.document.quotations.filter { quotation in
            guard quotation.depth == 0, quotation.outside.overlaps(sentence.range) else { return false }
            let words = reading.document.tokens[sentence.tokens].filter {
                quotation.inside.contains($0.range) && $0.tag != .punctuation
            }.count
            if quotation.outside.end <= low {
                return isGap(quotation.outside.end, low) && words > 0
            }
            guard quotation.outside.start >= verbEnd else { return false }
            guard words > 1 else { return false }
            let start = quotation.outside.start
            if isGap(cueEnd(verb, before: start, withThings: false), start) { return true }
            // "released a statement: …": a thing between verb and quotation needs a colon or comma behind it.
            let end = cueEnd(verb, before: start, withThings: true)
            return isGap(end, start)
                && reading.document.string(TextRange(end, start)).contains { $0 == ":" || $0 == "," }
        }
    }

    /// End of the cue's own words before `limit`: the verb, its listener, its date, on demand its object.
    private func cueEnd(_ verb: Int, before limit: Int, withThings: Bool) -> Int {
        var end = reading.token(verb).range.end
        for child in reading.tree.children(of: verb)
        where [.object, .indirectObject, .oblique, .adverbialModifier, .nominalSubject].contains(
            reading.relation(child).universal
        )
            && !reading.isQuoted[child]
            && (withThings || reading.relation(child).universal != .object
                || reading.entityOfHead[child] != nil)
        {
            let range = reading.document.range(of: reading.tree.span(of: child) { reading.isQuoted[$0] })
            if range.end <= limit { end = max(end, range.end) }
        }
        return end
    }

    /// Whether only blanks, commas, colons or a conjunction stand between two places.
    private func isGap(_ start: Int, _ end: Int) -> Bool {
        guard start <= end, end - start < 12 else { return false }
        let between = reading.document.string(TextRange(start, end)).lowercased()
        let words = between.split { $0.isWhitespace || ",:;–—-".contains($0) }
        return words.count <= 1 && words.allSatisfy { Self.connectors.contains(String($0)) }
    }

    private static let connectors: Set<String> = ["that", "but", "and", "because", "if"]
}
