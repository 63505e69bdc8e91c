internal import NewsText

extension DateGrammar {
    /// "from Monday to Wednesday", "between March and May 2024", "2008–2016", "since March".
    func range(at index: Int) -> DateMatch? {
        let before = lower(index - 1)
        if before == "since" || isSinceEvent(index), let match = single(at: index),
            match.span.from <= published
        {
            return DateMatch(
                match.tokens,
                DaySpan(match.span.from, max(published, match.span.from)),
                .range,
                match.basis
            )
        }
        guard let first = single(at: index), first.precision != .range else { return nil }
        let place = first.tokens.upperBound
        let isOpen = before == "from" || before == "between"
        let connectors: Set<String> =
            before == "between"
            ? ["and"] : isOpen ? ["to", "until", "till", "through"] : ["-", "–", "to", "through"]
        guard connectors.contains(lower(place)) || before == "from" && ["-", "–"].contains(lower(place))
        else { return nil }
        guard let last = end(at: place + 1, of: first), last.precision == first.precision else { return nil }
        guard isOpen || last.basis == first.basis else { return nil }
        var start = first
        if first.span.from > last.span.to || first.basis != .relative {
            // What lacks its year or week is the last one before the end of the range.
            var inner = self
            inner.anchor = last.span.to
            start = inner.single(at: index) ?? first
        }
        guard start.span.from < last.span.to else { return nil }
        let basis: DateReading.Basis =
            start.basis == last.basis ? start.basis : start.basis == .weekday ? .weekday : .relative
        return DateMatch(
            index..<last.tokens.upperBound,
            DaySpan(start.span.from, last.span.to),
            .range,
            basis
        )
    }

    /// "since the attacks of October 7": a few words between, and no mark.
    private func isSinceEvent(_ index: Int) -> Bool {
        guard ["of", "on", "in"].contains(lower(index - 1)) else { return false }
        for step in 2...7 {
            let before = word(index - step).lower
            if before == "since" {
                return ["the", "its", "his", "her", "their"].contains(lower(index - step + 1))
            }
            if before.isEmpty || lexicon.past.contains(before) || [",", ";", ":", "\"", "”"].contains(before)
            {
                return false
            }
        }
        return false
    }

    /// The end of a range, which may be a bare year ("2008–2016", "2019-20").
    private func end(at index: Int, of first: DateMatch) -> DateMatch? {
        if let match = single(at: index) { return match }
        guard first.precision == .year else { return nil }
        let year: Int
        switch word(index).kind {
        case .year(let value): year = value
        case .number(let value) where lower(index).utf8.count == 2:
            year = first.span.from.year / 100 * 100 + value
        default: return nil
        }
        return CalendarDate(year: year, month: 1, day: 1).map {
            DateMatch(index..<(index + 1), .year(of: $0), .year, .explicit)
        }
    }
}
