import NewsEvents
import NewsText

/// Statements attributed with "according to", "in the words of" and "per".
struct AccordingTo: ExtractionRule {
    static let summary = "\"according to\" and its like: the rest of the clause is what was said"

    static let matches = [
        RuleExample(
            "According to Lund, the bridge is unsafe.", finds: "Lund | According to | the bridge is unsafe"),
        RuleExample(
            "The bridge is unsafe, according to two engineers.",
            finds: "two engineers | according to | The bridge is unsafe"),
    ]

    static let misses = ["The bridge was built according to plan.", "They were paid according to their age."]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        reading.freshTokens.compactMap { token in
            guard reading.form(token) == "according", token + 2 < reading.document.tokens.count,
                reading.form(token + 1) == "to", !reading.isQuoted[token]
            else { return nil }
            return statement(at: token, in: reading)
        }
    }

    private func statement(at token: Int, in reading: Reading) -> EventDraft? {
        // "according to X": X carries "according" as its case; some trees hang X on "according" instead.
        let head = reading.token(token).head
        let source: Int
        let top: Int
        if reading.relation(token).universal == .caseMarking {
            (source, top) = (head, head)
        } else if let below = reading.tree.child(of: token, by: [.oblique, .object, .nominalModifier]) {
            (source, top) = (below, token)
        } else {
            return nil
        }
        let speakers = reading.actors(at: source)
        let isDocument = ["report", "statement", "document", "source", "study", "poll", "survey", "account", "medium"].contains(reading.lemma(source))
        guard !speakers.isEmpty || isDocument else { return nil }
        let phrase = Set(reading.tree.subtree(of: top))
        let clause = clauseHead(above: top, in: reading)
        let tokens = reading.tree.subtree(of: clause).filter { !phrase.contains($0) && $0 != token && $0 != token + 1 }
        guard let range = contentRange(tokens, in: reading) else { return nil }
        let content = StatementContent(ranges: range, in: reading)
        guard !content.pieces.isEmpty else { return nil }
        let cue = TextRange(reading.token(token).range.start, reading.token(token + 1).range.end)
        var event = EventDraft(
            body: .statement(
                StatementDraft(
                    speakers: speakers, cue: cue, cueToken: token, content: content.pieces, quotes: content.quotes,
                    directness: content.directness, audience: nil)),
            sentence: reading.sentence(of: token), date: nil, confidence: 0.93)
        if speakers.isEmpty { event.doubt("no speaker is named", cost: 0.2) }
        return event
    }

    private func clauseHead(above token: Int, in reading: Reading) -> Int {
        var current = reading.token(token).head
        while reading.token(current).head != current,
            ![.conjunct, .clausalComplement, .parataxis, .adverbialClause].contains(reading.relation(current).universal)
        { current = reading.token(current).head }
        return current
    }

    private func contentRange(_ tokens: [Int], in reading: Reading) -> [TextRange]? {
        let words = tokens.filter { reading.token($0).tag != .punctuation }
        guard words.count > 1, let first = words.first, let last = words.last else { return nil }
        let span = Set(tokens)
        var ranges: [TextRange] = []
        var start = first
        for index in first...last where !span.contains(index) && reading.token(index).tag != .punctuation {
            if start < index { ranges.append(reading.document.range(of: start..<index)) }
            start = index + 1
        }
        if start <= last { ranges.append(reading.document.range(of: start..<(last + 1))) }
        return ranges.filter { range in words.contains { range.contains(reading.token($0).range) } }
    }
}
