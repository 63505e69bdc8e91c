/// What a date expression in the text means: a span of days, how exact it is, and how it was worked out.
///
/// `from` and `to` are inclusive and equal for a single day.
public struct DateReading: Hashable, Sendable {
    /// First day.
    public let from: CalendarDate
    /// Last day, inclusive.
    public let to: CalendarDate
    /// How exact the words are.
    public let precision: Precision
    /// What the reading rests on.
    public let basis: Basis

    /// Makes a reading; `to` must not lie before `from`.
    public init(from: CalendarDate, to: CalendarDate, precision: Precision, basis: Basis) {
        precondition(from <= to, "a date reading cannot end before it starts")
        self.from = from
        self.to = to
        self.precision = precision
        self.basis = basis
    }

    /// How exact the words are.
    public enum Precision: String, Sendable, CaseIterable {
        /// The granularities, finest first; `range` is an explicit span ("3 to 5 May", "the last two weeks").
        case day, week, month, quarter, year, range
    }

    /// What the reading rests on.
    public enum Basis: String, Sendable, CaseIterable {
        /// The words name the day, month or year themselves ("22 October 2025").
        case explicit
        /// A weekday, counted from the publication date.
        case weekday
        /// Any other expression counted from the publication date ("yesterday", "last month").
        case relative
        /// Taken over from the same occasion told elsewhere in the article.
        case inherited
    }
}
