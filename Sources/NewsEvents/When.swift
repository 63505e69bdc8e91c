public import NewsText

/// When something happened, as far as the article says: valid time, never the day it was recorded.
public struct When: Hashable, Sendable, Encodable {
    /// First day, `YYYY-MM-DD`.
    public let from: String
    /// Last day, inclusive, `YYYY-MM-DD`.
    public let to: String
    /// How exact the words are: day, week, month, quarter, year, range.
    public let precision: String
    /// What the reading rests on: explicit, weekday, relative, inherited.
    public let basis: String
    /// The words it was read from.
    public let phrase: String
    /// Where these words stand.
    public let at: TextSpan

    /// Makes a valid time from a reading of the text.
    public init(_ reading: DateReading, phrase: String, at: TextSpan) {
        from = reading.from.description
        to = reading.to.description
        precision = reading.precision.rawValue
        basis = reading.basis.rawValue
        self.phrase = phrase
        self.at = at
    }

    init(from: String, to: String, precision: String, basis: String, phrase: String, at: TextSpan) {
        (self.from, self.to, self.precision) = (from, to, precision)
        (self.basis, self.phrase, self.at) = (basis, phrase, at)
    }
}
