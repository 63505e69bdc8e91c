import NewsEvents
import NewsText

/// Refusals in words of exclusion, in what somebody says: "out of the question", "not on the table", "talks are impossible",
/// "there can be no talks".
struct Exclusions: ExtractionRule {
    static let summary = "what a speaker says is out of the question, not on the table or impossible"

    static let matches = [
        RuleExample(
            "Ito said a retreat was out of the question.",
            finds: "Ito | oppose | was out of the question | a retreat"
        ),
        RuleExample(
            "Ito said talks with the rebels were not possible.",
            finds: "Ito | oppose | were not possible | talks with the rebels"
        ),
        RuleExample(
            "Ito said there could be no talks with the rebels.",
            finds: "Ito | oppose | could be no | talks with the rebels"
        ),
    ]

    static let misses = [
        "A retreat was out of the question.", "Ito said it was impossible to know the cost.",
        "Ito said the road was impossible to open in winter.", "Ito said there would be no school on Monday.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { ruledOut($0, reader) ?? excluded($0, reader) ?? [] }
    }

    /// "A retreat is out of the question", "is not on the table", in what somebody says: they will not have it.
    private func ruledOut(_ word: Int, _ reader: StanceReader) -> [EventDraft]? {
        let reading = reader.reading
        let isRuledOut = reading.form(word) == "question" && reading.tree.caseWords(of: word) == "out of"
        let isOffTable =
            reading.form(word) == "table" && reading.tree.caseWords(of: word) == "on"
            && reader.isNegated(word)
        let isImpossible =
            reading.form(word) == "impossible" || reading.form(word) == "possible" && reader.isNegated(word)
        guard isRuledOut || isOffTable || isImpossible, reading.tree.child(of: word, by: [.copula]) != nil,
            reader.isAsserted(word) || isOffTable || isImpossible,
            case let speakers = reader.speakers(at: word), !speakers.isEmpty,
            let subject = reading.tree.child(of: word, by: [.nominalSubject, .clausalSubject]),
            subject < word,
            // "The talks were impossible": of what parties agree on, not of what fails by itself.
            !isImpossible || reading.lexicons.meetingNouns[reading.lemma(subject)] != nil
                || reading.lexicons.stances.holds(reading.lemma(subject), in: .asked)
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
        return finding.events([StanceTarget(reader).judged(subject)])
    }

    /// "There can be no talks with the rebels", in what somebody says.
    private func excluded(_ verb: Int, _ reader: StanceReader) -> [EventDraft]? {
        let reading = reader.reading
        guard reading.isThereBe(verb),
            let modal = reading.tree.children(of: verb, by: [.auxiliary]).first(where: {
                ["can", "could", "will", "would"].contains(reading.form($0))
            }), modal < verb, case let speakers = reader.speakers(at: verb), !speakers.isEmpty,
            let thing = reading.tree.children(of: verb, by: [.nominalSubject, .object]).first(where: {
                $0 > verb
            }),
            let no = reading.tree.children(of: thing, by: [.determiner]).first(where: {
                reading.form($0) == "no"
            }), !reading.isHypothetical(verb)
        else { return nil }
        // "There will be no school on Monday": a fact to come.
        guard
            reading.lexicons.meetingNouns[reading.lemma(thing)] != nil
                || reading.lexicons.stances.holds(reading.lemma(thing), in: .asked)
        else { return nil }
        var finding = PositionFinding(
            reader,
            word: verb,
            stance: .oppose,
            holders: speakers,
            confidence: 0.84
        )
        finding.cue = reading.document.range(of: modal..<(max(verb, no) + 1))
        let run = StanceTarget(reader).phrase(thing)
        return finding.events([
            reading.document.range(of: max(run.lowerBound, no + 1)..<max(run.upperBound, no + 2))
        ])
    }
}
