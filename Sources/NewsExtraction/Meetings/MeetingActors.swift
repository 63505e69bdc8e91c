import NewsEvents
import NewsText

/// Who can meet and travel in office: people, states, bodies, and groups called by an office; not those who are spoken to.
extension Reading {
    /// Who does or would do what a verb says: "asked Ito to meet Havel" asks Ito; "Havel and Ito, who met" are both.
    func doer(of verb: Int) -> Int? {
        let head = token(verb).head
        if [.openComplement, .adverbialClause].contains(relation(verb).universal), head != verb,
            !isPassive(head),
            tree.children(of: verb, by: [.marker]).contains(where: { form($0) == "to" }),
            Self.askings.contains(lemma(head)),
            let asked = tree.child(of: head, by: [.object, .indirectObject]), asked < verb
        {
            return asked
        }
        return visitor(meetingAt: verb) ?? planner(of: verb) ?? subject(of: verb)
    }

    /// "Norway and Kenya reached an agreement to hold talks", "their decision to meet": who agreed is who is to meet.
    private func planner(of verb: Int) -> Int? {
        if let invitation = invitation(to: verb) {
            let maker = token(invitation).head
            if Self.acceptances.contains(lemma(maker)) { return subject(of: maker) }
            // "extended an invitation to Ito to visit": who is invited.
            let guests =
                tree.children(of: invitation, by: [.nominalModifier])
                + tree.children(of: maker, by: [.oblique, .indirectObject])
            return guests.first { $0 < verb && ["to", "for"].contains(tree.caseWords(of: $0) ?? "to") }
        }
        let plan = token(verb).head
        guard plan < verb, relation(verb).universal == .adjectivalClause,
            tree.child(of: verb, by: [.nominalSubject]) == nil, Self.plans.contains(lemma(plan)),
            tree.children(of: verb, by: [.marker]).contains(where: { form($0) == "to" })
        else { return nil }
        let maker = token(plan).head
        if let owner = tree.child(of: plan, by: [.possessive]) { return owner }
        guard relation(plan).universal == .object, token(maker).tag == .verb, !isPassive(maker) else {
            return nil
        }
        return subject(of: maker)
    }

    /// The invitation to do what a verb says; the tree may hang the verb on the one that extends it.
    func invitation(to verb: Int) -> Int? {
        guard tree.children(of: verb, by: [.marker]).contains(where: { form($0) == "to" }) else { return nil }
        let head = token(verb).head
        let noun = token(head).tag == .verb ? tree.child(of: head, by: [.object]) : head
        return noun.flatMap { $0 < verb && lemma($0) == "invitation" ? $0 : nil }
    }

    static let acceptances: Set<String> = ["accept", "receive", "get", "take"]

    private static let plans: Set<String> = [
        "agreement", "decision", "deal", "plan", "promise", "pledge", "intention", "intent", "desire", "wish",
        "will", "readiness", "willingness", "hope",
    ]

    /// "A visit by Ito to meet Havel", "Ito's trip to meet Havel": who travels is who meets.
    private func visitor(meetingAt verb: Int) -> Int? {
        let visit = token(verb).head
        guard visit != verb, tree.children(of: verb, by: [.marker]).contains(where: { form($0) == "to" })
        else { return nil }
        let words = lexicons.visitNouns[lemma(visit)] != nil ? [visit] : [token(visit).head]
        guard
            let noun = words.first(where: { lexicons.visitNouns[lemma($0)] != nil && token($0).tag == .noun })
        else { return nil }
        return tree.child(of: noun, by: [.possessive])
            ?? tree.children(of: noun, by: [.nominalModifier]).first { tree.caseWords(of: $0) == "by" }
    }

    /// Verbs whose object is to do what the infinitive says.
    private static let askings: Set<String> = [
        "ask", "invite", "urge", "order", "direct", "instruct", "tell", "encourage", "persuade", "press",
        "allow",
        "send", "dispatch", "appoint", "want", "expect",
    ]

