internal import NewsText

/// A run of days, first and last inclusive.
struct DaySpan: Equatable {
    let from: CalendarDate
    let to: CalendarDate

    init(_ from: CalendarDate, _ to: CalendarDate) { (self.from, self.to) = (from, to) }

    /// One day.
    init(_ day: CalendarDate) { self.init(day, day) }

    /// The Monday-to-Sunday week that holds `day`.
    static func week(of day: CalendarDate) -> DaySpan {
        let monday = day.adding(days: -day.weekday.rawValue)
        return DaySpan(monday, monday.adding(days: 6))
    }

    /// The month that holds `day`.
    static func month(of day: CalendarDate) -> DaySpan {
        let last = CalendarDate.daysIn(month: day.month, of: day.year)
        return DaySpan(day.adding(days: 1 - day.day), day.adding(days: last - day.day))
    }

    /// The quarter that holds `day`.
    static func quarter(of day: CalendarDate) -> DaySpan {
        let first = month(of: day.adding(months: -((day.month - 1) % 3))).from
        return DaySpan(first, month(of: first.adding(months: 2)).to)
    }

    /// The year that holds `day`.
    static func year(of day: CalendarDate) -> DaySpan {
        let first = month(of: day.adding(months: 1 - day.month)).from
        return DaySpan(first, month(of: first.adding(months: 11)).to)
    }

    /// Saturday and Sunday of the week that holds `day`.
    static func weekend(of day: CalendarDate) -> DaySpan {
        let sunday = week(of: day).to
        return DaySpan(sunday.adding(days: -1), sunday)
    }

    /// A part of the span: "early", "mid", "late", "the end of".
    ///
    /// A month's thirds are its days 1–10, 11–20 and 21 to the end, a year's January–April, May–August and
    /// September–December, a decade's its years 0–3, 3–6 and 6–9. Its start and end are a week of a month, a month of a
    /// year, a day of a week.
    func part(_ part: Part) -> DaySpan {
        let days = to.daysSinceEpoch - from.daysSinceEpoch + 1
        let third = (28...31).contains(days) ? 10 : days / 3
        if days > 3000, let years = decadeYears(part) {
            let (first, last) = (from.adding(months: 12 * years.lowerBound), years.upperBound + 1)
            return DaySpan(first, from.adding(months: 12 * last).adding(days: -1))
        }
        switch (part, days) {
        case (.early, ..<300): return DaySpan(from, from.adding(days: third - 1))
        case (.middle, ..<300): return DaySpan(from.adding(days: third), from.adding(days: 2 * third - 1))
        case (.late, ..<300): return DaySpan(from.adding(days: 2 * third), to)
        case (.early, _): return DaySpan(from, from.adding(months: 4).adding(days: -1))
        case (.middle, _): return DaySpan(from.adding(months: 4), from.adding(months: 8).adding(days: -1))
        case (.late, _): return DaySpan(from.adding(months: 8), to)
        case (.start, ..<10): return DaySpan(from)
        case (.start, ..<300): return DaySpan(from, from.adding(days: 6))
        case (.start, _): return DaySpan(from, DaySpan.month(of: from).to)
        case (.end, ..<10): return DaySpan(to)
        case (.end, ..<300): return DaySpan(to.adding(days: -6), to)
        case (.end, _): return DaySpan(DaySpan.month(of: to).from, to)
        }
    }

    private func decadeYears(_ part: Part) -> ClosedRange<Int>? {
        switch part {
        case .early: 0...3
        case .middle: 3...6
        case .late: 6...9
        case .start, .end: nil
        }
    }

    /// Parts of a stretch of time.
    enum Part { case start, early, middle, late, end }
}
