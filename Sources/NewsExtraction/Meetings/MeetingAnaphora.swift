import NewsEvents
import NewsText

/// Plural words that mean the participants of the meeting told before: "the leaders", "the two", "both sides", "they";
/// and the "joint statement" they made.
///
/// A described plural with "the", "both" or a number takes the last meeting with two named participants or more; a bare
/// "they" only within two sentences of it. The words then stand for each participant.
struct MeetingAnaphora: Sendable {
    /// The participants each plural head stands for.
    func groups(in reading: Reading, meetings: [EventDraft]) -> [Int: [ActorMention]] {
        let told = meetings.flatMap { event -> [Told] in
            guard case .meeting(let draft) = event.body else { return [] }
            let participants = draft.participants.filter { isIndividual($0, in: reading) }
            guard participants.count > 1 else { return [] }
            return draft.triggers.map { trigger in
                Told(
                    end: trigger.end,
                    sentence: sentence(at: trigger.start, in: reading),
                    isHeld: draft.status == .held,
                    isCall: draft.mode == .phone,
                    participants: participants
                )
            }
        }.sorted { $0.end < $1.end }
        var groups: [Int: [ActorMention]] = [:]
        var next = 0
        for token in reading.freshTokens where !reading.isQuoted[token] {
            let place = reading.token(token).range
            while next < told.count, told[next].end <= place.start { next += 1 }
            guard let reach = reach(of: token, in: reading) else { continue }
            let pair = pair(before: token, in: reading) ?? own(before: token, groups: groups, in: reading)
            // "The sides", "the delegations" sit at a table, not at the telephone.
            let isTable = ["sides", "parties", "delegations"].contains(reading.form(token))
            let arePeople = ["men", "women", "statesmen"].contains(reading.form(token))
            let near = told[..<next].suffix(4).filter { telling in
                reading.sentence(of: token) - telling.sentence <= reach && !(isTable && telling.isCall)
                    && (!arePeople
                        || telling.participants.allSatisfy {
                            reading.document.entities[$0.entity].kind == .person
                        })
            }
            // "They would also discuss": of the meetings just told, the one that is yet to come as well.
            let isHeld = !reading.isFuture(reading.token(token).head)
            let last = near.last { $0.isHeld == isHeld } ?? near.last
            if let participants = pair ?? last?.participants ?? subjects(before: token, in: reading) {
                groups[token] = participants.map { ActorMention(entity: $0.entity, range: place) }
            }
        }
        return groups
    }

    /// A meeting that words further on can mean.
    private struct Told {
        let end: Int
        let sentence: Int
        let isHeld: Bool
        let isCall: Bool
        let participants: [ActorMention]
    }

    /// Two who did something together in one of the two sentences before, or one with another in this: "their meeting",
    /// "the two"; asked only when no meeting was told.
    private func subjects(before token: Int, in reading: Reading) -> [ActorMention]? {
        guard reading.lexicons.meetingNouns[reading.lemma(reading.token(token).head)] != nil else {
            return nil
        }
        let here = reading.sentence(of: token)
        let own = reading.document.sentences[here].tokens
        for head in (own.lowerBound..<token).reversed() where reading.tree.caseWords(of: head) == "with" {
            let partners = reading.actors(at: head).filter { isIndividual($0, in: reading) }
            let subjects =
                (own.lowerBound..<head).last {
                    reading.relation($0).universal == .nominalSubject && reading.entityOfHead[$0] != nil
                }.map { reading.actors(at: $0) } ?? []
            let both = (subjects.filter { isIndividual($0, in: reading) } + partners).uniqued()
            if both.count == 2 { return both }
        }
        for sentence in reading.document.sentences[max(0, here - 2)..<here].reversed() {
            for head in sentence.tokens where reading.relation(head).universal == .nominalSubject {
                let actors = reading.actors(at: head).uniqued()
                if actors.count == 2, reading.tree.conjuncts(of: head).count == 2,
                    actors.allSatisfy({ isIndividual($0, in: reading) })
                {
                    return actors
                }
            }
        }
        return nil
    }

    /// Those joined by "and" before the word in its sentence: "Havel and Ito said after their meeting".
    private func pair(before token: Int, in reading: Reading) -> [ActorMention]? {
        guard ["they", "them", "their"].contains(reading.form(token)) else { return nil }
        if let both = tellerAndTold(before: token, in: reading) { return both }
        let sentence = reading.document.sentences[reading.sentence(of: token)].tokens
        for head in (sentence.lowerBound..<token).reversed() {
            let conjuncts = reading.tree.conjuncts(of: head)
            guard conjuncts.count > 1, let end = conjuncts.last, end < token else { continue }
            let actors = reading.actors(at: head).uniqued()
            if actors.count == conjuncts.count, actors.allSatisfy({ isIndividual($0, in: reading) }) {
                return actors
            }
        }
        return nil
    }

