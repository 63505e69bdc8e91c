import NewsText

/// Ties meetings told inside somebody's statement to that somebody: known through them alone.
enum Attribution {
    /// Fills `via` of the meetings whose words stand inside the content of an attributed statement.
    static func tie(_ events: [EventDraft], in reading: Reading) -> [EventDraft] {
        let statements = events.compactMap { event -> StatementDraft? in
            guard case .statement(let draft) = event.body else { return nil }
            return draft
        }
        return events.map { event in
            guard case .meeting(var draft) = event.body, let trigger = draft.triggers.first,
                let statement = sayer(of: draft, at: trigger, among: statements, in: reading),
                let speaker = statement.speakers.first
            else { return event }
            draft.via = speaker
            var tied = event
            tied.body = .meeting(draft)
            return tied
        }
    }

    /// The statement a meeting is told in; not what those who are to meet agree to, where somebody else tells of it.
    private static func sayer(
        of meeting: MeetingDraft,
        at trigger: TextRange,
        among statements: [StatementDraft],
        in reading: Reading
    ) -> StatementDraft? {
        let telling = statements.filter { $0.content.contains { $0.contains(trigger) } }
        let others = telling.filter { statement in
            let isPlan =
                statement.content.first.flatMap { reading.tokens(in: $0).first }.map(reading.form) == "to"
            return !isPlan
                || !statement.speakers.contains { speaker in
                    meeting.participants.contains { $0.entity == speaker.entity }
                }
        }
        return others.first ?? telling.first
    }
}
