internal import NewsText

/// Finds paragraphs whose words stand earlier in the text already.
///
/// Words are compared without case and marks; a trailing bracket of credits ("(credit: …)") does not count, so that
/// a caption told again with its credit repeats the first. Fewer than `fewest` words repeat nothing.
struct RepeatedParagraphs {
    private static let fewest = 4
    private var seen: [String: Int] = [:]

    /// The earlier paragraph with the same words as paragraph `index`, if there is one.
    mutating func earlier(_ index: Int, pieces: ArraySlice<Piece>, in text: ScalarText, kind: Paragraph.Kind)
        -> Int?
    {
        var pieces = pieces
        if kind == .caption, let bracket = pieces.lastIndex(where: { $0.kind == .openingBracket }) {
            pieces = pieces[..<bracket]
        }
        let words = pieces.filter { text.type($0.run.lowerBound).isWord }
        guard words.count >= Self.fewest else { return nil }
        let key = words.map { text.string($0.run).lowercased() }.joined(separator: " ")
        if let earlier = seen[key] { return earlier }
        seen[key] = index
        return nil
    }
}
