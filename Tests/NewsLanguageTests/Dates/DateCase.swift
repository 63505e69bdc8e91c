import NewsText
import Testing

/// A sentence with a date expression marked by ⟦ ⟧, the day it was published, and what the words mean.
///
/// Written as a line: publication | text | first day | last day | precision | basis. A line without marks holds no
/// date expression at all, and nothing follows its text.
struct DateCase: Sendable, CustomTestStringConvertible {
    let published: CalendarDate
    let text: String
    let words: String?
    let reading: DateReading?

    /// Whether earlier dates stand in the text, which the marked one counts from.
    var isLastOfSeveral: Bool { reading?.basis == .inherited }

    var testDescription: String { "\(published): \(text)" }

    /// Reads a table of cases; a malformed line stops the tests.
    static func table(_ lines: String) -> [DateCase] {
        lines.split(separator: "\n").map { line in
            guard let example = DateCase(line: line) else { fatalError("not a date case: \(line)") }
            return example
        }
    }

    private init?(line: Substring) {
        let fields = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        guard fields.count == 2 || fields.count == 6, let published = CalendarDate(iso: fields[0]) else {
            return nil
        }
        self.published = published
        text = fields[1]
        guard fields.count == 6 else {
            (words, reading) = (nil, nil)
            return
        }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }
        guard parts.count == 3, let from = CalendarDate(iso: fields[2]),
            let to = CalendarDate(iso: fields[3]),
            let precision = DateReading.Precision(rawValue: fields[4]),
            let basis = DateReading.Basis(rawValue: fields[5])
        else { return nil }
        words = String(parts[1])
        reading = DateReading(from: from, to: to, precision: precision, basis: basis)
    }
}
