internal import NewsText

extension DateGrammar {
    /// A weekday: "Saturday", "last Friday", "Saturday night", "Wednesday of last week".
    func weekday(at index: Int) -> DateMatch? {
        var start = index
        var choice = ""
        while start < index + 2, ["last", "next", "this", "past", "coming"].contains(lower(start)) {
            choice = lower(start)
            start += 1
        }
        guard case .weekday(let number) = word(start).kind, isWeekday(start) else { return nil }
        var end = start + 1
        if ["night", "morning", "afternoon", "evening"].contains(lower(end)), !word(end).isCapital {
            end += 1
        }
        let weeks = (-2...2).map { DaySpan.week(of: anchor).from.adding(days: 7 * $0 + number) }
        let day: CalendarDate?
        if let (week, stop) = weekBehind(end) {
            end = stop
            day = week.from.adding(days: number)
        } else {
            switch choice {
            case "last", "past":
                // "had met last Thursday" looks back from the day just told.
                let end = direction(start) == .before ? min(told.day ?? published, published) : published
                day = weeks.last { $0 < end }
            case "next", "coming": day = weeks.first { $0 > published }
            case "this" where start == index + 1: day = thisWeekday(number, at: start)
            default: day = nearest(weeks.map { DaySpan($0) }, at: start)?.from
            }
        }
        return day.map { DateMatch(index..<end, DaySpan($0), .day, .weekday) }
    }

    /// "this Wednesday" lies in the week of publication, unless the direction says that this cannot be.
    private func thisWeekday(_ number: Int, at index: Int) -> CalendarDate {
        let day = DaySpan.week(of: published).from.adding(days: number)
        switch direction(index) {
        case .past, .before: return day > published ? day.adding(days: -7) : day
        case .future: return day < published ? day.adding(days: 7) : day
        }
    }

    /// "last week" or "of next week" behind a weekday.
    private func weekBehind(_ index: Int) -> (DaySpan, Int)? {
        let start = lower(index) == "of" ? index + 1 : index
        guard lower(start + 1) == "week" else { return nil }
        switch lower(start) {
        case "last": return (.week(of: published.adding(days: -7)), start + 2)
        case "this": return (.week(of: published), start + 2)
        case "next": return (.week(of: published.adding(days: 7)), start + 2)
        default: return nil
        }
    }

    /// A day of the calendar, not "Black Friday", the "Sunday Times" or "every Monday".
    private func isWeekday(_ index: Int) -> Bool {
        guard word(index).isCapital, !word(index).lacksStop else { return false }
        let (before, next) = (word(index - 1), word(index + 1))
        if lexicon.namedDays.contains(before.lower), before.isCapital { return false }
        if ["every", "each", "mr.", "mrs.", "ms.", "dr.", "any", "most"].contains(before.lower) {
            return false
        }
        return !(next.isCapital && lexicon.weekdayNames.contains(next.lower))
    }

    /// An expression counted from the day of publication.
    func relative(at index: Int) -> DateMatch? {
        dayWord(at: index) ?? ago(at: index) ?? lastUnits(at: index) ?? unit(at: index).map(narrowed)
            ?? ahead(at: index)
    }

    /// "earlier this week on Wednesday": the day that is named behind the week.
    private func narrowed(_ week: DateMatch) -> DateMatch {
        let comma = lower(week.tokens.upperBound) == "," ? 1 : 0
        let place = week.tokens.upperBound + comma + 1
        guard week.precision == .week, lower(place - 1) == "on", case .weekday(let number) = word(place).kind,
            isWeekday(place)
        else { return week }
        let day = DaySpan.week(of: week.span.from).from.adding(days: number)
        guard week.span.from <= day, day <= week.span.to else { return week }
        return DateMatch(week.tokens.lowerBound..<(place + 1), DaySpan(day), .day, .weekday)
    }

    private func day(_ days: Int, _ tokens: Range<Int>) -> DateMatch {
        DateMatch(tokens, DaySpan(published.adding(days: days)), .day, .relative)
    }

