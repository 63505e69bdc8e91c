import NewsText

extension Reading {
    /// The datelines that open paragraphs: "GENEVA, March 3 (Reuters) -", "KYIV, Ukraine —", "CNN —".
    ///
    /// Place, day and agency before a dash between blanks, every word with a capital, one of them in capitals or brackets.
    /// They are nobody's words and no topic.
    static func datelines(in document: Document) -> [Range<Int>] {
        var opened = Set<Int>()
        return document.sentences.compactMap { sentence in
            guard document.paragraphs[sentence.paragraph].kind == .body,
                opened.insert(sentence.paragraph).inserted
            else { return nil }
            let tokens = sentence.tokens
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
}
