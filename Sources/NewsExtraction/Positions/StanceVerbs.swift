import NewsEvents
import NewsText

/// Positions shown by a verb of stance, in running text and in quoted words.
///
/// In the passive the subject is the target and the agent the holder. Negation turns a stance round where language does:
/// who does not support, opposes; a negated opposition or demand is no position. Verbs in conditions, questions, wishes
/// and purposes are left out, as is what others are only urged to do.
struct StanceVerbs: ExtractionRule {
    static let summary = "a verb of stance with its subject and what it is about"

    static let matches = [
        RuleExample("Havel rejected the plan.", finds: "Havel | oppose | rejected | the plan"),
        RuleExample("The plan was condemned by Okafor.", finds: "Okafor | condemn | condemned | The plan"),
        RuleExample("Okafor reneged on the treaty.", finds: "Okafor | oppose | reneged | the treaty"),
        RuleExample("Ito urged Lund to resign.", finds: "Ito | demand | urged | Lund to resign"),
        RuleExample("\"I reject the new tax,\" said Havel.", finds: "Havel | oppose | reject | the new tax"),
        RuleExample(
            "Okafor called for the bill to be dropped.",
            finds: "Okafor | demand | called for | the bill to be dropped"
        ),
        RuleExample(
            "Lund denied that he had met the rebels.",
            finds: "Lund | deny | denied | he had met the rebels"
        ),
        RuleExample(
            "Havel criticised and rejected the plan.",
            finds: "Havel | condemn | criticised | the plan"
        ),
        RuleExample(
            "Havel rejected claims that the bridge was unsafe.",
            finds: "Havel | deny | rejected | claims that the bridge was unsafe"
        ),
        RuleExample("Okafor vowed to retaliate.", finds: "Okafor | threaten | vowed | retaliate"),
        RuleExample("Norway wants Kenya to leave.", finds: "Norway | demand | wants | Kenya to leave"),
        RuleExample("Norway offered Kenya a loan.", finds: "Norway | pledge | offered | a loan"),
        RuleExample(
            "Norway insisted it would leave the treaty.",
            finds: "Norway | pledge | insisted | it would leave the treaty"
        ),
        RuleExample(
            "Norway warned Kenya of grave consequences.",
            finds: "Norway | threaten | warned | grave consequences"
        ),
        RuleExample("Norway denies that.", finds: "Norway | deny | denies | that"),
        RuleExample("Norway would welcome a truce.", finds: "Norway | support | welcome | a truce"),
        RuleExample("Ito does not support the deal.", finds: "Ito | oppose | support | the deal"),
        RuleExample(
            "Norway would not rule out the use of force.",
            finds: "Norway | threaten | rule out | the use of force"
        ),
        RuleExample(
            "Ito took the ministry to task for the delay.",
            finds: "Ito | condemn | took | the ministry to task for the delay"
        ),
        RuleExample("Lund voted against the treaty.", finds: "Lund | oppose | voted against | the treaty"),
        RuleExample(
            "Ito promised to hold new elections and cancel the debt of farmers.",
            finds: "Ito | pledge | promised | cancel the debt of farmers"
        ),
    ]