    private func dayWord(at index: Int) -> DateMatch? {
        let times = ["morning", "afternoon", "evening", "night"]
        let hasTime = times.contains(lower(index + 1))
        // "USA Today", "Russia Today"
        let isName = word(index).isCapital && word(index - 1).isCapital
        switch lower(index) {
        case "today" where !isName, "tonight" where !isName: return day(0, index..<(index + 1))
        case "yesterday": return day(-1, index..<(index + (hasTime ? 2 : 1)))
        case "tomorrow" where !isName: return day(1, index..<(index + (hasTime ? 2 : 1)))
        case "this" where hasTime: return day(0, index..<(index + 2))
        case "last" where lower(index + 1) == "night" || lower(index + 1) == "evening":
            return day(-1, index..<(index + 2))
        case "the" where lower(index + 1) == "day":
            switch (lower(index + 2), lower(index + 3)) {
            case ("before", "yesterday"): return day(-2, index..<(index + 4))
            case ("after", "tomorrow"): return day(2, index..<(index + 4))
            default: return nil
            }
        default: return nil
        }
    }

    /// How many: a number, or one for "a" and "one"; nil for vague words.
    func count(_ index: Int) -> Int? {
        switch word(index).kind {
        case .number(let number) where (1...1000).contains(number): number
        default: lower(index) == "a" || lower(index) == "an" ? 1 : nil
        }
    }

    /// "three days ago", "a week ago": the day, week, month or year that long ago.
    private func ago(at index: Int) -> DateMatch? {
        guard let count = count(index), case .unit(let unit) = word(index + 1).kind, lower(index + 2) == "ago"
        else {
            return nil
        }
        let tokens = index..<(index + 3)
        switch unit {
        case .hour: return count <= 6 ? day(0, tokens) : nil
        case .day: return day(-count, tokens)
        case .week: return DateMatch(tokens, .week(of: published.adding(days: -7 * count)), .week, .relative)
        case .month: return DateMatch(tokens, .month(of: published.adding(months: -count)), .month, .relative)
        case .year:
            return DateMatch(tokens, .year(of: published.adding(months: -12 * count)), .year, .relative)
        case .decade:
            return DateMatch(tokens, .year(of: published.adding(months: -120 * count)), .year, .relative)
        default: return nil
        }
    }

    /// "the last two weeks", "the past year", "the next three days": as long as said, up to or from publication.
    private func lastUnits(at index: Int) -> DateMatch? {
        guard ["the", "these"].contains(lower(index)) || ["past", "last", "next"].contains(lower(index))
        else { return nil }
        let start = ["the", "these"].contains(lower(index)) ? index + 1 : index
        let isPast = ["last", "past", "previous"].contains(lower(start))
        guard isPast || ["next", "coming"].contains(lower(start)) else { return nil }
        let number = count(start + 1)
        let place = number == nil ? start + 1 : start + 2
        guard number != nil || start > index, case .unit(let unit) = word(place).kind,
            lower(place + 1) != "of"
        else {
            return nil
        }
        // "the next day" belongs to the day told before.
        if number == nil, unit == .day { return nil }
        guard let step = unit.steps(number ?? 1) else { return nil }
        let sign = isPast ? -1 : 1
        let other = published.adding(months: sign * step.months).adding(days: sign * step.days)
        let span = isPast ? DaySpan(other, published) : DaySpan(published, other)
        return DateMatch(index..<(place + 1), span, .range, .relative)
    }

