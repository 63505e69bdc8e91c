import NewsText

/// The words around a verb of saying that carry the saying, and the clauses behind it that do not.
extension StatementContent {
    /// The verb with its subject, listener, auxiliaries and adverbials.
    func cueWords(of verb: Int) -> Set<Int> {
        var words: Set<Int> = [verb]
        for child in reading.tree.children(of: verb)
        where ![.clausalComplement, .punctuation].contains(reading.relation(child).universal)
            && !reading.isQuoted[child]
        {
            words.formUnion(reading.tree.subtree(of: child))
        }
        return words
    }

    /// The verb with everything that hangs on it except what was said.
    func cue(_ verb: Int, _ speaker: Int?) -> Set<Int> {
        var cue: Set<Int> = [verb]
        for child in reading.tree.children(of: verb) {
            switch reading.relation(child).universal {
            case .adverbialClause where child > verb && isReason(child): continue
            case .clausalComplement, .clausalSubject, .openComplement, .parataxis, .conjunct, .punctuation,
                .object,
                .indirectObject:
                continue
            case .nominalSubject where child != speaker && (speaker ?? child) < verb && child > verb: continue
            default: cue.formUnion(reading.tree.subtree(of: child))
            }
        }
        if reading.tree.child(of: verb, by: [.clausalComplement]) == nil, let said = clauseOfOccasion(verb) {
            cue.subtract(reading.tree.subtree(of: said))
        }
        return cue
    }

    /// "said they met when he visited Oslo": both are told as past, so the visit is when they met; "said so when he spoke to the
    /// press" is when he said it.
    func isTimeOfDeed(_ clause: Int) -> Bool {
        let speaking: Set<String> = [
            "speak", "talk", "address", "ask", "press", "question", "testify", "appear",
        ]
        guard
            reading.tree.children(of: clause).contains(where: { $0 < clause && reading.form($0) == "when" }),
            reading.tree.child(of: clause, by: [.nominalSubject]) != nil, reading.isSimplePast(clause),
            !reading.isPassive(clause), !speaking.contains(reading.lemma(clause)),
            let deed = reading.tree.children(of: reading.token(clause).head, by: [.clausalComplement]).last(
                where: { $0 < clause }
            )
        else { return false }
        return reading.isSimplePast(deed) && reading.lemma(deed) != "be"
            && reading.tree.child(of: deed, by: [.copula]) == nil
    }

    /// "said it was useless unless it led to peace": a reason, condition or contrast that belongs to what was said.
    func isReason(_ clause: Int) -> Bool {
        let marker = reading.tree.child(of: clause, by: [.marker]).map { reading.form($0) } ?? ""
        if ["because", "if", "unless"].contains(marker) || isTimeOfDeed(clause) { return true }
        let before = reading.tree.span(of: clause).lowerBound - 1
        return marker == "while" && before >= 0 && reading.form(before) != ","
            && reading.tree.child(of: clause, by: [.nominalSubject]) != nil
    }
}
