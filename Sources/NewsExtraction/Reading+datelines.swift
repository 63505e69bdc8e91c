import NewsText

extension Reading {
    /// The datelines that open paragraphs: "GENEVA, March 3 (Reuters) -", "KYIV, Ukraine —", "CNN —", "New Delhi:".
    ///
    /// Place, day and agency before a dash between blanks, every word with a capital, one of them in capitals or brackets; or
    /// a town alone before a colon. They are nobody's words and no topic.
    static func datelines(in document: Document) -> [Range<Int>] {
        var opened = Set<Int>()
        return document.sentences.compactMap { sentence in
            guard document.paragraphs[sentence.paragraph].kind == .body,
                opened.insert(sentence.paragraph).inserted
            else { return nil }
            let tokens = sentence.tokens
            if let colon = colon(behindTown: tokens, in: document) { return tokens.lowerBound..<(colon + 1) }
            guard
                let dash = tokens.prefix(14).first(where: { token in
                    ["—", "–", "-", "--"].contains(document.tokens[token].form)
                        && token > tokens.lowerBound && token + 1 < tokens.upperBound
                        && document.tokens[token].range.start > document.tokens[token - 1].range.end
                })
            else { return nil }
            let words = document.tokens[tokens.lowerBound..<dash].filter { $0.tag != .punctuation }
            let isMarked =
                words.contains { word in
                    word.form.count > 1 && word.form.allSatisfy { $0.isUppercase || $0 == "." }
                } || document.tokens[tokens.lowerBound..<dash].contains { $0.form == "(" }
            let isName = words.allSatisfy { word in
                word.form.first.map { $0.isUppercase || $0.isNumber } ?? false
            }
            return isMarked && isName && !words.isEmpty ? tokens.lowerBound..<(dash + 1) : nil
        }
    }

    /// The colon behind the town that opens a sentence; a country before a colon speaks.
    private static func colon(behindTown tokens: Range<Int>, in document: Document) -> Int? {
        guard
            let town = document.mentions.first(where: { $0.tokens.lowerBound == tokens.lowerBound }),
            town.kind == .politicalPlace, town.tokens.upperBound + 2 < tokens.upperBound,
            document.tokens[town.tokens.upperBound].form == ":"
        else { return nil }
        let name = document.string(document.range(of: town.tokens)).lowercased()
        let isCountry = document.entities.contains { $0.kind == .country && $0.name.lowercased() == name }
        return isCountry ? nil : town.tokens.upperBound
    }
}
