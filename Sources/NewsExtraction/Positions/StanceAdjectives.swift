import NewsEvents
import NewsText

/// Positions shown by an adjective or phrase of stance said of its holder, and by conditions somebody sets.
struct StanceAdjectives: ExtractionRule {
    static let summary = "an adjective or phrase of stance: opposed to, in favour of, against, contingent on"

    static let matches = [
        RuleExample("Havel is opposed to the plan.", finds: "Havel | oppose | opposed | the plan"),
        RuleExample("Havel is ready to meet the rebels.", finds: "Havel | pledge | ready | meet the rebels"),
        RuleExample("Lund is in favour of the treaty.", finds: "Lund | support | in favour of | the treaty"),
        RuleExample("\"We are against the tax,\" said Okafor.", finds: "Okafor | oppose | against | the tax"),
        RuleExample("Ito resigned in protest at the law.", finds: "Ito | oppose | in protest | the law"),
        RuleExample(
            "Okafor said the aid was contingent on a ceasefire.",
            finds: "Okafor | demand | contingent | a ceasefire"
        ),
    ]

    static let misses = [
        "The door is opposed to the window.", "Havel leaned against the wall.", "Dinner is ready to eat.",
        "Talks will begin when Austria is ready to negotiate.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { token -> [EventDraft] in
            let form = reading.form(token)
            if let entry = reading.lexicons.stances.adjectives[form],
                [.adjective, .verb].contains(reading.token(token).tag)
            {
                return adjective(token, entry: entry, reader)
            }
            if ["for", "against"].contains(form) { return sided(token, reader) }
            if ["favor", "favour", "protest"].contains(form), token > 0, reading.form(token - 1) == "in" {
                return phrase(token, reader)
            }
            return []
        }
    }

    private func adjective(_ word: Int, entry: StanceEntry, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        let isPredicate =
            reading.tree.child(of: word, by: [.copula, .passiveAuxiliary]) != nil
            || [.openComplement, .adverbialClause].contains(reading.relation(word).universal)
                && reading.token(word).head < word
                && Self.linking.contains(reading.lemma(reading.token(word).head))
        guard isPredicate,
            reading.tree.children(of: word, by: [.oblique]).allSatisfy({
                reading.tree.caseWords(of: $0) != "by"
            }),
            reader.isAsserted(word), !isAwaited(word, reader),
            entry.condition != .weak || reading.relation(word) != .relativeClause
        else { return [] }
        let targets = StanceTarget(reader).targets(of: word, places: entry.targets, stance: entry.stance)
        let holders = entry.condition == .voice ? voices(word, reader) : reader.holders(ofVerb: word)
        guard !targets.isEmpty, !holders.isEmpty else { return [] }
        var finding = PositionFinding(
            reader,
            word: word,
            stance: entry.stance,
            holders: holders,
            confidence: 0.92
        )
        if reader.isNegated(word), !finding.negate() { return [] }
        if entry.condition == .weak { finding.doubt("the word does not always show a stance", cost: 0.12) }
        // "open to tourists" takes no stance, "open to talks" does.
        if reading.form(word) == "open", !targets.contains(where: { isOffer($0, reading) }) { return [] }
        if entry.condition == .voice {
            finding.doubt("who sets the condition is taken from who tells of it", cost: 0.14)
        }
        return finding.events(targets)
    }

    private func isOffer(_ target: TextRange, _ reading: Reading) -> Bool {
        reading.tokens(in: target).contains { word in
            let lemma = reading.lemma(word)
            return reading.lexicons.meetingNouns[lemma] != nil || reading.isIngForm(word)
                || [.matter, .asked].contains { reading.lexicons.stances.holds(lemma, in: $0) }
        }
    }

    /// "when Lund is ready to talk": a stance that is waited for.
    private func isAwaited(_ word: Int, _ reader: StanceReader) -> Bool {
        let reading = reader.reading
        return reading.tree.children(of: word, by: [.marker, .adverbialModifier]).contains {
            ["when", "whenever", "once", "until", "till"].contains(reading.form($0))
        }
            && reading.tree.children(of: word, by: [.copula]).contains {
                ["is", "are"].contains(reading.form($0))
            }
    }

    /// Verbs that join a subject with an adjective as "be" does.
    private static let linking: Set<String> = [
        "remain", "become", "seem", "appear", "stand", "stay", "grow", "sound", "feel",
    ]

    private func voices(_ word: Int, _ reader: StanceReader) -> [ActorMention] { reader.speakers(at: word) }

    /// "We are for the freedom to dress", "Lund came out against the bill".
    private func sided(_ preposition: Int, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        let head = reading.token(preposition).head
        guard reading.relation(preposition).universal == .caseMarking, head > preposition,
            reading.tree.child(of: head, by: [.copula]).map({ $0 < preposition }) == true,
            let subject = reading.tree.child(of: head, by: [.nominalSubject]), subject < preposition,
            reader.isAsserted(head), !reader.isNegated(head)
        else { return [] }
        let isFor = reading.form(preposition) == "for"
        // "The letter is for Havel": only people are for something.
        let holders = reader.holders(at: subject)
        let isDirect = (subject + 1..<preposition).allSatisfy {
            reading.token($0).tag != .adposition && reading.token($0).tag != .adjective
        }
        guard !holders.isEmpty, isDirect,
            !isFor || reader.isFirstPerson(subject) && reading.entityOfHead[head] == nil
        else { return [] }
        var finding = PositionFinding(
            reader,
            word: preposition,
            stance: isFor ? .support : .oppose,
            holders: holders,
            confidence: isFor ? 0.82 : 0.88
        )
        finding.cue = reading.token(preposition).range
        return finding.events([reading.document.range(of: withoutLead(head, preposition, reader))])
    }

    private func withoutLead(_ head: Int, _ preposition: Int, _ reader: StanceReader) -> Range<Int> {
        let run = StanceTarget(reader).phrase(head)
        return max(run.lowerBound, preposition + 1)..<max(run.upperBound, preposition + 2)
    }

    /// "in favour of the treaty", "resigned in protest at the law".
    private func phrase(_ noun: Int, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        let isProtest = reading.form(noun) == "protest"
        let words = isProtest ? ["at", "over", "against", "of", "to"] : ["of"]
        guard noun + 2 < reading.document.tokens.count, words.contains(reading.form(noun + 1)) else {
            return []
        }
        let target = reading.token(noun + 1).head > noun ? reading.token(noun + 1).head : noun + 2
        let isPredicate =
            reading.tree.child(of: noun, by: [.copula]) != nil
            || reading.tree.child(of: target, by: [.copula]) != nil
        let governor =
            isPredicate
            ? (reading.tree.child(of: noun, by: [.copula]) != nil ? noun : target) : reading.token(noun).head
        guard governor != noun || isPredicate, reader.isAsserted(governor) else { return [] }
        let verbs: Set<String> = [
            "vote", "speak", "argue", "come", "decide", "rule", "resign", "quit", "march", "rally", "gather",
            "demonstrate", "walk", "leave", "stand", "testify", "campaign",
        ]
        guard isPredicate || isProtest || verbs.contains(reading.lemma(governor)) else { return [] }
        let holders = reader.holders(ofVerb: governor)
        guard !holders.isEmpty else { return [] }
        var finding = PositionFinding(
            reader,
            word: noun,
            stance: isProtest ? .oppose : .support,
            holders: holders,
            confidence: 0.88
        )
        if reader.isNegated(governor), !finding.negate() { return [] }
        let isPhrase = noun + 2 <= reading.document.tokens.count
        finding.cue = reading.document.range(of: (noun - 1)..<(isPhrase && !isProtest ? noun + 2 : noun + 1))
        let run = StanceTarget(reader).phrase(target, briefly: false)
        let words2 = max(run.lowerBound, noun + 2)..<max(run.upperBound, noun + 3)
        return finding.events([reading.document.range(of: words2)])
    }
}
