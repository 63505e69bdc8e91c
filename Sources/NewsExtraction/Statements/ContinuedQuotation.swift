import NewsEvents
import NewsText

/// Sentences that are quotation from end to end and have no cue: they go on with the speaker before them.
///
/// A reader ties such a sentence to the last speaker while nobody else has spoken, within the paragraph or the one before.
struct ContinuedQuotation: ExtractionRule {
    static let summary = "a sentence wholly in quotation marks continues the last speaker"

    static let matches = [
        RuleExample(
            "\"It was frank,\" said Havel. \"Nobody walked out.\"", finds: "Havel | - | Nobody walked out")
    ]

    static let misses = ["The so-called \"road map\" was dropped."]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        var events: [EventDraft] = []
        var statements = found.compactMap { event -> (sentence: Int, draft: StatementDraft)? in
            guard case .statement(let draft) = event.body else { return nil }
            return (event.sentence, draft)
        }
        for (index, sentence) in reading.document.sentences.enumerated() where reading.repeatedSentence[index] == nil {
            let words = sentence.tokens.filter { reading.token($0).tag != .punctuation }
            guard words.count > 1, words.allSatisfy({ reading.isQuoted[$0] }) else { continue }
            let covered = statements.contains { entry in
                entry.draft.content.contains { $0.overlaps(reading.document.range(of: words[0]..<(words[words.count - 1] + 1))) }
            }
            guard !covered, let previous = statements.last(where: { $0.sentence < index && $0.sentence >= index - 6 }),
                sentence.paragraph - reading.document.sentences[previous.sentence].paragraph <= 1
            else { continue }
            let range = reading.document.range(of: words[0]..<(words[words.count - 1] + 1))
            let content = StatementContent(ranges: [range], in: reading)
            guard !content.pieces.isEmpty else { continue }
            let draft = StatementDraft(
                speakers: previous.draft.speakers, cue: nil, cueToken: nil, content: content.pieces,
                quotes: content.quotes, directness: .direct, audience: nil)
            var event = EventDraft(body: .statement(draft), sentence: index, date: nil, confidence: 0.9)
            event.doubt("the speaker is taken from the sentence before", cost: 0.05)
            if draft.speakers.isEmpty { event.doubt("no speaker is named", cost: 0.25) }
            events.append(event)
            statements.append((index, draft))
            statements.sort { $0.sentence < $1.sentence }
        }
        return events
    }
}
