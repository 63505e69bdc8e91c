import NewsEvents
import NewsText

/// Dates positions that have none of their own by the occasion they were taken on.
///
/// In order: the verb of the same sentence that governs the stance word, with the holder for its subject; the statement the
/// words are part of; an earlier sentence of the paragraph that tells what the holder did when; the meeting the article
/// opens with, for who took part in it, as long as no other date is told in between.
struct PositionDates {
    let reading: Reading

    func dated(_ events: [EventDraft]) -> [EventDraft] {
        events.map { event in
            guard case .position(let draft) = event.body, event.date == nil,
                let word = reading.tokens(in: draft.cue).first
            else { return event }
            var dated = event
            if let date = governing(word, holders: draft.holders) {
                dated.date = date
            } else if let date = occasion(of: event, draft, among: events) {
                dated.date = date
                dated.dateIsInherited = true
            }
            return dated
        }
    }

    private func isHolder(_ subject: Int?, _ holders: [ActorMention]) -> Bool {
        guard let subject else { return false }
        return reading.actors(at: subject).contains { actor in holders.contains { $0.entity == actor.entity }
        }
    }

    /// "On Tuesday Norway criticised the plan, urging others to reject it": the date is that of "criticised".
    private func governing(_ word: Int, holders: [ActorMention]) -> DateMention? {
        var current = word
        while reading.token(current).head != current {
            let relation = reading.relation(current).universal
            guard [.conjunct, .adverbialClause, .openComplement, .object].contains(relation) else {
                return nil
            }
            current = reading.token(current).head
            if let date = reading.date(of: current), isHolder(reading.subject(of: current), holders) {
                return date
            }
        }
        return nil
    }

    private func occasion(of event: EventDraft, _ draft: PositionDraft, among events: [EventDraft])
        -> DateMention?
    {
        for other in events {
            guard case .statement(let statement) = other.body, let date = other.date,
                statement.content.contains(where: { $0.overlaps(draft.cue) })
            else { continue }
            return date
        }
        return earlier(in: event.sentence, draft.holders) ?? opening(event, draft.holders, among: events)
    }

    /// "On Thursday Ito spoke in Oslo", and then "She promised new schools": the date is that of the speech.
    private func earlier(in sentence: Int, _ holders: [ActorMention]) -> DateMention? {
        let paragraph = reading.document.sentences[sentence].paragraph
        var index = sentence
        while index > 0, reading.document.sentences[index - 1].paragraph == paragraph {
            index -= 1
            let tokens = reading.document.sentences[index].tokens
            guard let root = tokens.first(where: { reading.token($0).head == $0 }) else { return nil }
            if let date = reading.date(of: root), isHolder(reading.subject(of: root), holders) { return date }
            if reading.document.dates.contains(where: { tokens.contains($0.tokens.lowerBound) }) {
                return nil
            }
        }
        return nil
    }

    /// The meeting the article opens with; who reports to be of it need not be at the table himself ("the minister
    /// reaffirmed Norway's commitment").
    private func opening(_ event: EventDraft, _ holders: [ActorMention], among events: [EventDraft])
        -> DateMention?
    {
        for other in events where other.sentence <= 2 && other.sentence <= event.sentence {
            guard case .meeting(let meeting) = other.body, let date = other.date, meeting.status == .held,
                holders.allSatisfy({ isParticipant($0, meeting) }) || isTold(event.sentence, by: meeting)
            else { continue }
            // Another time told of what somebody did is another occasion.
            let isBroken = (other.sentence + 1..<max(event.sentence + 1, other.sentence + 1)).contains {
                sentence in
                root(of: sentence).flatMap { reading.date(of: $0) } != nil
            }
            return isBroken ? nil : date
        }
        return nil
    }

    private func isParticipant(_ actor: ActorMention, _ meeting: MeetingDraft) -> Bool {
        meeting.participants.contains { $0.entity == actor.entity }
    }

    private func isTold(_ sentence: Int, by meeting: MeetingDraft) -> Bool {
        guard let root = root(of: sentence), let subject = reading.subject(of: root) else { return false }
        let actors = reading.actors(at: subject)
        return !actors.isEmpty && actors.allSatisfy { isParticipant($0, meeting) }
    }

    private func root(of sentence: Int) -> Int? {
        reading.document.sentences[sentence].tokens.first { reading.token($0).head == $0 }
    }
}
