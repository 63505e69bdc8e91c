import NewsEvents
import NewsText

/// Refusals in words of exclusion, in what somebody says: "out of the question", "not on the table", "talks are impossible",
/// "there can be no talks", "there is no sense in it", "it is not the time for it".
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
            "\"There is no sense in going to war,\" said Ito.",
            finds: "Ito | oppose | is no sense | going to war"
        ),
        RuleExample(
            "Ito said there was no excuse for the attack.",
            finds: "Ito | condemn | was no excuse | the attack"
        ),
        RuleExample(
            "\"Now is not the time to talk,\" said Ito.",
            finds: "Ito | oppose | not the time | talk"
        ),
        RuleExample(
            "Ito said there could be no talks with the rebels.",
            finds: "Ito | oppose | could be no | talks with the rebels"
        ),
    ]

    static let misses = [
        "A retreat was out of the question.", "Ito said it was impossible to know the cost.",
        "Ito said the road was impossible to open in winter.", "Ito said there would be no school on Monday.",
        "There is no sense in going to war.", "Ito said there was no room for the piano.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { token in
            ruledOut(token, reader) ?? excluded(token, reader) ?? untimely(token, reader)
                ?? senseless(token, reader) ?? []
        }
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
        let finding = PositionFinding(
            reader,
            word: verb,
            stance: .oppose,
            holders: speakers,
            cue: reading.document.range(of: modal..<(max(verb, no) + 1)),
            confidence: 0.84
        )
        let run = StanceTarget(reader).phrase(thing)
        return finding.events([
            reading.document.range(of: max(run.lowerBound, no + 1)..<max(run.upperBound, no + 2))
        ])
    }

    /// "It is not the time to leave", "now is not the time for talks".
    private func untimely(_ word: Int, _ reader: StanceReader) -> [EventDraft]? {
        let reading = reader.reading
        guard ["time", "moment"].contains(reading.form(word)),
            reading.tree.child(of: word, by: [.copula]) != nil,
            let not = reading.tree.children(of: word, by: [.adverbialModifier]).first(where: {
                ["not", "n't"].contains(reading.form($0)) && $0 < word && word - $0 < 5
            }), case let speakers = reader.speakers(at: word), !speakers.isEmpty,
            !reading.isHypothetical(word)
        else { return nil }
        return PositionFinding(
            reader,
            word: word,
            stance: .oppose,
            holders: speakers,
            cue: reading.document.range(of: not..<(word + 1)),
            confidence: 0.84
        ).events(
            StanceTarget(reader).targets(
                of: word,
                places: [.infinitive, .preposition("for")],
                stance: .oppose
            )
        )
    }

    /// "There is no sense in going to war", "there can be no excuse for the attack".
    private func senseless(_ noun: Int, _ reader: StanceReader) -> [EventDraft]? {
        let reading = reader.reading
        let verb = reading.token(noun).head
        guard reading.isThereBe(verb), noun > verb,
            let stance = Self.lacking[reading.lemma(noun)]
                ?? (reading.lemma(noun) == "room" && isAsked(behind: noun, reading) ? .oppose : nil),
            let no = reading.tree.children(of: noun, by: [.determiner]).first(where: {
                ["no", "any"].contains(reading.form($0))
            }), reading.form(no) == "no" || reader.isNegated(verb),
            case let speakers = reader.speakers(at: verb), !speakers.isEmpty, !reading.isHypothetical(verb)
        else { return nil }
        let places: [TargetPlace] = [.preposition("in"), .preposition("for"), .infinitive, .gerund]
        let targets = StanceTarget(reader).targets(of: noun, places: places, stance: stance)
        guard !targets.isEmpty else { return nil }
        return PositionFinding(
            reader,
            word: noun,
            stance: stance,
            holders: speakers,
            cue: reading.document.range(of: verb..<(noun + 1)),
            confidence: 0.84
        ).events(targets)
    }

    /// "no room for mediation", but not "for the piano".
    private func isAsked(behind noun: Int, _ reading: Reading) -> Bool {
        reading.tree.children(of: noun, by: [.nominalModifier]).contains { thing in
            let lemma = reading.lemma(thing)
            return reading.lexicons.meetingNouns[lemma] != nil
                || [.asked, .matter, .offered].contains { reading.lexicons.stances.holds(lemma, in: $0) }
        }
    }

    /// What there can be none of, and what is said of the thing it is for.
    private static let lacking: [String: Stance] = [
        "sense": .oppose, "point": .oppose, "need": .oppose, "use": .oppose, "reason": .oppose,
        "justification": .condemn, "excuse": .condemn,
    ]
}
