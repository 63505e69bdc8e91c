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
        if words.contains(where: { ["summit", "multilateral"].contains($0) }), mode == .unknown,
            !words.contains(where: margins.contains)
        {
            return .multilateral
        }
        return mode
    }

    /// What it was about: after "about", "on", "over", or the object of "to discuss".
    static func about(_ trigger: Int, in reading: Reading) -> TextRange? {
        let clauses: RelationSet = [.adverbialClause, .openComplement, .adjectivalClause]
        for clause in reading.tree.children(of: trigger, by: clauses)
        where clause > trigger
            && ["discuss", "address", "review", "consider", "negotiate"].contains(reading.lemma(clause))
        {
            if let object = reading.tree.child(of: clause, by: [.object]) {
                return reading.phrase(object, keepingClauses: true)
            }
        }
        for child in reading.tree.children(of: trigger, by: [.oblique, .nominalModifier])
        where child > trigger {
            guard let preposition = reading.tree.caseWords(of: child),
                ["about", "on", "over", "regarding", "concerning"].contains(preposition),
                !reading.document.dates.contains(where: { $0.tokens.contains(child) }),
                !margins.contains(reading.lemma(child)),
                reading.lexicons.visitNouns[reading.lemma(child)] == nil,
                !(preposition == "on"
                    && (reading.token(child).tag == .properNoun
                        || reading.lemma(trigger) == "call"
                            && reading.token(trigger).tag == .verb))
            else { continue }
            return reading.phrase(child, keepingClauses: true)
        }
        return nil
    }

    /// "on the sidelines of the summit", "on the eve of the vote": where and when, not what about.
    private static let margins: Set<String> = [
        "sideline", "margin", "fringe", "eve", "occasion", "phone", "day", "way", "behalf",
    ]

    /// When a meeting took place, as the words around it say: on its word itself, on the verb that tells it, on a participle
    /// behind it ("a call made on Monday"), or on a verb of helping it about, which is done there.
    static func date(of trigger: Int, toldBy verb: Int?, in reading: Reading) -> DateMention? {
        day(of: trigger, toldBy: verb, in: reading).map { span(from: $0, in: reading) }
    }

    /// "on Friday and Saturday", "from Tuesday to Thursday": all the days it lasted.
    private static func span(from first: DateMention, in reading: Reading) -> DateMention {
        let joint = first.tokens.upperBound
        guard first.reading.precision == .day, joint < reading.document.tokens.count,
            ["and", "to", "through", "until"].contains(reading.form(joint)),
            let last = reading.document.dates.first(where: { $0.tokens.lowerBound == joint + 1 }),
            last.reading.precision == .day, first.reading.to < last.reading.from,
            last.reading.from <= first.reading.to.adding(days: 7)
        else { return first }
        return DateMention(
            range: first.range.union(last.range),
            tokens: first.tokens.lowerBound..<last.tokens.upperBound,
            reading: DateReading(
                from: first.reading.from,
                to: last.reading.to,
                precision: .range,
                basis: first.reading.basis
            )
        )
    }

    private static func day(of trigger: Int, toldBy verb: Int?, in reading: Reading) -> DateMention? {
        let clauses = reading.tree.children(of: trigger, by: [.adjectivalClause]).filter {
            holding.contains(reading.lemma($0))
                || reading.lexicons.meetingStages.contains(reading.lemmaWithParticle($0))
                || reading.lexicons.occurrences[reading.lemma($0)] == .planned
        }
        // "expected to begin on Friday"
        let told = clauses + clauses.flatMap { reading.tree.children(of: $0, by: [.openComplement]) }
        if let date = ([trigger] + told + (verb.map { [$0] } ?? [])).lazy.compactMap(reading.date).first {
            return date
        }
        // "vowed on Monday to help as their ministers met"
        if reading.relation(trigger).universal == .adverbialClause, reading.isSimplePast(trigger),
            reading.tree.children(of: trigger, by: [.marker]).contains(where: {
                ["as", "while", "when"].contains(reading.form($0))
            }), let date = deedDate(above: trigger, in: reading)
        {
            return date
        }
        if let journey = MeetingPlace.journey(to: trigger, in: reading), let date = reading.date(of: journey)
        {
            return date
        }
        // "a visit to Tokyo on Friday, where he met"
        let place = reading.token(trigger).head
        if reading.relation(trigger).universal == .adjectivalClause, place < trigger,
            reading.tree.children(of: trigger, by: [.adverbialModifier]).contains(where: {
                reading.form($0) == "where"
            })
        {
            return [place, reading.token(place).head].lazy.compactMap(reading.date).first {
                $0.tokens.upperBound <= trigger
            }
        }
        guard reading.token(trigger).tag != .verb else { return nil }
        if let date = reading.courseVerb(of: trigger).flatMap(reading.date) { return date }
        var governor = reading.token(trigger).head
        // "There will be a meeting next month."
        if reading.isThereBe(governor) { return reading.date(of: governor) }
        guard mediating.contains(reading.lemma(governor)) else {
            guard verb == nil else { return nil }
            return reading.coarseDate(behind: trigger) ?? dateOfDeed(during: trigger, in: reading)
        }
        while reading.relation(governor).universal == .openComplement,
            reading.token(governor).head != governor
        {
            if let date = reading.date(of: governor) { return date }
            governor = reading.token(governor).head
        }
        return reading.date(of: governor)
    }

    /// The day of the verb that a clause goes with, up through infinitives.
    private static func deedDate(above clause: Int, in reading: Reading) -> DateMention? {
        var verb = reading.token(clause).head
        for _ in 0..<3 {
            if let date = reading.date(of: verb), date.reading.precision == .day,
                date.reading.to <= reading.document.published
            {
                return date
            }
            guard [.openComplement, .clausalComplement].contains(reading.relation(verb).universal) else {
                break
            }
            verb = reading.token(verb).head
        }
        return nil
    }

    /// "told him so during a call on Monday": what is done during a meeting is done on its day.
    private static func dateOfDeed(during noun: Int, in reading: Reading) -> DateMention? {
        let verb = reading.token(noun).head
        guard reading.relation(noun).universal == .oblique, reading.token(verb).tag == .verb,
            ["during", "at", "in", "after", "following"].contains(reading.preposition(of: noun) ?? "")
        else { return nil }
        // "During the talks she was invited to come next year": that day is of the coming.
        return reading.date(of: verb).flatMap { date in
            date.reading.from > reading.document.published && !reading.isFuture(verb) ? nil : date
        }
    }

    private static let holding: Set<String> = ["make", "hold", "host", "place", "conduct", "take", "have"]
    private static let mediating: Set<String> = ["facilitate", "mediate", "moderate", "broker", "help"]
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
        let date = MeetingCircumstances.date(of: trigger, toldBy: verb, in: reading)
        var status = MeetingStatus(reading: reading).status(of: trigger)
        if status == .held, let verb { status = MeetingStatus(reading: reading).status(of: verb) }
        // "The ministers meet on 11 December", printed on the 5th.
        if status == .held, let date, date.reading.from > reading.document.published { status = .planned }
        let draft = MeetingDraft(
            participants: participants.uniqued().filter { !reading.isDocument($0) },
            status: status,
            mode: MeetingCircumstances.mode(of: trigger, default: mode, in: reading),
            place: place?.range,
            placeRank: place?.rank ?? 0,
            about: about ?? MeetingCircumstances.about(trigger, in: reading),
            via: nil,
            triggers: [reading.token(trigger).range],
            isAnaphoric: false,
            town: place?.town,
            country: place?.country,
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
