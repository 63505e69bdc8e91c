import NewsEvents
import NewsText

/// Statements shown by a verb of saying: before, behind or inside what was said, with or without quotation marks.
///
/// Algorithm: the content is what the tree hangs on the verb as a clause, or the clause a parenthetical "X said" hangs
/// on; quotations that touch the verb's words set its exact edges, since marks are more reliable than trees. From what is
/// left the rule takes away the circumstances of saying ("while sitting next to …", "in an interview").
/// Source: Universal Dependencies guidelines on reported speech (2022); marks by `Quotation`.
struct ReportingVerbs: ExtractionRule {
    static let summary = "a verb of saying with a clause, a quotation or a noun phrase that was said"

    static let matches = [
        RuleExample("Okafor said the talks would resume.", finds: "Okafor | said | the talks would resume"),
        RuleExample("\"Nobody walked out,\" said Havel.", finds: "Havel | said | Nobody walked out"),
        RuleExample(
            "The measure, the governor said, would hurt farms.",
            finds: "governor | said | The measure … would hurt farms"),
        RuleExample(
            "Ito told reporters that the plan was dead.", finds: "Ito | told | the plan was dead"),
        RuleExample(
            "Lund announced that the border would reopen on Monday, adding that trains would follow.",
            finds: "Lund | announced | the border would reopen on Monday"),
        RuleExample("Officials denied that any meeting had taken place.", finds: "Officials | denied | any meeting had taken place"),
    ]

    static let misses = [
        "Havel did not say whether the deal was signed.",
        "Neither Okafor nor Lund commented.",
        "The bridge was closed on Monday.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        reading.freshTokens.compactMap { statement(at: $0, in: reading) }
    }

    private func statement(at verb: Int, in reading: Reading) -> EventDraft? {
        guard reading.token(verb).tag == .verb, !reading.isQuoted[verb] else { return nil }
        let lexicon = reading.lexicons.reporting
        guard let frames = lexicon[reading.lemmaWithParticle(verb)] ?? lexicon[reading.lemma(verb)],
            !reading.isNegated(verb), !reading.isHypothetical(verb), !reading.isFuture(verb)
        else { return nil }
        let speaker = Speaker(of: verb, in: reading)
        guard speaker.canSpeak else { return nil }
        let content = StatementContent(verb: verb, frames: frames, speaker: speaker.head, in: reading)
        guard !content.pieces.isEmpty else { return nil }
        let draft = StatementDraft(
            speakers: speaker.actors, cue: reading.token(verb).range, cueToken: verb, content: content.pieces,
            quotes: content.quotes, directness: content.directness, audience: audience(of: verb, in: reading))
        var event = EventDraft(
            body: .statement(draft), sentence: reading.sentence(of: verb), date: reading.date(of: verb),
            confidence: 0.95)
        if speaker.actors.isEmpty { event.doubt("no speaker is named", cost: 0.25) }
        if speaker.isPronoun { event.doubt("the speaker is a pronoun", cost: 0.06) }
        if content.isNounPhrase { event.doubt("what was said is only a noun phrase", cost: 0.2) }
        return event
    }

    private func audience(of verb: Int, in reading: Reading) -> TextRange? {
        let lemma = reading.lemma(verb)
        if Self.addressing.contains(lemma),
            let listener = reading.tree.child(of: verb, by: [.indirectObject, .object]),
            reading.token(listener).tag != .verb, !reading.isQuoted[listener]
        {
            return reading.phrase(listener)
        }
        let listener = reading.tree.children(of: verb, by: [.oblique]).first { child in
            reading.tree.caseWords(of: child) == "to" && reading.entityOfHead[child] != nil && !reading.isQuoted[child]
        }
        return listener.map { reading.phrase($0) }
    }

    private static let addressing: Set<String> = [
        "tell", "inform", "advise", "remind", "assure", "warn", "notify", "brief", "convince", "ask", "caution",
    ]
}
