internal import NewsText

/// Tells headings, captions, bylines and credits from running text by their form and a lexicon of set phrases.
struct ParagraphClassifier {
    private struct Mark {
        let kind: Paragraph.Kind
        let place: String
        let words: [UInt32]
    }

    private static let longestHeading = 18
    private static let longestByline = 12
    private let marks: [Mark]
    private let calendar: Set<String>

    init() {
        marks = Lexicon(.paragraphMarks).rows.compactMap { row in
            guard row.count == 3, let kind = Paragraph.Kind(rawValue: row[0]) else { return nil }
            return Mark(kind: kind, place: row[1], words: row[2].unicodeScalars.map(\.value))
        }
        calendar = Set(Lexicon(.dateWords).rows.filter { $0.count >= 2 && $0[0] == "weekday" }.map { $0[1] })
    }

    /// What a paragraph is to a reader; `pieces` are its tokens.
    func kind(of paragraph: Range<Int>, in text: ScalarText, pieces: ArraySlice<Piece>) -> Paragraph.Kind {
        let words = pieces.filter { $0.kind == .word || $0.kind == .number }.count
        if let kind = markedKind(of: paragraph, words: words, in: text) { return kind }
        guard let first = pieces.first, let last = pieces.last else { return .body }
        if isDateLine(pieces, in: text) { return .byline }
        return isHeading(first, last, words: words, pieces: pieces, in: text) ? .heading : .body
    }

    private func markedKind(of paragraph: Range<Int>, words: Int, in text: ScalarText) -> Paragraph.Kind? {
        func folded(_ index: Int) -> UInt32 {
            let value = text.scalar(index)
            return (0x41...0x5A).contains(value) ? value + 32 : value
        }
        func stands(_ words: [UInt32], at index: Int) -> Bool {
            guard index >= paragraph.lowerBound, index + words.count <= paragraph.upperBound else {
                return false
            }
            return words.indices.allSatisfy { folded(index + $0) == words[$0] }
        }
        for mark in marks {
            switch mark.place {
            case "start":
                guard stands(mark.words, at: paragraph.lowerBound) else { continue }
                if mark.kind == .byline, !isByline(paragraph, words: words, skip: mark.words.count, in: text)
                {
                    continue
                }
                if mark.kind == .credit, words > 60 { continue }
                return mark.kind
            case "end":
                if stands(mark.words, at: paragraph.upperBound - mark.words.count) { return mark.kind }
            default:
                let bracket = paragraph.suffix(200).last { text.scalar($0) == 0x28 }
                if let bracket, stands(mark.words, at: bracket) { return mark.kind }
            }
        }
        return nil
    }

    /// "By Jane Roe": a few words, no stop, and after "By" or "Written by" a capital.
    private func isByline(_ paragraph: Range<Int>, words: Int, skip: Int, in text: ScalarText) -> Bool {
        guard words <= Self.longestByline, let last = paragraph.last, text.scalar(last) != 0x2E else {
            return false
        }
        let start = paragraph.lowerBound + skip
        let next = start..<paragraph.upperBound
        guard let first = next.first(where: { text.type($0).isWord }) else { return false }
        return text.type(first) == .upper || text.type(first) == .digit
    }

    /// "Wednesday, January 23, 2019" and nothing else.
    private func isDateLine(_ pieces: ArraySlice<Piece>, in text: ScalarText) -> Bool {
        guard pieces.count <= 8, let first = pieces.first, let last = pieces.last else { return false }
        return last.kind == .number && last.run.count == 4
            && calendar.contains(text.string(first.run).lowercased())
    }

    private func isHeading(
        _ first: Piece,
        _ last: Piece,
        words: Int,
        pieces: ArraySlice<Piece>,
        in text: ScalarText
    ) -> Bool {
        guard words >= 1, words <= Self.longestHeading else { return false }
        let start = text.type(first.run.lowerBound)
        guard start == .upper || start == .digit || start == .letter || first.kind == .openingMark else {
            return false
        }
        switch last.kind {
        case .word, .number: return true
        case .abbreviation: return words <= 12 && !pieces.dropLast().contains { $0.kind == .stop }
        case .closingMark:
            return pieces.dropLast().last.map { $0.kind == .word || $0.kind == .number } ?? false
        case .exclamation: return words <= 12 && !pieces.dropLast().contains { $0.kind.isSentenceMark }
        default: return false
        }
    }
}

extension Piece.Kind {
    fileprivate var isSentenceMark: Bool {
        self == .stop || self == .exclamation || self == .openingMark || self == .closingMark
    }
}
