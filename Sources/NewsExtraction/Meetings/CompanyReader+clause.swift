import NewsEvents
import NewsText

/// What the place of a noun of meeting in its sentence says: who holds, hosts, attends, joins or travels to the meeting, and
/// who did what on its occasion.
extension CompanyReader {
    private var relation: Relation { reading.relation(anchor) }
    private var head: Int { reading.token(anchor).head }
    private var preposition: String {
        if isFollowing(anchor) { return "following" }
        return reading.form(head) == "ahead" ? "ahead of" : reading.preposition(of: anchor) ?? ""
    }

    /// "following a meeting": the tree may take the word for a verb, and the meeting for its object.
    private func isFollowing(_ word: Int) -> Bool { reading.form(word) == "following" }

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
        let isThing = relation.universal == .object || relation == .passiveSubject
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

    /// Whether something else is told that was done before, at or after the meeting.
    var isOccasion: Bool {
        guard
            [.oblique, .nominalModifier, .adverbialClause, .adjectivalClause].contains(relation.universal)
                || isFollowing(anchor)
        else { return false }
        return Self.occasions.contains(preposition)
            || Self.media.contains(reading.lemma(noun)) && ["on", "over"].contains(preposition)
    }

    private static let occasions: Set<String> = [
        "during", "at", "in", "after", "following", "before", "ahead of", "prior to",
    ]
    private static let media: Set<String> = ["call", "dinner", "lunch", "breakfast", "conversation"]

    /// The verb of the clause the meeting is the occasion of; outside a quotation if the noun is.
    var clauseVerb: Int? {
        var current = anchor
        for _ in 0..<6 {
            let head = reading.token(current).head
            guard head != current else { return nil }
            current = head
            guard reading.lemma(current) != "include", reading.isQuoted[current] == reading.isQuoted[anchor]
            else { continue }
            if reading.token(current).tag == .verb { return current }
            // "He was tired after talks with Ito."
            if reading.tree.child(of: current, by: [.nominalSubject]) != nil { return current }
        }
        return nil
    }

    /// "a stay that includes talks with Ito": what the stay's owner does.
    var isIncluded: Bool { reading.lemma(head) == "include" && relation.universal == .object }

    /// The verb by which its own party plans or calls off the meeting: "cancelled talks with Ito", "called for talks with Ito".
    var arranger: Int? {
        if relation.universal == .oblique, reading.token(head).tag == .verb,
            Self.wishes[reading.lemma(head)] == preposition
        {
            return head
        }
        guard relation.universal == .object, reading.token(head).tag == .verb,
            Self.arrangements.contains(reading.lemmaWithParticle(head))
        else { return nil }
        return head
    }

    private static let arrangements: Set<String> = [
        "cancel", "call_off", "postpone", "scrap", "shelve", "suspend", "break_off", "plan", "schedule",
        "arrange", "propose", "offer", "seek", "want", "request", "rule_out", "reject", "refuse", "decline",
        "accept", "avoid", "skip", "demand", "secure", "organise", "organize",
    ]

    /// Verbs of wanting or bringing up a meeting, with their prepositions.
    private static let wishes = [
        "call": "for", "push": "for", "press": "for", "ask": "for", "refer": "to", "prepare": "for",
        "hope": "for",
        "wait": "for", "agree": "to",
    ]

    /// Who did what was done on the occasion; "no minister" is nobody.
    var doers: [ActorMention] {
        guard let subject = clauseVerb.flatMap({ reading.subject(of: $0) }),
            !reading.tree.children(of: subject, by: [.determiner]).contains(where: {
                reading.form($0) == "no"
            })
        else { return [] }
        return reading.actors(at: subject)
    }

    /// "Havel's visit included talks with Ito": whose visit it was.
    var includers: [ActorMention] {
        guard let visit = reading.tree.child(of: head, by: [.nominalSubject]),
            reading.lexicons.visitNouns[reading.lemma(visit)] != nil
        else { return [] }
        return reading.tree.children(of: visit, by: [.possessive]).flatMap { reading.actors(at: $0) }
    }

