/// Cuts words into the pieces of uncased BERT.
///
/// A word is cleaned (control characters go), stripped of accents, lower-cased and split at spaces, punctuation and
/// Chinese characters; each part is then cut greedily into the longest pieces known. A part without such a cut, or of
/// more than 100 scalars, becomes the unknown piece.
/// Source: Devlin et al. 2019 (BERT), `tokenization.py`; Wu et al. 2016, §4.1.
struct WordPiece: Sendable {
    private let vocabulary: Vocabulary
    private let folding: AccentFolding
    private let unknown: Int
    private let most: Int

    /// A cutter that keeps at most `most` pieces of one word.
    init(vocabulary: Vocabulary, folding: AccentFolding, unknown: Int, most: Int) {
        self.vocabulary = vocabulary
        self.folding = folding
        self.unknown = unknown
        self.most = most
    }

    /// The rows of a word's pieces: at least one, at most `most`.
    func rows(of word: String) -> [Int] {
        var rows: [Int] = []
        var part: [UInt8] = []
        var scalarCount = 0

        func closePart() {
            guard !part.isEmpty else { return }
            rows += cut(part, scalarCount: scalarCount)
            part.removeAll(keepingCapacity: true)
            scalarCount = 0
        }
        func put(_ scalar: Unicode.Scalar) {
            scalarCount += 1
            // Past the limit only the count matters.
            if scalarCount <= Self.longestPart { part += UTF8.encode(scalar).map(Array.init) ?? [] }
        }
        for scalar in word.unicodeScalars where !Self.isDropped(scalar) {
            if rows.count >= most { break }
            if Self.isSpace(scalar) {
                closePart()
            } else if Self.isChinese(scalar) {
                closePart()
                put(scalar)
                closePart()
            } else {
                folding.fold(scalar) { folded in
                    Self.lowercase(folded) { lower in
                        if Self.isPunctuation(lower) {
                            closePart()
                            put(lower)
                            closePart()
                        } else {
                            put(lower)
                        }
                    }
                }
            }
        }
        closePart()
        return rows.isEmpty ? [unknown] : Array(rows.prefix(most))
    }

    private static let longestPart = 100

    private func cut(_ part: [UInt8], scalarCount: Int) -> [Int] {
        guard scalarCount <= Self.longestPart else { return [unknown] }
        var rows: [Int] = []
        var start = 0
        while start < part.count {
            guard let piece = vocabulary.longestPiece(in: part, from: start) else { return [unknown] }
            rows.append(piece.row)
            start = piece.end
        }
        return rows
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar.value < 0x20 && !isSpace(scalar) || scalar.value == 0x7f
        }
        if scalar == "\u{fffd}" { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .privateUse, .surrogate, .unassigned: return true
        default: return false
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            return scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
        }
        return scalar.properties.isWhitespace
    }

    private static func lowercase(_ scalar: Unicode.Scalar, into body: (Unicode.Scalar) -> Void) {
        if scalar.isASCII {
            let isCapital = scalar.value >= 0x41 && scalar.value <= 0x5a
            body(isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
        } else {
            for lower in scalar.properties.lowercaseMapping.unicodeScalars { body(lower) }
        }
    }

    private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: return true
        case 0..<0x80: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            return true
        default: return false
        }
    }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4e00...0x9fff, 0x3400...0x4dbf, 0x20000...0x2a6df, 0x2a700...0x2b73f, 0x2b740...0x2b81f,
            0x2b820...0x2ceaf, 0xf900...0xfaff, 0x2f800...0x2fa1f:
            return true
        default: return false
        }
    }
}
