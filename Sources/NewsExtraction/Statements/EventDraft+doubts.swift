import NewsText

extension EventDraft {
    /// Notes that nobody is named as the speaker, or somebody only by description.
    mutating func doubtDescribed(_ speakers: [ActorMention], in reading: Reading) {
        if speakers.isEmpty {
            doubt("no speaker is named", cost: 0.25)
            return
        }
        let isDescribed = speakers.contains { mention in
            let entity = reading.document.entities[mention.entity]
            let reference = entity.references.first { reading.document.range(of: $0.tokens) == mention.range }
            return entity.kind == .group || reference?.form == .description
        }
        if isDescribed { doubt("the speaker is only described", cost: 0.08) }
    }
}
