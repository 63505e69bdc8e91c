import NewsText

/// Which of the rounds of one row of talks a noun of meeting tells: "the previous round", "another meeting", "the third round".
enum MeetingRound: Hashable, Sendable {
    /// One or more before the one that is told: "the previous round", "a year of talks".
    case previous
    /// One still to come after it.
    case next
    /// The one with this number.
    case numbered(Int)

    /// What the words beside a noun of meeting say of it, or of the round it is of: "the next round of talks".
    init?(of noun: Int, in reading: Reading) {
        let words = [noun, reading.tree.caseWords(of: noun) == "of" ? reading.token(noun).head : noun].flatMap
        {
            reading.tree.children(of: $0, by: [.adjectivalModifier, .determiner]).map(reading.form)
        }
        let measure = reading.lemma(reading.token(noun).head)
        let isLong = ["month", "year"].contains(measure) && reading.tree.caseWords(of: noun) == "of"
        if isLong || words.contains(where: ["previous", "earlier", "prior", "past"].contains) {
            self = .previous
        } else if words.contains(where: ["next", "another", "further", "subsequent", "follow-up"].contains) {
            self = .next
        } else if let number = words.lazy.compactMap({ Self.ordinals.firstIndex(of: $0) }).first {
            self = .numbered(number + 1)
        } else {
            return nil
        }
    }

    /// "The call comes a week after they met": what the words compare with is an earlier meeting.
    static func isPrevious(_ verb: Int, in reading: Reading) -> Bool {
        let head = reading.token(verb).head
        guard reading.relation(verb).universal == .adverbialClause, reading.lemma(head) == "come",
            reading.tree.children(of: verb, by: [.marker]).contains(where: { reading.form($0) == "after" }),
            let subject = reading.tree.child(of: head, by: [.nominalSubject])
        else { return false }
        return ["it", "this", "that"].contains(reading.form(subject))
            || reading.lexicons.meetingNouns[reading.lemma(subject)] != nil
            || reading.lexicons.visitNouns[reading.lemma(subject)] != nil
    }

    private static let ordinals = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    ]
}
