import NewsText

/// Writes a date the finder read as a TIMEX3.
///
/// The finder gives days from and to; TIMEX3 wants the unit the words name and leaves "early", "since" and "earlier" to a
/// `mod` that is not scored. So a range is written by the unit its words name: "early 2024" is 2024, "since March" is
/// the March it begins with, "the last two weeks" is a DURATION of two weeks. "Saturday night" is a TIME.
extension Timex {
    init(_ date: DateMention, in document: Document) {
        let words = document.string(date.range)
        let parts = words.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let reading = date.reading
        var (type, value) = ("DATE", "")
        if let length = Self.length(parts) {
            (type, value) = ("DURATION", length)
        } else {
            value = Self.value(of: reading, parts: parts)
        }
        if reading.precision == .day, let hour = parts.last.flatMap({ Self.hours[$0] }) {
            (type, value) = ("TIME", value + "T" + hour)
        }
        self.init(range: date.range, type: type, value: value, words: words)
    }

    private static let hours = [
        "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "tonight": "NI",
    ]
    private static let numbers = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    ]
    private static let units: [String: Character] = [
        "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
    ]

    /// "the last two weeks", "the past year": a length of time, which TIMEX3 calls a duration.
    private static func length(_ parts: [String]) -> String? {
        let words = parts.first == "the" ? Array(parts.dropFirst()) : parts
        guard let first = words.first, ["last", "past", "next", "coming"].contains(first),
            let last = words.last, words.count == 3 || words.count == 2 && parts.first == "the"
        else { return nil }
        guard let unit = units[last.hasSuffix("s") ? String(last.dropLast()) : last] else { return nil }
        let count = words.count == 2 ? 1 : Int(words[1]) ?? numbers[words[1]]
        return count.map { "P\($0)\(unit)" }
    }

    private static func value(of reading: DateReading, parts: [String]) -> String {
        let day = reading.from
        switch reading.precision {
        case .day: return day.description
        case .week: return week(of: day)
        case .month: return String(day.description.prefix(7))
        case .quarter: return "\(day.year)-Q\((day.month + 2) / 3)"
        case .year: return "\(day.year)"
        case .range: break
        }
        if parts.contains(where: { $0.hasPrefix("weekend") }) { return week(of: day) + "-WE" }
        for (season, mark) in [
            ("spring", "SP"), ("summer", "SU"), ("autumn", "FA"), ("fall", "FA"), ("winter", "WI"),
        ] where parts.contains(season) {
            return "\(day.year)-\(mark)"
        }
        let isDecade = reading.from.year + 9 == reading.to.year && parts.contains { $0.hasSuffix("0s") }
        if isDecade { return "\(day.year / 10)" }
        if parts.contains("week") { return week(of: day) }
        if parts.contains("month") { return String(day.description.prefix(7)) }
        if parts.contains(where: { weekdays.contains($0) }) { return day.description }
        let hasMonth = parts.contains { part in months.contains { part.hasPrefix($0) } }
        if hasMonth {
            let hasDay = parts.contains { Int($0).map { (1...31).contains($0) } ?? false }
            return hasDay ? day.description : String(day.description.prefix(7))
        }
        return "\(day.year)"
    }

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today",
    ]
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The week of ISO 8601 that holds a day: weeks begin on Monday and belong to the year of their Thursday.
    private static func week(of day: CalendarDate) -> String {
        let thursday = day.adding(days: 3 - day.weekday.rawValue)
        let first = thursday.adding(months: 1 - thursday.month)
        let start = first.adding(days: 1 - first.day)
        let number = (thursday.daysSinceEpoch - start.daysSinceEpoch) / 7 + 1
        return "\(thursday.year)-W\(number < 10 ? "0" : "")\(number)"
    }
}
