import NewsEvents
import NewsText

/// Condemnations in words of judgement: "the decision was a big mistake", "called it a provocation"; and refusals in words for
/// it: "out of the question".
///
/// Said in a statement, the judgement is the speaker's and its subject the target; with a verb of naming ("called X a
/// disgrace") it is the subject's and the object the target.
struct Judgements: ExtractionRule {
    static let summary =
        "a speaker's word of judgement about something: unacceptable, a disgrace, a grave provocation"

    static let matches = [
        RuleExample(
            "Lund said the decision was unacceptable.",
            finds: "Lund | condemn | unacceptable | the decision"
        ),
        RuleExample(
            "\"Leaving the farmers alone is a big mistake,\" said Ito.",
            finds: "Ito | condemn | a big mistake | Leaving the farmers alone"
        ),
        RuleExample(
            "Ito said a retreat was out of the question.",
            finds: "Ito | oppose | was out of the question | a retreat"
        ),
        RuleExample(
            "Ito said the reports were false.",
            finds: "Ito | deny | false | the reports"
        ),
        RuleExample("Lund sees the plan as hostile.", finds: "Lund | condemn | hostile | the plan"),
        RuleExample("Okafor called the law a disgrace.", finds: "Okafor | condemn | a disgrace | the law"),
        RuleExample("Okafor called the tax \"insulting\".", finds: "Okafor | condemn | insulting | the tax"),
    ]

