internal import NewsText

extension DateGrammar {
    /// "the third quarter", "the first quarter of 2024", "last year's fourth quarter", "third-quarter earnings".
    func quarter(at index: Int) -> DateMatch? {
        var start = index
        var year: Int?
        if let (owner, end) = yearBefore(index) { (year, start) = (owner, end) }
        if start == index, ["the", "its", "their", "our"].contains(lower(index)) { start += 1 }
        if case .year(let number) = word(start).kind { (year, start) = (number, start + 1) }
        if lower(start) == "fiscal" { start += 1 }
        guard case .ordinal(let number) = word(start).kind, (1...4).contains(number) else { return nil }
        let isCompound = ["-", "–"].contains(lower(start + 1))
        let place = isCompound ? start + 2 : start + 1
        guard lower(place) == "quarter", isCompound || start > index || number == 4 || isMoney(place + 1)
        else { return nil }
        func quarter(of year: Int) -> DaySpan? {
            CalendarDate(year: year, month: number * 3, day: 1).map(DaySpan.quarter(of:))
        }
        if let year {
            return quarter(of: year).map { DateMatch(index..<(place + 1), $0, .quarter, .explicit) }
        }
        if let (year, end) = yearBehind(place + 1) {
            return quarter(of: year).map { DateMatch(index..<end, $0, .quarter, .explicit) }
        }
        // "the third quarter of the game", "the first quarter of the match"
        if lower(place + 1) == "of" { return nil }
        let spans = (-1...1).compactMap { quarter(of: anchor.year + $0) }
        return nearest(spans, at: index).map { DateMatch(index..<(place + 1), $0, .quarter, .relative) }
    }

    private func isMoney(_ index: Int) -> Bool {
        [
            "earnings", "profit", "profits", "results", "sales", "revenue", "net", "loss", "losses", "growth",
            "income", "gdp",
        ].contains(lower(index))
    }

    /// "last year 's", "this year 's".
    private func yearBefore(_ index: Int) -> (year: Int, end: Int)? {
        guard lower(index + 1) == "year", ["'s", "’s"].contains(lower(index + 2)) else { return nil }
        switch lower(index) {
        case "last": return (published.year - 1, index + 3)
        case "this": return (published.year, index + 3)
        case "next": return (published.year + 1, index + 3)
        default: return nil
        }
    }

    /// "last summer", "this past spring", "the winter of 2010", "summer 1998": of the northern half of the world.
    ///
    /// Three full months: spring from March, summer from June, autumn from September, winter from December, which counts for
    /// the year it begins in.
    func season(at index: Int) -> DateMatch? {
        var start = index
        var choice = ""
        while start < index + 2, ["last", "next", "this", "past", "coming", "the"].contains(lower(start)) {
            choice = lower(start)
            start += 1
        }
        guard let first = Self.seasons[lower(start)] else { return nil }
        func season(of year: Int) -> DaySpan? {
            CalendarDate(year: year, month: first, day: 1).map { day in
                DaySpan(day, day.adding(months: 3).adding(days: -1))
            }
        }
        if start == index || choice == "the" {
            guard let (year, end) = yearBehind(start + 1) else { return nil }
            return season(of: year).map { DateMatch(index..<end, $0, .range, .explicit) }
        }
        let spans = (-2...1).compactMap { season(of: published.year + $0) }
        let span =
            switch choice {
            case "last", "past": spans.last { $0.to < published }
            case "next", "coming": spans.first { $0.from > published }
            default: nearest(spans, at: index)
            }
        return span.map { DateMatch(index..<(start + 1), $0, .range, .relative) }
    }

    private static let seasons = ["spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12]
}
