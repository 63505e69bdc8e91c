import NewsEvents
import NewsText

/// Positions shown by a verb together with its object: "took aim at", "cast doubt on", "has no plan to", "gave it its blessing".
struct StanceIdioms: ExtractionRule {
    static let summary = "a verb with its object that show a stance together"

    static let matches = [
        RuleExample("Havel took aim at the plan.", finds: "Havel | condemn | took aim | the plan"),
        RuleExample("Norway cast doubt on the deal.", finds: "Norway | oppose | cast doubt | the deal"),
        RuleExample(
            "Norway has no intention of joining the war.",
            finds: "Norway | oppose | has no intention | joining the war"
        ),
        RuleExample(
            "Norway will do everything to end the war.",
            finds: "Norway | pledge | do everything | end the war"
        ),
        RuleExample("Norway gave the plan its blessing.", finds: "Norway | support | blessing | the plan"),
        RuleExample(
            "Norway reserves the right to close the port.",
            finds: "Norway | threaten | reserves the right | close the port"
        ),
    ]

    static let misses = [
        "Norway took the stand in court.", "Norway gave the plan to Kenya.", "Havel gave a nod.",
        "Havel did not take aim at the plan.", "Norway had no plan for winter.",
        "Norway did everything to end the war.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { positions($0, reader) }
    }

    /// "took aim at Ito", "has no plan to leave", "gave the plan its backing": verb and object together show the stance.
    private func positions(_ noun: Int, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        let verb = reading.token(noun).head
        guard [.noun, .pronoun].contains(reading.token(noun).tag), reading.token(verb).tag == .verb,
            reading.relation(noun).universal == .object || reading.relation(noun) == .passiveSubject
        else { return [] }
        let isNone = reading.tree.children(of: noun, by: [.determiner]).contains { reading.form($0) == "no" }
        let key = [reading.lemma(verb)] + (isNone ? ["no"] : []) + [reading.lemma(noun)]
        guard let entry = reading.lexicons.stances.idioms[key.joined(separator: "_")],
            reader.isAsserted(verb), !reader.isNegated(verb),
            // "did everything to help" tells of deeds, "will do everything to help" promises them.
            reading.lemma(verb) != "do" || reading.isFuture(verb)
        else { return [] }
        let finder = StanceTarget(reader)
        let receiver = reading.tree.children(of: verb, by: [.indirectObject, .object]).first {
            $0 > verb && $0 < noun
        }
        let places = entry.targets.filter { $0 != .object }
        let said = finder.targets(of: noun, places: places, stance: entry.stance)
        // "gave the rebels an ultimatum to leave": what they are to do comes before who they are.
        let received =
            entry.targets.contains(.object) && (entry.targets.first == .object || said.isEmpty)
            ? receiver : nil
        var targets = received.map { [reading.document.range(of: finder.phrase($0, briefly: true))] } ?? said
        if targets.isEmpty { targets = finder.targets(of: verb, places: places, stance: entry.stance) }
        let holders = reader.isPassive(verb) ? reader.agents(of: verb) : reader.holders(ofVerb: verb)
        guard !targets.isEmpty, !holders.isEmpty else { return [] }
        var finding = PositionFinding(
            reader,
            word: noun,
            stance: entry.stance,
            holders: holders,
            confidence: 0.9
        )
        if received == nil, verb < noun, noun - verb < 5 {
            finding.cue = reading.document.range(of: verb..<(noun + 1))
        }
        return finding.events(targets)
    }
}
