import NewsEvents
import NewsText

/// What the words that hang on a noun say of whether the meeting took place.
extension MeetingStatus {
    /// What stands on the noun itself: "upcoming talks", "the summit, which was called off", "a meeting due on Thursday".
    func fromModifiers(of trigger: Int) -> Occurrence? {
        guard reading.token(trigger).tag != .verb else { return nil }
        if ["toward", "towards"].contains(reading.preposition(of: trigger) ?? "") { return .proposed }
        for child in reading.tree.children(of: trigger, by: [.adjectivalModifier, .adjectivalClause]) {
            let form = reading.form(child)
            if Self.coming.contains(form) { return .planned }
            if Self.thinkable.contains(form) { return .proposed }
            let lemma = reading.lemmaWithParticle(child)
            if reading.lexicons.occurrences[lemma] == .cancelled { return .cancelled }
            guard reading.lexicons.occurrences[lemma] == .planned || tells(lemma) else { continue }
            if Self.arranging.contains(lemma) { return .planned }
            let isInfinitive = reading.tree.children(of: child, by: [.marker]).contains {
                reading.form($0) == "to"
            }
            if reading.relation(child).universal == .adjectivalClause, isInfinitive || reading.isFuture(child)
            {
                return .planned
            }
        }
        return nil
    }

    /// Whether a clause with this verb tells of the meeting as a whole: "to be held on Monday", "which will begin".
    func tells(_ lemma: String) -> Bool {
        reading.lexicons.meetingStages.contains(lemma) || reading.lexicons.meetingVerbs[lemma]?.sort == .hold
            || reading.lexicons.meetingVerbs[lemma]?.sort == .host
    }

    private static let arranging: Set<String> = ["schedule", "plan", "slate", "set", "due", "expect"]

    private static let thinkable: Set<String> = ["possible", "potential", "eventual", "hypothetical"]

    private static let coming: Set<String> = [
        "upcoming", "planned", "scheduled", "future", "forthcoming", "coming", "proposed",
    ]

    /// "agreed to act at a meeting in Oslo, which was held in April": a clause about the meeting says so, wherever the tree hangs
    /// it behind the noun.
    func tookPlace(_ noun: Int) -> Bool {
        let sentence = reading.document.sentences[reading.sentence(of: noun)].tokens
        guard reading.token(noun).tag == .noun,
            let verb = sentence.first(where: { $0 > noun && isToldAsHeld($0) }),
            case let head = reading.token(verb).head, head == noun || head > noun && head < verb
        else { return false }
        return !(noun + 1..<verb).contains { reading.lexicons.meetingNouns[reading.lemma($0)] != nil }
    }

    /// "which was held", "that took place".
    private func isToldAsHeld(_ verb: Int) -> Bool {
        guard reading.relation(verb).universal == .adjectivalClause,
            let subject = reading.tree.child(of: verb, by: [.nominalSubject]),
            ["which", "that"].contains(reading.form(subject)), reading.isSimplePast(verb),
            !reading.isNegated(verb), !reading.isBeTo(verb)
        else { return false }
        switch reading.lemma(verb) {
        case "hold": return reading.isPassive(verb)
        case "take":
            return reading.tree.children(of: verb, by: [.object]).contains { reading.form($0) == "place" }
        default: return false
        }
    }
}
