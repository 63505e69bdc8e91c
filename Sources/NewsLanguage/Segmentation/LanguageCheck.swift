internal import NewsText

/// Notices text that is not English, by its script or by the share of the most frequent English words.
///
/// In English news these 80 words make up 35–50% of all; in other languages written in Latin letters below 10%. A text
/// most of whose letters are not Latin ones is no English text, however short.
struct LanguageCheck {
    private static let fewestWords = 25
    private static let fewestLetters = 20
    private static let leastShare = 0.15
    private let common: Set<String>

    init() {
        common = Set(
            Lexicon(.functionWords).rows.filter { $0.first == "common" && $0.count == 2 }.map { $0[1] }
        )
    }

    /// A diagnostic when the text is long enough to tell and is not English.
    func diagnostic(for pieces: [Piece], in text: ScalarText) -> Diagnostic? {
        guard let reason = foreignScript(text) ?? foreignWords(pieces, in: text) else { return nil }
        return Diagnostic(
            code: .notEnglish,
            range: text.range(0..<text.count),
            message: "\(reason); only English is read, so no events are looked for"
        )
    }

    private func foreignScript(_ text: ScalarText) -> String? {
        var (letters, latin) = (0, 0)
        for index in 0..<text.count where text.classes[index].isLetter {
            letters += 1
            switch text.scalars[index] {
            case 0...0x24F, 0x300...0x36F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF: latin += 1
            default: continue
            }
        }
        guard letters >= Self.fewestLetters, latin * 2 < letters else { return nil }
        return "only \(latin) of \(letters) letters are Latin ones"
    }

    private func foreignWords(_ pieces: [Piece], in text: ScalarText) -> String? {
        var (words, known) = (0, 0)
        for piece in pieces where text.type(piece.run.lowerBound).isLetter {
            words += 1
            if piece.run.count <= 8, common.contains(text.string(piece.run).lowercased()) { known += 1 }
        }
        guard words >= Self.fewestWords, Double(known) < Self.leastShare * Double(words) else { return nil }
        return "only \(known) of \(words) words are common English ones"
    }
}
