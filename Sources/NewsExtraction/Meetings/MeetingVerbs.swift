import NewsEvents
import NewsText

/// Meetings told by a verb: met, held talks, hosted, received, phoned, discussed with.
struct MeetingVerbs: ExtractionRule {
    static let summary = "a verb of meeting with its subject and the partner it names"

    static let matches = [
        RuleExample("Havel met with Ito in Vienna on Monday.", finds: "Havel, Ito | met"),
        RuleExample(
            "The ministers of Norway, Austria and Italy met in Vienna.",
            finds: "Norway, Austria, Italy | met"
        ),
        RuleExample("Delegations from Norway and Austria met in Vienna.", finds: "Norway, Austria | met"),
        RuleExample(
            "The Norwegian and Austrian prime ministers met in Vienna.",
            finds: "Norway, Austria | met"
        ),
        RuleExample(
            "Mary Havel met with several officials, including John Ito.",
            finds: "Mary Havel, several officials, John Ito | met"
        ),
        RuleExample(
            "Mary Havel welcomed John Ito to a working dinner.",
            finds: "Mary Havel, John Ito | welcomed"
        ),
        RuleExample("Mary Havel and John Ito spoke on the phone.", finds: "Mary Havel, John Ito | spoke"),
        RuleExample(
            "Mary Havel told John Ito by phone on Friday that the road was open.",
            finds: "Mary Havel, John Ito | told"
        ),
        RuleExample(
            "Mary Havel spoke by phone with Norwegian Prime Minister John Ito and Kenyan President Anna Lund.",
            finds: "Mary Havel, John Ito | spoke"
        ),
        RuleExample(
            "The African Union met in Vienna on Monday.",
            finds: "African Union | met"
        ),
        RuleExample("Mary Havel sat down with John Ito.", finds: "Mary Havel, John Ito | sat"),
        RuleExample("Mary Havel met face to face with John Ito.", finds: "Mary Havel, John Ito | met"),
        RuleExample("Mary Havel exchanged views with John Ito.", finds: "Mary Havel, John Ito | exchanged"),
        RuleExample("Mary Havel called on John Ito at his office.", finds: "Mary Havel, John Ito | called"),
        RuleExample("Mary Havel paid a courtesy call on John Ito.", finds: "Mary Havel, John Ito | paid"),
        RuleExample(
            "Mary Havel visited President John Ito in Vienna.",
            finds: "Mary Havel, John Ito | visited"
        ),
        RuleExample(
            "Peru brought together Mary Havel and John Ito in Lima.",
            finds: "Peru, Mary Havel, John Ito | brought"
        ),
        RuleExample(
            "Havel received the Japanese foreign minister in Prague.",
            finds: "Havel, Foreign Minister of Japan | received"
        ),
    ]

    static let misses = [
        "The plan met the criteria.", "There was no sign that Mary Havel had met John Ito.",
        "Havel met expectations.", "They received the report on Monday.",
        "The minister welcomed the decision.", "Mary Havel met her husband in Prague.",
        "Mary Havel did not meet the African Union's terms.",
        "The Vienna Gazette spoke to Mary Havel about the road.",
        "Mary Havel called on John Ito to resign.", "Mary Havel exchanged gifts with John Ito.",
        "Mary Havel did not discuss the road with John Ito.",
        "Mary Havel should have discussed the road with John Ito.", "Mary Havel cannot speak to John Ito.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        reading.freshTokens.flatMap { meetings(at: $0, in: reading) }
    }

