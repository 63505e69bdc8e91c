import NewsText

/// Finds the datelines that open paragraphs: "GENEVA, March 3 (Reuters) -", "KYIV, Ukraine —", "Khartoum —", "New Delhi:".
///
/// Place, day and agency before a dash between blanks, every word with a capital, one of them in capitals or brackets, or the
/// whole a town before the sentence's only dash and a capital; or a town, with day and agency or alone, before a colon, since
/// a country before a colon speaks. They are nobody's words and no part of the sentence, which is parsed without them.
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
        let dashes = tokens.filter { token in
            ["—", "–", "-", "--"].contains(document.tokens[token].form)
                && token > tokens.lowerBound && token + 1 < tokens.upperBound
                && document.tokens[token].range.start > document.tokens[token - 1].range.end
        }
        guard let dash = dashes.first, dash < tokens.lowerBound + 14 else { return nil }
        let lead = tokens.lowerBound..<dash
        guard isCapitalised(lead, of: document) else { return nil }
        let isMarked =
            document.tokens[lead].contains { $0.form == "(" }
            || document.tokens[lead].contains { word in
                word.form.count > 1 && word.form.contains { $0.isLetter }
                    && word.form.allSatisfy { $0.isUppercase || $0 == "." }
            }
        let opensSentence = document.tokens[dash + 1].form.first?.isUppercase ?? false
        let isTown = dashes.count == 1 && opensSentence && isTown(document.words(lead))
        return isMarked || isTown ? dash : nil
    }

    private func colon(in tokens: Range<Int>, of document: Document) -> Int? {
        guard let colon = tokens.prefix(14).first(where: { document.tokens[$0].form == ":" }),
            colon > tokens.lowerBound
        else { return nil }
        let lead = tokens.lowerBound..<colon
        let town = lead.prefix { ![",", "("].contains(document.tokens[$0].form) }
        let hasDayOrAgency = document.tokens[lead].contains {
            $0.form == "(" || $0.form.first?.isNumber ?? false
        }
        guard !town.isEmpty, isTown(document.words(town)),
            town.count == lead.count || hasDayOrAgency && isCapitalised(lead, of: document)
        else { return nil }
        return colon
    }

    private func isCapitalised(_ lead: Range<Int>, of document: Document) -> Bool {
        let words = document.tokens[lead].filter { Self.isWord($0.form) }
        return !words.isEmpty
            && words.allSatisfy { word in
                word.form.first.map { $0.isUppercase || $0.isNumber } ?? false
            }
    }

    private func isTown(_ name: String) -> Bool {
        gazetteer.kind(of: name) == .politicalPlace
            && gazetteer.country(of: name).flatMap { gazetteer.countryNames[$0] }?.lowercased()
                != name.lowercased()
            && gazetteer.countryCodes[name] == nil
    }

    private static func isWord(_ form: String) -> Bool { form.contains { $0.isLetter || $0.isNumber } }
}
