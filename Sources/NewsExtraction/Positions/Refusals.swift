import NewsEvents
import NewsText

/// What somebody will not do or have, and on what condition: "will not tolerate", "will not talk until", "will sign only if".
///
/// A condition makes it a demand for what it names; without one, only verbs of yielding refuse ("will not accept"). In what
/// somebody says of himself `NormativeStatements` reads the plain refusal.
struct Refusals: ExtractionRule {
    static let summary = "what an actor will not accept, or will do only on a condition"

    static let matches = [
        RuleExample(
            "Norway will not tolerate attacks on its ships.",
            finds: "Norway | oppose | will not | tolerate attacks on its ships"
        ),
        RuleExample(
            "Norway will not sign the treaty without guarantees.",
            finds: "Norway | demand | without | guarantees"
        ),
        RuleExample(
            "Havel said she would not talk until the rebels withdraw.",
            finds: "Havel | demand | until | the rebels withdraw"
        ),
        RuleExample(
            "Norway will sign the treaty only if the rebels withdraw.",
            finds: "Norway | demand | only if | the rebels withdraw"
        ),
    ]

    static let misses = [
        "Norway will not arrive until the train comes.", "The bridge will not open without a key.",
        "Norway will not talk until Monday.", "Norway will sign the treaty if it can.",
        "Norway will not know the result without a count.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { verb -> [EventDraft] in
            guard reading.token(verb).tag == .verb, !reading.isHypothetical(verb) else { return [] }
            if let condition = Self.condition(of: verb, reader) { return demand(verb, condition, reader) }
            return refusal(verb, reader)
        }
    }

    /// The words that set a condition and the head of what they name.
    struct Condition {
        let cue: Range<Int>
        let head: Int
    }

    /// The condition on which somebody would do what a verb says.
    static func condition(of verb: Int, _ reader: StanceReader) -> Condition? {
        let reading = reader.reading
        guard yielding.contains(reading.lemma(verb)),
            reading.tree.children(of: verb, by: [.auxiliary]).contains(where: {
                ["will", "wo", "would", "'ll", "’ll"].contains(reading.form($0))
            })
        else { return nil }
        let isRefused = reader.isNegated(verb)
        for child in reading.tree.children(of: verb, by: [.adverbialClause, .oblique]) where child > verb {
            guard
                let lead = reading.tree.children(of: child, by: [.marker, .caseMarking]).first(where: {
                    $0 > verb && $0 < child
                })
            else { continue }
            let isClause = reading.relation(child).universal == .adverbialClause
            switch reading.form(lead) {
            case "until", "unless":
                guard isRefused, isClause, reading.tree.child(of: child, by: [.nominalSubject]) != nil else {
                    continue
                }
                return Condition(cue: lead..<(lead + 1), head: child)
            case "without":
                guard isRefused, !StanceTarget(reader).isDate(child) else { continue }
                return Condition(cue: lead..<(lead + 1), head: child)
            case "if":
                guard isClause, !isRefused, lead > 0, reading.form(lead - 1) == "only" else { continue }
                return Condition(cue: (lead - 1)..<(lead + 1), head: child)
            default: continue
            }
        }
        return nil
    }

    /// What parties do when they have what they want.
    private static let yielding: Set<String> = [
        "sign", "negotiate", "talk", "meet", "join", "attend", "withdraw", "lift", "release", "stop",
        "resume",
        "ratify", "disarm", "recognise", "recognize", "normalise", "normalize", "agree", "accept", "support",
        "back", "approve", "vote", "disband", "surrender", "return", "leave", "participate", "cooperate",
        "compromise", "enter", "hold", "allow", "endorse", "halt", "engage",
    ]

    private func demand(_ verb: Int, _ condition: Condition, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        let holders = reader.holders(ofVerb: verb)
        guard !holders.isEmpty, !reader.isPassive(verb) else { return [] }
        var finding = PositionFinding(
            reader,
            word: verb,
            stance: .demand,
            holders: holders,
            confidence: 0.86
        )
        finding.cue = reading.document.range(of: condition.cue)
        return finding.events([reading.document.range(of: StanceTarget(reader).phrase(condition.head))])
    }

    /// "Norway will not tolerate it": told by the writer.
    private func refusal(_ verb: Int, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        guard reading.lexicons.stances.holds(reading.lemma(verb), in: .refusal),
            reader.statement(at: verb) == nil, !reader.isPassive(verb),
            let will = reader.negatedModal(of: verb, among: ["will", "wo", "would"]),
            case let holders = reader.holders(ofVerb: verb), !holders.isEmpty
        else { return [] }
        var finding = PositionFinding(
            reader,
            word: verb,
            stance: .oppose,
            holders: holders,
            confidence: 0.86
        )
        finding.cue = reading.document.range(of: will..<(will + 2))
        let run = StanceTarget(reader).phrase(verb)
        return finding.events([reading.document.range(of: verb..<max(run.upperBound, verb + 1))])
    }
}
