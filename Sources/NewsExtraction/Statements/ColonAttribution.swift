import NewsEvents
import NewsText

/// Statements in the manner of headlines and transcripts: a name, a colon, and what was said.
struct ColonAttribution: ExtractionRule {
    static let summary = "a name and a colon at the start of a line"

    static let matches = [
        RuleExample("Mark Okafor: The bridge must be closed", finds: "Mark Okafor | : | The bridge must be closed")
    ]

    static let misses = ["Okafor had one aim: to win.", "Note: the bridge is closed."]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        reading.document.sentences.indices.compactMap { index in
            guard reading.repeatedSentence[index] == nil else { return nil }
            let tokens = reading.document.sentences[index].tokens
            guard let colon = tokens.prefix(10).first(where: { reading.form($0) == ":" }), colon + 2 < tokens.upperBound
            else { return nil }
            let speaker = reading.document.entities.indices.first { entity in
                reading.document.entities[entity].references.contains { reference in
                    reference.form == .name && reference.tokens.lowerBound == tokens.lowerBound
                        && reference.tokens.upperBound == colon
                }
            }
            guard let speaker else { return nil }
            let range = reading.document.range(of: (colon + 1)..<tokens.upperBound)
            let content = StatementContent(ranges: [range], in: reading)
            guard !content.pieces.isEmpty else { return nil }
            let name = reading.document.range(of: tokens.lowerBound..<colon)
            let draft = StatementDraft(
                speakers: [ActorMention(entity: speaker, range: name)], cue: reading.token(colon).range,
                cueToken: colon, content: content.pieces, quotes: content.quotes, directness: content.directness,
                audience: nil)
            return EventDraft(body: .statement(draft), sentence: index, date: nil, confidence: 0.85)
        }
    }
}
