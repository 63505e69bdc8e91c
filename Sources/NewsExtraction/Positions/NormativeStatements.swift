import NewsEvents
import NewsText

/// Positions in what somebody says should, must, has to or cannot be.
struct NormativeStatements: ExtractionRule {
    static let summary = "a statement that something must, should, has to, needs to or cannot be"

    static let matches = [
        RuleExample("Lund said the bridge must be closed.", finds: "Lund | demand | must | be closed"),
        RuleExample(
            "Ito said the talks would have to include farmers.", finds: "Ito | demand | would have to | include farmers"),
        RuleExample("Okafor said that the tax cannot stay.", finds: "Okafor | oppose | cannot | stay"),
    ]

    static let misses = [
        "Lund said the bridge must have been closed long ago.", "The bridge must be closed.",
        "Ito said farmers had to leave in 1990.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        found.flatMap { event -> [EventDraft] in
            guard case .statement(let statement) = event.body, !statement.speakers.isEmpty else { return [] }
            return positions(in: statement, reading: reading)
        }
    }

    private func positions(in statement: StatementDraft, reading: Reading) -> [EventDraft] {
        var events: [EventDraft] = []
        for (index, token) in reading.document.tokens.enumerated()
        where statement.content.contains(where: { $0.contains(token.range) }) && isMainPredicate(index, in: statement, reading) {
            guard let (cue, stance, first) = modal(of: index, in: reading) else { continue }
            let end = reading.tree.span(of: index) { child in
                [.parataxis, .conjunct].contains(reading.relation(child).universal) && child > index
            }.upperBound
            let content = statement.content.last { $0.contains(token.range) } ?? token.range
            let inside = (first..<max(first + 1, end)).prefix { content.contains(reading.token($0).range) }
            guard !inside.isEmpty else { continue }
            let run = reading.trimmed(inside)
            let draft = PositionDraft(
                holders: statement.speakers, stance: stance, cue: cue, target: reading.document.range(of: run))
            var event = EventDraft(
                body: .position(draft), sentence: reading.sentence(of: index), date: nil, confidence: 0.82)
            event.doubt("the stance is read from a modal verb", cost: 0.02)
            events.append(event)
        }
        return events
    }

    /// Whether a predicate is what the statement says, not a detail of it: the head of its content or coordinated with it.
    private func isMainPredicate(_ token: Int, in statement: StatementDraft, _ reading: Reading) -> Bool {
        let relation = reading.relation(token).universal
        if relation == .root { return true }
        if relation == .clausalComplement { return reading.token(token).head == statement.cueToken }
        if relation == .openComplement || relation == .conjunct {
            let head = reading.token(token).head
            return head != token && statement.content.contains { $0.contains(reading.token(head).range) }
                && isMainPredicate(head, in: statement, reading)
        }
        return false
    }

    /// The modal of a predicate: its words, its stance, and where the rest of the clause begins.
    private func modal(of verb: Int, in reading: Reading) -> (TextRange, Stance, Int)? {
        let auxiliaries = reading.tree.children(of: verb, by: [.auxiliary, .passiveAuxiliary, .copula]).filter { $0 < verb }
        let forms = auxiliaries.map { reading.form($0) }
        if forms.contains("have"), forms.contains(where: { ["must", "should"].contains($0) }) { return nil }
        let negated = reading.isNegated(verb)
        if let index = auxiliaries.first(where: { ["must", "should", "ought"].contains(reading.form($0)) }) {
            let last = negated && reading.form(index + 1) == "not" ? index + 1 : index
            return (reading.document.range(of: index..<(last + 1)), .demand, last + 1)
        }
        if let index = auxiliaries.first(where: { ["can", "ca", "will", "wo"].contains(reading.form($0)) }), negated,
            index + 1 < verb, ["not", "n't", "n’t", "never"].contains(reading.form(index + 1))
        {
            let isWill = ["will", "wo"].contains(reading.form(index))
            guard !isWill || reading.form(index + 1) == "never" else { return nil }
            return (reading.document.range(of: index..<(index + 2)), .oppose, index + 2)
        }
        // "would have to include": the tree hangs "include" on "have" as an open complement, or the modal on "include".
        if reading.relation(verb).universal == .openComplement {
            let head = reading.token(verb).head
            guard ["have", "need"].contains(reading.lemma(head)), head + 1 < reading.document.tokens.count,
                reading.form(head + 1) == "to", reading.form(head) != "had", !reading.isNegated(head)
            else { return nil }
            let first = reading.tree.children(of: head, by: [.auxiliary]).first { $0 < head } ?? head
            return (reading.document.range(of: first..<(head + 2)), .demand, head + 2)
        }
        return nil
    }
}
