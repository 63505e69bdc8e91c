import NewsEvents
import NewsText

/// Denials without a verb of denying: "insists it did not close the port", "has never met the rebels", "had nothing to do with it".
///
/// Who says of themselves that they did not do something denies it where they maintain it against others ("insist", "maintain")
/// or say it for good ("never", "nothing to do with"); a plain "said it had not" tells as often how things stand.
struct Denials: ExtractionRule {
    static let summary = "what a speaker maintains not to have done"

    static let matches = [
        RuleExample(
            "Norway insists it did not close the port.",
            finds: "Norway | deny | did not | close the port"
        ),
        RuleExample(
            "Norway maintains that it has not armed the rebels.",
            finds: "Norway | deny | has not | armed the rebels"
        ),
        RuleExample(
            "Havel said she had never met the rebels.",
            finds: "Havel | deny | had never | met the rebels"
        ),
        RuleExample(
            "Norway said it had nothing to do with the attack.",
            finds: "Norway | deny | had nothing to do with | the attack"
        ),
    ]

    static let misses = [
        "Norway said it had not received a reply.", "Norway insists that Kenya did not close the port.",
        "Norway insists it will not close the port.", "Havel said she had never been happier.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { verb -> [EventDraft] in
            guard reading.token(verb).tag == .verb, let statement = reader.statement(at: verb),
                !statement.speakers.isEmpty, reading.relation(verb).universal == .clausalComplement,
                reading.token(verb).head == statement.cueToken, !reading.isHypothetical(verb),
                isOwn(verb, of: statement, reader)
            else { return [] }
            return nothing(verb, of: statement, reader) ?? denial(verb, of: statement, reader)
        }
    }

    private func isOwn(_ verb: Int, of statement: StatementDraft, _ reader: StanceReader) -> Bool {
        guard let subject = reader.subject(of: verb) else { return false }
        return reader.isFirstPerson(subject)
            || reader.holders(at: subject).contains { holder in
                statement.speakers.contains { $0.entity == holder.entity }
            }
    }

    /// "did not close the port", "has never met them".
    private func denial(_ verb: Int, of statement: StatementDraft, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        guard
            let auxiliary = reader.negatedModal(
                of: verb,
                among: ["did", "has", "have", "had", "was", "were"]
            ),
            let cue = statement.cueToken,
            ["maintain", "insist"].contains(reading.lemma(cue))
                || reading.form(auxiliary + 1) == "never" && !Self.happening.contains(reading.lemma(verb)),
            !reader.isPassive(verb)
        else { return [] }
        let run = StanceTarget(reader).phrase(verb)
        return event(
            verb,
            cue: auxiliary..<(auxiliary + 2),
            target: verb..<max(run.upperBound, verb + 1),
            statement,
            reader
        )
    }

    /// "had nothing to do with the attack".
    private func nothing(_ verb: Int, of statement: StatementDraft, _ reader: StanceReader) -> [EventDraft]? {
        let reading = reader.reading
        guard reading.lemma(verb) == "have", verb + 4 < reading.document.tokens.count,
            (1...4).map({ reading.form(verb + $0) }) == ["nothing", "to", "do", "with"],
            case let sentence = reading.document.sentences[reading.sentence(of: verb)].tokens,
            let thing = sentence.first(where: {
                $0 > verb + 4 && reading.tree.children(of: $0, by: [.caseMarking]).contains(verb + 4)
            })
        else { return nil }
        return event(
            verb,
            cue: verb..<(verb + 5),
            target: StanceTarget(reader).phrase(thing, briefly: true),
            statement,
            reader
        )
    }

    /// "had never seen such rain": what happens to one is nothing one did.
    private static let happening: Set<String> = [
        "see", "hear", "be", "know", "think", "imagine", "expect", "experience", "feel", "want", "need",
        "forget",
    ]

    private func event(
        _ verb: Int,
        cue: Range<Int>,
        target: Range<Int>,
        _ statement: StatementDraft,
        _ reader: StanceReader
    ) -> [EventDraft] {
        var finding = PositionFinding(
            reader,
            word: verb,
            stance: .deny,
            holders: statement.speakers,
            confidence: 0.82
        )
        finding.cue = reader.reading.document.range(of: cue)
        return finding.events([reader.reading.document.range(of: target)])
    }
}
