/// Divides a paragraph into tokens as Universal Dependencies does for English (EWT, GUM).
///
/// Contractions are divided (do|n't, can|not, Gaza|'s), hyphenated words too (cease|-|fire) unless the first part is a
/// prefix (non-profit); titles, initials and acronyms keep their stops (Mr., U.S.); numbers, times, dates, addresses
/// stay whole; amounts are divided from their signs and units ($|50, 10|am). Everything between tokens is blank or
/// invisible. Every scan is bounded by the token it makes, so that time is linear.
struct Tokenizer {
    let abbreviations: [String: Abbreviation]
    let prefixes: Set<String>
    let units: Set<String>
    let splits: [String: Int]
    let elisions: Set<String>
    let emoticons: [[UInt32]]

    init() {
        var abbreviations: [String: Abbreviation] = [:]
        for row in Lexicon(.abbreviations).rows where row.count == 2 {
            abbreviations[row[0]] = Abbreviation(rawValue: row[1])
        }
        self.abbreviations = abbreviations
        let rows = Lexicon(.tokenization).rows.filter { $0.count >= 2 }
        func words(_ kind: String) -> [String] { rows.filter { $0[0] == kind }.map { $0[1] } }
        prefixes = Set(words("prefix"))
        units = Set(words("unit"))
        elisions = Set(words("apostrophe"))
        emoticons = words("emoticon").map { $0.unicodeScalars.map(\.value) }
        var splits: [String: Int] = [:]
        for row in rows where row[0] == "split" && row.count == 3 { splits[row[1]] = Int(row[2]) }
        self.splits = splits
    }

    /// The pieces of one paragraph, in order; `marks` are the quotation marks inside it.
    func pieces(of paragraph: Range<Int>, in text: ScalarText, marks: ArraySlice<QuotationMark>) -> [Piece] {
        var scan = TokenScan(tokenizer: self, text: text, end: paragraph.upperBound)
        var marks = marks
        var index = paragraph.lowerBound
        while index < paragraph.upperBound {
            if text.classes[index].isSpace {
                index += 1
                continue
            }
            while let mark = marks.first, mark.run.lowerBound < index { marks.removeFirst() }
            if let mark = marks.first, mark.run.lowerBound == index {
                scan.add(mark.run, mark.role == .opening ? .openingMark : .closingMark)
                index = mark.run.upperBound
            } else {
                index = scan.token(at: index, before: marks.first?.run.lowerBound ?? paragraph.upperBound)
            }
        }
        return scan.pieces
    }
}
