import NewsEvents
import NewsText

/// What the words around a meeting's trigger say of it: how the actors met, and what about.
enum MeetingCircumstances {
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
}

extension EventDraft {
    /// A meeting told by `trigger`; `verb` is the verb that tells a noun's meeting, whose place and date are its own too.
    static func meeting(
        at trigger: Int,
        toldBy verb: Int? = nil,
        participants: [ActorMention],
        mode: MeetingHeld.Mode,
        in reading: Reading,
        about: TextRange? = nil,
        confidence: Double
    ) -> EventDraft {
        let place =
            MeetingPlace.find(at: trigger, in: reading)
            ?? verb.flatMap { MeetingPlace.find(at: $0, in: reading) }
        let date = reading.date(of: trigger) ?? verb.flatMap { reading.date(of: $0) }
        var status = MeetingStatus(reading: reading).status(of: trigger)
        if status == .held, let verb { status = MeetingStatus(reading: reading).status(of: verb) }
        // "The ministers meet on 11 December", printed on the 5th.
        if status == .held, let date, date.reading.from > reading.document.published { status = .planned }
        let draft = MeetingDraft(
            participants: participants.uniqued(),
            status: status,
            mode: MeetingCircumstances.mode(of: trigger, default: mode, in: reading),
            place: place?.range,
            placeRank: place?.rank ?? 0,
            about: about ?? MeetingCircumstances.about(trigger, in: reading),
            via: nil,
            triggers: [reading.token(trigger).range],
            isAnaphoric: false,
            town: place?.town,
            isPurpose: MeetingStatus(reading: reading).isPurpose(verb ?? trigger)
        )
        return EventDraft(
            body: .meeting(draft),
            sentence: reading.sentence(of: trigger),
            date: date,
            confidence: confidence
        )
    }
}
