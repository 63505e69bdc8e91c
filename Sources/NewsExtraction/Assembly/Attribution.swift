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
                let statement = statements.first(where: { $0.content.contains { $0.contains(trigger) } }),
                let speaker = statement.speakers.first
            else { return event }
            draft.via = speaker
            var tied = event
            tied.body = .meeting(draft)
            return tied
        }
    }
}
