import NewsEvents
import NewsText
public import NewsTimeline

/// How a valid time is written: a mark for how it is known, and the days.
public struct WhenLabel: Hashable, Sendable {
    /// `~` worked out from a weekday or relative words, `≤` undated and no later than, `≥` undated and not before, else blank.
    public let mark: String
    /// The days, as exact as the article's words.
    public let days: String

    /// Writes a valid time.
    public init(_ valid: ValidTime) {
        switch valid {
        case .known(let when):
            mark = when.basis == DateReading.Basis.explicit.rawValue ? " " : "~"
            days = Self.days(when)
        case .noLaterThan(let day):
            mark = "≤"
            days = day.description
        case .noEarlierThan(let day):
            mark = "≥"
            days = day.description
        }
    }

    /// The mark and the days; a span of days takes a second line.
    public var cell: String { mark + " " + days.replacing(" – ", with: " –\n  ") }

    /// What the marks in use mean, one line each, in a fixed order.
    public static func legend(of labels: [WhenLabel]) -> [String] {
        let marks = Set(labels.map(\.mark))
        return [
            ("~", "~ worked out from a weekday or relative words"),
            ("≤", "≤ undated, no later than publication"),
            ("≥", "≥ undated and still to come, not before publication"),
        ].filter { marks.contains($0.0) }.map(\.1)
    }

    /// The heading of the group of events that share a valid time, `Sat 25 Oct 2025`.
    static func heading(_ valid: ValidTime) -> String {
        switch valid {
        case .known(let when):
            guard let from = CalendarDate(iso: when.from), let to = CalendarDate(iso: when.to) else {
                return days(when)
            }
            return from == to ? from.spelled : "\(from.spelled) – \(to.spelled)"
        case .noLaterThan(let day): return "Undated, no later than \(day.spelled)"
        case .noEarlierThan(let day): return "Undated and still to come, not before \(day.spelled)"
        }
    }

    private static func days(_ when: When) -> String {
        if when.from == when.to { return when.from }
        switch when.precision {
        case DateReading.Precision.year.rawValue: return String(when.from.prefix(4))
        case DateReading.Precision.month.rawValue: return String(when.from.prefix(7))
        default: return "\(when.from) – \(when.to)"
        }
    }
}