    /// "met with the fund, then with the president": a partner after "then" is a meeting of its own.
    private func meetings(at verb: Int, in reading: Reading) -> [EventDraft] {
        guard reading.token(verb).tag == .verb,
            reading.lexicons.meetingStems.contains(reading.lemma(verb))
                || Self.sayings.contains(reading.lemma(verb))
                || ["pay", "bring", "visit"].contains(reading.lemma(verb))
        else { return [] }
        let partners = partnerHeads(of: verb, in: reading)
        let later = partners.filter { head in
            if reading.tree.children(of: head, by: [.adverbialModifier]).contains(where: {
                $0 < head && ["then", "later"].contains(reading.form($0))
            }) {
                return true
            }
            let first = reading.tree.span(of: head).lowerBound
            return (max(0, first - 2)..<first).contains {
                reading.form($0) == "then" || reading.form($0) == "later"
            }
        }
        guard !later.isEmpty, later.count < partners.count else {
            let told = meeting(at: verb, partners: partners, in: reading).map {
                calls(in: $0, of: verb, in: reading)
            }
            return (told ?? []).flatMap { $0.splitByCircumstances(behind: verb, in: reading) }
        }
        return ([partners.filter { !later.contains($0) }] + later.map { [$0] }).compactMap {
            meeting(at: verb, partners: $0, in: reading)
        }
    }

    /// "spoke by phone with the leaders of several countries, one by one": who speaks with people of different states, or calls
    /// three and more, had a talk with each; so had who met three and more, or met them separately.
    private func calls(in event: EventDraft, of verb: Int, in reading: Reading) -> [EventDraft] {
        guard case .meeting(let draft) = event.body, let subject = reading.doer(of: verb),
            let caller = draft.participants.first,
            reading.actors(at: subject).map(\.entity) == [caller.entity]
        else { return [event] }
        let called = draft.participants.dropFirst()
        guard called.count > 1,
            called.allSatisfy({ [.person, .country].contains(reading.document.entities[$0.entity].kind) })
        else { return [event] }
        let homes = Set(
            called.compactMap { actor in
                let entity = reading.document.entities[actor.entity]
                return entity.kind == .country ? entity.name : reading.home(ofPerson: actor.entity)
            }
        )
        let partners = reading.tree.child(of: verb, by: [.object]).map(reading.tree.conjuncts) ?? []
        let isSeparate = ([verb] + partners).contains { word in
            reading.tree.children(of: word, by: [.adverbialModifier]).contains {
                ["separately", "individually"].contains(reading.form($0))
            }
        }
        let isEach =
            switch reading.lemma(verb) {
            case "speak", "talk", "call", "phone", "telephone":
                homes.count == called.count || draft.mode == .phone && called.count > 2
            case "meet": isSeparate || called.count > 2 && homes.count == called.count
            default: false
            }
        return isEach ? event.splitByPartner() : [event]
    }

