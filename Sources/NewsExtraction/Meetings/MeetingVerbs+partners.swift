import NewsEvents
import NewsText

/// Whom a verb of meeting names beside its subject.
extension MeetingVerbs {
    /// Those who came along: "Havel, accompanied by Ito, met Okafor".
    func companions(of verb: Int, in reading: Reading) -> [ActorMention] {
        let words = ["accompany", "join", "flank"]
        let clauses =
            reading.tree.children(of: verb, by: [.adverbialClause])
            + (reading.tree.child(of: verb, by: [.nominalSubject]).map {
                reading.tree.children(of: $0, by: [.adjectivalClause])
            } ?? [])
        // "in the presence of Lund"
        let present = reading.tree.children(of: verb, by: [.oblique]).filter {
            reading.form($0) == "presence" && reading.tree.caseWords(of: $0) == "in"
        }.flatMap { reading.tree.children(of: $0, by: [.nominalModifier]) }
        // "Havel, along with Lund, met Ito"
        let along = reading.tree.children(of: verb, by: [.oblique]).filter {
            ["along with", "together with", "alongside"].contains(reading.tree.caseWords(of: $0) ?? "")
        }
        return clauses.filter { words.contains(reading.lemma($0)) }.flatMap { reading.agents(of: $0) }
            + (present + along).flatMap { reading.actors(at: $0) }
    }

    /// "a president", "rebels": one of a kind, or all of it.
    func isIndefinite(_ actor: ActorMention, in reading: Reading) -> Bool {
        reading.tokens(in: actor.range).first.map { ["a", "an"].contains(reading.form($0)) } ?? false
            && !reading.document.entities[actor.entity].references.contains { $0.form == .name }
    }

    func mark(_ event: inout EventDraft) {
        guard case .meeting(var draft) = event.body else { return }
        draft.isAnaphoric = true
        draft.pointsToAll = true
        event.body = .meeting(draft)
    }

    func isPluralActor(_ head: Int, in reading: Reading) -> Bool {
        ["they", "both", "two"].contains(reading.form(head))
            || reading.token(head).tag == .noun && reading.form(head) != reading.lemma(head)
    }

    func isDefinite(_ head: Int, in reading: Reading) -> Bool {
        reading.tree.children(of: head, by: [.determiner]).contains {
            ["the", "both", "these"].contains(reading.form($0))
        }
    }

    /// Whether the words own what follows: "the council's terms".
    func isOwner(_ head: Int, in reading: Reading) -> Bool {
        guard let mention = reading.mention(at: head),
            mention.tokens.upperBound < reading.document.tokens.count
        else { return false }
        return ["'s", "’s", "'", "’"].contains(reading.form(mention.tokens.upperBound))
    }

    /// What stands after "with"; after "to" for speaking to a person who is no audience.
    func partnerHeads(of verb: Int, in reading: Reading) -> [Int] {
        // "talks to Ito about" in the present is an interview or a film.
        let isTold = !["talks", "speaks"].contains(reading.form(verb))
        // "negotiate a pact with Norway": the tree may hang the partner on the pact.
        let matters =
            ["negotiate", "discuss"].contains(reading.lemma(verb))
            ? reading.tree.children(of: verb, by: [.object]).flatMap { matter in
                reading.tree.children(of: matter, by: [.nominalModifier]).filter { partner in
                    reading.lemma(verb) == "negotiate" || !Self.bonds.contains(reading.lemma(matter))
                        || isLeader(partner, in: reading)
                }
            } : []
        // "met face to face with Ito"
        let faces = reading.tree.children(of: verb, by: [.object, .oblique]).filter {
            ["face", "one"].contains(reading.form($0))
        }.flatMap { reading.tree.children(of: $0, by: [.oblique, .nominalModifier]) }
        return (reading.tree.children(of: verb, by: [.oblique]) + matters + faces).filter { child in
            guard child > verb, let preposition = reading.tree.caseWords(of: child),
                !reading.isFamily(child)
            else { return false }
            return preposition == "with"
                || preposition == "to" && isTold && ["speak", "talk"].contains(reading.lemma(verb))
                    && isLeader(child, in: reading)
        }
    }

    /// "discussed relations with Norway": those they are with were not there.
    private static let bonds: Set<String> = [
        "relation", "relationship", "tie", "link", "cooperation", "co-operation", "partnership", "trade",
        "war",
        "conflict", "dispute", "border", "tension", "friendship", "alliance", "deal", "agreement", "treaty",
        "standoff", "engagement", "contact", "problem", "issue", "talk", "dialogue",
    ]

    private func isLeader(_ head: Int, in reading: Reading) -> Bool {
        guard let entity = reading.entityOfHead[head] else { return false }
        return reading.document.entities[entity].kind == .person
    }
}
