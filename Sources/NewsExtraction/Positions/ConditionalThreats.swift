import NewsEvents
import NewsText

/// Threats: a speaker says what harm he will do, as a rule with the condition for it.
///
/// The harm must be the speaker's own act ("we will respond", "Norway said it would retaliate"): who warns that another
/// will attack does not threaten. Without a condition only the verbs that can be nothing else count.
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
    ]

    static let misses = [
        "Havel said the rebels would attack the city.", "\"If it rains we will walk,\" said Lund.",
        "Okafor said he would respond to questions.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { token -> [EventDraft] in
            guard reading.token(token).tag == .verb,
                reading.lexicons.stances.holds(reading.lemma(token), in: .hostile),
                let statement = reader.statement(at: token), !statement.speakers.isEmpty
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
        guard isConditional || Self.unmistakable.contains(reading.lemma(verb)) else { return [] }
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
            statement.speakers.contains { $0.entity == actor.entity }
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
