import NewsEvents
import NewsText

/// Reads the tree around a noun of meeting for the people it names; see `MeetingCompany`.
struct CompanyReader {
    let noun: Int
    /// The noun whose place in the sentence it shares: itself, or the one it is coordinated with.
    let anchor: Int
    let reading: Reading

    // MARK: - What the noun itself names

    /// "Havel's meeting", "their talks".
    var owners: [ActorMention] {
        reading.tree.children(of: noun, by: [.possessive]).flatMap { reading.actors(at: $0) }
    }

    /// "Havel's cancellation of talks with Ito", "her offer of a meeting": whose doing it is that they meet or do not.
    var arrangers: [ActorMention] {
        let plan = reading.token(anchor).head
        guard reading.relation(anchor).universal == .nominalModifier, reading.token(plan).tag == .noun,
            ["of", "for"].contains(reading.tree.caseWords(of: anchor) ?? ""),
            reading.lexicons.occurrences[reading.lemma(plan)] != nil
        else { return [] }
        return reading.tree.children(of: plan, by: [.possessive]).flatMap { reading.actors(at: $0) }
    }

    /// "with Ito", "between Havel and Ito", "a call from Ito", "attended by Ito".
    var partners: [ActorMention] {
        var heads = reading.tree.children(of: noun, by: [.nominalModifier]).filter { isPartner($0) }
        for clause in reading.tree.children(of: noun, by: [.adjectivalClause]) {
            // "with visiting President Ito" reads like a clause.
            let isVisiting =
                reading.form(clause) == "visiting" && reading.preposition(of: clause) == "with"
            if isVisiting || reading.form(clause) == "involving" {
                heads += reading.tree.children(of: clause, by: [.object, .nominalModifier])
            } else if ["hold", "have", "convene"].contains(reading.lemma(clause)), !reading.isPassive(clause),
                let holder = reading.tree.child(of: clause, by: [.nominalSubject]), holder < clause,
                !["who", "that", "which"].contains(reading.form(holder))
            {
                // "a meeting that Havel held with Ito"
                heads.append(holder)
                heads += reading.tree.children(of: clause, by: [.oblique]).filter {
                    reading.tree.caseWords(of: $0) == "with"
                }
            } else if let sort = reading.lexicons.meetingVerbs[reading.lemma(clause)]?.sort,
                [.attend, .host, .hold].contains(sort), let agent = reading.agent(of: clause),
                !reading.isOfCaptives(clause)
            {
                heads.append(agent)
            } else if reading.lexicons.meetingStages.contains(reading.lemmaWithParticle(clause)) {
                // "the talks which took place between Norway and Kenya"
                heads += reading.tree.children(of: clause, by: [.oblique]).filter { isPartner($0) }
            }
        }
        // "The first meeting was with Ito."
        let predicate = reading.token(noun).head
        if reading.relation(noun).universal == .nominalSubject,
            reading.tree.caseWords(of: predicate) == "with",
            reading.tree.child(of: predicate, by: [.copula]) != nil
        {
            heads.append(predicate)
        }
        // "Talks are under way between Norway and Kenya."
        if reading.relation(noun).universal == .nominalSubject,
            reading.tree.caseWords(of: predicate) == "under"
        {
            heads += reading.tree.children(of: predicate, by: [.nominalModifier, .oblique]).filter {
                isPartner($0)
            }
        }
        if let visited { heads.append(visited) }
        if heads.isEmpty, isOccasion, let verb = clauseVerb {
            // "said after talks here with Ito": the tree may hang the partner on the verb.
            heads += reading.tree.children(of: verb, by: [.oblique]).filter {
                $0 > noun && reading.tree.caseWords(of: $0) == "with"
            }
        }
        return heads.filter { !reading.isFamily($0) }.flatMap { reading.party(at: $0) }
    }

    private func isPartner(_ child: Int) -> Bool {
        let preposition = reading.preposition(of: child) ?? ""
        if ["with", "between", "among", "by", "involving", "alongside"].contains(preposition) { return true }
        return isCall && ["from", "to"].contains(preposition)
    }

