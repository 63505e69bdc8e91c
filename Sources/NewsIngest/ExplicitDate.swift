import NewsText

/// A full date written out with its year.
///
/// For instance 25 October 2025; Oct. 25, 2025; Saturday 25th Oct 2025; 2025-10-25.
struct ExplicitDate {
    let date: CalendarDate
    /// Index behind the last word it takes.
    let end: Int

    /// Reads a date that begins at `start`; days that do not exist are not read.
    static func read(_ words: [DateWord], at start: Int) -> ExplicitDate? {
        var index = start
        if index < words.count, words[index].isWeekday { index += 1 }
        if index < words.count, let date = words[index].isoDate {
            return ExplicitDate(date: date, end: index + 1)
        }
        guard index + 2 < words.count else { return nil }
        let (first, second, third) = (words[index], words[index + 1], words[index + 2])
        let day: Int?
        let month: Int?
        if let leading = first.dayNumber {
            (day, month) = (leading, second.month)
        } else {
            (day, month) = (second.dayNumber, first.month)
        }
        guard let day, let month, let year = third.year,
            let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        return ExplicitDate(date: date, end: index + 3)
    }
}

/// A word of a line as the date readers see it: letters, digits and inner hyphens or colons.
struct DateWord {
    /// In lower case.
    let folded: String
    /// Whether it is written in capitals.
    let isUppercase: Bool
    /// Offset behind it, in UTF-8 bytes of the line.
    let end: Int

    /// The words of a line in order; punctuation and blank space fall away.
    static func words(of line: String) -> [DateWord] {
        var words: [DateWord] = []
        var word = ""
        var offset = 0
        func close(_ end: Int) {
            var end = end
            while let last = word.last, last == "-" || last == ":" {
                word.removeLast()
                end -= 1
            }
            guard !word.isEmpty else { return }
            words.append(
                DateWord(folded: word.lowercased(), isUppercase: word == word.uppercased(), end: end)
            )
            word = ""
        }
        for character in line {
            let joins = !word.isEmpty && (character == "-" || character == ":")
            if character.isLetter || character.isNumber || joins {
                word.append(character)
            } else {
                close(offset)
            }
            offset += character.utf8.count
        }
        close(offset)
        return words
    }

    /// The day of an ISO date or of an ISO moment ("2025-10-25T14:03:00Z").
    var isoDate: CalendarDate? {
        guard folded.utf8.count == 10 || folded.utf8.dropFirst(10).first == UInt8(ascii: "t") else {
            return nil
        }
        return CalendarDate(iso: String(folded.prefix(10)))
    }

    var dayNumber: Int? {
        var digits = folded[...]
        for ordinal in ["st", "nd", "rd", "th"] where digits.hasSuffix(ordinal) {
            digits = digits.dropLast(2)
        }
        guard digits.utf8.count <= 2, let day = Int(digits), (1...31).contains(day) else { return nil }
        return day
    }

    var year: Int? {
        guard folded.utf8.count == 4, let year = Int(folded), (1700...2199).contains(year) else { return nil }
        return year
    }

    var month: Int? {
        guard folded.utf8.count >= 3, let index = Self.months.firstIndex(where: { $0.hasPrefix(folded) })
        else {
            return folded == "sept" ? 9 : nil
        }
        return index + 1
    }

    var isWeekday: Bool {
        folded.utf8.count >= 3 && Self.weekdays.contains { $0.hasPrefix(folded) }
    }

    /// Whether it can stand behind a date as a time of day: "3:14", "pm", "GMT", "at".
    var isTimeOfDay: Bool {
        if Self.clockWords.contains(folded) { return true }
        return folded.first?.isNumber == true
            && folded.utf8.allSatisfy { $0 < 0x3B || $0 == 0x61 || $0 == 0x70 || $0 == 0x6D }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november",
        "december",
    ]
    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    private static let clockWords: Set<String> = [
        "at", "am", "pm", "a", "p", "m", "gmt", "utc", "est", "edt", "cet", "cest", "bst", "pst", "pdt",
        "hrs",
    ]
}
