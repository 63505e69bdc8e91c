import NewsEvents
import NewsText

/// What the place of a noun of meeting in its sentence says: who holds, hosts, attends, joins or travels to the meeting, and
/// who did what on its occasion.
extension CompanyReader {
    var relation: Relation { reading.relation(anchor) }
    var head: Int { reading.token(anchor).head }
    var preposition: String {
        if isFollowing(anchor) { return "following" }
        return reading.form(head) == "ahead" ? "ahead of" : reading.preposition(of: anchor) ?? ""
    }

    /// "following a meeting": the tree may take the word for a verb, and the meeting for its object.
    func isFollowing(_ word: Int) -> Bool { reading.form(word) == "following" }

    /// The verb that holds, hosts, attends or joins the meeting, and how.
    var frame: (verb: Int, sort: MeetingEntry.Sort)? {
        // "took part in the talks".
        if reading.lemma(head) == "part", preposition == "in" {
            let verb = reading.token(head).head
            return reading.lemma(verb) == "take" ? (verb, .attend) : nil
        }
        if let verb = holderBefore { return (verb, .hold) }
        // "were present at the talks", "were in attendance at the summit".
        if ["present", "attendance"].contains(reading.lemma(head)),
            ["at", "in", "during"].contains(preposition),
            reading.tree.child(of: head, by: [.copula]) != nil
        {
            return (head, .attend)
        }
        guard reading.token(head).tag == .verb else { return nil }
        let lemma = reading.lemmaWithParticle(head)
        if lemma == "take", preposition == "in", relation.universal == .oblique,
            reading.tree.children(of: head, by: [.object]).contains(where: { reading.lemma($0) == "part" })
        {
            return (head, .attend)
        }
        if ["receive", "take", "get"].contains(lemma), relation.universal == .object, isCall {
            return (head, .hold)
        }
        guard let sort = reading.lexicons.meetingVerbs[lemma]?.sort else { return nil }
        // "began talks": the tree may take them for something done.
        let isThing = [.object, .openComplement].contains(relation.universal) || relation == .passiveSubject
        switch sort {
        case .hold: return isThing ? (head, sort) : nil
        // One hosts a meeting; who welcomes one only speaks of it.
        case .host: return isThing && lemma == "host" ? (head, sort) : nil
        case .attend: return isThing || ["in", "at"].contains(preposition) ? (head, sort) : nil
        case .join:
            return isThing || ["in", "at", "for", "during"].contains(preposition) ? (head, sort) : nil
        default: return nil
        }
    }

    /// "to open the bridge and hold talks with Ito", "met and held talks": the tree may join the talks to the bridge, or hang
    /// them on the first verb.
    private var holderBefore: Int? {
        guard [.conjunct, .object].contains(reading.relation(noun).universal) else { return nil }
        var before = noun - 1
        while before > 0, [.adjective, .determiner].contains(reading.token(before).tag) { before -= 1 }
        guard before >= 0, before != head, reading.token(before).tag == .verb,
            reading.lemma(before) == "hold",
            reading.tree.child(of: before, by: [.object]) == nil
        else { return nil }
        return before
    }

    /// Those beside the verb: "held talks with Ito", "hosted a dinner for Ito", "took a call from Ito".
    func company(of verb: Int, sort: MeetingEntry.Sort) -> [ActorMention] {
        let prepositions =
            ["with", "alongside"] + (sort == .host ? ["for"] : []) + (isCall ? ["from"] : [])
            + (reading.isPassive(verb) ? ["between", "among"] : [])
        // "met and held talks on Monday with Ito": the partner may hang on the first verb.
        let first = reading.relation(verb).universal == .conjunct ? reading.token(verb).head : verb
        let beside =
            reading.tree.children(of: verb, by: [.oblique])
            + (first == verb ? [] : reading.tree.children(of: first, by: [.oblique]).filter { $0 > noun })
            + (sort == .host ? reading.tree.children(of: noun, by: [.nominalModifier]) : [])
        let partners = beside.filter { prepositions.contains(reading.preposition(of: $0) ?? "") }
        return (partners + (sort == .host ? honoured(by: verb) : [])).flatMap { reading.party(at: $0) }
    }

