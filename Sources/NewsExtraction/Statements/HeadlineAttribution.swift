import NewsEvents
import NewsText

/// Headlines that name who said it at their end: "Talks put off – Ito".
///
/// What stands before the last dash or colon is what was said, where a person or body that the article names elsewhere, and no outlet,
/// stands alone behind it.
struct HeadlineAttribution: ExtractionRule {
    static let summary = "a headline with a dash or colon and a name at its end"

    static let matches = [
        RuleExample(
            "Bridge is not safe – Okafor\n\nMark Okafor, a minister, spoke on Monday.",
            finds: "Mark Okafor | – | Bridge is not safe"
        )
    ]

    static let misses = [
        "Bridge is not safe – Reuters\n\nMark Okafor spoke on Monday.",
        "Bridge is not safe – Norway\n\nNorway is ready.",
        "Okafor on the bridge – in pictures\n\nMark Okafor spoke on Monday.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        guard let headline = reading.document.sentences.first,
            reading.document.paragraphs[headline.paragraph].kind == .heading,
            let dash = headline.tokens.last(where: { Self.dashes.contains(reading.form($0)) }),
            dash - headline.tokens.lowerBound >= 3, (1...3).contains(headline.tokens.upperBound - dash - 1),
            let speaker = speaker((dash + 1)..<headline.tokens.upperBound, in: reading)
        else { return [] }
        let content = StatementContent(
            ranges: [reading.document.range(of: headline.tokens.lowerBound..<dash)],
            in: reading
        )
        guard !content.pieces.isEmpty else { return [] }
        let draft = StatementDraft(
            speakers: [speaker],
            cue: reading.token(dash).range,
            cueToken: dash,
            content: content.pieces,
            quotes: content.quotes,
            directness: content.directness,
            audience: nil
        )
        var event = EventDraft(body: .statement(draft), sentence: 0, date: nil, confidence: 0.9)
        event.doubt("a dash is the only word of saying", cost: 0.08)
        return [event]
    }

    private func speaker(_ words: Range<Int>, in reading: Reading) -> ActorMention? {
        let entities = reading.document.entities
        let found = entities.indices.first { entity in
            [.person, .organisation].contains(entities[entity].kind)
                && entities[entity].references.contains { $0.form == .name && $0.tokens == words }
                && entities[entity].references.count > 1
                && !reading.lexicons.media.contains(reading.lexicons.filingName(entities[entity].name))
        }
        return found.map { ActorMention(entity: $0, range: reading.document.range(of: words)) }
    }

    private static let dashes: Set<String> = ["–", "—", "-", "--", ":"]
}
