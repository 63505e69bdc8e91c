import NewsEvents
import NewsText

/// Threats: a speaker says what harm he will do, as a rule with the condition for it.
///
/// The harm must be the speaker's own act ("we will respond", "Norway said it would retaliate"): who warns that another
/// will attack does not threaten. Without a condition only the verbs that can be nothing else count, what one warns that one
/// will do, and the heavy price that others will pay.
struct ConditionalThreats: ExtractionRule {
    static let summary = "a speaker's own hostile act to come, with or without its condition"

    static let matches = [
        RuleExample(
            "The rebels said they would attack the city if the talks fail.",
            finds: "rebels | threaten | would attack | attack the city"
        ),
        RuleExample(
            "\"If they do not stop, we will retaliate,\" said Havel.",
            finds: "Havel | threaten | will retaliate | retaliate"
        ),
        RuleExample(
            "Norway warned that it would close the port.",
            finds: "Norway | threaten | would close | close the port"
        ),
        RuleExample(
            "Norway warned that the rebels would pay dearly.",
            finds: "Norway | threaten | would pay | the rebels would pay dearly"
        ),
        RuleExample(
            "Norway said the rebels would pay a heavy price.",
            finds: "Norway | threaten | would pay | the rebels would pay a heavy price"
        ),
    ]

    static let misses = [
        "Havel said the rebels would attack the city.", "\"If it rains we will walk,\" said Lund.",
        "Okafor said he would respond to questions.", "Norway warned that it would rain.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { token -> [EventDraft] in
            guard reading.token(token).tag == .verb, let statement = reader.statement(at: token),
                !statement.speakers.isEmpty
            else { return [] }
            if let price = price(token, in: statement, reader) { return price }
            guard
                reading.lexicons.stances.holds(reading.lemma(token), in: .hostile)
                    || isWarned(token, in: statement, reading)
            else { return [] }
            return threat(token, in: statement, reader)
        }
    }

    private func threat(_ verb: Int, in statement: StatementDraft, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        // "destroy and obliterate": one threat in two words.
        let head = reading.token(verb).head
        if reading.relation(verb).universal == .conjunct, verb - head == 2,
            reading.lexicons.stances.holds(reading.lemma(head), in: .hostile)
        {
            return []
        }
        guard let will = will(of: verb, reading), !reader.isNegated(verb), !reader.isPassive(verb),
            reading.relation(verb).universal != .adverbialClause,
            isOwnAct(verb, of: statement, reader)
        else { return [] }
        let isConditional = hasCondition(verb, reading)
        guard
            isConditional || Self.unmistakable.contains(reading.lemma(verb))
                || isWarned(verb, in: statement, reading)
        else { return [] }
        var finding = PositionFinding(
            reader,
            word: verb,
            stance: .threaten,
            holders: statement.speakers,
            confidence: 0.9
        )
        finding.cue = reading.document.range(of: (will < verb && verb - will < 4 ? will : verb)..<(verb + 1))
        if !isConditional { finding.doubt("it is told without a condition", cost: 0.1) }
        let run = StanceTarget(reader).phrase(verb)
        return finding.events([reading.document.range(of: verb..<max(run.upperBound, verb + 1))])
    }

    /// "warned that it would close the port": an act of one's own that one warns of.
    private func isWarned(_ verb: Int, in statement: StatementDraft, _ reading: Reading) -> Bool {
        guard let cue = statement.cueToken, reading.lemma(cue) == "warn" else { return false }
        // "it would rain", "it would be cold": no act.
        guard !["rain", "snow", "be", "become", "take", "get", "last"].contains(reading.lemma(verb)) else {
            return false
        }
        return reading.token(verb).head == cue && reading.relation(verb).universal == .clausalComplement
    }

    /// "They will pay a heavy price", "will face consequences": said to others.
    private func price(_ verb: Int, in statement: StatementDraft, _ reader: StanceReader) -> [EventDraft]? {
        let reading = reader.reading
        guard isPrice(verb, reading), let will = will(of: verb, reading), !reader.isNegated(verb),
            !isOwnAct(verb, of: statement, reader)
        else { return nil }
        var finding = PositionFinding(
            reader,
            word: verb,
            stance: .threaten,
            holders: statement.speakers,
            confidence: 0.82
        )
        finding.cue = reading.document.range(of: (will < verb && verb - will < 4 ? will : verb)..<(verb + 1))
        let start = reading.tree.child(of: verb, by: [.nominalSubject]).map {
            StanceTarget(reader).phrase($0, briefly: true).lowerBound
        }
        return finding.events([
            reading.document.range(
                of: min(start ?? verb, verb)..<max(StanceTarget(reader).phrase(verb).upperBound, verb + 1)
            )
        ])
    }

    /// "pay a heavy price", "pay dearly", "face the consequences".
    private func isPrice(_ verb: Int, _ reading: Reading) -> Bool {
        guard ["pay", "face", "suffer", "bear"].contains(reading.lemma(verb)) else { return false }
        guard let object = reading.tree.child(of: verb, by: [.object]) else {
            return reading.tree.children(of: verb, by: [.adverbialModifier]).contains {
                ["dearly", "heavily"].contains(reading.form($0))
            }
        }
        return object > verb
            && (["consequence", "retaliation", "retribution"].contains(reading.lemma(object))
                || reading.lemma(object) == "price"
                    && reading.tree.child(of: object, by: [.adjectivalModifier]) != nil)
    }

    private static let unmistakable: Set<String> = [
        "retaliate", "destroy", "obliterate", "annihilate", "punish", "crush", "avenge", "bomb",
    ]

    /// The "will" or "would" of a verb, its own or that of the verb it is coordinated with.
    private func will(of verb: Int, _ reading: Reading) -> Int? {
        let own = reading.tree.children(of: verb, by: [.auxiliary])
        if let will = own.first(where: {
            ["will", "would", "'ll", "’ll", "shall"].contains(reading.form($0))
        }) {
            return will
        }
        guard own.isEmpty, reading.relation(verb).universal == .conjunct,
            reading.tree.child(of: verb, by: [.nominalSubject]) == nil
        else { return nil }
        return self.will(of: reading.token(verb).head, reading)
    }

    private func isOwnAct(_ verb: Int, of statement: StatementDraft, _ reader: StanceReader) -> Bool {
        guard let subject = reader.subject(of: verb) else { return false }
        if reader.isFirstPerson(subject) { return true }
        return reader.reading.actors(at: subject).contains { actor in
            statement.speakers.contains { speaker in
                speaker.entity == actor.entity
                    || reader.reading.home(ofPerson: speaker.entity)
                        == reader.reading.document.entities[actor.entity].name
            }
        }
    }

    private func hasCondition(_ verb: Int, _ reading: Reading) -> Bool {
        var verbs = [verb] + reading.tree.children(of: verb, by: [.conjunct])
        if reading.relation(verb).universal == .conjunct { verbs.append(reading.token(verb).head) }
        return verbs.contains { verb in
            reading.tree.children(of: verb, by: [.adverbialClause]).contains { clause in
                reading.tree.children(of: clause, by: [.marker]).contains {
                    ["if", "unless"].contains(reading.form($0))
                }
            }
        }
    }
}
