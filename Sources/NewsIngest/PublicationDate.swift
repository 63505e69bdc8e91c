// Where an article says when it was published.
//
// Only full dates count (day, month by name or ISO form, year of four digits); 10/11/2025 is read differently by
// different readers and does not count. A date in running text is when something happened, not when it was
// printed, so a date counts only where its place marks it, in the first twelve or last six lines that hold text:
//
//   marked      Published 25 October 2025 · Posted on Oct. 25, 2025 at 3:14 pm · Date: 2025-10-25
//   dateline    JERUSALEM, Oct 25, 2025 (Reuters) - Israel said …
//   alone       Saturday, 25 October 2025 · By Jane Doe | October 25, 2025
//
// Marked beats dateline beats alone; among equals the earliest line wins. "Updated" marks a later day and is not taken.

import NewsText

/// A publication date found in a text, with the words that show it.
struct PublicationDate {
    let date: CalendarDate
    /// The words and their line, for people: `"Published 25 October 2025" (line 2)`.
    let evidence: String

    /// The best marked date among the first and last lines; nil when there is none.
    static func find(in lines: [TextLine]) -> PublicationDate? {
        let written = lines.filter { !$0.isBlank }
        let opening = written.prefix(12)
        let closing = written.dropFirst(12).suffix(6)
        for reading in [marked, dateline] {
            for line in opening + closing {
                if let found = reading(line) { return found }
            }
        }
        for line in opening {
            if let found = alone(line) { return found }
        }
        return nil
    }

    private static func marked(_ line: TextLine) -> PublicationDate? {
        let words = DateWord.words(of: line.text)
        for marker in markers where words.count > marker.count {
            let isMarked = zip(marker, words).allSatisfy { $0 == $1.folded }
            guard isMarked else { continue }
            for start in marker.count..<min(marker.count + 4, words.count) {
                if let date = ExplicitDate.read(words, at: start) {
                    return found(date, in: line, words: words, through: date.end)
                }
            }
        }
        return nil
    }

    private static func dateline(_ line: TextLine) -> PublicationDate? {
        let words = DateWord.words(of: line.text)
        let city = words.prefix { $0.isUppercase && $0.folded.utf8.allSatisfy { $0 > 0x39 } }
        guard (1...4).contains(city.count), let date = ExplicitDate.read(words, at: city.count) else {
            return nil
        }
        let end = words[date.end - 1].end
        let rest = line.text.utf8.dropFirst(end).prefix(40)
        guard let text = String(rest), text.contains(where: { $0 == "-" || $0 == "–" || $0 == "—" }) else {
            return nil
        }
        return found(date, in: line, words: words, through: date.end)
    }

    private static func alone(_ line: TextLine) -> PublicationDate? {
        guard line.text.utf8.count <= 100 else { return nil }
        let segments = line.text.split { "|·•".contains($0) }
        for segment in [segments.first, segments.last].compactMap({ $0 }) {
            let words = DateWord.words(of: String(segment))
            guard let date = ExplicitDate.read(words, at: 0),
                words[date.end...].allSatisfy(\.isTimeOfDay)
            else { continue }
            return PublicationDate(date: date.date, evidence: "\"\(trimmed(segment))\" (line \(line.number))")
        }
        return nil
    }

    private static func found(
        _ date: ExplicitDate,
        in line: TextLine,
        words: [DateWord],
        through end: Int
    ) -> PublicationDate {
        let shown = String(line.text.utf8.prefix(words[end - 1].end)) ?? line.text
        return PublicationDate(date: date.date, evidence: "\"\(shown)\" (line \(line.number))")
    }

    private static func trimmed(_ text: Substring) -> Substring {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return text[first...last]
    }

    private static let markers: [[String]] = [
        ["first", "published"], ["date", "published"], ["published"], ["publication", "date"], ["posted"],
        ["date"],
        ["issued"], ["dated"],
    ]
}
