import NewsEvents
import NewsText

/// Meetings told by a verb: met, held talks, hosted, received, phoned, discussed with.
struct MeetingVerbs: ExtractionRule {
    static let summary = "a verb of meeting with its subject and the partner it names"

    static let matches = [
        RuleExample("Havel met with Ito in Vienna on Monday.", finds: "Havel, Ito | met"),
        RuleExample("Mary Havel and John Ito spoke on the phone.", finds: "Mary Havel, John Ito | spoke"),
        RuleExample(
            "Havel received the Japanese foreign minister in Prague.",
            finds: "Havel, Foreign Minister of Japan | received"
        ),
    ]

    static let misses = [
        "The plan met the criteria.", "Havel met expectations.", "They received the report on Monday.",
        "The minister welcomed the decision.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        reading.freshTokens.flatMap { meetings(at: $0, in: reading) }
    }

    /// "met with the fund, then with the president": a partner after "then" is a meeting of its own.
    private func meetings(at verb: Int, in reading: Reading) -> [EventDraft] {
        let partners = partnerHeads(of: verb, in: reading)
        let later = partners.filter { head in
            let first = reading.tree.span(of: head).lowerBound
            return (max(0, first - 2)..<first).contains {
                reading.form($0) == "then" || reading.form($0) == "later"
            }
        }
        guard !later.isEmpty, later.count < partners.count else {
            return [meeting(at: verb, partners: partners, in: reading)].compactMap { $0 }
        }
        return ([partners.filter { !later.contains($0) }] + later.map { [$0] }).compactMap {
            meeting(at: verb, partners: $0, in: reading)
        }
    }

    private func meeting(at verb: Int, partners heads: [Int], in reading: Reading) -> EventDraft? {
        guard reading.token(verb).tag == .verb, !reading.isHypothetical(verb),
            let entry = reading.lexicons.meetingVerbs[reading.lemmaWithParticle(verb)]
                ?? reading.lexicons.meetingVerbs[reading.lemma(verb)]
        else { return nil }
        let subject = reading.subject(of: verb)
        let subjects = subject.map { reading.actors(at: $0) } ?? []
        let partners = heads.flatMap { reading.actors(at: $0) }
        switch entry.sort {
        case .together:
            return together(
                verb,
                entry: entry,
                subjects: subjects,
                partners: partners,
                subject: subject,
                in: reading
            )
        case .discuss:
            guard subjects.count + partners.count > 1, !subjects.isEmpty else { return nil }
            let about = reading.tree.child(of: verb, by: [.object]).map {
                reading.phrase($0, keepingClauses: true)
            }
            return draft(verb, entry.mode, subjects + partners, in: reading, about: about)
        case .host:
            guard
                let object = reading.tree.child(of: verb, by: [.object])
                    ?? reading.tree.child(of: verb, by: [.passiveSubject])
            else { return nil }
            let guests = reading.actors(at: object)
            let hosts =
                reading.isPassive(verb)
                ? reading.agent(of: verb).map { reading.actors(at: $0) } ?? [] : subjects
            let people = guests.filter { Self.canVisit($0, in: reading) }
            guard !people.isEmpty, !hosts.isEmpty else { return nil }
            return draft(verb, entry.mode, hosts + people, in: reading)
        case .join, .hold, .attend, .noun:
            // These name the meeting by a noun: `MeetingNouns` and `MeetingJoined` read it.
            return nil
        }
    }

    /// Whether it can be a guest: a person, or a group called by an office ("the ministers"), not just any people.
    private static func canVisit(_ guest: ActorMention, in reading: Reading) -> Bool {
        let entity = reading.document.entities[guest.entity]
        guard entity.kind == .group else { return entity.kind == .person }
        return entity.name.lowercased().split(separator: " ").last.map { guests.contains(String($0)) }
            ?? false
    }

    private static let guests: Set<String> = [
        "delegation", "ministers", "officials", "leaders", "ambassadors", "diplomats", "envoys",
        "negotiators",
        "lawmakers", "senators", "representatives", "governors", "presidents",
    ]

