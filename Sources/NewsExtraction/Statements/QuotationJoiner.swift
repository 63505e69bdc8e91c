import NewsEvents
import NewsText

/// Joins a quotation that runs on behind "X said" with its first part: `"A," said Ito. "B. C."` is one statement.
///
/// Invariant: only wholly quoted statements of one paragraph with the same speakers are joined, and only where nobody
/// else speaks between them. What follows in a new paragraph stays a statement of its own.
struct QuotationJoiner {
    /// The events with running quotations joined; order is kept.
    func join(_ events: [EventDraft], in reading: Reading) -> [EventDraft] {
        var changed = events
        var dropped: Set<Int> = []
        var last: Int?
        let statements = events.indices.filter {
            if case .statement = events[$0].body { true } else { false }
        }
        for index in statements.sorted(by: { (events[$0].sentence, $0) < (events[$1].sentence, $1) }) {
            guard case .statement(let body) = events[index].body else { continue }
            guard body.cue == nil, let last, case .statement(var first) = changed[last].body,
                continues(first, of: changed[last], with: body, of: events[index], in: reading)
            else {
                last = index
                continue
            }
            first.content = pieces(first.content + body.content, in: reading)
            first.quotes += body.quotes
            first.directness = StatementContent.directness(of: first.content, in: reading)
            changed[last].body = .statement(first)
            dropped.insert(index)
        }
        return changed.indices.filter { !dropped.contains($0) }.map { changed[$0] }
    }

    /// Pieces with nothing but blanks and stops between them are one piece.
    private func pieces(_ pieces: [TextRange], in reading: Reading) -> [TextRange] {
        pieces.reduce(into: []) { joined, piece in
            guard let last = joined.last, last.end <= piece.start,
                reading.document.string(TextRange(last.end, piece.start)).allSatisfy({
                    $0.isWhitespace || ".!?…".contains($0)
                })
            else {
                joined.append(piece)
                return
            }
            joined[joined.count - 1] = last.union(piece)
        }
    }

    private func continues(
        _ first: StatementDraft,
        of earlier: EventDraft,
        with second: StatementDraft,
        of later: EventDraft,
        in reading: Reading
    ) -> Bool {
        guard first.directness == .direct, second.directness == .direct,
            first.speakers.map(\.entity) == second.speakers.map(\.entity),
            let end = first.content.last, let start = second.content.first, end.end <= start.start
        else { return false }
        let sentences = reading.document.sentences
        let lastSentence = reading.tokens(in: end).last.map(reading.sentence(of:)) ?? earlier.sentence
        return sentences[lastSentence].paragraph == sentences[later.sentence].paragraph
            && later.sentence - max(lastSentence, earlier.sentence) <= 1
    }
}
