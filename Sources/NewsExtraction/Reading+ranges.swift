import NewsText

/// What lies in a stretch of text, found without looking at the whole article.
extension Reading {
    /// The tokens inside a stretch of text.
    func tokens(in range: TextRange) -> Range<Int> {
        let low = document.tokens.partition { $0.range.start >= range.start }
        var end = low
        while end < document.tokens.count, document.tokens[end].range.end <= range.end { end += 1 }
        return low..<end
    }

    /// The outer quotations that share a byte with a stretch of text, their marks counted, in order.
    func quotations(over range: TextRange) -> ArraySlice<Quotation> {
        let low = outerQuotations.partition { $0.outside.end > range.start }
        let high = outerQuotations.partition { $0.outside.start >= range.end }
        return outerQuotations[low..<max(low, high)]
    }
}

extension Array {
    /// The first place from which on all elements belong, in an array whose elements that belong stand last.
    func partition(by belongs: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
