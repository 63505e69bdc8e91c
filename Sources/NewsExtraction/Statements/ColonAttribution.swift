import NewsEvents
import NewsText

/// Statements in the manner of headlines and transcripts: a name, a colon, and what was said to the end of the paragraph.
struct ColonAttribution: ExtractionRule {
    static let summary = "a name and a colon at the start of a line"

    static let matches = [
        RuleExample(
            "Mark Okafor: The bridge must be closed",
            finds: "Mark Okafor | : | The bridge must be closed"
        ),
        RuleExample(
            "Mark Okafor to Congress: The bridge must be closed",
            finds: "Mark Okafor | : | The bridge must be closed"
        ),
        RuleExample(
            "Mark Okafor spoke to us.\n\nOKAFOR: The bridge is not safe. It must be closed.",
            finds: "Mark Okafor | : | The bridge is not safe. It must be closed"
        ),
    ]

    static let misses = [
        "Okafor had one aim: to win.", "Note: the bridge is closed.", "London: The bridge is closed.",
        "NEW DELHI: The bridge is closed.", "Nairobi: Farmers left the town.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        reading.document.sentences.indices.compactMap { index in
            guard reading.repeatedSentence[index] == nil, Self.startsParagraph(index, in: reading) else {
                return nil
            }
            let tokens = reading.document.sentences[index].tokens
            guard let colon = tokens.prefix(10).first(where: { reading.form($0) == ":" }),
                colon + 2 < tokens.upperBound,
                colon > tokens.lowerBound
            else { return nil }
            let label = tokens.lowerBound..<colon
            if reading.document.datelines.contains(where: { $0.contains(colon) }) { return nil }
            let speaker = Self.speaker(label, in: reading)
            // "G7: minister leaves talks": what a headline is about; a body that speaks is told to.
            if index == 0, let speaker, reading.document.entities[speaker.entity].kind != .person,
                reading.document.sentences.count > 1, !speaks(speaker, found)
            {
                return nil
            }
            guard speaker != nil || index == 0 && Self.isDocument(label, in: reading) else { return nil }
            let end =
                reading.document.sentences[index...].prefix {
                    $0.paragraph == reading.document.sentences[index].paragraph
                }.last?.tokens.upperBound ?? tokens.upperBound
            let content = StatementContent(
                ranges: [reading.document.range(of: (colon + 1)..<end)],
                in: reading
            )
            guard !content.pieces.isEmpty else { return nil }
            let draft = StatementDraft(
                speakers: speaker.map { [$0] } ?? [],
                cue: reading.token(colon).range,
                cueToken: colon,
                content: content.pieces,
                quotes: content.quotes,
                directness: content.directness,
                audience: nil
            )
            var event = EventDraft(body: .statement(draft), sentence: index, date: nil, confidence: 0.9)
            event.doubt("a colon is the only word of saying", cost: 0.05)
            if speaker == nil { event.doubt("no speaker is named", cost: 0.25) }
            return event
        }
    }

    private func speaks(_ actor: ActorMention, _ found: [EventDraft]) -> Bool {
        found.contains { event in
            guard case .statement(let told) = event.body else { return false }
            return told.speakers.contains { $0.entity == actor.entity }
        }
    }

    /// The actor a label names: as written, or by surname in capitals.
    private static func speaker(_ label: Range<Int>, in reading: Reading) -> ActorMention? {
        let entities = reading.document.entities
        // "Okafor to the council: …": the speaker and whom he speaks to.
        let end = label.dropFirst().first { reading.form($0) == "to" } ?? label.upperBound
        let label = label.lowerBound..<end
        let range = reading.document.range(of: label)
        let named = entities.indices.first { entity in
            entities[entity].references.contains { reference in
                reference.form == .name && reference.tokens.upperBound == label.upperBound
                    && reference.tokens.lowerBound - label.lowerBound <= 3
            }
        }
        if let named { return ActorMention(entity: named, range: range) }
        let text = reading.document.string(range)
        guard label.count <= 3, text.count > 2, text.contains(where: \.isLetter),
            label.count == 1 || text == text.uppercased()
        else { return nil }
        let surname = reading.form(label.upperBound - 1)
        let people = entities.indices.filter { entity in
            entities[entity].kind == .person
                && entities[entity].name.lowercased().split(separator: " ").last.map(String.init) == surname
        }
        return people.first.map { ActorMention(entity: $0, range: range) }
    }

    /// "Poll: …", "New study: …": a headline that names a document.
    private static func isDocument(_ label: Range<Int>, in reading: Reading) -> Bool {
        label.count <= 3 && headlined.contains(reading.lemma(label.upperBound - 1))
    }

    private static let headlined: Set<String> = ["poll", "study", "report", "survey", "analysis"]

    private static func startsParagraph(_ sentence: Int, in reading: Reading) -> Bool {
        sentence == 0
            || reading.document.sentences[sentence - 1].paragraph
                != reading.document.sentences[sentence].paragraph
    }
}
