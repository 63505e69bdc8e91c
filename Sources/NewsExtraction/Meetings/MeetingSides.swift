import NewsEvents
import NewsText

/// The sides at a table: a state or body, with the people who are told to sit there for it.
///
/// "Oslo", "Norwegian envoys" and "Lund, Norway's negotiator" are one side. Who belongs to no state or body is a side of
/// their own. Two tellings agree when the sides of one are all among the other's and no side has different people in them,
/// or its head of state in one and its officials in the other.
struct MeetingSides: Sendable {
    /// All who take part.
    let participants: Set<Int>
    /// Per side, the people named for it; empty where only the state, the body or a group is told.
    private(set) var people: [String: Set<Int>] = [:]
    /// Sides told as "officials", "envoys", "a delegation".
    private(set) var delegated: Set<String> = []
    /// Sides at which a head of state or government sits.
    private(set) var led: Set<String> = []

    /// The sides of those who take part in a meeting.
    init(of participants: [ActorMention], in reading: Reading) {
        self.participants = Set(participants.map(\.entity))
        for entity in self.participants {
            let side = reading.side(of: entity)
            var named = people[side] ?? []
            switch reading.document.entities[entity].kind {
            case .person:
                named.insert(entity)
                if reading.leads(entity) { led.insert(side) }
            case .group: delegated.insert(side)
            case .organisation, .country: break
            }
            people[side] = named
        }
        for actor in participants {
            guard let sender = reading.sender(ofState: actor), !reading.isHeadOfState(sender) else {
                continue
            }
            delegated.insert(reading.side(of: actor.entity))
        }
    }

    /// Whether both can be tellings of one meeting, by who sat there.
    func agree(with other: MeetingSides) -> Bool {
        let (small, large) = people.count <= other.people.count ? (self, other) : (other, self)
        guard small.people.count > 1, small.people.keys.allSatisfy({ large.people[$0] != nil }) else {
            return false
        }
        // "Norway and Kenya" may leave out who mediates; two people named met without a third.
        if small.people.count < large.people.count, !small.people.values.allSatisfy(\.isEmpty) {
            return false
        }
        return small.people.allSatisfy { side, mine in
            let theirs = large.people[side] ?? []
            if !mine.isEmpty, !theirs.isEmpty { return !mine.isDisjoint(with: theirs) }
            return !(small.led.contains(side) && large.delegated.contains(side) && theirs.isEmpty)
                && !(large.led.contains(side) && small.delegated.contains(side) && mine.isEmpty)
        }
    }
}

extension Reading {
    /// The state or body an actor sits at a table for, or its own name.
    func side(of entity: Int) -> String {
        let actor = document.entities[entity]
        switch actor.kind {
        case .country: return actor.name
        case .organisation:
            let isState = ["government", "ministry", "delegation", "administration"].contains {
                actor.name.lowercased().contains($0)
            }
            return isState ? state(in: actor.name) ?? actor.name : actor.name
        case .person: return home(ofPerson: entity) ?? actor.name
        case .group: return state(in: actor.name) ?? sender(of: actor) ?? actor.name
        }
    }

    /// The word for those who come for a state where they are told by it: "ministers" of "the ministers of Norway and Kenya".
    func sender(ofState actor: ActorMention) -> Int? {
        guard document.entities[actor.entity].kind == .country,
            var word = tokens(in: actor.range).last(where: { entityOfHead[$0] == actor.entity })
        else { return nil }
        for _ in 0..<4 where relation(word).universal == .conjunct { word = token(word).head }
        let head = token(word).head
        return [.adjectivalModifier, .compound, .nominalModifier].contains(relation(word).universal)
            && isRepresentative(head) ? head : nil
    }

    /// Whether a word is for those at the head of a state: "the leaders", "the prime ministers".
    func isHeadOfState(_ word: Int) -> Bool {
        ["leader", "president", "head", "delegation", "government"].contains(lemma(word))
            || lemma(word) == "minister"
                && tree.children(of: word, by: [.adjectivalModifier]).contains { form($0) == "prime" }
    }

    /// Whether a person's office is that of a head of state or government.
    func leads(_ person: Int) -> Bool { leaders.contains(person) }

    /// The country whose name or people's name is among the words: "Afghan government", "North Korean officials".
    private func state(in name: String) -> String? {
        let words = name.split(whereSeparator: { $0 == " " || $0 == "-" }).map { word in
            String(word.hasSuffix("'s") || word.hasSuffix("’s") ? word.dropLast(2) : word)
        }
        let pairs = zip(words, words.dropFirst()).map { $0 + " " + $1 }
        return (pairs + words).lazy.compactMap { self.lexicons.country(told: $0) }.first
    }

    /// Whose people a group is: "Taliban officials", "Havel's envoys".
    private func sender(of group: Entity) -> String? {
        for reference in group.references where reference.form != .pronoun {
            for word in tree.children(
                of: reference.head,
                by: [.compound, .possessive, .adjectivalModifier, .nominalModifier]
            ) {
                guard let owner = entityOfHead[word], document.entities[owner].kind != .group else {
                    continue
                }
                return side(of: owner)
            }
        }
        return nil
    }
}
