internal import NewsText

extension DateGrammar {
    /// A date that names its day, month or year: "22 October 2025", "mid-October", "in 2023", "the 1990s".
    func calendarDate(at index: Int) -> DateMatch? {
        if case .weekday(let weekday) = word(index).kind, word(index).isCapital {
            let next = lower(index + 1) == "," ? index + 2 : index + 1
            let date =
                monthDay(at: next, weekday: weekday) ?? dayMonth(at: next, weekday: weekday)
                ?? written(at: next)
            if let date { return date.starting(at: index) }
            return nil
        }
        return monthDay(at: index) ?? dayMonth(at: index) ?? written(at: index) ?? part(at: index)
            ?? month(at: index) ?? quarter(at: index) ?? season(at: index) ?? year(at: index)
    }

    /// The month a word names, if it is written as one.
    func monthNumber(_ index: Int, beforeNumber: Bool) -> Int? {
        guard case .month(let month) = word(index).kind, word(index).isCapital else { return nil }
        return word(index).lacksStop && !beforeNumber ? nil : month
    }

    /// The day of the month a word names in figures.
    func dayNumber(_ index: Int) -> Int? {
        switch word(index).kind {
        case .number(let day) where word(index).lower.utf8.count <= 2 && (1...31).contains(day): day
        case .ordinal(let day) where (1...31).contains(day): day
        default: nil
        }
    }

    /// A year behind a month or day: "2025", ", 2025", "last year", "this year".
    func yearBehind(_ index: Int) -> (year: Int, end: Int)? {
        if case .year(let year) = word(index).kind { return (year, index + 1) }
        if lower(index) == ",", case .year(let year) = word(index + 1).kind { return (year, index + 2) }
        if lower(index) == "of", case .year(let year) = word(index + 1).kind { return (year, index + 2) }
        let start = lower(index) == "of" ? index + 1 : index
        guard lower(start + 1) == "year" else { return nil }
        switch lower(start) {
        case "last": return (published.year - 1, start + 2)
        case "this": return (published.year, start + 2)
        case "next": return (published.year + 1, start + 2)
        default: return nil
        }
    }

    private func monthDay(at index: Int, weekday: Int? = nil) -> DateMatch? {
        // "last August 21": the last such day before publication.
        if lower(index) == "last", let month = monthNumber(index + 1, beforeNumber: true),
            let day = dayNumber(index + 2)
        {
            let days = (-4...0).compactMap { CalendarDate(year: published.year + $0, month: month, day: day) }
            return days.last { $0 < published }.map {
                DateMatch(index..<(index + 3), DaySpan($0), .day, .relative)
            }
        }
        guard let month = monthNumber(index, beforeNumber: true), let day = dayNumber(index + 1) else {
            return nil
        }
        if lower(index + 2) == "%" || lower(index + 2) == "percent" { return nil }
        // "May 3–5": days of one month.
        if ["-", "–", "to"].contains(lower(index + 2)), let last = dayNumber(index + 3), last > day,
            monthNumber(index + 4, beforeNumber: true) == nil
        {
            return days(day...last, month: month, tokens: index..<(index + 4), at: index)
        }
        return date(day: day, month: month, weekday: weekday, tokens: index..<(index + 2), at: index)
    }

    private func dayMonth(at index: Int, weekday: Int? = nil) -> DateMatch? {
        let start = lower(index) == "the" ? index + 1 : index
        guard let day = dayNumber(start) else { return nil }
        if ["-", "–", "to"].contains(lower(start + 1)), let last = dayNumber(start + 2), last > day,
            let month = monthNumber(start + 3, beforeNumber: true)
        {
            return days(day...last, month: month, tokens: start..<(start + 4), at: index)
        }
        let next = lower(start + 1) == "of" ? start + 2 : start + 1
        guard let month = monthNumber(next, beforeNumber: true), dayNumber(next + 1) == nil else {
            return nil
        }
        return date(day: day, month: month, weekday: weekday, tokens: index..<(next + 1), at: index)
    }

