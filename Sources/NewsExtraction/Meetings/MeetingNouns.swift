import NewsEvents
import NewsText

/// Meetings told by a noun: "a meeting with", "talks between", "held a summit", "joined the meeting", "during a Saturday meeting".
struct MeetingNouns: ExtractionRule {
    static let summary = "a noun of meeting with those it names, owns or is held, joined or attended by"

    static let matches = [
        RuleExample("Havel and Ito held talks in Vienna.", finds: "Havel, Ito | talks"),
        RuleExample("Talks between Havel and Ito began in Vienna on Monday.", finds: "Havel, Ito | Talks"),
        RuleExample("Okafor attended the summit in Lagos.", finds: "Okafor | summit"),
        RuleExample(
            "Havel spoke while sitting next to Ito during a Monday meeting.",
            finds: "Havel, Ito | meeting"
        ),
    ]

    static let misses = [
        "The meeting room was empty.", "Okafor took the call.", "The conference centre was closed.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        reading.freshTokens.compactMap { noun in
            guard reading.token(noun).tag == .noun || reading.token(noun).tag == .properNoun,
                let entry = reading.lexicons.meetingNouns[reading.lemma(noun)],
                ![.compound, .adjectivalModifier, .flat].contains(reading.relation(noun).universal)
            else { return nil }
            return meeting(at: noun, entry: entry, in: reading)
        }
    }

    private func meeting(at noun: Int, entry: MeetingEntry, in reading: Reading) -> EventDraft? {
        guard !isSaying(noun, in: reading) else { return nil }
        var participants = named(by: noun, in: reading)
        let governor = governor(of: noun, in: reading)
        let preposition = reading.tree.caseWords(of: noun)
        var joined = false
        var isPurpose = false
        if let verb = governor, let sort = reading.lexicons.meetingVerbs[reading.lemma(verb)]?.sort,
            [.hold, .attend, .join, .host].contains(sort)
        {
            let subjects =
                reading.isPassive(verb)
                ? reading.agents(of: verb) : reading.subject(of: verb).map { reading.actors(at: $0) } ?? []
            participants = subjects + partners(of: verb, in: reading) + participants
            joined = sort == .join || sort == .attend && !subjects.isEmpty
        } else if let verb = governor, reading.lexicons.meetingVerbs[reading.lemma(verb)]?.sort == .together,
            let subject = reading.subject(of: verb)
        {
            // "met for their seventh summit": the verb's meeting told by its name.
            participants = reading.actors(at: subject)
        } else if let traveller = traveller(to: noun, preposition: preposition, in: reading) {
            participants += traveller
            isPurpose = true
        } else if let verb = governor, let preposition,
            ["during", "at", "in", "after", "following"].contains(preposition)
        {
            participants += present(at: verb, in: reading)
            if participants.count < 2, preposition != "during" { return nil }
        }
        participants = participants.uniqued()
        // "call" and "round" are meetings only when two sides are named.
        let needsTwo = [
            "call", "round", "discussion", "conversation", "session", "dialogue", "audience", "negotiation",
            "dinner", "forum", "talk", "assembly", "lunch",
        ]
        // A capital makes it a title: "on the margins of the Leaders' Summit" tells of no meeting by itself.
        if reading.token(noun).tag == .properNoun, !joined, !isPurpose { return nil }
        let isDefinite = reading.tree.children(of: noun, by: [.determiner]).contains {
            ["the", "this", "that"].contains(reading.form($0))
        }
        guard !participants.isEmpty,
            !needsTwo.contains(reading.lemma(noun)) || participants.count > 1 || joined
        else { return nil }
        let place =
            MeetingPlace.find(at: noun, in: reading)
            ?? governor.flatMap { verb in
                reading.lexicons.meetingVerbs[reading.lemma(verb)] == nil
                    ? nil : MeetingPlace.find(at: verb, in: reading)
            }
        let status = isPurpose ? Occurrence.planned : MeetingCircumstances.status(of: noun, in: reading)
        let mode: MeetingHeld.Mode =
            entry.mode == .inPerson && participants.count < 2 && !joined ? .unknown : entry.mode
        let draft = MeetingDraft(
            participants: participants,
            status: status,
            mode: MeetingCircumstances.mode(of: noun, default: mode, in: reading),
            place: place?.range,
            placeRank: place?.rank ?? 0,
            about: MeetingCircumstances.about(noun, in: reading),
            via: nil,
            triggers: [reading.token(noun).range],
            isAnaphoric: isDefinite && reading.token(noun).tag == .noun && (joined || participants.count < 2)
        )
        var event = EventDraft(
            body: .meeting(draft),
            sentence: reading.sentence(of: noun),
            date: MeetingCircumstances.date(of: noun, governor: governor, in: reading),
            confidence: 0.88
        )
        if participants.count < 2 { event.doubt("only one participant is named", cost: 0.2) }
        return event
    }

    /// A press conference or interview is an occasion to speak, no meeting.
    private func isSaying(_ noun: Int, in reading: Reading) -> Bool {
        reading.tree.children(of: noun, by: [.compound, .adjectivalModifier]).contains {
            ["press", "news", "media"].contains(reading.lemma($0))
        }
    }

    /// Those the noun itself names: "Havel's meeting with Ito", "talks between A and B".
    private func named(by noun: Int, in reading: Reading) -> [ActorMention] {
        reading.tree.children(of: noun, by: [.nominalModifier, .possessive]).filter { child in
            reading.relation(child) == .possessive
                || ["with", "between", "among", "by"].contains(reading.tree.caseWords(of: child) ?? "")
        }.flatMap { reading.actors(at: $0) }
    }

    /// Who travels to a meeting: "en route to Malaysia for a summit", "flew to Geneva for talks".
    private func traveller(to noun: Int, preposition: String?, in reading: Reading) -> [ActorMention]? {
        guard preposition == "for" else { return nil }
        var current = reading.token(noun).head
        for _ in 0..<4 {
            let isTravel =
                reading.form(current) == "route" || reading.lexicons.visitVerbs[reading.lemma(current)] != nil
                || reading.lexicons.visitNouns[reading.lemma(current)] != nil
            var verb = current
            while reading.token(verb).tag != .verb, reading.token(verb).head != verb {
                verb = reading.token(verb).head
            }
            if isTravel, let subject = reading.subject(of: verb) { return reading.actors(at: subject) }
            if reading.token(current).head == current { return nil }
            current = reading.token(current).head
        }
        return nil
    }

    /// The verb the noun is an argument or adjunct of.
    private func governor(of noun: Int, in reading: Reading) -> Int? {
        let relation = reading.relation(noun)
        guard
            [.object, .oblique, .nominalSubject].contains(relation.universal) || relation == .passiveSubject
        else { return nil }
        let head = reading.token(noun).head
        return reading.token(head).tag == .verb ? head : nil
    }

    private func partners(of verb: Int, in reading: Reading) -> [ActorMention] {
        reading.tree.children(of: verb, by: [.oblique]).filter {
            ["with", "alongside"].contains(reading.tree.caseWords(of: $0) ?? "")
        }
        .flatMap { reading.actors(at: $0) }
    }

    /// Those who are together in the verb's clause: its subject and whoever is next to, beside or with it.
    private func present(at verb: Int, in reading: Reading) -> [ActorMention] {
        let beside = reading.tree.children(of: verb, by: [.oblique]).filter { child in
            ["next to", "beside", "alongside", "with", "together with"].contains(
                reading.tree.caseWords(of: child) ?? ""
            )
                || reading.tree.children(of: child, by: [.caseMarking]).contains {
                    $0 > 0 && ["next", "close"].contains(reading.form($0 - 1))
                }
        }.flatMap { reading.actors(at: $0) }
        let nested = reading.tree.children(of: verb, by: [.adverbialModifier]).filter {
            reading.form($0) == "next"
        }
        .flatMap { next in reading.tree.children(of: next, by: [.oblique]).flatMap { reading.actors(at: $0) }
        }
        guard !beside.isEmpty || !nested.isEmpty else { return [] }
        return (speakerAbove(verb, in: reading).map { reading.actors(at: $0) } ?? []) + beside + nested
    }

    /// The subject of a participle, or of the verb of saying above it when the tree hangs it too low.
    private func speakerAbove(_ verb: Int, in reading: Reading) -> Int? {
        var current = verb
        var subject = reading.subject(of: verb)
        while reading.token(current).head != current {
            current = reading.token(current).head
            if reading.lexicons.reporting[reading.lemma(current)] != nil,
                let speaker = reading.subject(of: current)
            {
                if subject == nil || reading.tree.child(of: verb, by: [.nominalSubject]) == nil {
                    subject = speaker
                }
                break
            }
        }
        return subject
    }
}
