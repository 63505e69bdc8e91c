/// A token while sentences are being found, in scalar indices.
struct Piece {
    /// Its scalars.
    var run: Range<Int>
    /// What it is to sentence splitting.
    var kind: Kind

    /// What a piece is to sentence splitting.
    enum Kind: Equatable {
        /// A word or number; an abbreviation with its stop.
        case word, number, abbreviation(Abbreviation)
        /// A full stop, a mark of question or exclamation, an ellipsis.
        case stop, exclamation, ellipsis
        /// Quotation marks and brackets by their direction.
        case openingMark, closingMark, openingBracket, closingBracket
        /// Anything else.
        case other
    }
}

/// What a stop behind an abbreviation may mean; see `abbreviations.tsv`.
enum Abbreviation: String {
    case title, inside, number, name, mid, end, last, initial, acronym
}
