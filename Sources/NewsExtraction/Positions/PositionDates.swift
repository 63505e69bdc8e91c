import NewsEvents
import NewsText

/// Dates positions that have none of their own by the occasion they were taken on.
///
/// In order: the verb of the same sentence that governs the stance word, with the holder for its subject, and the occasion
/// named beside it; the statement the words are part of, if the holder or one of theirs makes it; an earlier sentence of the
/// paragraph that tells what the holder did when; in a readout the meeting it opens with, for who took part in it, as long
/// as no other date is told in between.
struct PositionDates {
    let reading: Reading

    func dated(_ events: [EventDraft]) -> [EventDraft] {
        events.map { event in
            guard case .position(let draft) = event.body, let word = reading.tokens(in: draft.cue).first
            else { return event }
            var dated = event
            // "urged them to open it on Monday": a day to come is one of what is wanted.
            if let date = event.date, date.reading.from > reading.document.published { dated.date = nil }
            guard dated.date == nil else { return event }
            if let date = governing(word, holders: draft.holders) ?? beside(word, draft) {
                dated.date = date
            } else if let date = occasion(of: event, draft, among: events) {
                dated.inherit(date)
            }
            return dated
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
            if let date = past(reading.date(of: current)), isVoice(of: holders, current) { return date }
        }
        return nil
    }

    /// "In a statement released on Tuesday, Norway rejected the plan".
    private func beside(_ word: Int, _ draft: PositionDraft) -> DateMention? {
        guard let verb = reading.tellingVerb(of: word), isVoice(of: draft.holders, verb),
            reading.isSimplePast(verb), !reading.isOfAnotherTime(verb)
        else { return nil }
        return StatementDate.date(of: verb, outside: draft.target.map { [$0] } ?? [], in: reading)
    }

    private func past(_ date: DateMention?) -> DateMention? {
        date.flatMap { $0.reading.from <= reading.document.published ? $0 : nil }
    }

    /// Whether the subject of a verb takes the stance, or speaks for the state or body that does.
    private func isVoice(of holders: [ActorMention], _ verb: Int) -> Bool {
        let subjects = reading.subject(of: verb).map { reading.actors(at: $0) } ?? []
        return subjects.contains { isVoice($0, of: holders) }
    }

    private func isVoice(_ actor: ActorMention, of holders: [ActorMention]) -> Bool {
        holders.contains { holder in
            holder.entity == actor.entity
                || reading.document.entities[holder.entity].kind != .person
                    && reading.side(of: holder.entity) == reading.side(of: actor.entity)
        }
    }

    private func occasion(of event: EventDraft, _ draft: PositionDraft, among events: [EventDraft])
        -> DateMention?
    {
        for other in events {
            guard case .statement(let statement) = other.body, let date = other.date,
                statement.content.contains(where: { $0.overlaps(draft.cue) })
            else { continue }
            // Of others the statement only tells: it takes no stance for them.
            let isPast =
                reading.tokens(in: draft.cue).first.flatMap(reading.tellingVerb).map(reading.isOfAnotherTime)
                ?? false
            if !isPast, statement.speakers.contains(where: { isVoice($0, of: draft.holders) }) { return date }
            break
        }
        return earlier(event, draft) ?? opening(event, draft, among: events)
    }

    /// "On Thursday Ito spoke in Oslo", and then "She promised new schools": the date is that of the speech.
    private func earlier(_ event: EventDraft, _ draft: PositionDraft) -> DateMention? {
        guard let verb = reading.tokens(in: draft.cue).first.flatMap(reading.tellingVerb),
            reading.isSimplePast(verb), !reading.isOfAnotherTime(verb)
        else { return nil }
        return ToldDeeds(reading: reading).date(before: event.sentence, of: draft.holders)
    }

    /// The meeting the article opens with; who reports to be of it need not be at the table himself ("the minister
    /// reaffirmed Norway's commitment").
    private func opening(_ event: EventDraft, _ draft: PositionDraft, among events: [EventDraft])
        -> DateMention?
    {
        for other in events where other.sentence <= 2 && other.sentence <= event.sentence {
            guard case .meeting(let meeting) = other.body, let date = other.date, meeting.status == .held,
                Readout(reading: reading).isReadout(events, of: meeting),
                draft.holders.allSatisfy({ isParticipant($0, meeting) }) || isTold(draft, by: meeting)
            else { continue }
            // Another time told of what somebody did is another occasion.
            let isBroken = (other.sentence + 1..<max(event.sentence + 1, other.sentence + 1)).contains {
                sentence in
                reading.root(of: sentence).flatMap { reading.date(of: $0) } != nil
            }
            return isBroken ? nil : date
        }
        return nil
    }

    private func isParticipant(_ actor: ActorMention, _ meeting: MeetingDraft) -> Bool {
        meeting.participants.contains { $0.entity == actor.entity }
    }

    /// "The minister reaffirmed Norway's commitment": a participant voices it.
    private func isTold(_ draft: PositionDraft, by meeting: MeetingDraft) -> Bool {
        guard let verb = reading.tokens(in: draft.cue).first.flatMap(reading.tellingVerb),
            Self.voicing.contains(reading.lemma(verb)), let subject = reading.subject(of: verb)
        else { return false }
        let actors = reading.actors(at: subject)
        return !actors.isEmpty && actors.allSatisfy { isParticipant($0, meeting) }
    }

    private static let voicing: Set<String> = [
        "reaffirm", "affirm", "reiterate", "underscore", "underline", "stress", "emphasize", "emphasise",
        "confirm", "restate", "express", "convey", "note", "highlight", "repeat", "renew", "reassure",
        "declare", "pledge", "outline", "state",
    ]
}
