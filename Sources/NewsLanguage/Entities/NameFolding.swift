/// Folds names for comparing: lower case, letters without their marks, no combining marks ("Erdoğan" → "erdogan").
///
/// A letter's base is read from its Unicode name ("LATIN SMALL LETTER G WITH BREVE"), which covers strokes and dotless
/// letters that decomposition leaves alone.
enum NameFolding {
    static func fold(_ text: some StringProtocol) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var folded = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F: continue
            case 0x2018, 0x2019, 0x2BC: folded.append("'")
            case 0x2010...0x2014: folded.append("-")
            case 0xC0...0x24F, 0x1E00...0x1EFF: folded.append(base(of: scalar))
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard let name = scalar.properties.name else { return scalar }
        let words = name.split(separator: " ")
        guard words.count > 3, words[0] == "LATIN" else { return scalar }
        let letter = words[3] == "DOTLESS" && words.count > 4 ? words[4] : words[3]
        guard letter.utf8.count == 1, words.count == 4 || words[4] == "WITH" || words[3] == "DOTLESS",
            let first = letter.lowercased().unicodeScalars.first
        else { return scalar }
        return first
    }
}
