import NewsText

/// How a verb tells its deed: once and in the past, or as something standing, finished or told of another time.
extension Reading {
    /// Whether a verb tells of one deed in the past: "said" and "saying", not "says", "has said" or "had said".
    func isSimplePast(_ verb: Int) -> Bool {
        let form = form(verb)
        if isIngForm(verb) { return true }
        let isPerfect = tree.children(of: verb, by: [.auxiliary]).contains {
            ["has", "have", "had", "'ve", "’ve"].contains(self.form($0))
        }
        return !isPerfect && form != lemma(verb) && !form.hasSuffix("s")
    }

    /// "told the Herald": on an occasion of its own.
    func isInterview(_ statement: StatementDraft) -> Bool {
        statement.audience.map { audience in
            tokens(in: audience).contains { token in
                entityOfHead[token].map { document.entities[$0].kind == .organisation } ?? false
            }
        } ?? false
    }

    /// Whether an adverb moves a verb to a time of its own: "said earlier", "has repeatedly said", "later said".
    func isOfAnotherTime(_ verb: Int) -> Bool {
        tree.children(of: verb, by: [.adverbialModifier, .oblique]).contains { child in
            Self.otherTimes.contains(form(child))
                && !document.dates.contains { $0.tokens.contains(child) }
        }
    }

    private static let otherTimes: Set<String> = [
        "earlier", "previously", "before", "once", "repeatedly", "often", "always", "long", "formerly",
        "originally", "initially", "later", "subsequently", "recently", "consistently", "frequently",
        "regularly", "sometimes", "eventually", "afterwards", "afterward", "ago", "past",
    ]

    /// The finite verb that tells a word: itself, or the one it hangs on without a relative clause between.
    func tellingVerb(of word: Int) -> Int? {
        var current = word
        for _ in 0..<10 {
            if relation(current) == .relativeClause { return nil }
            let isVerb = token(current).tag == .verb
            let isFinite =
                !isIngForm(current)
                && ![.openComplement, .adjectivalClause].contains(relation(current).universal)
            if isVerb, isFinite { return current }
            let head = token(current).head
            if head == current { return isVerb ? current : nil }
            current = head
        }
        return nil
    }

    /// The root of a sentence.
    func root(of sentence: Int) -> Int? {
        document.sentences[sentence].tokens.first { token($0).head == $0 }
    }
}
