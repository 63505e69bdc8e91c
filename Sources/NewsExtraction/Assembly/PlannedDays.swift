import NewsEvents
import NewsText

/// Counts the days of what is still to come forward: "arrives today for talks on Wednesday", "Sunday will see them meet".
///
/// A weekday of a planned or proposed meeting or visit that would lie before publication is the next such day; a day and
/// month without a year are those nearest to publication, also of what was called off.
struct PlannedDays {
    let reading: Reading

    /// The events, with the days of planned ones put right.
    func moved(_ events: [EventDraft]) -> [EventDraft] {
        events.map { event in
            guard let status = status(of: event), let date = event.date,
                date.reading.to < reading.document.published,
                let next = next(of: date, isOff: status == .cancelled)
            else { return event }
            var moved = event
            moved.date = DateMention(
                range: date.range,
                tokens: date.tokens,
                reading: DateReading(
                    from: next.from,
                    to: next.to,
                    precision: date.reading.precision,
                    basis: date.reading.basis
                )
            )
            return moved
        }
    }

    /// Whether a date without a year lies nearer to publication in the time to come than in the past.
    func isNearerAhead(_ date: DateMention) -> Bool {
        date.reading.basis == .explicit && date.reading.precision == .day
            && date.reading.to < reading.document.published && next(of: date, isOff: false) != nil
    }

    /// Planned, proposed or cancelled; nil for what took place or cannot be planned.
    private func status(of event: EventDraft) -> Occurrence? {
        let status: Occurrence? =
            switch event.body {
            case .meeting(let meeting): meeting.status
            case .visit(let visit): visit.status
            case .statement, .position: nil
            }
        return status == .held || status == .denied ? nil : status
    }

    /// "flew to Oslo on Friday to meet": the day is that of a past deed.
    private func isPast(_ date: DateMention) -> Bool {
        var word = date.tokens.lowerBound
        for _ in 0..<4 where reading.token(word).tag != .verb && reading.token(word).head != word {
            word = reading.token(word).head
        }
        return reading.isSimplePast(word)
    }

    /// The days a date moves to; nil if it stays.
    ///
    /// The day of what was called off may have passed.
    private func next(of date: DateMention, isOff: Bool) -> (from: CalendarDate, to: CalendarDate)? {
        let published = reading.document.published
        let (from, to) = (date.reading.from, date.reading.to)
        switch date.reading.basis {
        case .weekday:
            let hasLast = date.tokens.contains { ["last", "past"].contains(reading.form($0)) }
            guard !isOff, !hasLast, !isPast(date), from.adding(days: 7) >= published else { return nil }
            return (from.adding(days: 7), to.adding(days: 7))
        case .explicit:
            let hasYear = date.tokens.contains { Int(reading.form($0)).map { $0 > 1000 } ?? false }
            guard !hasYear, [.day, .month, .range].contains(date.reading.precision) else { return nil }
            let next = from.adding(months: 12)
            // A month ends before the next one, leap year or not.
            let last =
                date.reading.precision == .month
                ? to.adding(days: 1).adding(months: 12).adding(days: -1) : to.adding(months: 12)
            let (back, ahead) = (
                published.daysSinceEpoch - to.daysSinceEpoch, next.daysSinceEpoch - published.daysSinceEpoch
            )
            return ahead < back ? (next, last) : nil
        case .relative, .inherited: return nil
        }
    }
}
