internal import NewsText

/// A date expression found at a token of a sentence.
struct DateMatch {
    /// Its first token, and the token behind its last, within the sentence.
    var tokens: Range<Int>
    /// Its days.
    var span: DaySpan
    /// How exact the words are.
    var precision: DateReading.Precision
    /// What the reading rests on.
    var basis: DateReading.Basis

    init(
        _ tokens: Range<Int>,
        _ span: DaySpan,
        _ precision: DateReading.Precision,
        _ basis: DateReading.Basis
    ) {
        (self.tokens, self.span, self.precision, self.basis) = (tokens, span, precision, basis)
    }

    /// The match with another first token.
    func starting(at token: Int) -> DateMatch {
        var match = self
        match.tokens = token..<tokens.upperBound
        return match
    }
}

/// Which way an expression without a year or a week of its own points.
enum DateDirection {
    case past, future
    /// Back from a past told before: "had met".
    case before
}