    static let misses = [
        "The plan was discussed by Okafor.", "Havel backed away from the door.",
        "Havel hopes that Okafor will support the plan.", "Did Lund reject the offer?",
        "If Ito rejects the plan, talks will end.", "Havel may support the plan.",
        "Havel wants to leave early.", "Okafor offered tea to his guests.",
        "Mark Okafor assured farmers that it would rain.",
        "Lund described soldiers that Okafor approves of.", "Lund was asked by Ito about the bridge.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { token -> [EventDraft] in
            guard reading.token(token).tag == .verb, let (key, entry) = entry(for: token, in: reading) else {
                return []
            }
            return positions(token, key: key, entry: entry, reader)
        }
    }

    /// The lexicon's entry for a verb: with its particle, with the preposition behind it ("call for"), or alone.
    func entry(for verb: Int, in reading: Reading) -> (key: String, entry: StanceEntry)? {
        let verbs = reading.lexicons.stances.verbs
        let lemma =
            verbs[reading.lemma(verb)] == nil && verbs[reading.lemma(verb) + "e"] != nil
            ? reading.lemma(verb) + "e" : reading.lemma(verb)
        var keys: [String] = []
        if let particle = reading.tree.child(of: verb, by: [.verbParticle]) {
            keys.append("\(lemma)_\(reading.form(particle))")
        }
        if verb + 1 < reading.document.tokens.count { keys.append("\(lemma)_\(reading.form(verb + 1))") }
        // "called Monday for": a day is no object.
        let hasObject = reading.tree.children(of: verb, by: [.object]).contains { object in
            object > verb && !reading.document.dates.contains { $0.tokens.contains(object) }
        }
        for child in reading.tree.children(of: verb, by: [.oblique, .openComplement, .adverbialClause])
        where child > verb {
            let lead = reading.tree.child(of: child, by: [.caseMarking, .marker])
            // "took the ministry to task"
            if let lead, child == lead + 1 {
                keys.append("\(lemma)_\(reading.form(lead))_\(reading.form(child))")
            }
            if let lead, lead > verb, lead - verb < 5, !hasObject {
                let word = reading.form(lead); keys.append("\(lemma)_\(word)")
            }
        }
        for key in keys { if let entry = verbs[key] { return (key, entry) } }
        // Another particle makes another verb: "backed away", "turned down".
        if reading.tree.child(of: verb, by: [.verbParticle]) != nil { return nil }
        return verbs[lemma].map { (lemma, $0) }
    }

    private func positions(_ verb: Int, key: String, entry: StanceEntry, _ reader: StanceReader)
        -> [EventDraft]
    {
        let reading = reader.reading
        guard reader.isAsserted(verb) else { return [] }
        if isArmament(verb, entry, reading) { return [] }
        if key == "call_on", !isAppeal(verb, reading) { return [] }
        let passive = reader.isPassive(verb)
        let holders = passive ? reader.agents(of: verb) : reader.holders(ofVerb: verb)
        guard !holders.isEmpty else { return [] }
        let finder = StanceTarget(reader)
        if entry.stance == .oppose || entry.stance == .demand, key != "reject",
            isSilence(verb, finder, reading)
        {
            return []
        }
        if reading.lemma(verb) == "welcome", isGreeting(verb, finder, reading) { return [] }
        var targets =
            passive
            ? passiveTarget(verb, entry: entry, finder, reader)
            : finder.targets(of: verb, places: entry.targets, stance: entry.stance)
        var stance = entry.stance
        if targets.isEmpty, !passive, let other = otherStance(verb, key: key, holders, finder, reading) {
            (stance, targets) = other
        }
        guard !targets.isEmpty else { return [] }
        var finding = PositionFinding(
            reader,
            word: verb,
            stance: stance,
            holders: holders,
            confidence: 0.95
        )
        finding.cue = cue(verb, key: key, in: reading)
        if entry.condition == .first {
            guard !passive, let subject = reader.subject(of: verb), reader.isFirstPerson(subject) else {
                return []
            }
            finding.doubt("the word does not always show a stance", cost: 0.1)
        }
        if entry.condition == .weak { finding.doubt("the word does not always show a stance", cost: 0.12) }
        if entry.condition == .will, !reading.isFuture(verb) { return [] }
        if key == "deny" { finding.stance = stanceOfDenial(verb, finder, reading) }
        if finding.stance == .oppose, deniesClaim(verb, finder, reading) { finding.stance = .deny }
        if entry.stance == .pledge, Self.vows.contains(key), isHostile(verb, reading) {
            finding.stance = .threaten
        }
        if key == "like", !isGuess(verb, reading) { return [] }
        if key == "assure", reading.tree.child(of: verb, by: [.clausalComplement]) != nil,
            !isAboutHolder(verb, holders, reading)
        {
            return []
        }
        // "would not rule out the use of force"
        if key == "rule_out", reader.isNegated(verb) {
            guard isForce(verb, finder, reading) else { return [] }
            finding.stance = .threaten
        } else if reader.isNegated(verb) {
            // "Has not endorsed anybody" opposes nobody; "does not support the plan" opposes the plan.
            // "has not accepted the plan": it may yet.
            let isPending =
                ["accept", "agree", "sign", "approve"].contains(reading.lemma(verb))
                && reading.tree.children(of: verb, by: [.auxiliary]).contains {
                    ["has", "have", "had", "'ve", "'s"].contains(reading.form($0))
                }
            let turns =
                reading.lexicons.stances.holds(reading.lemma(verb), in: .refusal) || entry.stance == .pledge
            guard turns, !isPending, finding.negate() else { return [] }
        }
        if reading.isIngForm(verb), reading.relation(verb).universal == .adverbialClause {
            finding.doubt("its subject is not told", cost: 0.06)
        }
        if finding.holders.count > 1, reader.subject(of: verb).map(reader.isCollective) ?? false {
            finding.doubt("the holders are those of a meeting told before", cost: 0.08)
        }
        let isFuture = reading.tree.children(of: verb, by: [.auxiliary]).contains {
            ["will", "would", "'ll", "'d"].contains(reading.form($0))
        }
        // "Voters would reject it": a guess, unless the speaker says it of himself; "would welcome" is a way to welcome.
        if isGuess(verb, reading), !["welcome", "like", "rule_out"].contains(key),
            !holders.contains(where: { holder in
                reader.speakers(at: verb).contains { $0.entity == holder.entity }
            })
        {
            return []
        }
        if isFuture { finding.doubt("the stance is yet to be taken", cost: 0.08) }
        if reading.relation(verb).universal == .adjectivalClause {
            finding.doubt(
                "it is told in passing",
                cost: passive && reading.form(max(0, verb - 1)) != "," ? 0.12 : 0.05
            )
        }
        return finding.events(targets)
    }

    /// What the passive is said of: its subject, or the noun it describes.
    private func passiveTarget(
        _ verb: Int,
        entry: StanceEntry,
        _ finder: StanceTarget,
        _ reader: StanceReader
    ) -> [TextRange] {
        let reading = reader.reading
        // "was asked to leave": who was asked is not the whole of it.
        if entry.targets.first == .infinitive {
            let targets = finder.targets(of: verb, places: [.infinitive], stance: entry.stance)
            if !targets.isEmpty || !entry.targets.contains(.object) { return targets }
        }
        // "was asked about the bridge": who is asked is nothing that is asked for.
        if [.demand, .pledge].contains(entry.stance), entry.targets.contains(.infinitive),
            !entry.targets.contains(.object)
        {
            return finder.targets(of: verb, places: entry.targets, stance: entry.stance)
        }
        var head = verb
        if let subject = reading.tree.child(of: verb, by: [.nominalSubject]) {
            head = subject
            if entry.targets.first == .matter, !finder.isMatter(subject, of: verb) { return [] }
        }
        if head == verb, reading.relation(verb).universal == .conjunct,
            let subject = reading.tree.child(of: reading.token(verb).head, by: [.nominalSubject])
        {
            head = subject
        }
        if head == verb || reader.isRelativePronoun(head) {
            guard reading.relation(verb).universal == .adjectivalClause else { return [] }
            return [
                reading.document.range(
                    of: finder.phrase(nearestAntecedent(of: verb, reading), briefly: true, without: verb)
                )
            ]
        }
        return [reading.document.range(of: finder.phrase(head, briefly: true))]
    }

    /// The noun a relative clause describes: the name right before it where the tree takes a noun further off.
    private func nearestAntecedent(of verb: Int, _ reading: Reading) -> Int {
        let start = reading.tree.span(of: verb).lowerBound
        let before = start > 1 && reading.form(start - 1) == "," ? start - 2 : start - 1
        guard before >= 0, let entity = reading.entityOfToken[before] else { return reading.token(verb).head }
        let reference = reading.document.entities[entity].references.first {
            $0.tokens.contains(before) && $0.form == .name
        }
        return reference?.head ?? reading.token(verb).head
    }

    private func cue(_ verb: Int, key: String, in reading: Reading) -> TextRange {
        guard let second = key.split(separator: "_").dropFirst().first,
            verb + 1 < reading.document.tokens.count,
            reading.form(verb + 1) == second
        else { return reading.token(verb).range }
        return reading.document.range(of: verb..<(verb + 2))
    }
}