    var isCall: Bool { reading.lexicons.meetingNouns[reading.lemma(noun)]?.mode == .phone && !isCourtesy }

    /// "a courtesy call on Ito": no telephone.
    var isCourtesy: Bool { visited != nil }

    /// Whom a courtesy call is on; the tree may hang it on the verb.
    private var visited: Int? {
        guard reading.lemma(noun) == "call", noun + 2 < reading.document.tokens.count,
            reading.form(noun + 1) == "on"
        else { return nil }
        let host = reading.token(noun + 1).head
        let isPerson = reading.actors(at: host).contains {
            reading.document.entities[$0.entity].kind == .person
        }
        return host > noun && isPerson ? host : nil
    }

    /// Whether the noun names both sides: "talks between A and B".
    var isBetween: Bool {
        reading.tree.children(of: noun, by: [.nominalModifier]).contains {
            ["between", "among"].contains(reading.tree.caseWords(of: $0) ?? "")
        }
    }

    /// The body that met or whose people met: "the EU summit", "a meeting of foreign ministers", "the US-China talks".
    var members: [ActorMention] {
        named + mediators
    }

    /// "US-brokered talks", "Qatar-led mediation": who brings the parties together is at the table.
    private var mediators: [ActorMention] {
        reading.tree.children(of: noun, by: [.adjectivalModifier]).filter {
            Self.mediating.contains(reading.form($0)) && $0 < noun
        }.flatMap { reading.tree.children(of: $0) }.flatMap { word -> [ActorMention] in
            if [.country, .organisation].contains(kind(of: word)) { return reading.actors(at: word) }
            // "US-led": the tagger takes it for the adjective of a people.
            guard
                let country = reading.lexicons.country(
                    told: reading.document.string(reading.token(word).range)
                ),
                let entity = reading.document.entities.firstIndex(where: {
                    $0.kind == .country && $0.name == country
                })
            else { return [] }
            return [ActorMention(entity: entity, range: reading.token(word).range)]
        }
    }

    private static let mediating: Set<String> = [
        "mediated", "brokered", "led", "hosted", "sponsored", "moderated", "facilitated",
    ]

    private var named: [ActorMention] {
        let after = reading.tree.children(of: noun, by: [.nominalModifier]).filter {
            reading.tree.caseWords(of: $0) == "of"
        }
        let before = reading.tree.children(of: noun, by: [.compound]).flatMap {
            [$0] + reading.tree.children(of: $0, by: [.flat])
        }
        // One state or town before the noun is as often the place: "the Geneva talks", "the China summit".
        let countries = before.filter { kind(of: $0) == .country }
        let isOfBodies = reading.lexicons.meetingNouns[reading.lemma(noun).lowercased()]?.sort == .noun
        let bodies =
            !isOfBodies
            ? []
            : before.filter {
                kind(of: $0) == .organisation && !isSeat($0)
                    && reading.mention(at: $0)?.kind != .politicalPlace
            }
        // "the Havel-Ito summit".
        let people = before.flatMap { [$0] + reading.tree.children(of: $0, by: [.compound]) }
            .filter { kind(of: $0) == .person }.sorted()
        return (after + bodies + (people.count > 1 ? people : []) + (countries.count > 1 ? countries : []))
            .flatMap { reading.actors(at: $0) }
    }

    private func kind(of head: Int) -> Entity.Kind? {
        (reading.entityOfHead[head] ?? reading.entityOfToken[head]).map { reading.document.entities[$0].kind }
    }

    /// Houses and offices in whose name meetings are called after where they are.
    private func isSeat(_ head: Int) -> Bool {
        Self.seats.contains(reading.lemma(head).lowercased())
            || reading.tree.children(of: head, by: [.flat, .compound]).contains {
                Self.seats.contains(reading.lemma($0).lowercased())
            }
    }

    static let seats: Set<String> = [
        "house", "office", "department", "ministry", "palace", "kremlin", "pentagon", "capitol", "street",
        "tower",
    ]
}