    private func together(
        _ verb: Int,
        entry: MeetingEntry,
        subjects: [ActorMention],
        partners: [ActorMention],
        subject: Int?,
        in reading: Reading
    ) -> EventDraft? {
        let objectHeads = reading.tree.children(of: verb, by: [.object]).filter { object in
            // "met aboard Air Force One": part of a place's name is no partner.
            !reading.document.mentions.contains { $0.kind == .facility && $0.tokens.contains(object) }
        }
        let objects = objectHeads.flatMap { reading.actors(at: $0) }
        let lemma = reading.lemma(verb)
        // "speak" and "talk" are meetings only with a partner; "to reporters" is no partner but an audience.
        if lemma == "speak" || lemma == "talk" {
            let partners = partners.filter { reading.document.entities[$0.entity].kind != .organisation }
            let mode = MeetingCircumstances.mode(of: verb, default: entry.mode, in: reading)
            // "A and B spoke by phone" names no partner; "A and B spoke" alone may be two speeches.
            let isJoint = subjects.count > 1 && (mode == .phone || mode == .video)
            guard !subjects.isEmpty, isJoint || !partners.isEmpty else { return nil }
            return draft(verb, mode, subjects + partners, in: reading)
        }
        let everyone = subjects + partners + (lemma == "meet" ? objects : [])
        let severalSubjects = subjects.count > 1 || subject.map { isPluralActor($0, in: reading) } ?? false
        guard !subjects.isEmpty, everyone.count > 1 || severalSubjects else { return nil }
        if lemma == "meet", !objectHeads.isEmpty, objects.isEmpty { return nil }
        var event = draft(verb, entry.mode, everyone, in: reading)
        if everyone.count == 1, let subject,
            reading.token(subject).tag == .pronoun || isDefinite(subject, in: reading)
        {
            mark(&event)
        }
        return event
    }

    private func mark(_ event: inout EventDraft) {
        guard case .meeting(var draft) = event.body else { return }
        draft.isAnaphoric = true
        draft.pointsToAll = true
        event.body = .meeting(draft)
    }

    private func isPluralActor(_ head: Int, in reading: Reading) -> Bool {
        ["they", "both", "two"].contains(reading.form(head))
            || reading.token(head).tag == .noun && reading.form(head) != reading.lemma(head)
    }

    private func isDefinite(_ head: Int, in reading: Reading) -> Bool {
        reading.tree.children(of: head, by: [.determiner]).contains {
            ["the", "both", "these"].contains(reading.form($0))
        }
    }

    /// What stands after "with"; after "to" for speaking to a person who is no audience.
    private func partnerHeads(of verb: Int, in reading: Reading) -> [Int] {
        reading.tree.children(of: verb, by: [.oblique]).filter { child in
            guard let preposition = reading.tree.caseWords(of: child) else { return false }
            return preposition == "with"
                || preposition == "to" && ["speak", "talk"].contains(reading.lemma(verb))
                    && isLeader(child, in: reading)
        }
    }

    private func isLeader(_ head: Int, in reading: Reading) -> Bool {
        guard let entity = reading.entityOfHead[head] else { return false }
        return reading.document.entities[entity].kind == .person
    }

    private func draft(
        _ verb: Int,
        _ mode: MeetingHeld.Mode,
        _ participants: [ActorMention],
        in reading: Reading,
        about: TextRange? = nil
    ) -> EventDraft {
        let place = MeetingPlace.find(at: verb, in: reading)
        let draft = MeetingDraft(
            participants: participants.uniqued(),
            status: MeetingCircumstances.status(of: verb, in: reading),
            mode: MeetingCircumstances.mode(of: verb, default: mode, in: reading),
            place: place?.range,
            placeRank: place?.rank ?? 0,
            about: about ?? MeetingCircumstances.about(verb, in: reading),
            via: nil,
            triggers: [reading.token(verb).range],
            isAnaphoric: false
        )
        return EventDraft(
            body: .meeting(draft),
            sentence: reading.sentence(of: verb),
            date: reading.date(of: verb),
            confidence: 0.92
        )
    }
}

extension [ActorMention] {
    /// Each actor once, at its first mention.
    func uniqued() -> [ActorMention] {
        var seen: Set<Int> = []
        return filter { seen.insert($0.entity).inserted }
    }
}
