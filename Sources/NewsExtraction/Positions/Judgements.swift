import NewsEvents
import NewsText

/// Condemnations in words of judgement: "the decision was a big mistake", "called it a provocation", "violates the treaty".
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
            "Ito said the reports were false.",
            finds: "Ito | deny | false | the reports"
        ),
        RuleExample("Lund sees the plan as hostile.", finds: "Lund | condemn | hostile | the plan"),
        RuleExample("Okafor called the law a disgrace.", finds: "Okafor | condemn | a disgrace | the law"),
        RuleExample(
            "Lund said it was unacceptable that the road was closed.",
            finds: "Lund | condemn | unacceptable | the road was closed"
        ),
        RuleExample(
            "Lund said the tax violated the treaty.",
            finds: "Lund | condemn | violated | the tax"
        ),
        RuleExample("Okafor called the tax \"insulting\".", finds: "Okafor | condemn | insulting | the tax"),
    ]

    static let misses = [
        "The decision was unacceptable.", "Lund said the decision was not a mistake.",
        "Ito said it would be wrong to guess.", "Lund said the answer was false.",
        "\"Is the law a disgrace?\" asked Lund.", "Lund said smoking in trains is illegal.",
        "Lund said the river had breached its banks.", "Lund said the talks were a first attempt.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { token -> [EventDraft] in
            if let offended = offended(token, reader) { return offended }
            guard isJudgement(token, reading) else { return [] }
            return named(token, reader) ?? said(token, reader)
        }
    }

    private func isJudgement(_ token: Int, _ reading: Reading) -> Bool {
        if isBlamed(token, reading) || isHeldTo(token, reading) || isUnlawful(token, reading) { return true }
        let lexicon = reading.lexicons.stances
        switch reading.token(token).tag {
        case .adjective, .verb:
            return lexicon.holds(Self.form(token, reading), in: .condemning)
                || lexicon.holds(reading.form(token), in: .untrue) || isMotivated(token, reading)
                || reading.token(token).tag == .adjective && lexicon.holds(reading.lemma(token), in: .offence)
        case .noun:
            return lexicon.holds(reading.lemma(token), in: .offence) || isPloy(token, reading)
                || isSham(token, reading)
        default: return false
        }
    }

    /// A word with what a hyphen joins to it: "short-sighted".
    private static func form(_ word: Int, _ reading: Reading) -> String {
        guard word > 1, reading.form(word - 1) == "-" else { return reading.form(word) }
        return "\(reading.form(word - 2))-\(reading.form(word))"
    }

    /// "politically motivated".
    private func isMotivated(_ word: Int, _ reading: Reading) -> Bool {
        reading.form(word) == "motivated" && word > 0
            && ["politically", "racially", "cynically"].contains(reading.form(word - 1))
    }

    /// "a puppet regime", "a sham trial".
    private func isSham(_ noun: Int, _ reading: Reading) -> Bool {
        reading.tree.children(of: noun, by: [.compound]).contains {
            ["puppet", "sham", "rogue", "kangaroo", "pariah"].contains(reading.form($0))
        }
    }

    /// "Ito bears the blame for it".
    private func isBorne(_ word: Int, _ reading: Reading) -> Bool {
        ["blame", "responsibility", "guilt"].contains(reading.lemma(word))
            && reading.lemma(reading.token(word).head) == "bear"
            && reading.relation(word).universal == .object
    }

    /// "Ito was to blame for it".
    private func isBlamed(_ word: Int, _ reading: Reading) -> Bool {
        reading.form(word) == "blame" && reading.tree.child(of: word, by: [.copula]) != nil
            && reading.tree.children(of: word, by: [.marker]).contains { reading.form($0) == "to" }
    }

    /// "a blatant attempt to derail the talks".
    private func isPloy(_ word: Int, _ reading: Reading) -> Bool {
        reading.lemma(word) == "attempt"
            && reading.tree.children(of: word, by: [.adjectivalModifier]).contains {
                ["blatant", "cynical", "shameless", "brazen", "flagrant"]
                    .contains(
                        reading.form($0)
                    )
            }
    }

    /// "The attack was against international law".
    private func isUnlawful(_ word: Int, _ reading: Reading) -> Bool {
        reading.form(word) == "law" && reading.tree.caseWords(of: word) == "against"
            && reading.tree.child(of: word, by: [.copula]) != nil
    }

    /// "Lund holds Ito responsible".
    private func isHeldTo(_ word: Int, _ reading: Reading) -> Bool {
        ["responsible", "accountable"].contains(reading.form(word))
            && reading.lemma(reading.token(word).head) == "hold"
    }

    /// "The decision is a mistake", "it is wrong", in what somebody says.
    private func said(_ word: Int, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        let speakers = reader.speakers(at: word)
        // "was unexpected and regrettable": the second word shares copula and subject.
        let first = reading.firstConjunct(of: word)
        guard !speakers.isEmpty, reading.tree.child(of: first, by: [.copula]) != nil,
            reader.isAsserted(word) || isBlamed(word, reading), !isNegated(word, reader),
            let subject = subject(of: word, reading) ?? subject(of: first, reading),
            !isGuess(word, reading)
        else { return [] }
        let stance = stance(of: word, saidOf: subject, reading)
        guard stance == .deny || !Self.plain.contains(reading.form(word)) else { return [] }
        let finding = PositionFinding(
            reader,
            word: word,
            stance: stance,
            holders: speakers,
            cue: cue(word, reading),
            confidence: 0.84
        )
        return finding.events([StanceTarget(reader).judged(subject)])
    }

    /// "would be a mistake", "will be wrong": of what may come one can only guess, save in the strongest words.
    private func isGuess(_ word: Int, _ reading: Reading) -> Bool {
        reading.token(word).tag != .adjective
            && reading.tree.children(of: word, by: [.auxiliary]).contains {
                ["would", "will"].contains(reading.form($0))
            }
    }

    /// What is judged: the subject, or the clause behind "it is unacceptable".
    private func subject(of word: Int, _ reading: Reading) -> Int? {
        let isIt = reading.tree.children(of: word, by: [.expletive, .nominalSubject]).contains {
            $0 < word && reading.form($0) == "it"
        }
        let clauses: RelationSet = [.clausalSubject, .clausalComplement, .openComplement, .adverbialClause]
        if isIt, let clause = reading.tree.children(of: word, by: clauses).first(where: { $0 > word }),
            reading.tree.children(of: clause, by: [.marker]).contains(where: {
                ["that", "to"].contains(reading.form($0))
            })
        {
            return clause
        }
        return reading.tree.children(of: word, by: [.nominalSubject, .clausalSubject]).first {
            $0 < word && reading.form($0) != "what"
        }
    }

    /// "The plan violates the treaty", "undermined peace", in what somebody says of others.
    private func offended(_ verb: Int, _ reader: StanceReader) -> [EventDraft]? {
        let reading = reader.reading
        guard reading.token(verb).tag == .verb,
            reading.lexicons.stances.holds(reading.lemma(verb), in: .offending), !reader.isPassive(verb),
            reader.isAsserted(verb), !reader.isNegated(verb), isSaid(verb, reading),
            let harmed = reading.tree.child(of: verb, by: [.object]),
            reading.lexicons.stances.holds(reading.lemma(harmed), in: .upheld),
            let subject = reading.tree.child(of: verb, by: [.nominalSubject]), subject < verb,
            !reader.isFirstPerson(subject), !reader.isRelativePronoun(subject),
            reading.tree.children(of: verb, by: [.auxiliary]).allSatisfy({
                !["would", "will", "could", "may", "might"].contains(reading.form($0))
            }),
            case let speakers = reader.speakers(at: verb), !speakers.isEmpty,
            !reader.holders(at: subject).contains(where: { holder in
                speakers.contains { $0.entity == holder.entity }
            })
        else { return nil }
        let finding = PositionFinding(
            reader,
            word: verb,
            stance: .condemn,
            holders: speakers,
            confidence: 0.84
        )
        return finding.events([StanceTarget(reader).judged(subject)])
    }

    /// Whether a verb is the predicate of what is said, not a detail of it.
    private func isSaid(_ verb: Int, _ reading: Reading) -> Bool {
        [.root, .clausalComplement, .parataxis, .conjunct].contains(reading.relation(verb).universal)
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

    /// "called the law a disgrace", "described it as unacceptable".
    private func named(_ word: Int, _ reader: StanceReader) -> [EventDraft]? {
        let reading = reader.reading
        let verb = reading.token(word).head
        // "called it 'another irresponsible step'": the adjective judges what the noun names.
        if reading.relation(word).universal == .adjectivalModifier, verb > word,
            reading.lexicons.stances.holds(reading.lemma(reading.token(verb).head), in: .judging),
            let object = reading.tree.children(of: reading.token(verb).head, by: [.object]).first(where: {
                $0 != verb && $0 < word
            })
        {
            return judged(word, verb: reading.token(verb).head, object: object, reader)
        }
        // "called the plan 'unjust'": an adjective behind its noun.
        if [.adjectivalModifier, .adjectivalClause].contains(reading.relation(word).universal), verb < word,
            reading.token(word).tag == .adjective || isMotivated(word, reading),
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
            stance == .deny || isHeldTo(word, reading) || isSham(word, reading)
                || reading.lexicons.stances.holds(Self.form(word, reading), in: .condemning)
                || reading.lexicons.stances.holds(reading.lemma(word), in: .offence)
                || isMotivated(word, reading)
        else { return nil }
        let finding = PositionFinding(
            reader,
            word: word,
            stance: stance,
            holders: holders,
            cue: cue(word, reading),
            confidence: 0.9
        )
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
        if low > 0, reading.form(low - 1) == "against", reading.token(low - 1).head == word { low -= 1 }
        return reading.document.range(of: low..<(word + 1))
    }
}
