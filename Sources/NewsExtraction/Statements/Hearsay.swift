import NewsEvents
import NewsText

/// Statements that an adverb marks as told by somebody unnamed: "reportedly", "allegedly".
struct Hearsay: ExtractionRule {
    static let summary = "\"reportedly\" and its like: the clause was said, nobody is named"

    static let matches = [
        RuleExample(
            "Reportedly, the bridge was sold in May.",
            finds: " | Reportedly | the bridge was sold in May"
        ),
        RuleExample(
            "The bridge was reportedly sold in May.",
            finds: " | reportedly | The bridge was … sold in May"
        ),
    ]

    static let misses = [
        "A minister reportedly told Mark Okafor that the bridge was sold.", "The bridge was quickly sold.",
        "Lund said the bridge was reportedly sold.",
    ]

    private static let adverbs: Set<String> = ["reportedly"]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let spoken = found.flatMap { event -> [TextRange] in
            guard case .statement(let draft) = event.body else { return [] }
            return draft.content
        }
        return reading.freshTokens.compactMap { adverb in
            guard Self.adverbs.contains(reading.form(adverb)), !reading.isQuoted[adverb],
                !spoken.contains(where: { $0.contains(reading.token(adverb).range) })
            else { return nil }
            var clause = reading.token(adverb).head
            // An adverb before a noun or participle still says it of the whole clause.
            while ![.root, .conjunct, .clausalComplement, .adverbialClause, .adjectivalClause, .parataxis]
                .contains(reading.relation(clause).universal)
            { clause = reading.token(clause).head }
            // "reportedly told the Herald that": who is said to have said it is named.
            let isTold = found.contains { event in
                if case .statement(let told) = event.body { told.cueToken == clause } else { false }
            }
            if isTold { return nil }
            let span = reading.tree.span(of: clause) { child in
                reading.relation(child).universal == .coordinator && child < clause
            }
            let parts = [
                span.lowerBound..<max(span.lowerBound, adverb),
                (adverb + 1)..<max(adverb + 1, span.upperBound),
            ]
            .filter { part in part.contains { reading.token($0).tag != .punctuation } }
            let content = StatementContent(ranges: parts.map(reading.document.range(of:)), in: reading)
            guard !content.pieces.isEmpty else { return nil }
            let draft = StatementDraft(
                speakers: [],
                cue: reading.token(adverb).range,
                cueToken: adverb,
                content: content.pieces,
                quotes: content.quotes,
                directness: content.directness,
                audience: nil
            )
            var event = EventDraft(
                body: .statement(draft),
                sentence: reading.sentence(of: adverb),
                date: nil,
                confidence: 0.7
            )
            event.doubt("an adverb is the only word of saying", cost: 0.2)
            event.doubt("no speaker is named", cost: 0.1)
            return event
        }
    }
}