    /// "The meeting of the two leaders came a month after their first": those the sentence has just told.
    private func own(before token: Int, groups: [Int: [ActorMention]], in reading: Reading) -> [ActorMention]?
    {
        guard reading.form(token) == "their" else { return nil }
        let sentence = reading.document.sentences[reading.sentence(of: token)].tokens
        return (sentence.lowerBound..<token).reversed().lazy.compactMap { groups[$0] }.first
    }

    /// "Havel told Ito during their meeting": the subject and whom it speaks to.
    private func tellerAndTold(before token: Int, in reading: Reading) -> [ActorMention]? {
        let meeting = reading.token(token).head
        let verb = reading.token(meeting).head
        guard reading.form(token) == "their", reading.lexicons.meetingNouns[reading.lemma(meeting)] != nil,
            reading.relation(meeting).universal == .oblique, reading.token(verb).tag == .verb,
            !reading.isPassive(verb), let subject = reading.subject(of: verb),
            let told = reading.tree.children(of: verb, by: [.object, .indirectObject]).first(where: {
                $0 < token
            })
        else { return nil }
        let both = (reading.actors(at: subject) + reading.actors(at: told)).uniqued()
        let arePeople = both.allSatisfy { reading.document.entities[$0.entity].kind == .person }
        return both.count == 2 && arePeople ? both : nil
    }

    private func sentence(at offset: Int, in reading: Reading) -> Int {
        var (low, high) = (0, reading.document.sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if reading.document.sentences[middle].range.start <= offset {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return max(0, low - 1)
    }

    private func isIndividual(_ mention: ActorMention, in reading: Reading) -> Bool {
        let entity = reading.document.entities[mention.entity]
        return entity.kind != .group || entity.references.contains { $0.form == .name }
    }

    /// How many sentences back a plural word reaches; nil for words that point to nobody.
    private func reach(of token: Int, in reading: Reading) -> Int? {
        let form = reading.form(token)
        if ["they", "them", "their"].contains(form) {
            let entity = reading.entityOfHead[token].map { reading.document.entities[$0] }
            let isGroup = entity.map { Self.plurals.contains(lastWord(of: $0.name)) } ?? true
            if isGroup || form == "they" && isMeeting(reading.token(token).head, in: reading) { return 2 }
            return isMereSetting(entity, before: token, in: reading) ? 1 : nil
        }
        let determiners = reading.tree.children(of: token, by: [.determiner, .numericModifier]).map {
            reading.form($0)
        }
        if Self.documents.contains(form), reading.relation(token).universal == .nominalSubject {
            let words = reading.tree.children(
                of: token,
                by: [.adjectivalModifier, .possessive, .compound, .nominalModifier]
            )
            return words.map(reading.form) == ["joint"] ? 3 : nil
        }
        if form == "two",
            reading.tree.children(of: token, by: [.determiner]).contains(where: { reading.form($0) == "the" })
        {
            return 12
        }
        guard Self.plurals.contains(form),
            determiners.contains(where: { ["the", "both", "two", "these", "three"].contains($0) })
        else { return nil }
        let hasDetail = !reading.tree.children(of: token, by: [.nominalModifier, .relativeClause, .compound])
            .isEmpty
        // "The Peruvian and Danish leaders" are no leaders told before.
        let isNamed = reading.tree.children(of: token, by: [.adjectivalModifier]).contains {
            reading.mention(at: $0) != nil
        }
        // "The two Korean leaders" are.
        return hasDetail || isNamed && !determiners.contains("two") ? nil : 12
    }

    /// "They agreed to meet in person": it takes two, so that "they" is no body told before.
    private func isMeeting(_ verb: Int, in reading: Reading) -> Bool {
        let verbs = [verb] + reading.tree.children(of: verb, by: [.openComplement])
        return verbs.contains { verb in
            reading.lemma(verb) == "meet" && reading.tree.child(of: verb, by: [.object]) == nil
                && !reading.tree.children(of: verb, by: [.oblique]).contains {
                    reading.tree.caseWords(of: $0) == "with"
                }
        }
    }

    /// Whether an entity was last told as no subject, like the building where people met: "they" are the people.
    private func isMereSetting(_ entity: Entity?, before token: Int, in reading: Reading) -> Bool {
        guard let last = entity?.references.last(where: { $0.tokens.lowerBound < token }) else {
            return false
        }
        return reading.relation(last.head).universal != .nominalSubject
    }

    private func lastWord(of name: String) -> String {
        name.split(separator: " ").last.map { $0.lowercased() } ?? ""
    }

    /// "A joint statement said": theirs who met.
    private static let documents: Set<String> = ["statement", "communique", "communiqué", "declaration"]

    private static let plurals: Set<String> = [
        "leaders", "sides", "parties", "officials", "ministers", "presidents", "delegations", "participants",
        "men",
        "women", "diplomats", "two", "statesmen", "premiers",
    ]
}
