/// The words of date expressions, read from `date-words.tsv`.
struct DateWords: Sendable {
    private let kinds: [String: DateWord.Kind]
    private let shortKinds: [String: DateWord.Kind]
    /// Holidays on the same day every year: words joined by blanks, month and day.
    let holidays: [String: (month: Int, day: Int)]
    /// The first words of the holidays.
    let holidayStarts: Set<String>
    /// Words that make a weekday part of a name, before it and behind it.
    let namedDays: Set<String>, weekdayNames: Set<String>
    /// Words that point forward or back, and prepositions a bare month or year follows.
    let future: Set<String>, past: Set<String>, placing: Set<String>

    init() {
        var kinds: [String: DateWord.Kind] = [:]
        var shortKinds: [String: DateWord.Kind] = [:]
        var holidays: [String: (month: Int, day: Int)] = [:]
        var sets: [String: Set<String>] = [:]
        for row in Lexicon(.dateWords).rows where row.count == 3 {
            let value = Int(row[2]) ?? 0
            switch row[0] {
            case "weekday": kinds[row[1]] = .weekday(value)
            case "short-weekday": shortKinds[row[1]] = .weekday(value)
            case "month": kinds[row[1]] = .month(value)
            case "short-month": shortKinds[row[1]] = .month(value)
            case "number": kinds[row[1]] = .number(value)
            case "ordinal": kinds[row[1]] = .ordinal(value)
            case "unit": kinds[row[1]] = DateWord.Unit(rawValue: row[2]).map { .unit($0) }
            case "holiday":
                let parts = row[2].split(separator: "-").compactMap { Int($0) }
                if parts.count == 2 { holidays[row[1]] = (parts[0], parts[1]) }
            default: sets[row[0], default: []].insert(row[1])
            }
        }
        self.kinds = kinds
        self.shortKinds = shortKinds
        self.holidays = holidays
        holidayStarts = Set(holidays.keys.compactMap { $0.split(separator: " ").first.map(String.init) })
        namedDays = sets["named-day"] ?? []
        weekdayNames = sets["weekday-name"] ?? []
        future = sets["future"] ?? []
        past = sets["past"] ?? []
        placing = sets["placing"] ?? []
    }

    /// What a token may mean in a date expression.
    func word(_ form: String) -> DateWord {
        let lower = form.lowercased()
        let first = form.utf8.first ?? 0
        var word = DateWord(lower: lower, isCapital: (0x41...0x5A).contains(first))
        if (0x30...0x39).contains(first) {
            word.kind = Self.numeric(Array(form.utf8))
        } else if lower.hasSuffix("."), let kind = shortKinds[String(lower.dropLast())] {
            word.kind = kind
            word.isShort = true
        } else if let kind = kinds[lower] {
            word.kind = kind
        } else if let kind = shortKinds[lower], word.isCapital {
            word.kind = kind
            word.isShort = true
            word.lacksStop = true
        } else if lower.hasPrefix("mid-") {
            word.kind = kinds[String(lower.dropFirst(4))] ?? .other
            if case .other = word.kind, let year = Int(lower.dropFirst(4)), (1900...2099).contains(year) {
                word.kind = .year(year)
            }
            if lower.hasSuffix("s"), let year = Int(lower.dropFirst(4).dropLast()), year % 10 == 0,
                (1900...2099).contains(year)
            {
                word.kind = .decade(year)
            }
            word.isMiddle = true
            word.isCapital = form.utf8.dropFirst(4).first.map { (0x41...0x5A).contains($0) } ?? false
        } else if first == 0x27 || first == 0xE2, lower.hasSuffix("0s"),
            let tens = Int(lower.dropLast().suffix(2)), lower.unicodeScalars.count == 4
        {
            word.kind = .decade(1900 + tens)
        }
        return word
    }

    private static func numeric(_ bytes: [UInt8]) -> DateWord.Kind {
        let digits = bytes.prefix { (0x30...0x39).contains($0) }
        let tail = String(decoding: bytes.dropFirst(digits.count), as: UTF8.self).lowercased()
        guard digits.count <= 4, let value = Int(String(decoding: digits, as: UTF8.self)) else {
            return .other
        }
        switch tail {
        case "": return digits.count == 4 && (1000...2199).contains(value) ? .year(value) : .number(value)
        case "st", "nd", "rd", "th": return .ordinal(value)
        case "s", "'s", "’s": return digits.count == 4 && value % 10 == 0 ? .decade(value) : .other
        default: return bytes.count <= 10 ? .written : .other
        }
    }
}

/// One token as a date expression sees it.
struct DateWord: Sendable {
    let lower: String
    var isCapital: Bool
    var kind = Kind.other
    /// An abbreviation; one that lacks its stop counts only before a number.
    var isShort = false, lacksStop = false
    /// Written together with "mid-".
    var isMiddle = false

    /// What a word may mean.
    enum Kind: Sendable, Equatable {
        case weekday(Int), month(Int), number(Int), ordinal(Int), year(Int), decade(Int), unit(Unit)
        /// A date in figures: 2025-10-22, 22/10/2025.
        case written
        case other
    }

    /// Stretches of the calendar.
    enum Unit: String, Sendable { case hour, day, week, month, year, decade, quarter, weekend, century }
}
