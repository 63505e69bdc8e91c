import NewsText

/// Plural words that mean the participants of the meeting told before: "the leaders", "the two", "both sides", "they".
///
/// A described plural with "the", "both" or a number takes the last meeting with two named participants or more; a bare
/// "they" only within two sentences of it. The words then stand for each participant.
struct MeetingAnaphora: Sendable {
    /// The participants each plural head stands for.
    func groups(in reading: Reading, meetings: [EventDraft]) -> [Int: [ActorMention]] {
        let told = meetings.flatMap { event -> [(end: Int, sentence: Int, participants: [ActorMention])] in
            guard case .meeting(let draft) = event.body else { return [] }
            let participants = draft.participants.filter { isIndividual($0, in: reading) }
            guard participants.count > 1 else { return [] }
            return draft.triggers.map { trigger in
                (trigger.end, sentence(at: trigger.start, in: reading), participants)
            }
        }.sorted { $0.end < $1.end }
        guard !told.isEmpty else { return [:] }
        var groups: [Int: [ActorMention]] = [:]
        for token in reading.freshTokens where !reading.isQuoted[token] {
            guard let reach = reach(of: token, in: reading) else { continue }
            let place = reading.token(token).range
            let sentence = reading.sentence(of: token)
            guard let last = told.last(where: { $0.end <= place.start && sentence - $0.sentence <= reach })
            else { continue }
            groups[token] = last.participants.map { ActorMention(entity: $0.entity, range: place) }
        }
        return groups
    }

    private func sentence(at offset: Int, in reading: Reading) -> Int {
        reading.document.sentences.lastIndex { $0.range.start <= offset } ?? 0
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
            return isGroup ? 2 : isMereSetting(entity, before: token, in: reading) ? 1 : nil
        }
        let determiners = reading.tree.children(of: token, by: [.determiner, .numericModifier]).map {
            reading.form($0)
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
        return hasDetail ? nil : 12
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

    private static let plurals: Set<String> = [
        "leaders", "sides", "parties", "officials", "ministers", "presidents", "delegations", "participants",
        "men",
        "women", "diplomats", "two", "statesmen", "premiers",
    ]
}
