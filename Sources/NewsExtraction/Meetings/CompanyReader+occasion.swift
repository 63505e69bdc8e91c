import NewsEvents
import NewsText

/// Who did what on the occasion of a meeting, and whom a verb plans it for or brings to it.
extension CompanyReader {
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

    static let arrangements: Set<String> = [
        "cancel", "call_off", "postpone", "scrap", "shelve", "suspend", "break_off", "plan", "schedule",
        "arrange", "propose", "offer", "seek", "want", "request", "rule_out", "reject", "refuse", "decline",
        "accept", "avoid", "expect", "freeze", "abandon", "skip", "demand", "secure", "suggest", "organise",
        "organize",
    ]

    /// "offered Ito a meeting": to whom.
    var offered: [ActorMention] {
        reading.tree.children(of: head, by: [.indirectObject]).flatMap { reading.party(at: $0) }
    }

    /// Verbs of wanting or bringing up a meeting, with their prepositions.
    private static let wishes = [
        "call": "for", "push": "for", "press": "for", "ask": "for", "refer": "to", "prepare": "for",
        "hope": "for",
        "wait": "for", "agree": "to", "withdraw": "from", "pull": "out of", "walk": "out of",
        "back": "out of", "drop": "out of", "bow": "out of",
    ]

    /// "Lund said at a meeting of ministers": who did something there was there.
    var isAttended: Bool {
        ["at", "during", "in"].contains(preposition) && !doers.isEmpty
            && members.contains { reading.document.entities[$0.entity].kind != .person }
            && doers.allSatisfy { reading.document.entities[$0.entity].kind == .person }
    }

    /// Who did what was done on the occasion; "no minister" is nobody.
    var doers: [ActorMention] {
        guard let subject = clauseVerb.flatMap({ reading.subject(of: $0) }),
            !reading.tree.children(of: subject, by: [.determiner]).contains(where: {
                reading.form($0) == "no"
            })
        else { return [] }
        let actors = reading.actors(at: subject)
        guard actors.isEmpty else { return actors }
        // "The envoy's briefing came after a meeting with Ito": whose briefing it was.
        return reading.tree.children(of: subject, by: [.possessive]).flatMap { reading.actors(at: $0) }
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
        guard reading.lemma(head) == "invite", ["to", "for"].contains(preposition), !reading.isPassive(head),
            let object = reading.tree.child(of: head, by: [.object]), object < anchor,
            let subject = reading.doer(of: head)
        else { return nil }
        return (head, reading.actors(at: subject) + reading.actors(at: object))
    }

    /// "Havel brought Lund to her meeting with Ito", "took Lund along to the talks": who is brought.
    var brought: [ActorMention] {
        guard ["bring", "take"].contains(reading.lemma(head)), preposition == "to",
            !owners.isEmpty || !partners.isEmpty
        else { return [] }
        return (reading.doer(of: head).map { reading.actors(at: $0) } ?? [])
            + reading.tree.children(of: head, by: [.object]).flatMap { reading.party(at: $0) }
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
            !["before", "ahead of", "prior to"].contains(preposition),
            ["speak", "talk"].contains(reading.lemma(head))
                || reading.lexicons.meetingVerbs[reading.lemmaWithParticle(head)]?.sort != .together
        else { return [] }
        let beside = reading.tree.children(of: head, by: [.oblique]).filter { child in
            // "spoke with Ito after the talks" says nothing of who was at the talks.
            Self.beside.contains(reading.tree.caseWords(of: child) ?? "")
                || reading.tree.caseWords(of: child) == "with"
                    && !["after", "following"].contains(preposition)
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

    private static let beside: Set<String> = ["next to", "beside", "alongside", "together with"]

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
