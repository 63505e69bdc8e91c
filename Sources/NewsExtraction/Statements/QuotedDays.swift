import NewsEvents
import NewsText

/// Counts "yesterday" and "last night" inside a quotation from the day its words were said.
///
/// Where the sentence tells that day the date reading has done so already. Where only the occasion tells it, the days move
/// here; where nothing does, nobody knows which day "yesterday" was, and the event has no date.
struct QuotedDays {
    let reading: Reading

    /// The events, with days told in quotations put right.
    func moved(_ events: [EventDraft]) -> [EventDraft] {
        events.map { event in
            guard let date = event.date, date.reading.basis == .relative, date.reading.precision == .day,
                reading.isQuoted[date.tokens.lowerBound],
                let saying = saying(of: date, in: events), !isCounted(from: saying)
            else { return event }
            var moved = event
            moved.date = saying.date.flatMap { self.moved(date, to: $0) }
            return moved
        }
    }

    private func saying(of date: DateMention, in events: [EventDraft]) -> EventDraft? {
        events.first { event in
            guard case .statement(let body) = event.body else { return false }
            return body.content.contains { $0.contains(date.range) }
        }
    }

    private func isCounted(from saying: EventDraft) -> Bool {
        guard let date = saying.date else { return false }
        return !saying.dateIsInherited && reading.sentence(of: date.tokens.lowerBound) == saying.sentence
    }

    private func moved(_ date: DateMention, to saying: DateMention) -> DateMention? {
        guard saying.reading.precision == .day else { return nil }
        let published = reading.document.published.daysSinceEpoch
        let days = saying.reading.from.daysSinceEpoch - published
        return DateMention(
            range: date.range,
            tokens: date.tokens,
            reading: DateReading(
                from: date.reading.from.adding(days: days),
                to: date.reading.to.adding(days: days),
                precision: .day,
                basis: .relative
            )
        )
    }
}
