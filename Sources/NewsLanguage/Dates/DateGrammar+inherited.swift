internal import NewsText

/// The dates a text told last, for "the same day" and "two years later".
struct ToldDates {
    /// The last single day that is not after publication, and the last that is.
    var day: CalendarDate?, plannedDay: CalendarDate?
    /// The last stretch of any kind.
    var span: DaySpan?
    /// How exact that one was.
    var precision = DateReading.Precision.day

    /// Notes a date.
    mutating func add(_ match: DateMatch, published: CalendarDate) {
        if match.precision == .day {
            if match.span.from <= published { day = match.span.from } else { plannedDay = match.span.from }
        }
        if match.precision != .range { (span, precision) = (match.span, match.precision) }
    }
}

extension DateGrammar {
    /// "the same day", "the next morning", "two years later": counted from what was told before.
    func toldBefore(at index: Int) -> DateMatch? {
        sameDay(at: index) ?? later(at: index) ?? thatUnit(at: index)
    }

    private func lastDay(_ index: Int) -> CalendarDate? {
        direction(index) == .future ? told.plannedDay ?? told.day : told.day ?? told.plannedDay
    }

    private func sameDay(at index: Int) -> DateMatch? {
        let days = ["day", "morning", "afternoon", "evening", "night"]
        if lower(index) == "that" {
            let place = lower(index + 1) == "same" ? index + 2 : index + 1
            guard days.contains(lower(place)) else { return nil }
            return lastDay(index).map { DateMatch(index..<(place + 1), DaySpan($0), .day, .inherited) }
        }
        // "The day before, Ito said": not "the day before the vote".
        if lower(index) == "the", lower(index + 1) == "day", ["before", "after"].contains(lower(index + 2)),
            [",", ".", ";", ")", "\"", "”", ""].contains(lower(index + 3))
        {
            let step = lower(index + 2) == "before" ? -1 : 1
            return lastDay(index).map {
                DateMatch(index..<(index + 3), DaySpan($0.adding(days: step)), .day, .inherited)
            }
        }
        // "Earlier in the day, Ito said".
        if ["earlier", "later"].contains(lower(index)), ["in", "on"].contains(lower(index + 1)),
            lower(index + 2) == "the", lower(index + 3) == "day"
        {
            return lastDay(index).map { DateMatch(index..<(index + 4), DaySpan($0), .day, .inherited) }
        }
        guard lower(index) == "the", days.contains(lower(index + 2)) else { return nil }
        let step: Int
        switch lower(index + 1) {
        case "same": step = 0
        case "next", "following": step = 1
        case "previous", "preceding": step = -1
        default: return nil
        }
        return lastDay(index).map {
            DateMatch(index..<(index + 3), DaySpan($0.adding(days: step)), .day, .inherited)
        }
    }

    /// "that week", "later that month", "that year": the one the last date lies in.
    private func thatUnit(at index: Int) -> DateMatch? {
        let start = ["later", "earlier"].contains(lower(index)) ? index + 1 : index
        guard lower(start) == "that", case .unit(let unit) = word(start + 1).kind,
            [.week, .month, .year].contains(unit), lower(start + 2) != "of", let told = told.span
        else { return nil }
        return unit.span(of: told.from).map {
            DateMatch(index..<(start + 2), $0, unit.precision, .inherited)
        }
    }

    private func later(at index: Int) -> DateMatch? {
        guard let count = count(index), case .unit(let unit) = word(index + 1).kind,
            ["later", "earlier"].contains(lower(index + 2)),
            !["than", "this", "in"].contains(lower(index + 3))
        else { return nil }
        let steps = lower(index + 2) == "later" ? count : -count
        let tokens = index..<(index + 3)
        // "a year earlier", told of a quarter or month, compares it with the same one of the year before.
        if unit == .year, count == 1, steps < 0, let span = told.span,
            [.month, .quarter].contains(told.precision)
        {
            let from = span.from.adding(months: -12)
            let match = told.precision == .quarter ? DaySpan.quarter(of: from) : DaySpan.month(of: from)
            return DateMatch(tokens, match, told.precision, .inherited)
        }
        if unit == .year {
            return told.span.map {
                DateMatch(tokens, .year(of: $0.from.adding(months: 12 * steps)), .year, .inherited)
            }
        }
        guard let day = lastDay(index) else { return nil }
        switch unit {
        case .day: return DateMatch(tokens, DaySpan(day.adding(days: steps)), .day, .inherited)
        case .week: return DateMatch(tokens, .week(of: day.adding(days: 7 * steps)), .week, .inherited)
        case .month: return DateMatch(tokens, .month(of: day.adding(months: steps)), .month, .inherited)
        default: return nil
        }
    }
}
