import NewsEvents
import NewsText

/// What the words around a meeting's trigger say of it: whether it took place, how, and what about.
enum MeetingCircumstances {
    /// Whether the meeting took place, from the trigger's own verb phrase and the verbs that govern it.
    static func status(of trigger: Int, in reading: Reading) -> Occurrence {
        if reading.isNegated(trigger) { return .denied }
        var current = trigger
        for _ in 0..<4 {
            let lemma = reading.lemmaWithParticle(current)
            if cancelling.contains(lemma) { return .cancelled }
            if proposing.contains(lemma), current != trigger { return .proposed }
            if planning.contains(lemma), current != trigger { return .planned }
            if reading.token(current).tag == .verb, reading.isFuture(current) { return .planned }
            if current != trigger, reading.token(current).tag == .verb, reading.isNegated(current) {
                return .denied
            }
            let head = reading.token(current).head
            guard head != current,
                [
                    .object, .passiveSubject, .nominalSubject, .openComplement, .oblique, .nominalModifier,
                    .adjectivalClause,
                ]
                .contains(reading.relation(current).universal) || reading.relation(current) == .passiveSubject
            else { break }
            if reading.relation(current) == .relativeClause { break }
            // An adjunct ("during the talks") does not share its verb's status: only arguments do.
            if reading.relation(current).universal == .oblique, reading.token(current).tag == .noun,
                reading.tree.caseWords(of: current).map({ ["for", "to"].contains($0) }) != true
            {
                break
            }
            current = head
        }
        if reading.tree.children(of: trigger, by: [.adjectivalModifier]).contains(where: {
            ["upcoming", "planned", "scheduled", "future", "forthcoming", "next"].contains(reading.form($0))
        }) {
            return .planned
        }
        if reading.tree.children(of: trigger, by: [.adjectivalClause]).contains(where: {
            ["schedule", "plan", "slate", "set"].contains(reading.lemma($0))
        }) {
            return .planned
        }
        return .held
    }

    private static let cancelling: Set<String> = ["cancel", "postpone", "call_off", "scrap", "scuttle"]
    private static let proposing: Set<String> = [
        "propose", "offer", "invite", "suggest", "call", "urge", "request", "seek", "demand", "want",
    ]
    private static let planning: Set<String> = [
        "plan", "schedule", "expect", "arrange", "agree", "slate", "prepare", "due",
    ]

    /// How the actors met, from the words beside the trigger.
    static func mode(of trigger: Int, default mode: MeetingHeld.Mode, in reading: Reading) -> MeetingHeld.Mode
    {
        let words = reading.tree.subtree(of: trigger).map { reading.lemma($0) }
        if words.contains(where: { ["phone", "telephone", "telephonic"].contains($0) }) { return .phone }
        if words.contains(where: {
            ["video", "videoconference", "virtual", "virtually", "zoom"].contains($0)
        }) {
            return .video
        }
        if words.contains(where: { ["summit", "multilateral"].contains($0) }), mode == .unknown {
            return .multilateral
        }
        return mode
    }

    /// What it was about: after "about", "on", "over", or the object of "to discuss".
    static func about(_ trigger: Int, in reading: Reading) -> TextRange? {
        let clauses: Set<Relation> = [.adverbialClause, .openComplement, .adjectivalClause]
        for clause in reading.tree.children(of: trigger, by: clauses)
        where ["discuss", "address", "review", "consider", "negotiate"].contains(reading.lemma(clause)) {
            if let object = reading.tree.child(of: clause, by: [.object]) {
                return reading.phrase(object, keepingClauses: true)
            }
        }
        for child in reading.tree.children(of: trigger, by: [.oblique, .nominalModifier])
        where child > trigger {
            guard let preposition = reading.tree.caseWords(of: child),
                ["about", "on", "over", "regarding", "concerning"].contains(preposition),
                !reading.document.dates.contains(where: { $0.tokens.contains(child) }),
                !(preposition == "on" && reading.token(child).tag == .properNoun)
            else { continue }
            return reading.phrase(child, keepingClauses: true)
        }
        return nil
    }

    /// When a meeting named by a noun took place, as the words around it say: on the noun itself, on the verb that holds
    /// it, on a participle behind it ("a call made on Monday"), or on a verb of helping it about, which is done there.
    static func date(of noun: Int, governor: Int?, in reading: Reading) -> DateMention? {
        if let date = reading.date(of: noun) { return date }
        let participle = reading.tree.children(of: noun, by: [.adjectivalClause]).first {
            holding.contains(reading.lemma($0))
        }
        if let date = participle.flatMap(reading.date) { return date }
        guard let governor else { return coarseDate(behind: noun, in: reading) }
        if reading.lexicons.meetingVerbs[reading.lemma(governor)] != nil {
            return reading.date(of: governor)
        }
        guard mediating.contains(reading.lemma(governor)) else {
            return coarseDate(behind: noun, in: reading)
        }
        var verb = governor
        while reading.relation(verb).universal == .openComplement, reading.token(verb).head != verb {
            if let date = reading.date(of: verb) { return date }
            verb = reading.token(verb).head
        }
        return reading.date(of: verb)
    }

    private static let holding: Set<String> = ["make", "hold", "place", "conduct", "take", "have"]
    private static let mediating: Set<String> = ["facilitate", "mediate", "moderate", "broker", "help"]

    /// "demanded the record of a call with Ito in late July": a month or year right behind the noun's words is the noun's.
    private static func coarseDate(behind noun: Int, in reading: Reading) -> DateMention? {
        let end = reading.tree.span(of: noun).upperBound
        return reading.document.dates.first { date in
            date.reading.precision != .day && date.reading.to <= reading.document.published
                && date.tokens.lowerBound == end + 1 && reading.form(end) == "in"
        }
    }
}