    private func meeting(at verb: Int, partners heads: [Int], in reading: Reading) -> EventDraft? {
        guard !reading.isHypothetical(verb), !reading.isUnreal(verb), !reading.isHabit(verb),
            !isWithoutSign(verb, in: reading)
        else { return nil }
        if let call = call(at: verb, in: reading) ?? courtesy(at: verb, in: reading) { return call }
        if let gathering = gathering(at: verb, in: reading) { return gathering }
        guard
            let entry = reading.lexicons.meetingVerbs[reading.lemmaWithParticle(verb)]
                ?? phrasal(verb, in: reading) ?? reading.lexicons.meetingVerbs[reading.lemma(verb)]
        else { return nil }
        let subject = reading.doer(of: verb)
        let subjects = subject.map { reading.party(at: $0) } ?? []
        let partners = heads.flatMap { reading.party(at: $0) }
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
            // "did not discuss the road with Ito": what is denied is the matter, not that they spoke.
            guard !subjects.isEmpty, !reading.isNegated(verb), !isTrade(verb, in: reading) else { return nil }
            let everyone = (subjects + partners).uniqued()
            let known = everyone.filter { !isNamelessPartner($0, in: reading) }
            guard everyone.count > 1 else { return nil }
            let about = reading.tree.child(of: verb, by: [.object]).map {
                reading.phrase($0, keepingClauses: true)
            }
            var event = draft(verb, entry.mode, known, in: reading, about: about)
            // "Havel and her visitor discussed": the visitor is the one told before.
            if known.count == 1 { mark(&event) }
            return event
        case .host:
            // A department contacts many; a minister who contacts another speaks with him.
            let isPersonal = subjects.contains { reading.document.entities[$0.entity].kind == .person }
            guard isPersonal || reading.lemma(verb) != "contact" else { return nil }
            return hosted(verb, entry: entry, subjects: subjects, beside: partners, in: reading)
        case .join, .hold, .attend, .noun, .pair:
            // These name the meeting by a noun: `MeetingNouns` reads it.
            return nil
        }
    }

    /// "sat down": the tree may take the particle for an adverb.
    private func phrasal(_ verb: Int, in reading: Reading) -> MeetingEntry? {
        guard verb + 1 < reading.document.tokens.count else { return nil }
        return reading.lexicons.meetingVerbs["\(reading.lemma(verb))_\(reading.form(verb + 1))"]
    }

    /// "exchanged fire with": what is exchanged are no views.
    private func isTrade(_ verb: Int, in reading: Reading) -> Bool {
        reading.lemma(verb) == "exchange"
            && !reading.tree.children(of: verb, by: [.object]).contains {
                ["view", "opinion", "idea"].contains(reading.lemma($0))
            }
    }

    /// Whether nothing shows it: "there was no sign that they had met".
    private func isWithoutSign(_ verb: Int, in reading: Reading) -> Bool {
        let noun = reading.token(verb).head
        return ["indication", "sign", "evidence", "suggestion", "proof"].contains(reading.lemma(noun))
            && reading.tree.children(of: noun, by: [.determiner]).contains { reading.form($0) == "no" }
    }

    private static let sayings: Set<String> = ["tell", "inform", "assure", "brief", "warn", "urge"]

    /// "told Ito by phone that": who is told something over the line is spoken with.
    private func call(at verb: Int, in reading: Reading) -> EventDraft? {
        guard Self.sayings.contains(reading.lemma(verb)), !reading.isPassive(verb),
            let line = reading.tree.children(of: verb, by: [.oblique]).first(where: {
                ["phone", "telephone"].contains(reading.lemma($0))
                    && ["by", "over", "on"].contains(reading.tree.caseWords(of: $0) ?? "")
            }),
            let told = reading.tree.children(of: verb, by: [.indirectObject, .object]).first(where: {
                $0 < line
            })
        else { return nil }
        let subjects = reading.doer(of: verb).map { reading.actors(at: $0) } ?? []
        let listeners = reading.actors(at: told).filter { reading.isOfficial($0) && !reading.isAudience($0) }
        guard !subjects.isEmpty, !listeners.isEmpty else { return nil }
        return draft(verb, .phone, subjects + listeners, in: reading)
    }

    /// Whether it is called only by its part in a meeting: "her visitor", "his counterpart".
    private func isNamelessPartner(_ actor: ActorMention, in reading: Reading) -> Bool {
        let entity = reading.document.entities[actor.entity]
        return !entity.references.contains { $0.form == .name }
            && ["visitor", "host", "guest", "counterpart"].contains(
                entity.name.split(separator: " ").last.map { $0.lowercased() } ?? ""
            )
    }

    func draft(
        _ verb: Int,
        _ mode: MeetingHeld.Mode,
        _ participants: [ActorMention],
        in reading: Reading,
        about: TextRange? = nil
    ) -> EventDraft {
        var event = EventDraft.meeting(
            at: verb,
            participants: participants,
            mode: mode,
            in: reading,
            about: about,
            confidence: 0.92
        )
        if case .meeting(var draft) = event.body, MeetingRound.isPrevious(verb, in: reading) {
            draft.round = .previous
            event.body = .meeting(draft)
        }
        return event
    }
}

extension [ActorMention] {
    /// Each actor once, at its first mention.
    func uniqued() -> [ActorMention] {
        var seen: Set<Int> = []
        return filter { seen.insert($0.entity).inserted }
    }
}
