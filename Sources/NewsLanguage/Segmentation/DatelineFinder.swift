import NewsText

/// Finds the datelines that open paragraphs: "GENEVA, March 3 (Reuters) -", "KYIV, Ukraine —", "CNN —", "New Delhi:".
///
/// Place, day and agency before a dash between blanks, every word with a capital, one of them in capitals or brackets; or a
/// town alone before a colon, since a country before a colon speaks. They are nobody's words and no part of the sentence,
/// which is parsed without them.
struct DatelineFinder: Sendable {
    let gazetteer: Gazetteer

    /// The datelines of `document` in order, mark included; needs paragraphs, sentences and tokens.
    func datelines(in document: Document) -> [Range<Int>] {
        var last = -1
        return document.sentences.compactMap { sentence in
            guard document.paragraphs[sentence.paragraph].kind == .body, sentence.paragraph != last else {
                return nil
            }
            last = sentence.paragraph
            let end = dash(in: sentence.tokens, of: document) ?? colon(in: sentence.tokens, of: document)
            // What it opens must be longer than a word or two.
            guard let end, end + 3 < sentence.tokens.upperBound else { return nil }
            return sentence.tokens.lowerBound..<(end + 1)
        }
    }

    private func dash(in tokens: Range<Int>, of document: Document) -> Int? {
        let dash = tokens.prefix(14).first { token in
            ["—", "–", "-", "--"].contains(document.tokens[token].form)
                && token > tokens.lowerBound && token + 1 < tokens.upperBound
                && document.tokens[token].range.start > document.tokens[token - 1].range.end
        }
        guard let dash else { return nil }
        let words = document.tokens[tokens.lowerBound..<dash].filter { Self.isWord($0.form) }
        let isMarked =
            words.contains { word in
                word.form.count > 1 && word.form.allSatisfy { $0.isUppercase || $0 == "." }
            } || document.tokens[tokens.lowerBound..<dash].contains { $0.form == "(" }
        let isName = words.allSatisfy { word in
            word.form.first.map { $0.isUppercase || $0.isNumber } ?? false
        }
        return isMarked && isName && !words.isEmpty ? dash : nil
    }

    private func colon(in tokens: Range<Int>, of document: Document) -> Int? {
        guard let colon = tokens.prefix(4).first(where: { document.tokens[$0].form == ":" }),
            colon > tokens.lowerBound
        else { return nil }
        let name = document.words(tokens.lowerBound..<colon)
        let isTown =
            gazetteer.kind(of: name) == .politicalPlace
            && gazetteer.country(of: name).flatMap { gazetteer.countryNames[$0] }?.lowercased()
                != name.lowercased()
            && gazetteer.countryCodes[name] == nil
        return isTown ? colon : nil
    }

    private static func isWord(_ form: String) -> Bool { form.contains { $0.isLetter || $0.isNumber } }
}