    /// The actors a noun phrase names, and those it tells as part of them: "officials, including Ito".
    func party(at head: Int) -> [ActorMention] {
        // "a delegation led by Lund"
        let leaders = tree.children(of: head, by: [.adjectivalClause]).filter {
            ["lead", "head"].contains(lemma($0)) && ["delegation", "team"].contains(lemma(head))
        }.flatMap { agents(of: $0) }
        if !leaders.isEmpty { return leaders }
        let named = actors(at: head)
        guard !named.isEmpty, entityOfHead[head].map({ document.entities[$0].kind != .person }) ?? true else {
            return named
        }
        return named
            + tree.subtree(of: head).filter {
                $0 > head && ["including", "such as", "among them"].contains(tree.caseWords(of: $0) ?? "")
            }.flatMap { actors(at: $0) }
    }

    /// The country in a person's role: "Kenyan Foreign Minister", "US Secretary of State".
    func home(ofPerson person: Int) -> String? {
        let words = (document.entities[person].role ?? "").split(separator: " ").map { word in
            String(word.hasSuffix("'s") || word.hasSuffix("’s") ? word.dropLast(2) : word)
        }
        // "South Korean" before "Korean".
        let pairs = zip(words, words.dropFirst()).map { $0 + " " + $1 }
        if let country = (pairs + words).lazy.compactMap({ self.lexicons.country(told: $0) }).first {
            return country
        }
        // "France's Laurent Fabius"
        return document.entities[person].references.lazy.filter { $0.form == .name }
            .flatMap { self.tree.children(of: $0.head, by: [.possessive]) }
            .compactMap { self.entityOfHead[$0] }.map { self.document.entities[$0] }
            .first { $0.kind == .country }?.name
    }

    /// Whether it is an audience ("reporters", "supporters"), not a party to a meeting.
    func isAudience(_ actor: ActorMention) -> Bool {
        document.entities[actor.entity].kind == .group && lexicons.audiences.contains(headLemma(of: actor))
    }

    /// Whether it is something written, which meets nobody: "a joint statement".
    func isDocument(_ actor: ActorMention) -> Bool {
        document.entities[actor.entity].kind == .group
            && lexicons.nouns.documents.contains(headLemma(of: actor))
    }

    /// Whether the word is for somebody's family, whom one meets in private.
    func isFamily(_ head: Int) -> Bool {
        lexicons.family.contains(lemma(head))
            && !tree.children(of: head, by: [.possessive]).isEmpty
    }

    /// Whether its name is that of a meeting ("the World Forum Summit"), which meets nobody.
    func isOccasionName(_ actor: ActorMention) -> Bool {
        let entity = document.entities[actor.entity]
        return entity.kind == .organisation
            && entity.name.split(separator: " ").contains {
                lexicons.meetingNouns[$0.lowercased()]?.mode == .multilateral && $0 != "Assembly"
            }
    }

    /// Whether it is a person, or a group called by an office or task: "the ministers", "a delegation of lawmakers".
    func isOfficial(_ actor: ActorMention) -> Bool {
        switch document.entities[actor.entity].kind {
        case .person: true
        case .group: lexicons.guests.contains(headLemma(of: actor))
        case .organisation, .country: false
        }
    }

    /// Whether it is several people called by an office: "the ministers".
    func isOfficialGroup(_ actor: ActorMention) -> Bool {
        guard document.entities[actor.entity].kind == .group, isOfficial(actor),
            let head = document.entities[actor.entity].references.first(where: { $0.form == .description })?
                .head
        else { return false }
        return form(head) != lemma(head)
    }

    /// The head of the words a group is called by.
    private func headLemma(of actor: ActorMention) -> String {
        let references = document.entities[actor.entity].references
        guard let described = references.first(where: { $0.form == .description }) ?? references.first else {
            return ""
        }
        return lemma(described.head)
    }
}
