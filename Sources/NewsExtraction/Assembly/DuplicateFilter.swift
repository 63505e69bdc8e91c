import NewsText

/// Drops what is told twice in the same words: the same statement by two rules, the same stance of a holder on a target.
struct DuplicateFilter {
    /// Keeps the first of each; rules run in order of trust.
    func filter(_ events: [EventDraft]) -> [EventDraft] {
        var kept: [EventDraft] = []
        var index = RangeIndex()
        for event in events {
            let ranges = ranges(of: event)
            let isKnown = ranges.contains { range in
                index.numbers(near: range).contains { isSame(kept[$0], event) }
            }
            if isKnown { continue }
            for range in ranges { index.insert(kept.count, at: range) }
            kept.append(event)
        }
        return kept
    }

    /// The stretches two events share if they are the same.
    private func ranges(of event: EventDraft) -> [TextRange] {
        switch event.body {
        case .statement(let draft): [draft.cue].compactMap(\.self) + draft.content
        case .position(let draft): [draft.cue]
        case .visit(let draft): draft.triggers
        case .meeting: []
        }
    }

    private func isSame(_ a: EventDraft, _ b: EventDraft) -> Bool {
        switch (a.body, b.body) {
        case (.statement(let first), .statement(let second)):
            if let one = first.cue, one == second.cue { return true }
            let shared = second.content.filter { range in first.content.contains { $0.contains(range) } }
            return shared.count == second.content.count
                && second.speakers.map(\.entity) == first.speakers.map(\.entity)
        case (.position(let first), .position(let second)):
            // One cue can have several targets: "called for a ceasefire and the release of prisoners".
            return first.cue.overlaps(second.cue)
                && first.holders.map(\.entity) == second.holders.map(\.entity)
                && first.target.map { one in second.target.map(one.overlaps) ?? true } ?? true
        case (.visit(let first), .visit(let second)):
            return first.triggers.first == second.triggers.first && first.destination == second.destination
        default:
            return false
        }
    }
}
