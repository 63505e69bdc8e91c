import NewsEvents
import NewsText

/// Meetings in which one side receives or calls the other.
extension MeetingVerbs {
    /// "received Ito", "was welcomed by Havel", "telephoned Ito".
    func hosted(
        _ verb: Int,
        entry: MeetingEntry,
        subjects: [ActorMention],
        beside: [ActorMention],
        in reading: Reading
    ) -> EventDraft? {
        let isPassive = reading.isPassive(verb)
        if reading.lemma(verb) == "call", !isPhoning(verb, in: reading) { return nil }
        // "welcomed him to the party", "received him as a hero".
        let isReception = ["welcome", "greet", "receive"].contains(reading.lemma(verb))
        if isReception,
            reading.tree.children(of: verb, by: [.oblique]).contains(where: {
                ["to", "as", "into"].contains(reading.tree.caseWords(of: $0) ?? "")
                    && reading.lexicons.meetingNouns[reading.lemma($0)] == nil
                    && !Self.houses.contains(reading.lemma($0).lowercased())
                    && reading.mention(at: $0).map { $0.kind == .organisation } ?? true
            })
        {
            return nil
        }
        let object = reading.tree.child(of: verb, by: [.object])
        // "will host officials at the summit, including Ito": the tree may hang the names elsewhere.
        let included = reading.tree.subtree(of: verb).filter { token in
            object.map { token > $0 } ?? false && reading.tree.caseWords(of: token) == "including"
        }.flatMap { reading.actors(at: $0) }
        let guests =
            isPassive ? subjects : (object.map { reading.actors(at: $0) } ?? []) + included
        let hosts = isPassive ? reading.agents(of: verb) : subjects
        let isForTalks = isForTalks(verb, in: reading)
        let people = guests.filter {
            // "hosted the leaders of Norway and Kenya"
            reading.isOfficial($0) || reading.sender(ofState: $0) != nil
                || isForTalks && reading.document.entities[$0.entity].kind == .country
        }
        let receivers = hosts.filter {
            reading.document.entities[$0.entity].kind != .group || reading.isOfficial($0)
        }
        guard !people.isEmpty, !receivers.isEmpty, Set(people.map(\.entity)) != Set(receivers.map(\.entity))
        else { return nil }
        // "received Ito, with her finance minister Lund also present".
        let present = beside.filter { reading.document.entities[$0.entity].kind == .person }
        return draft(verb, entry.mode, receivers + people + present, in: reading)
    }

    /// "will host Norway and Kenya to discuss the border", "hosted Kenya for talks": so a state is a guest at a table.
    private func isForTalks(_ verb: Int, in reading: Reading) -> Bool {
        reading.tree.children(of: verb, by: [.adverbialClause, .openComplement]).contains {
            ["discuss", "negotiate"].contains(reading.lemma($0))
        }
            || reading.tree.children(of: verb, by: [.oblique]).contains {
                reading.tree.caseWords(of: $0) == "for"
                    && reading.lexicons.meetingNouns[reading.lemma($0)] != nil
            }
    }

    /// "called Ito on Monday", not "called Ito weak", "called Ito off" or "called for".
    private func isPhoning(_ verb: Int, in reading: Reading) -> Bool {
        let others = reading.tree.children(
            of: verb,
            by: [.openComplement, .clausalComplement, .indirectObject, .verbParticle]
        )
        guard others.isEmpty, !reading.isPassive(verb),
            let object = reading.tree.child(of: verb, by: [.object]),
            reading.tree.children(of: verb, by: [.object]).count == 1
        else { return false }
        // What follows must say that it was a call: a day, a wish or a matter.
        return reading.tree.children(of: verb, by: [.temporalOblique]).contains { $0 > object }
            || reading.date(of: verb)?.reading.precision == .day
            || reading.tree.children(of: verb, by: [.adverbialClause]).contains {
                ["discuss", "congratulate", "thank", "urge", "ask", "tell", "invite", "offer", "express"]
                    .contains(reading.lemma($0))
            }
    }

    /// "brought together officials of Norway and Kenya": whoever brings people together meets them.
    func gathering(at verb: Int, in reading: Reading) -> EventDraft? {
        guard reading.lemma(verb) == "bring", !reading.isPassive(verb),
            reading.tree.children(of: verb, by: [.adverbialModifier, .verbParticle]).contains(where: {
                reading.form($0) == "together"
            }),
            let subject = reading.doer(of: verb), reading.lexicons.meetingNouns[reading.lemma(subject)] == nil
        else { return nil }
        let hosts = reading.actors(at: subject)
        let guests = reading.tree.children(of: verb, by: [.object]).flatMap { reading.party(at: $0) }.filter {
            reading.isOfficial($0) || reading.document.entities[$0.entity].kind == .country
        }
        guard !hosts.isEmpty, guests.count > 1 else { return nil }
        return draft(verb, .unknown, hosts + guests, in: reading)
    }

    /// Where one receives visitors: "welcomed Ito to the palace".
    private static let houses = CompanyReader.seats.union([
        "residence", "mansion", "castle", "capital", "embassy", "city", "country", "airport", "headquarters",
        "ranch", "estate",
    ])

    /// "called on Ito at his office", "paid a courtesy call on Ito", "paid Ito a visit": who is visited is met.
    func courtesy(at verb: Int, in reading: Reading) -> EventDraft? {
        guard !reading.isPassive(verb), let subject = reading.doer(of: verb) else { return nil }
        var hosts: [Int] = []
        switch reading.lemma(verb) {
        case "call":
            let clauses: RelationSet = [
                .openComplement, .adverbialClause, .clausalComplement, .adjectivalClause,
            ]
            let isAppeal = (verb..<reading.tree.span(of: verb).upperBound).contains {
                reading.form($0) == "to" && reading.token($0).tag != .adposition
            }
            guard reading.tree.children(of: verb, by: clauses).isEmpty, !isAppeal,
                reading.tree.child(of: verb, by: [.object]) == nil
            else { return nil }
            hosts = reading.tree.children(of: verb, by: [.oblique]).filter {
                reading.tree.caseWords(of: $0) == "on" && $0 - verb <= 8
            }
        // "visited Ito in Vienna"
        case "visit": hosts = reading.tree.children(of: verb, by: [.object]).filter { $0 > verb }
        case "pay":
            let visits = reading.tree.children(of: verb, by: [.object]).filter {
                ["visit", "call"].contains(reading.lemma($0))
            }
            guard !visits.isEmpty else { return nil }
            hosts =
                reading.tree.children(of: verb, by: [.indirectObject])
                + (visits.flatMap { reading.tree.children(of: $0, by: [.nominalModifier]) }
                + reading.tree.children(of: verb, by: [.oblique])).filter {
                    ["to", "on"].contains(reading.tree.caseWords(of: $0) ?? "")
                }
        default: return nil
        }
        let people = hosts.flatMap { reading.party(at: $0) }.filter {
            reading.document.entities[$0.entity].kind == .person
                || reading.lemma(verb) == "visit" && reading.sender(ofState: $0) != nil
        }
        let visitors = reading.actors(at: subject)
        guard !people.isEmpty, !visitors.isEmpty else { return nil }
        return draft(verb, .inPerson, visitors + people, in: reading)
    }
}
