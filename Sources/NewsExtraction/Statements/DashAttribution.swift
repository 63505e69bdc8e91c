import NewsEvents
import NewsText

/// Quotations with their speaker behind a dash, as in letters, vox pops and pulled quotes.
struct DashAttribution: ExtractionRule {
    static let summary = "a quotation, a dash and a name at the end of the paragraph"

    static let matches = [
        RuleExample(
            "\"The bridge must be closed now.\" — Mark Okafor",
            finds: "Mark Okafor | — | The bridge must be closed now"
        )
    ]

    static let misses = [
        "\"The bridge\" — a film by Mark Okafor — opens today.",
        "Nobody was \"told of it at all.\"\n\n- Okafor talks -",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        reading.outerQuotations.compactMap { quotation in
            let dash = reading.tokens(in: TextRange(quotation.outside.end, quotation.outside.end)).lowerBound
            guard dash + 1 < reading.document.tokens.count, Self.dashes.contains(reading.form(dash)) else {
                return nil
            }
            let sentence = reading.sentence(of: dash + 1)
            let end = reading.document.sentences[sentence].tokens.upperBound
            // "- Road closed -" below a quotation is a heading.
            guard end - dash <= 14, Self.endsParagraph(end, in: reading),
                !Self.dashes.contains(reading.form(end - 1))
            else { return nil }
            let found = reading.document.entities.indices.lazy.compactMap { entity -> ActorMention? in
                reading.document.entities[entity].references.first { $0.tokens.lowerBound == dash + 1 }
                    .map { ActorMention(entity: entity, range: reading.document.range(of: $0.tokens)) }
            }.first
            guard let speaker = found else { return nil }
            let content = StatementContent(ranges: [quotation.inside], in: reading)
            guard !content.pieces.isEmpty else { return nil }
            let draft = StatementDraft(
                speakers: [speaker],
                cue: reading.token(dash).range,
                cueToken: dash,
                content: content.pieces,
                quotes: content.quotes,
                directness: .direct,
                audience: nil
            )
            return EventDraft(body: .statement(draft), sentence: sentence, date: nil, confidence: 0.9)
        }
    }

    private static let dashes: Set<String> = ["―", "—", "–", "--", "-", "~"]

    private static func endsParagraph(_ end: Int, in reading: Reading) -> Bool {
        guard end < reading.document.tokens.count else { return true }
        return reading.document.sentences[reading.sentence(of: end)].paragraph
            != reading.document.sentences[reading.sentence(of: end - 1)].paragraph
    }
}