    /// Two and more who did something together at a meeting that nobody else is named of: "Havel and Ito signed it at a
    /// meeting in Vienna".
    var companions: [ActorMention] {
        guard ["at", "during", "in", "after", "following"].contains(preposition), members.isEmpty,
            !reading.tree.children(of: noun, by: [.determiner]).contains(where: { reading.form($0) != "a" })
        else { return [] }
        let doers = doers.uniqued()
        let areNamed = doers.allSatisfy { reading.document.entities[$0.entity].kind != .group }
        return doers.count > 1 && areNamed ? doers : []
    }

    /// "The talks brought together Havel and Ito", "the meeting included Ito": whom the meeting itself is told to have had.
    var gathered: (verb: Int, people: [ActorMention])? {
        guard relation.universal == .nominalSubject, reading.token(head).tag == .verb,
            !reading.isPassive(head),
            Self.gatherings.contains(reading.lemma(head)),
            reading.lemma(head) != "bring"
                || reading.tree.children(of: head, by: [.adverbialModifier, .verbParticle]).contains(where: {
                    reading.form($0) == "together"
                })
        else { return nil }
        let people = reading.tree.children(of: head, by: [.object]).flatMap { reading.party(at: $0) }.filter {
            reading.document.entities[$0.entity].kind != .group || reading.isOfficial($0)
        }
        return people.isEmpty ? nil : (head, people)
    }

    private static let gatherings: Set<String> = ["bring", "involve", "include", "group", "gather", "unite"]

    /// "invited Ito to talks": who invites and who is invited.
    var invited: (verb: Int, people: [ActorMention])? {
        guard reading.lemma(head) == "invite", preposition == "to", !reading.isPassive(head),
            let object = reading.tree.child(of: head, by: [.object]), object < anchor,
            let subject = reading.doer(of: head)
        else { return nil }
        return (head, reading.actors(at: subject) + reading.actors(at: object))
    }

    /// The speaker and those told something to their face: "at a meeting on Friday Havel told Ito that …".
    var tellerAndTold: [ActorMention] {
        guard ["in", "at", "during"].contains(preposition), let verb = clauseVerb,
            Self.tellings.contains(reading.lemma(verb)), !reading.isPassive(verb)
        else { return [] }
        let told = reading.tree.children(of: verb, by: [.object, .indirectObject, .oblique]).filter {
            reading.relation($0).universal != .oblique || reading.tree.caseWords(of: $0) == "to"
        }.flatMap {
            reading.actors(at: $0)
        }.filter { reading.isOfficial($0) && !reading.isAudience($0) }
        return told.isEmpty || doers.isEmpty ? [] : doers + told
    }

    private static let tellings: Set<String> = [
        "tell", "assure", "inform", "warn", "urge", "brief", "ask", "remind", "thank", "congratulate",
        "apologise", "apologize", "complain", "promise", "present", "convey", "express", "press", "request",
    ]

    /// Those who are together in the clause: its subject and whoever is next to, beside or with it.
    var present: [ActorMention] {
        // "Before his meeting with Ito, Havel met with Lund": Lund was at the other one.
        guard reading.token(head).tag == .verb,
            ["speak", "talk"].contains(reading.lemma(head))
                || reading.lexicons.meetingVerbs[reading.lemmaWithParticle(head)]?.sort != .together
        else { return [] }
        let beside = reading.tree.children(of: head, by: [.oblique]).filter { child in
            ["next to", "beside", "alongside", "with", "together with"].contains(
                reading.tree.caseWords(of: child) ?? ""
            )
                || reading.tree.children(of: child, by: [.caseMarking]).contains {
                    $0 > 0 && ["next", "close"].contains(reading.form($0 - 1))
                }
        }.flatMap { reading.actors(at: $0) }
        let nested = reading.tree.children(of: head, by: [.adverbialModifier]).filter {
            reading.form($0) == "next"
        }.flatMap { next in
            reading.tree.children(of: next, by: [.oblique]).flatMap { reading.actors(at: $0) }
        }
        guard !beside.isEmpty || !nested.isEmpty else { return [] }
        return (speakerAbove(head).map { reading.actors(at: $0) } ?? []) + beside + nested
    }

    /// The subject of a participle, or of the verb of saying above it when the tree hangs it too low.
    private func speakerAbove(_ verb: Int) -> Int? {
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
