import NewsText

/// Where pieces of what was said begin and end.
extension StatementContent {
    /// "on Thursday, 200 people came": a date before a comma is when it was, not what was said.
    func withoutLeadingDate(_ piece: TextRange) -> TextRange? {
        guard
            let date = reading.document.dates.first(where: {
                piece.contains($0.range) && $0.range.start - piece.start <= 6
            }),
            !reading.isQuoted[date.tokens.lowerBound],
            date.range.end < piece.end, reading.document.bytes[date.range.end] == UInt8(ascii: ",")
        else { return piece }
        let before = reading.document.string(TextRange(piece.start, date.range.start)).lowercased()
        guard before.isEmpty || ["on ", "in ", "late ", "early "].contains(before) else { return piece }
        return trimmed(TextRange(date.range.end, piece.end))
    }

    /// A piece that opens an article begins behind the dateline.
    func withoutDateline(_ piece: TextRange) -> TextRange {
        for dateline in reading.document.datelines {
            let range = reading.document.range(of: dateline)
            if piece.start >= range.start, piece.start < range.end, piece.end > range.end {
                return trimmed(TextRange(range.end, piece.end)) ?? piece
            }
        }
        return piece
    }

    func merged(_ ranges: [TextRange]) -> [TextRange] {
        var merged: [TextRange] = []
        for range in ranges.sorted() {
            if let last = merged.last,
                range.start <= last.end || isSeam(last.end, range.start)
                    || isQuotedThrough(last.end, range.start)
            {
                merged[merged.count - 1] = last.union(range)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    /// Whether all between two places stands in one quotation: of what is quoted nothing is left out.
    private func isQuotedThrough(_ start: Int, _ end: Int) -> Bool {
        start < end
            && reading.quotations(over: TextRange(start, end)).contains {
                $0.inside.start <= start && end <= $0.inside.end
            }
    }

    /// Whether two pieces are one: only marks and blanks lie between.
    private func isSeam(_ start: Int, _ end: Int) -> Bool {
        end - start <= 4
            && reading.document.string(TextRange(start, end)).allSatisfy {
                $0.isWhitespace || "\"“”'‘’".contains($0)
            }
    }

    /// A piece without the quotation marks, commas and stops at its ends; a bracket stays when its partner is inside.
    func trimmed(_ range: TextRange) -> TextRange? {
        let bytes = reading.document.bytes
        var (low, high) = (range.start, range.end)
        let text = Array(reading.document.string(range).unicodeScalars)
        var (first, last) = (0, text.count)
        // A single mark behind a letter may be an apostrophe: "the farmers'".
        func isSingleMark(_ index: Int, beside other: Int) -> Bool {
            guard ["'", "’", "‘", "`"].contains(text[index]), text.indices.contains(other) else {
                return false
            }
            return text[other] == text[index] || other < index && [",", ".", "?", "!"].contains(text[other])
                || other > index && text[index] != "’"
        }
        func isEdge(_ index: Int, beside other: Int) -> Bool {
            Self.edges.contains(text[index]) || text[index].properties.isWhitespace
                || isSingleMark(index, beside: other)
        }
        while last > first,
            isEdge(last - 1, beside: last - 2)
                || last < text.count && text[last - 1] == text[last] && isEdge(last - 1, beside: last)
        {
            high -= text[last - 1].utf8.count
            last -= 1
        }
        while first < last,
            isEdge(first, beside: first + 1)
                || first > 0 && text[first] == text[first - 1] && isEdge(first, beside: first - 1)
        {
            low += text[first].utf8.count
            first += 1
        }
        return low < high && high <= bytes.count ? TextRange(low, high) : nil
    }

    private static let edges: Set<Unicode.Scalar> = [
        "\"", "“", "”", ",", ".", ";", ":", "—", "–", "«", "»", "„",
    ]
}
