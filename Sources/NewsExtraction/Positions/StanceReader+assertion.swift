import NewsEvents
import NewsText

/// Whether a stance is really taken: not wished for, asked about, denied, possible or generic.
extension StanceReader {
    /// Whether the text says that the stance of a verb is taken.
    func isAsserted(_ verb: Int) -> Bool {
        guard !isSupposed(verb) else { return false }
        let auxiliaries = reading.tree.children(of: verb, by: [.auxiliary]).map { reading.form($0) }
        if auxiliaries.contains(where: Self.possibility.contains) { return false }
        if reading.tree.children(of: verb, by: [.marker]).contains(where: { reading.form($0) == "to" }) {
            return isCarried(verb)
        }
        if reading.isIngForm(verb), auxiliaries.isEmpty {
            let leads = reading.tree.children(of: verb, by: [.marker, .caseMarking]).map { reading.form($0) }
            let hasOwnSubject =
                reading.tree.child(of: verb, by: [.nominalSubject]) != nil
                || verb > 0 && reading.entityOfToken[verb - 1] != nil
            guard
                leads.allSatisfy({ ["by", "in", "while"].contains($0) || $0 == "with" && hasOwnSubject })
            else {
                return false
            }
        }
        if [.clausalSubject, .adjectivalModifier].contains(reading.relation(verb).universal) { return false }
        if reading.relation(verb) == .relativeClause, isGeneric(verb) { return false }
        if isHabit(verb) { return false }
        return isHeldTrue(verb)
    }

    private static let possibility: Set<String> = [
        "may", "might", "can", "could", "should", "must", "shall", "ca", "ought",
    ]

    /// Conditions and questions; a quoted question too.
    private func isSupposed(_ verb: Int) -> Bool {
        if reading.isHypothetical(verb) { return true }
        let sentence = reading.document.sentences[reading.sentence(of: verb)]
        let last = sentence.tokens.last { reading.token($0).tag == .punctuation && !reading.isMark($0) }
        return last.map { reading.form($0) == "?" } ?? false
    }

    /// "continued to support", "went on to condemn", "I want to thank", "wrote to urge".
    private func isCarried(_ verb: Int) -> Bool {
        let governor = reading.token(verb).head
        guard governor != verb, isAsserted(governor) else { return false }
        let relation = reading.relation(verb).universal
        let lexicon = reading.lexicons.stances
        if relation == .conjunct { return true }
        // "was quick to praise"
        if reading.token(governor).tag == .adjective, [.openComplement, .adverbialClause].contains(relation) {
            return lexicon.holds(reading.form(governor), in: .carrying)
        }
        if relation == .openComplement {
            // "are said to be opposed to it"
            if isPassive(governor),
                ["say", "believe", "report", "understand", "know"].contains(reading.lemma(governor))
            {
                return true
            }
            if lexicon.holds(reading.lemma(governor), in: .carrying) { return true }
            return ["like", "want", "wish"].contains(reading.lemma(governor))
                && (reading.tree.child(of: governor, by: [.nominalSubject]).map(isFirstPerson) ?? false)
        }
        // A purpose is carried out where it is words: "gathered to demand"; help can fail: "sent troops to support".
        guard relation == .adverbialClause, let entry = lexicon.verbs[reading.lemma(verb)] else {
            return false
        }
        return entry.stance == .condemn || entry.stance == .demand || entry.stance == .oppose
    }

    /// "countries that Israel approves": whichever these are.
    private func isGeneric(_ verb: Int) -> Bool {
        let noun = reading.token(verb).head
        if verb > 0, reading.tree.span(of: verb).lowerBound > 0,
            reading.form(reading.tree.span(of: verb).lowerBound - 1) == ","
        {
            return false
        }
        // A name in the phrase says which ones are meant.
        if reading.tree.children(of: noun, by: [.compound, .adjectivalModifier, .possessive])
            .contains(where: { $0 < noun && reading.token($0).tag == .properNoun })
        {
            return false
        }
        let determiners = reading.tree.children(of: noun, by: [.determiner]).map { reading.form($0) }
        let isOpen =
            determiners.isEmpty && reading.token(noun).tag == .noun
            || determiners.contains { ["any", "every", "all", "no", "each"].contains($0) }
            || ["those", "anyone", "everyone", "anybody", "everybody", "whoever", "people"].contains(
                reading.form(noun)
            )
        return isOpen && reading.tree.children(of: verb, by: [.auxiliary]).isEmpty
            && [reading.lemma(verb), reading.lemma(verb) + "s"].contains(reading.form(verb))
    }

    /// "People vote for members": what anybody does at any time.
    private func isHabit(_ verb: Int) -> Bool {
        guard let subject = reading.tree.child(of: verb, by: [.nominalSubject]),
            reading.form(verb) == reading.lemma(verb),
            reading.tree.children(of: verb, by: [.auxiliary]).isEmpty
        else { return false }
        return ["people", "voters", "citizens", "you", "one"].contains(reading.form(subject))
            && reading.tree.children(of: subject, by: [.determiner, .adjectivalModifier, .nominalModifier])
                .isEmpty
    }

    /// Whether no verb above takes back that it is so: "hopes that X will support", "did not say it opposed".
    private func isHeldTrue(_ verb: Int) -> Bool {
        var current = verb
        for _ in 0..<6 {
            let head = reading.token(current).head
            guard head != current else { return true }
            if [.clausalComplement, .openComplement].contains(reading.relation(current).universal) {
                let isOwnWish =
                    reading.tree.child(of: head, by: [.nominalSubject]).map(isFirstPerson) ?? false
                if isNegated(head)
                    || reading.lexicons.stances.holds(reading.lemma(head), in: .unsettled) && !isOwnWish
                {
                    return false
                }
            }
            if reading.relation(current).universal == .adverbialClause,
                reading.tree.children(of: current, by: [.marker]).contains(where: {
                    ["if", "unless", "whether", "until"].contains(reading.form($0))
                })
            {
                return false
            }
            guard
                [.clausalComplement, .openComplement, .conjunct].contains(reading.relation(current).universal)
            else { return true }
            current = head
        }
        return true
    }

    /// Negated for good: "did not welcome", "no longer supports", but not "not only praised".
    func isNegated(_ head: Int) -> Bool {
        let children = reading.tree.children(of: head)
        if children.contains(where: { reading.form($0) == "longer" && $0 > 0 && reading.form($0 - 1) == "no" }
        ) {
            return true
        }
        if let not = children.first(where: { reading.form($0) == "not" }),
            not + 1 < reading.document.tokens.count,
            ["only", "just", "merely", "simply"].contains(reading.form(not + 1))
        {
            return false
        }
        return reading.isNegated(head)
    }

    /// The auxiliary before a verb with "not" or "never" right behind it: "will not", "can never".
    func negatedModal(of verb: Int, among modals: Set<String>) -> Int? {
        reading.tree.children(of: verb, by: [.auxiliary, .passiveAuxiliary, .copula]).first {
            $0 + 1 < verb && modals.contains(reading.form($0))
                && ["not", "n't", "n’t", "never"].contains(reading.form($0 + 1))
        }
    }
}