    private func date(day: Int, month: Int, weekday: Int?, tokens: Range<Int>, at index: Int) -> DateMatch? {
        if let (year, end) = yearBehind(tokens.upperBound) {
            return CalendarDate(year: year, month: month, day: day).map {
                DateMatch(tokens.lowerBound..<end, DaySpan($0), .day, .explicit)
            }
        }
        var dates = (-4...4).compactMap { CalendarDate(year: anchor.year + $0, month: month, day: day) }
        if let weekday, dates.contains(where: { $0.weekday.rawValue == weekday }) {
            dates.removeAll { $0.weekday.rawValue != weekday }
        }
        return nearest(dates.map { DaySpan($0) }, at: index).map { DateMatch(tokens, $0, .day, .explicit) }
    }

    private func days(_ days: ClosedRange<Int>, month: Int, tokens: Range<Int>, at index: Int) -> DateMatch? {
        let year = yearBehind(tokens.upperBound)
        let years = year.map { [$0.year] } ?? (-1...1).map { anchor.year + $0 }
        let spans = years.compactMap { year -> DaySpan? in
            guard let from = CalendarDate(year: year, month: month, day: days.lowerBound),
                let to = CalendarDate(year: year, month: month, day: days.upperBound)
            else { return nil }
            return DaySpan(from, to)
        }
        let end = year?.end ?? tokens.upperBound
        return nearest(spans, at: index).map { DateMatch(tokens.lowerBound..<end, $0, .range, .explicit) }
    }

    /// A date in figures; "5/6/2025", which may be May or June, is none.
    private func written(at index: Int) -> DateMatch? {
        guard word(index).kind == .written else { return nil }
        let parts = lower(index).split { $0 == "-" || $0 == "/" || $0 == "." }.map { Int($0) }
        guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else {
            return nil
        }
        let date: CalendarDate?
        if first > 31 {
            date = CalendarDate(year: first, month: second, day: third)
        } else if third > 1000, first > 12 || first == second {
            date = CalendarDate(year: third, month: second, day: first)
        } else if third > 1000, second > 12 {
            date = CalendarDate(year: third, month: first, day: second)
        } else {
            date = nil
        }
        guard let date, date.year > 1000 else { return nil }
        return DateMatch(index..<(index + 1), DaySpan(date), .day, .explicit)
    }

    /// A month with its year, or alone where the words around show that it is one.
    func month(at index: Int) -> DateMatch? {
        if ["last", "next", "this"].contains(lower(index)),
            let month = monthNumber(index + 1, beforeNumber: false),
            dayNumber(index + 2) == nil
        {
            let spans = months(month)
            let span =
                switch lower(index) {
                case "last": spans.last { $0.to < DaySpan.month(of: published).from }
                case "next": spans.first { $0.from > published }
                default: spans.first { $0.from.year == published.year }
                }
            return span.map { DateMatch(index..<(index + 2), $0, .month, .relative) }
        }
        if let year = yearBehind(index + 1), let month = monthNumber(index, beforeNumber: true) {
            return CalendarDate(year: year.year, month: month, day: 1).map {
                DateMatch(index..<year.end, DaySpan.month(of: $0), .month, .explicit)
            }
        }
        guard let month = monthNumber(index, beforeNumber: false), isBareMonth(index) else { return nil }
        return nearest(months(month), at: index).map { DateMatch(index..<(index + 1), $0, .month, .explicit) }
    }

    private func months(_ month: Int) -> [DaySpan] {
        (-2...2).compactMap {
            CalendarDate(year: anchor.year + $0, month: month, day: 1).map(DaySpan.month(of:))
        }
    }

    /// "in May" and "a July meeting", not "Theresa May", "March on Rome" or "April Jones".
    private func isBareMonth(_ index: Int) -> Bool {
        let before = lower(index - 1)
        if word(index + 1).isCapital, !lexicon.placing.contains(before) || before == "of" || before == "and" {
            return false
        }
        if lower(index) == "may", !isMayOfYear(index) { return false }
        if lexicon.placing.contains(before) || word(index).isMiddle { return true }
        let isDetermined = ["a", "an", "the", "his", "her", "its", "their", "'s", "’s"].contains(before)
        let next = word(index + 1)
        return isDetermined && !next.isCapital
            && next.lower.utf8.first.map { (0x61...0x7A).contains($0) } == true
            && !["on", "to", "in", "for", "of", "through"].contains(next.lower)
    }

