/// Finds the headline of a plain text, only where the first line clearly is one.
enum Headline {
    /// The first line if it is short, ends without a stop and stands above a blank line with text below; else nil.
    static func find(in lines: [TextLine]) -> String? {
        guard let index = lines.firstIndex(where: { !$0.isBlank }), index + 1 < lines.count,
            lines[index + 1].isBlank, lines[(index + 1)...].contains(where: { !$0.isBlank })
        else { return nil }
        let text = lines[index].text
        let words = DateWord.words(of: text)
        guard text.count <= 140, (3...20).contains(words.count), let last = text.last,
            !".!:;,".contains(last), !marks.contains(last) || quotesOnly(text)
        else { return nil }
        let opener = words[0].folded
        guard opener != "by", PublicationDate.find(in: [lines[index]]) == nil else { return nil }
        return text
    }

    private static let marks = "\"“”‘’'"

    /// Whether a line that ends in a mark opened it within: "Minister calls plan 'unfair'", not a line of speech.
    private static func quotesOnly(_ text: String) -> Bool {
        guard let first = text.first, let last = text.last, !marks.contains(first) else { return false }
        let opening: Set<Character> = last == "”" ? ["“"] : last == "’" ? ["‘"] : [last]
        // An apostrophe opens nothing: the mark must stand behind a blank.
        return zip(text, text.dropFirst()).contains { $0 == " " && opening.contains($1) }
    }
}
