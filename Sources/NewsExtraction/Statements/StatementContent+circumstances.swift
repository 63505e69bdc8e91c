import NewsText

/// What belongs to the saying although the tree hangs it on what was said.
extension StatementContent {
    /// Adjuncts that belong to the saying although the tree hangs them on what was said.
    func isCircumstance(_ token: Int, of complement: Int, verb: Int) -> Bool {
        guard token > complement, token > verb, !reading.isQuoted[token] else { return false }
        let relation = reading.relation(token).universal
        // "says the army is weak and says he will expand it": the second saying goes on with the speaker.
        if relation == .conjunct, reading.token(token).tag == .verb, reading.token(verb).tag == .verb,
            reading.tree.child(of: token, by: [.nominalSubject, .auxiliary]) == nil,
            Self.isSameTense(token, verb, reading),
            reading.lexicons.reporting[reading.lemma(token)]?.contains(.clause) == true,
            reading.tree.child(of: token, by: [.clausalComplement, .openComplement, .oblique]) != nil
        {
            return true
        }
        if relation != .clausalComplement, reading.isIngForm(token),
            reading.token(token).tag == .verb,
            reading.lexicons.reporting[reading.lemma(token)]?.contains(.clause) == true,
            reading.tree.child(of: token, by: [.nominalSubject, .auxiliary]) == nil,
            followsComma(token)
                || token + 1 < reading.document.tokens.count && reading.form(token + 1) == "that"
        {
            return true
        }
        // "said the plan was dead, the agency reported": who reports the saying is no part of it.
        if relation == .parataxis, reading.token(token).tag == .verb,
            reading.lexicons.reporting[reading.lemma(token)]?.contains(.clause) == true,
            let subject = reading.tree.child(of: token, by: [.nominalSubject]), subject < token,
            reading.tree.child(of: token, by: [.clausalComplement, .openComplement, .object]) == nil
        {
            return true
        }
        // "said the plan was dead, according to the agency": so is whom the writer has the saying from.
        if relation == .oblique, reading.tree.caseWords(of: token) == "according to" {
            let phrase = reading.tree.span(of: token)
            let sentence = reading.document.sentences[reading.sentence(of: token)].tokens
            return phrase.lowerBound > sentence.lowerBound
                && [",", "\"", "”"].contains(reading.form(phrase.lowerBound - 1))
                && (phrase.upperBound..<sentence.upperBound).allSatisfy {
                    reading.token($0).tag == .punctuation
                }
        }
        if relation == .adverbialClause {
            let subject = reading.tree.child(of: token, by: [.nominalSubject, .clausalSubject])
            let marker = reading.tree.child(of: token, by: [.marker]).map { reading.form($0) }
            // ", even as they hailed the deal": what they did meanwhile.
            if marker == "as", token > 2, let subject,
                ["he", "she", "they", "it"].contains(reading.form(subject)),
                let first = reading.tree.span(of: token).first(where: {
                    reading.token($0).tag != .punctuation
                }),
                reading.form(first) == "even", reading.form(first - 1) == ","
            {
                return true
            }
            // "vowed to help as their ministers met": the occasion.
            if marker == "as", subject != nil, reading.isSimplePast(token), !reading.isQuoted[token],
                reading.lexicons.meetingVerbs[reading.lemma(token)]?.sort == .together
                    || reading.lexicons.visitVerbs[reading.lemma(token)] != nil
            {
                return true
            }
            // "…, she said while visiting the port", but not "they should cut costs while raising pay".
            if subject == nil, marker == "while" || marker == "when" {
                return Self.settings.contains(reading.lemma(token))
            }
            // "…, adding that", "…, citing": a participle of saying goes on with the speaker.
            return subject == nil && marker == nil && reading.isIngForm(token)
                && (reading.lexicons.reporting[reading.lemma(token)] != nil
                    || ["refer", "speak"].contains(reading.lemma(token)))
        }
        // "told the truth in his speech, in front of all": what follows the occasion of saying goes with it.
        return relation == .oblique
            && (isOccasion(token)
                || reading.tree.children(of: reading.token(token).head, by: [.oblique]).contains {
                    $0 < token && $0 > verb && isOccasion($0)
                })
    }

    /// "in an interview", "at a briefing"; not "promised him in a call that the road would stay", where arguments behind it
    /// show that it belongs to what was said.
    private func isOccasion(_ adjunct: Int) -> Bool {
        let arguments: RelationSet = [
            .clausalComplement, .openComplement, .object, .conjunct, .adverbialClause, .nominalSubject,
        ]
        return reading.lexicons.nouns.occasions.contains(reading.lemma(adjunct))
            && ["in", "during", "at", "on", "via"].contains(reading.tree.caseWords(of: adjunct) ?? "")
            && !reading.tree.children(of: reading.token(adjunct).head, by: arguments).contains {
                $0 > adjunct
            }
    }

    /// What one does while one says something.
    private static let settings: Set<String> = [
        "sit", "stand", "speak", "talk", "address", "visit", "travel", "appear", "attend", "meet", "fly",
        "answer", "brief",
        "campaign", "testify", "host", "tour", "ask", "press", "question", "announce", "unveil", "introduce",
        "present", "respond", "reply", "comment", "discuss", "take", "leave", "arrive", "receive", "welcome",
    ]

    static func isSameTense(_ a: Int, _ b: Int, _ reading: Reading) -> Bool {
        func isPast(_ token: Int) -> Bool {
            reading.form(token) != reading.lemma(token) && !reading.form(token).hasSuffix("s")
                || reading.tree.children(of: token, by: [.auxiliary]).contains {
                    ["did", "had", "has", "have"].contains(reading.form($0))
                }
        }
        return isPast(a) == isPast(b)
    }

    /// Whether a comma, and at most an adverb, stands before a word.
    private func followsComma(_ token: Int) -> Bool {
        guard token > 2 else { return false }
        let before = reading.token(token - 1).tag == .punctuation ? token - 1 : token - 2
        guard
            before == token - 1 || Self.additions.contains(reading.form(token - 1))
                || reading.token(token - 1).tag == .adverb
        else { return false }
        return [",", "\"", "”", "''"].contains(reading.form(before))
    }

    private static let additions: Set<String> = ["further", "also", "later", "then", "and"]
}