    /// The month and not the name: "in May", "last May", "March to May", but not "to May's plan" or "for May".
    private func isMayOfYear(_ index: Int) -> Bool {
        let before = lower(index - 1)
        if before == "to" || before == "and", case .month = word(index - 2).kind { return true }
        if ["to", "for", "on", "of", "about", "and", "as", "around"].contains(before) { return false }
        let isPossessive = ["'s", "’s"].contains(lower(index + 1))
        return !isPossessive || !["by", "from", "between", "before", "after"].contains(before)
    }

    /// "early 2024", "mid-October", "late last July", "the end of the year", "early next month".
    private func part(at index: Int) -> DateMatch? {
        var next = lower(index) == "the" ? index + 1 : index
        let part: DaySpan.Part
        if word(next).isMiddle {
            part = .middle
        } else {
            switch lower(next) {
            case "early": part = .early
            case "mid", "middle": part = .middle
            case "late": part = .late
            case "end": part = .end
            case "start", "beginning": part = .start
            default: return nil
            }
            next += 1
            let needsOf = part == .end || part == .start || lower(next - 1) == "middle"
            if needsOf, lower(next) != "of" { return nil }
            if ["of", "in", "-"].contains(lower(next)) { next += 1 }
        }
        guard let whole = stretch(at: next) else { return nil }
        let basis: DateReading.Basis = whole.basis == .explicit ? .explicit : .relative
        return DateMatch(index..<whole.tokens.upperBound, whole.span.part(part), .range, basis)
    }

    /// A month, year or week that a part is taken of.
    private func stretch(at index: Int) -> DateMatch? {
        if case .year(let year) = word(index).kind { return self.year(year, tokens: index..<(index + 1)) }
        if let decade = decade(index) { return decade }
        if let month = month(at: index) { return month }
        if let month = monthNumber(index, beforeNumber: false), dayNumber(index + 1) == nil {
            return nearest(months(month), at: index).map {
                DateMatch(index..<(index + 1), $0, .month, .explicit)
            }
        }
        guard case .unit(let unit) = word(index + 1).kind, unit != .day, let span = unit.span(of: published)
        else {
            return nil
        }
        switch lower(index) {
        case "the", "this": return DateMatch(index..<(index + 2), span, .range, .relative)
        case "last", "next": return relative(at: index)
        default: return nil
        }
    }

    /// "in 2023", "the 2015 deal", "(2019)", "the 1990s".
    private func year(at index: Int) -> DateMatch? {
        if lower(index) == "the", !word(index + 1).isMiddle, let decade = decade(index + 1) {
            return decade.starting(at: index)
        }
        if lower(index) == "fiscal", case .year(let year) = word(index + 1).kind {
            return self.year(year, tokens: index..<(index + 2))
        }
        guard case .year(let year) = word(index).kind, (1900...2099).contains(year) else { return nil }
        let (before, next) = (lower(index - 1), word(index + 1))
        let isCounting = next.lower.hasSuffix("s") && next.lower.utf8.count > 3 && !next.isCapital
        let units = [
            "km", "people", "percent", "men", "%", "miles", "troops", "euros", "or", "m", "feet", "tons",
        ]
        if units.contains(next.lower) { return nil }
        let isPlaced =
            lexicon.placing.contains(before) && !isCounting && before != "about" && before != "around"
        let isNamed =
            ["the", "his", "her", "its", "their", "a", "'s", "’s"].contains(before) && next.lower != ","
            && next.lower.utf8.first.map { (0x41...0x7A).contains($0) } == true
        let isEnd =
            ["-", "–"].contains(before) && { if case .year = word(index - 2).kind { true } else { false } }()
        let isBracketed = before == "(" && next.lower == ")"
        guard isPlaced || isNamed || isBracketed || isEnd else { return nil }
        return self.year(year, tokens: index..<(index + 1))
    }

    private func decade(_ index: Int) -> DateMatch? {
        guard case .decade(let first) = word(index).kind,
            let from = CalendarDate(year: first, month: 1, day: 1),
            let to = CalendarDate(year: first + 9, month: 12, day: 31)
        else { return nil }
        return DateMatch(index..<(index + 1), DaySpan(from, to), .range, .explicit)
    }

    private func year(_ year: Int, tokens: Range<Int>) -> DateMatch? {
        CalendarDate(year: year, month: 1, day: 1).map {
            DateMatch(tokens, DaySpan.year(of: $0), .year, .explicit)
        }
    }
}
