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
        let named = speaker.map { namedWords(at: $0, of: verb) } ?? verb
        let low = reading.token(min(verb, named, cue.min() ?? verb)).range.start
        let verbEnd = reading.token(verb).range.end
        return reading.quotations(over: sentence.range).filter { quotation in
            let words = reading.document.tokens[sentence.tokens].filter {
                quotation.inside.contains($0.range) && $0.tag != .punctuation
            }.count
            if quotation.outside.end <= low {
                // "…," Ito said, adding "…": what stands before a participle is of the verb before.
                return isGap(quotation.outside.end, low, connectors: []) && words > 0
                    && !isOfLead(quotation, verb)
                    && (!reading.isIngForm(verb) || isOverheard(verb))
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

    /// `The deal "helps nobody," Ito said`: the unquoted words before a quotation that is only the end of their clause.
    func unquotedStart(before quotation: Quotation, verb: Int, speaker: Int?) -> TextRange? {
        let sentence = reading.document.sentences[reading.sentence(of: verb)].tokens
        let words = reading.tokens(in: quotation.inside)
        guard quotation.outside.end <= reading.token(verb).range.start,
            words.lowerBound > sentence.lowerBound,
            words.upperBound <= verb, quotation.closure == .balanced
        else { return nil }
        var low = sentence.lowerBound
        while low < words.lowerBound, [.coordinator, .punctuation].contains(reading.relation(low).universal) {
            low += 1
        }
        let lead = low..<words.lowerBound
        let isFragment = !words.contains { [.verb, .auxiliary].contains(reading.token($0).tag) }
        let hasSubject = lead.contains { token in
            reading.relation(token).universal == .nominalSubject && token != speaker
                && (words.contains(reading.token(token).head) || reading.token(token).head == verb
                    || lead.contains(reading.token(token).head) && isFragment)
        }
        let isReport = lead.contains { token in
            reading.isQuoted[token]
                || reading.token(token).tag == .verb && ReportingVerbs.frames(of: token, in: reading) != nil
        }
        guard hasSubject, !isReport else { return nil }
        return reading.document.range(of: lead)
    }

    /// `Calling it "late", Ito said the talks were over`: words quoted in a clause that leads in what is said.
    private func isOfLead(_ quotation: Quotation, _ verb: Int) -> Bool {
        guard let word = reading.tokens(in: quotation.inside).first,
            let said = reading.tree.child(of: verb, by: [.clausalComplement]), said > verb
        else { return false }
        return reading.tree.children(of: verb, by: [.adverbialClause]).contains { lead in
            lead < verb && !reading.isQuoted[lead] && reading.tree.isWithin(word, lead)
        }
    }

    /// "is heard telling them", "was quoted as saying".
    private func isOverheard(_ verb: Int) -> Bool {
        let head = reading.token(verb).head
        guard reading.isPassive(head) else { return false }
        return head == verb - 1 && ["hear", "see", "record", "film"].contains(reading.lemma(head))
            || head == verb - 2 && ["quote", "cite"].contains(reading.lemma(head))
    }

    /// Where the words that name the speaker begin: "the ministry's chief spokesman Ito said".
    private func namedWords(at speaker: Int, of verb: Int) -> Int {
        guard speaker < verb else { return speaker }
        return reading.tree.span(of: speaker) { reading.isQuoted[$0] }.lowerBound
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
    private func isGap(_ start: Int, _ end: Int, connectors: Set<String> = connectors) -> Bool {
        guard start <= end, end - start < 12 else { return false }
        let between = reading.document.string(TextRange(start, end)).lowercased()
        let words = between.split { $0.isWhitespace || ",:;–—-".contains($0) }
        return words.count <= 1 && words.allSatisfy { connectors.contains(String($0)) }
    }

    private static let connectors: Set<String> = ["that", "but", "and", "because", "if"]
}
