internal import NewsText

/// Notices text that is not English by the share of the most frequent English words.
///
/// In English news these 80 words make up 35–50% of all; in other languages written in Latin letters below 10%.
struct LanguageCheck {
    private static let fewestWords = 25
    private static let leastShare = 0.15
    private let common: Set<String>

    init() {
        common = Set(
            Lexicon(.functionWords).rows.filter { $0.first == "common" && $0.count == 2 }.map { $0[1] }
        )
    }

    /// A diagnostic when the text is long enough to tell and is not English.
    func diagnostic(for pieces: [Piece], in text: ScalarText) -> Diagnostic? {
        var (words, known) = (0, 0)
        for piece in pieces where text.type(piece.run.lowerBound).isLetter {
            words += 1
            if piece.run.count <= 8, common.contains(text.string(piece.run).lowercased()) { known += 1 }
        }
        guard words >= Self.fewestWords, Double(known) < Self.leastShare * Double(words) else { return nil }
        return Diagnostic(
            code: .notEnglish,
            range: text.range(0..<text.count),
            message: "only \(known) of \(words) words are common English ones; "
                + "the text is read as English all the same"
        )
    }
}
