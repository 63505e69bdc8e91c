import NewsEvents
import NewsText

/// Joins a quotation that runs on behind "X said" with its first part: `"A," said Ito. "B. C."` is one statement.
///
/// Invariant: only wholly quoted statements of one paragraph with the same speakers are joined, and only where nobody
/// else speaks between them. What follows in a new paragraph stays a statement of its own.
struct QuotationJoiner {
    /// The events with running quotations joined; order is kept.
    func join(_ events: [EventDraft], in reading: Reading) -> [EventDraft] {
        var joined: [EventDraft] = []
        var order: [Int] = []
        let statements = events.indices.filter {
            if case .statement = events[$0].body { true } else { false }
        }
        .sorted { (events[$0].sentence, $0) < (events[$1].sentence, $1) }
        var changed = events
        var dropped: Set<Int> = []
        var last: Int?
        for index in statements {
            guard case .statement(let body) = events[index].body else { continue }
            if body.cue == nil, let last, case .statement(var first) = changed[last].body,
                continues(first, of: changed[last], with: body, of: events[index], in: reading)
            {
                first.content += body.content
                first.quotes += body.quotes
                first.directness = StatementContent.directness(of: first.content, in: reading)
                changed[last].body = .statement(first)
                dropped.insert(index)
            } else {
                last = index
            }
        }
        for index in events.indices where !dropped.contains(index) { order.append(index) }
        for index in order { joined.append(changed[index]) }
        return joined
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
        let lastSentence = sentences.lastIndex { end.overlaps($0.range) } ?? earlier.sentence
        return sentences[lastSentence].paragraph == sentences[later.sentence].paragraph
            && later.sentence - max(lastSentence, earlier.sentence) <= 1
    }
}
