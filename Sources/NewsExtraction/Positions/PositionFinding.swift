import NewsEvents
import NewsText

/// A stance word with its holders, on the way to being a position; doubts are noted as they are found.
struct PositionFinding {
    let reader: StanceReader
    /// The word that shows the stance.
    let word: Int
    var cue: TextRange
    var stance: Stance
    var holders: [ActorMention]
    var confidence: Double
    private var doubts: [(reason: String, cost: Double)] = []

    /// A finding whose cue, what shows the stance, is the word itself unless another is given.
    init(
        _ reader: StanceReader,
        word: Int,
        stance: Stance,
        holders: [ActorMention],
        cue: TextRange? = nil,
        confidence: Double
    ) {
        self.reader = reader
        self.word = word
        self.stance = stance
        self.holders = holders
        self.confidence = confidence
        self.cue = cue ?? reader.reading.token(word).range
    }

    mutating func doubt(_ reason: String, cost: Double) { doubts.append((reason, cost)) }

    /// Turns a negated support or pledge into opposition; false for other stances, which a negation takes away.
    mutating func negate() -> Bool {
        guard stance == .support || stance == .pledge else { return false }
        stance = .oppose
        doubt("a negation turns the stance round", cost: 0.1)
        return true
    }

    /// One event for each target.
    func events(_ targets: [TextRange]) -> [EventDraft] {
        let reading = reader.reading
        guard !holders.isEmpty else { return [] }
        return targets.map { reading.withWholeMarks($0) }.map { target in
            let draft = PositionDraft(holders: holders.uniqued(), stance: stance, cue: cue, target: target)
            var event = EventDraft(
                body: .position(draft),
                sentence: reading.sentence(of: word),
                date: reading.date(of: word),
                confidence: confidence
            )
            for doubt in doubts + circumstances(target) { event.doubt(doubt.reason, cost: doubt.cost) }
            return event
        }
    }

    /// What holders and target themselves leave open.
    private func circumstances(_ target: TextRange) -> [(reason: String, cost: Double)] {
        let reading = reader.reading
        var doubts: [(reason: String, cost: Double)] = []
        if let holder = holders.first, let head = reading.tokens(in: holder.range).first,
            reading.token(head).tag == .pronoun,
            !["i", "we"].contains(reading.form(head))
        {
            doubts.append(("the holder is a pronoun", 0.06))
        }
        if let statement = reader.statement(at: word), !statement.speakers.isEmpty,
            !holders.contains(where: { holder in statement.speakers.contains { $0.entity == holder.entity } })
        {
            doubts.append(("it is known only through somebody else's words", 0.06))
        }
        let words = reading.tokens(in: target)
        if words.count == 1, let only = words.first, reading.token(only).tag == .pronoun {
            doubts.append(("the target is a pronoun", 0.06))
        }
        return doubts
    }
}
