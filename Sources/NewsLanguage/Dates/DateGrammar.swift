internal import NewsText

/// Reads date expressions in one sentence.
///
/// A recursive descent over tokens: `match(at:)` tries the expressions that may begin there, ranges first, then
/// calendar dates, weekdays, expressions counted from publication, and days named by the one told before. What lacks
/// a year or a week is the nearest in the past, publication day included, unless the direction is future.
/// Nothing is read from vague words ("a few weeks ago", "recently").
/// - Source: rule set after HeidelTime (Strötgen & Gertz 2010); weekdays measured on 840 news articles.
struct DateGrammar {
    let words: [DateWord]
    let lexicon: DateWords
    /// The day of publication.
    let published: CalendarDate
    /// The day that "nearest in the past" counts from; the end of a range while its start is read.
    var anchor: CalendarDate
    /// The dates told shortly before.
    var told = ToldDates()
    /// Which way the clause around a token points.
    let direction: (Int) -> DateDirection

    private static let outside = DateWord(lower: "", isCapital: false)

    /// The word at an index, or an empty one outside the sentence.
    func word(_ index: Int) -> DateWord { words.indices.contains(index) ? words[index] : Self.outside }

    /// The lower-case word at an index.
    func lower(_ index: Int) -> String { word(index).lower }

    /// The expression that begins at a token, if one does.
    func match(at index: Int) -> DateMatch? {
        mayBegin(word(index)) ? range(at: index) ?? single(at: index) : nil
    }

    /// Whether an expression can begin with a word at all; nearly no word of a text can.
    private func mayBegin(_ word: DateWord) -> Bool {
        if case .other = word.kind {
            return word.isMiddle || Self.openers.contains(word.lower)
                || word.isCapital && lexicon.holidayStarts.contains(word.lower)
        }
        return true
    }

    private static let openers: Set<String> = [
        "last", "next", "this", "past", "coming", "the", "these", "that", "its", "their", "our", "a", "an",
        "in", "late", "later", "early", "earlier", "mid", "middle", "end", "start", "beginning", "fiscal",
        "today", "tonight", "yesterday", "tomorrow", "spring", "summer", "autumn", "fall", "winter",
    ]

    /// An expression without a range.
    func single(at index: Int) -> DateMatch? {
        calendarDate(at: index) ?? holiday(at: index) ?? weekday(at: index) ?? relative(at: index)
            ?? toldBefore(at: index) ?? hour(at: index)
    }

    /// "late Monday", "earlier yesterday": the day, whatever the hour.
    private func hour(at index: Int) -> DateMatch? {
        guard ["late", "early", "later", "earlier"].contains(lower(index)),
            let match = weekday(at: index + 1) ?? relative(at: index + 1) ?? toldBefore(at: index + 1),
            match.precision == .day, match.span.from == match.span.to
        else { return nil }
        return match.starting(at: index)
    }

    /// The day or month closest to the anchor: not after it, or after it when the direction is future.
    func nearest(_ candidates: [DaySpan], at index: Int) -> DaySpan? {
        let sorted = candidates.sorted { $0.from < $1.from }
        if direction(index) == .future, anchor == published,
            let next = sorted.first(where: { $0.to >= published })
        {
            return next
        }
        return sorted.last { $0.from <= anchor } ?? sorted.first
    }

    private func holiday(at index: Int) -> DateMatch? {
        guard word(index).isCapital, lexicon.holidayStarts.contains(lower(index)) else { return nil }
        for length in [4, 3, 2, 1] where index + length <= words.count {
            let name = words[index..<(index + length)].map(\.lower).joined(separator: " ")
            guard let day = lexicon.holidays[name] else { continue }
            if case .year(let year) = word(index + length).kind,
                let date = CalendarDate(year: year, month: day.month, day: day.day)
            {
                return DateMatch(index..<(index + length + 1), DaySpan(date), .day, .explicit)
            }
            let days = (-1...1).compactMap {
                CalendarDate(year: anchor.year + $0, month: day.month, day: day.day).map { DaySpan($0) }
            }
            return nearest(days, at: index).map { DateMatch(index..<(index + length), $0, .day, .explicit) }
        }
        return nil
    }
}
