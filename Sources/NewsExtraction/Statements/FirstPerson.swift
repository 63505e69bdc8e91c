import NewsEvents
import NewsText

/// Who "I" and "we" are in quoted words: the person whose words they are.
///
/// So `"I met Ito on Monday," Havel said` tells of a meeting of Havel's. A speaker who is no person or state, or one of
/// several, is not read as "we".
struct FirstPerson {
    /// Per word for the speaker in a statement's content, the speaker.
    func speakers(of events: [EventDraft], in reading: Reading) -> [Int: [ActorMention]] {
        var speakers: [Int: [ActorMention]] = [:]
        for event in events {
            guard case .statement(let statement) = event.body, let speaker = statement.speakers.first,
                statement.speakers.count == 1,
                [.person, .country].contains(reading.document.entities[speaker.entity].kind)
            else { continue }
            for word in statement.content.flatMap(reading.tokens)
            where reading.isQuoted[word] && ["i", "we"].contains(reading.form(word)) {
                speakers[word] = [ActorMention(entity: speaker.entity, range: reading.token(word).range)]
            }
        }
        return speakers
    }
}