    static let misses = [
        "The decision was unacceptable.", "Lund said the decision was not a mistake.",
        "Ito said it would be wrong to guess.", "Lund said the answer was false.",
        "\"Is the law a disgrace?\" asked Lund.", "Lund said smoking in trains is illegal.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { token -> [EventDraft] in
            if let refused = refused(token, reader) { return refused }
            guard isJudgement(token, reading) else { return [] }
            return named(token, reader) ?? said(token, reader)
        }
    }

    private func isJudgement(_ token: Int, _ reading: Reading) -> Bool {
        if isBlamed(token, reading) || isHeldTo(token, reading) { return true }
        let lexicon = reading.lexicons.stances
        switch reading.token(token).tag {
        case .adjective, .verb:
            return lexicon.holds(reading.form(token), in: .condemning)
                || lexicon.holds(reading.form(token), in: .untrue)
        case .noun: return lexicon.holds(reading.lemma(token), in: .offence)
        default: return false
        }
    }

    /// "Ito was to blame for it".
    private func isBlamed(_ word: Int, _ reading: Reading) -> Bool {
        reading.form(word) == "blame" && reading.tree.child(of: word, by: [.copula]) != nil
            && reading.tree.children(of: word, by: [.marker]).contains { reading.form($0) == "to" }
    }

    /// "Lund holds Ito responsible".
    private func isHeldTo(_ word: Int, _ reading: Reading) -> Bool {
        ["responsible", "accountable"].contains(reading.form(word))
            && reading.lemma(reading.token(word).head) == "hold"
    }

    /// "A retreat is out of the question", "is not on the table", in what somebody says: they will not have it.
    private func refused(_ word: Int, _ reader: StanceReader) -> [EventDraft]? {
        let reading = reader.reading
        let isRuledOut = reading.form(word) == "question" && reading.tree.caseWords(of: word) == "out of"
        let isOffTable =
            reading.form(word) == "table" && reading.tree.caseWords(of: word) == "on"
            && reader.isNegated(word)
        guard isRuledOut || isOffTable, reading.tree.child(of: word, by: [.copula]) != nil,
            reader.isAsserted(word) || isOffTable,
            case let speakers = reader.speakers(at: word), !speakers.isEmpty,
            let subject = reading.tree.child(of: word, by: [.nominalSubject, .clausalSubject]), subject < word
        else { return nil }
        var finding = PositionFinding(
            reader,
            word: word,
            stance: .oppose,
            holders: speakers,
            confidence: 0.86
        )
        finding.cue = reading.document.range(
            of: reading.tree.span(of: word) { $0 < word && reading.relation($0) == .nominalSubject }.clamped(
                to: (subject + 1)..<(word + 1)
            )
        )
        return finding.events([target(subject, reader)])
    }

    /// "The decision is a mistake", "it is wrong", in what somebody says.
    private func said(_ word: Int, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        let speakers = reader.speakers(at: word)
        guard !speakers.isEmpty, reading.tree.child(of: word, by: [.copula]) != nil, reader.isAsserted(word),
            !isNegated(word, reader),
            let subject = reading.tree.child(of: word, by: [.nominalSubject, .clausalSubject]),
            subject < word,
            reading.tree.children(of: word, by: [.auxiliary]).allSatisfy({
                !["would", "will"].contains(reading.form($0))
            })
        else { return [] }
        let stance = stance(of: word, saidOf: subject, reading)
        guard stance == .deny || !Self.plain.contains(reading.form(word)) else { return [] }
        var finding = PositionFinding(
            reader,
            word: word,
            stance: stance,
            holders: speakers,
            confidence: 0.84
        )
        finding.cue = cue(word, reading)
        return finding.events([target(subject, reader)])
    }

    /// Words that as often state a fact as they judge.
    private static let plain: Set<String> = [
        "illegal", "unlawful", "dangerous", "criminal", "wrong", "false", "untrue", "incorrect", "inaccurate",
        "misleading", "hostile", "unsubstantiated",
    ]

    /// "The reports were false": who says so of a claim denies it.
    private func stance(of word: Int, saidOf thing: Int, _ reading: Reading) -> Stance {
        let lexicon = reading.lexicons.stances
        return lexicon.holds(reading.form(word), in: .untrue)
            && lexicon.holds(reading.lemma(thing), in: .claim)
            ? .deny : .condemn
    }

    private func isNegated(_ word: Int, _ reader: StanceReader) -> Bool {
        reader.isNegated(word)
            || reader.reading.tree.children(of: word).contains { ["no"].contains(reader.reading.form($0)) }
    }

    /// The subject; for "it" the subject of the clause before, which it points back to.
    private func target(_ subject: Int, _ reader: StanceReader) -> TextRange {
        let reading = reader.reading
        let finder = StanceTarget(reader)
        if ["it", "this", "that"].contains(reading.form(subject)), reading.token(subject).tag == .pronoun,
            reading.entityOfHead[subject] == nil
        {
            let sentence = reading.document.sentences[reading.sentence(of: subject)].tokens
            let earlier = (sentence.lowerBound..<subject).first { token in
                reading.relation(token).universal == .nominalSubject && reading.token(token).tag == .noun
                    && reading.isQuoted[token] == reading.isQuoted[subject]
            }
            if let earlier { return reading.document.range(of: finder.phrase(earlier, briefly: true)) }
        }
        let isClause = reading.relation(subject).universal == .clausalSubject
        return reading.document.range(of: finder.phrase(subject, briefly: !isClause))
    }

    /// "called the law a disgrace", "described it as unacceptable".
    private func named(_ word: Int, _ reader: StanceReader) -> [EventDraft]? {
        let reading = reader.reading
        let verb = reading.token(word).head
        // "called the plan 'unjust'": an adjective behind its noun.
        if reading.relation(word).universal == .adjectivalModifier, verb < word,
            reading.lexicons.stances.holds(reading.lemma(reading.token(verb).head), in: .judging),
            reading.relation(verb).universal == .object
        {
            return judged(word, verb: reading.token(verb).head, object: verb, reader)
        }
        guard verb != word, verb < word,
            reading.lexicons.stances.holds(reading.lemma(verb), in: .judging) || isHeldTo(word, reading),
            [.openComplement, .oblique, .adverbialClause, .object].contains(reading.relation(word).universal),
            let object = reading.tree.children(of: verb, by: [.object, .indirectObject]).first(where: {
                $0 != word
            }), object < word || reader.isRelativePronoun(object)
        else { return nil }
        return judged(word, verb: verb, object: object, reader)
    }

    private func judged(_ word: Int, verb: Int, object: Int, _ reader: StanceReader) -> [EventDraft]? {
        let reading = reader.reading
        guard reader.isAsserted(verb), !reader.isNegated(verb), !reader.isPassive(verb)
        else { return nil }
        let holders = reader.holders(ofVerb: verb)
        guard !holders.isEmpty else { return nil }
        let head = StanceTarget(reader).objectHead(of: verb) ?? object
        let stance = stance(of: word, saidOf: head, reading)
        guard
            stance == .deny || reading.lexicons.stances.holds(reading.form(word), in: .condemning)
                || reading.lexicons.stances.holds(reading.lemma(word), in: .offence)
        else { return nil }
        var finding = PositionFinding(reader, word: word, stance: stance, holders: holders, confidence: 0.9)
        finding.cue = cue(word, reading)
        return finding.events([
            reading.document.range(of: StanceTarget(reader).phrase(head, briefly: true, without: word))
        ])
    }

    /// The word with its article and what strengthens it: "a big mistake".
    private func cue(_ word: Int, _ reading: Reading) -> TextRange {
        let children = reading.tree.children(of: word, by: [.determiner, .adjectivalModifier]).filter {
            $0 < word
        }
        var low = word
        while low > 0, children.contains(low - 1) { low -= 1 }
        return reading.document.range(of: low..<(word + 1))
    }
}