    /// "last week", "this year", "next month", "earlier this week", "later in the month", "over the weekend".
    private func unit(at index: Int) -> DateMatch? {
        if lower(index) == "earlier" || lower(index) == "later" {
            let start = lower(index + 1) == "in" ? index + 2 : index + 1
            let choices = start == index + 1 ? ["this"] : ["the"]
            guard choices.contains(lower(start)), case .unit(let unit) = word(start + 1).kind,
                unit != .day, unit != .hour, let span = unit.span(of: published)
            else { return nil }
            // Of a weekend still to come nothing can be earlier: it is the one just gone.
            if span.from > published, lower(index) == "earlier" {
                let gone = DaySpan.weekend(of: published.adding(days: -7))
                return DateMatch(index..<(start + 2), gone, .range, .relative)
            }
            let part = lower(index) == "earlier" ? DaySpan(span.from, published) : DaySpan(published, span.to)
            return DateMatch(index..<(start + 2), part, unit.precision, .relative)
        }
        if lower(index) == "the", lower(index + 1) == "weekend" {
            guard ["over", "at", "during", "on"].contains(lower(index - 1)), lower(index + 2) != "of" else {
                return nil
            }
            return weekend(index..<(index + 2))
        }
        guard case .unit(let unit) = word(index + 1).kind, lower(index + 2) != "of" else { return nil }
        if unit == .weekend, lower(index) == "this" { return weekend(index..<(index + 2)) }
        let step: Int
        switch lower(index) {
        case "last": step = -1
        case "this": step = 0
        case "next": step = 1
        default: return nil
        }
        guard let size = unit.steps(1), unit != .day, unit != .hour else { return nil }
        var day = published.adding(months: step * size.months).adding(days: step * size.days)
        // On a Saturday or Sunday "last weekend" is a week back; on other days it is the one just gone.
        if unit == .weekend, step == 1, published.weekday.rawValue < 5 { day = published.adding(days: 7) }
        guard let span = unit.span(of: day) else { return nil }
        return DateMatch(index..<(index + 2), span, unit.precision, .relative)
    }

    /// The weekend the direction points to, the present one included.
    private func weekend(_ tokens: Range<Int>) -> DateMatch {
        let now = DaySpan.weekend(of: published)
        let isAhead = now.from > published
        let isPast = isAhead && direction(tokens.lowerBound) != .future
        let span = isPast ? DaySpan.weekend(of: published.adding(days: -7)) : now
        return DateMatch(tokens, span, .range, .relative)
    }

    /// "in two weeks", where the clause points forward; else it is a length of time.
    private func ahead(at index: Int) -> DateMatch? {
        guard lower(index) == "in", let count = count(index + 1), case .unit(let unit) = word(index + 2).kind,
            !["of", "'", "’", "-"].contains(lower(index + 3)), direction(index) == .future
        else { return nil }
        let tokens = (index + 1)..<(index + 3)
        switch unit {
        case .day: return day(count, tokens)
        case .week: return DateMatch(tokens, .week(of: published.adding(days: 7 * count)), .week, .relative)
        case .month: return DateMatch(tokens, .month(of: published.adding(months: count)), .month, .relative)
        case .year:
            return DateMatch(tokens, .year(of: published.adding(months: 12 * count)), .year, .relative)
        default: return nil
        }
    }
}

extension DateWord.Unit {
    /// The stretch of this kind that holds `day`; nil for hours and for what no date is given by.
    func span(of day: CalendarDate) -> DaySpan? {
        switch self {
        case .hour, .decade, .century: nil
        case .day: DaySpan(day)
        case .week: .week(of: day)
        case .month: .month(of: day)
        case .year: .year(of: day)
        case .quarter: .quarter(of: day)
        case .weekend: .weekend(of: day)
        }
    }

    /// The length of `count` such stretches.
    func steps(_ count: Int) -> (months: Int, days: Int)? {
        switch self {
        case .hour: (0, (count + 23) / 24)
        case .day: (0, count)
        case .week, .weekend: (0, 7 * count)
        case .month: (count, 0)
        case .quarter: (3 * count, 0)
        case .year: (12 * count, 0)
        case .decade: (120 * count, 0)
        case .century: nil
        }
    }

    /// How exact a date of this kind is.
    var precision: DateReading.Precision {
        switch self {
        case .hour, .day: .day
        case .week: .week
        case .month: .month
        case .quarter: .quarter
        case .year: .year
        case .weekend, .decade, .century: .range
        }
    }
}
