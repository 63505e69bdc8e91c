import NewsEvents
import NewsText

/// The meetings an article has told, by the words that tell them: what "the talks" and "was also present" can mean.
struct ToldMeetings {
    /// One word that tells a meeting.
    struct Telling {
        let word: Int
        let draft: MeetingDraft
    }

    /// By their place in the text; meetings of one participant are left out.
    let tellings: [Telling]
    /// Where the words that tell meetings start, of all of them.
    let words: Set<Int>

    var isEmpty: Bool { tellings.isEmpty }

    /// The meetings among `events`, each telling with all that is known of its meeting.
    init(_ events: [EventDraft], in reading: Reading) {
        let meetings = events.filter { if case .meeting = $0.body { true } else { false } }
        words = Set(meetings.flatMap(\.meetingTriggers).map(\.start))
        tellings = MeetingMerger(reading: reading).merge(meetings).flatMap { event -> [Telling] in
            guard case .meeting(let draft) = event.body,
                draft.participants.count > 1 || draft.mode == .multilateral
            else { return [] }
            return draft.triggers.compactMap { trigger in
                reading.tokens(in: trigger).first.map { Telling(word: $0, draft: draft) }
            }
        }.sorted { $0.word < $1.word }
    }

    /// The tellings before a word, within so many sentences.
    func before(_ word: Int, within reach: Int, in reading: Reading) -> [Telling] {
        let here = reading.sentence(of: word)
        let end = tellings.partition { $0.word >= word }
        let near = tellings[..<end].reversed().prefix { here - reading.sentence(of: $0.word) <= reach }
        return near.reversed()
    }

    /// The last telling before a word of a meeting that `fits`.
    func last(
        before word: Int,
        within reach: Int,
        in reading: Reading,
        where fits: (MeetingDraft) -> Bool
    ) -> Telling? {
        before(word, within: reach, in: reading).last { fits($0.draft) }
    }
}

extension EventDraft {
    /// The words that tell a meeting; none of other events.
    var meetingTriggers: [TextRange] {
        if case .meeting(let draft) = body { draft.triggers } else { [] }
    }

    /// What a word says of a meeting told before it; `people` were there too.
    static func meeting(
        pointingTo meant: ToldMeetings.Telling,
        at word: Int,
        adding people: [ActorMention],
        in reading: Reading
    ) -> EventDraft? {
        var event = EventDraft.meeting(
            at: word,
            participants: people,
            mode: .unknown,
            in: reading,
            confidence: 0.75
        )
        guard case .meeting(var draft) = event.body else { return nil }
        draft.pointsTo = reading.token(meant.word).range
        draft.isBare = true
        event.body = .meeting(draft)
        return event
    }
}