    /// "hosted a dinner in honour of Ito".
    private func honoured(by verb: Int) -> [Int] {
        let honours = [verb, noun].flatMap { reading.tree.children(of: $0) }.filter {
            ["honour", "honor"].contains(reading.lemma($0)) && $0 > noun
        }
        return honours.flatMap { reading.tree.children(of: $0, by: [.nominalModifier]) }
    }

    /// "Havel joined Ito at the talks", "Havel was joined by Ito at the talks".
    func joined(by verb: Int) -> [ActorMention] {
        let heads = reading.tree.children(of: verb, by: [.object, .passiveSubject]).filter { $0 != anchor }
        return heads.flatMap { reading.actors(at: $0) }
    }

    /// Who speaks of "the talks with Ito", in an office of their own: one of those who met.
    var teller: [ActorMention] {
        guard
            reading.tree.children(of: noun, by: [.determiner]).contains(where: { reading.form($0) == "the" })
        else { return [] }
        var verb = noun
        for _ in 0..<4
        where reading.lexicons.reporting[reading.lemma(verb)] == nil || reading.token(verb).tag != .verb {
            verb = reading.token(verb).head
        }
        guard reading.token(verb).tag == .verb, reading.lexicons.reporting[reading.lemma(verb)] != nil,
            let subject = reading.subject(of: verb), subject != noun
        else { return [] }
        return reading.actors(at: subject).filter { actor in
            let entity = reading.document.entities[actor.entity]
            let role = entity.role?.lowercased() ?? ""
            return entity.kind == .person
                && ["president", "minister", "premier", "chancellor", "king", "secretary of state"].contains(
                    where: role.contains
                )
                && !role.contains("spokes")
        }
    }

    /// The verb of a meeting told by its name too: "met for their seventh summit".
    var together: Int? {
        guard reading.token(head).tag == .verb, relation.universal == .oblique,
            ["for", "at", "in", "during"].contains(preposition),
            // "spoke during a meeting with Ito": at it, not by it.
            !["speak", "talk"].contains(reading.lemma(head)),
            reading.lexicons.meetingVerbs[reading.lemmaWithParticle(head)]?.sort == .together
        else { return nil }
        return head
    }

    /// The subject of "was in talks with".
    var predicateSubject: Int? {
        guard ["in", "at", "on"].contains(preposition), reading.tree.child(of: anchor, by: [.copula]) != nil
        else { return nil }
        return reading.subject(of: anchor)
    }

    /// "was in the capital for talks": the journey is over, so the meeting has begun.
    var isThere: Bool {
        preposition == "for"
            && reading.tree.children(of: head, by: [.copula]).contains {
                ["was", "were"].contains(reading.form($0))
            }
    }

    /// Who travels to the meeting: "en route to Oslo for a summit", "flew to Geneva for talks".
    var travellers: [ActorMention]? {
        guard preposition == "for" else { return nil }
        var current = head
        for _ in 0..<4 {
            let isTravel =
                reading.form(current) == "route" || reading.lexicons.visitVerbs[reading.lemma(current)] != nil
                || reading.lexicons.visitNouns[reading.lemma(current)] != nil
            if isTravel, let subject = reading.subject(of: verb(above: current)) {
                return reading.actors(at: subject)
            }
            // "was in the capital for talks".
            if reading.tree.child(of: current, by: [.copula]) != nil,
                ["in", "at"].contains(reading.tree.caseWords(of: current) ?? ""),
                let subject = reading.tree.child(of: current, by: [.nominalSubject])
            {
                return reading.actors(at: subject)
            }
            if reading.token(current).head == current { return nil }
            current = reading.token(current).head
        }
        return nil
    }

    private func verb(above word: Int) -> Int {
        var verb = word
        while reading.token(verb).tag != .verb, reading.token(verb).head != verb {
            verb = reading.token(verb).head
        }
        return verb
    }
}
