import Foundation
import NewsText

/// One TimeML article: its text without tags, its day of writing, and the time expressions annotated in it.
///
/// Format: TimeML 1.2.1 as TempEval-3 gives it. The day is the `value` of the TIMEX3 in `<DCT>`; text is what stands in
/// `<TEXT>`. Elements there only mark words, so dropping their tags leaves the text; `&amp;` and its like are undone.
struct TimeMLFile {
    let text: String
    let written: CalendarDate
    let times: [Timex]

    /// Reads a file; nil if it has no text or no day of writing.
    init?(_ source: String) {
        guard let head = Self.inside("DCT", of: source), let body = Self.inside("TEXT", of: source),
            let value = Self.attribute("value", of: head),
            let written = CalendarDate(iso: value.prefix(10))
        else { return nil }
        self.written = written
        var text = ""
        var times: [Timex] = []
        var open: (start: Int, tag: Substring)?
        var rest = body[...]
        while let mark = rest.firstIndex(of: "<") {
            text += Self.plain(rest[..<mark])
            guard let end = rest[mark...].firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: mark)..<end]
            if tag.hasPrefix("TIMEX3") { open = (text.utf8.count, tag) }
            if tag == "/TIMEX3", let (start, tag) = open {
                let range = TextRange(start, text.utf8.count)
                let words = String(decoding: Array(text.utf8)[start...], as: UTF8.self)
                if let value = Self.attribute("value", of: tag), let type = Self.attribute("type", of: tag) {
                    times.append(Timex(range: range, type: type, value: value, words: words))
                }
                open = nil
            }
            rest = rest[rest.index(after: end)...]
        }
        self.text = text + Self.plain(rest)
        self.times = times
    }

    private static func inside(_ element: String, of source: String) -> String? {
        guard let start = source.range(of: "<\(element)>"),
            let end = source.range(of: "</\(element)>", range: start.upperBound..<source.endIndex)
        else { return nil }
        return String(source[start.upperBound..<end.lowerBound])
    }

    private static func attribute(_ name: String, of tag: some StringProtocol) -> String? {
        guard let start = tag.range(of: " \(name)=\""),
            let end = tag[start.upperBound...].firstIndex(of: "\"")
        else { return nil }
        return String(tag[start.upperBound..<end])
    }

    private static func plain(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        return marks.reduce(String(text)) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
    }
}

/// A time expression in TIMEX3 terms.
struct Timex: Equatable {
    let range: TextRange
    /// DATE, TIME, DURATION or SET.
    let type: String
    /// The value in TIMEX3 terms, such as "1998-03-05", "1998-W10", "1998-Q1", "199" or "PAST_REF".
    let value: String
    let words: String

    /// Whether it names a place in the calendar, not a vague one ("now", "recently") or one left open ("XXXX-05").
    var isCalendarDate: Bool {
        type == "DATE" && value.first?.isNumber == true && !value.contains("X")
    }
}
