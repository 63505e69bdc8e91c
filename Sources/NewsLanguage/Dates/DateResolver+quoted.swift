internal import NewsText

extension DateResolver {
    /// Lets "tomorrow" in a quotation count from the day its words were said, where the same sentence tells that.
    ///
    /// `"We meet tomorrow," he said on Tuesday.` means Wednesday, whenever the article was published. The day of saying
    /// must stand outside the quotation in a sentence the quotation reaches, be a single day counted from publication,
    /// and not lie after it.
    func anchorQuoted(_ dates: [DateMention], in document: Document) -> [DateMention] {
        var result = dates
        for quotation in document.quotations where quotation.depth == 0 && quotation.closure != .continued {
            let inside = run(of: quotation.inside, in: dates)
            guard !inside.isEmpty, let said = saying(of: quotation, dates: dates, in: document) else {
                continue
            }
            let days = said.daysSinceEpoch - document.published.daysSinceEpoch
            for index in inside {
                let reading = dates[index].reading
                guard reading.basis == .relative, reading.precision == .day else { continue }
                let moved = DateReading(
                    from: reading.from.adding(days: days),
                    to: reading.to.adding(days: days),
                    precision: .day,
                    basis: .relative
                )
                result[index] = DateMention(
                    range: dates[index].range,
                    tokens: dates[index].tokens,
                    reading: moved
                )
            }
        }
        return result
    }

    private func saying(of quotation: Quotation, dates: [DateMention], in document: Document) -> CalendarDate?
    {
        guard let first = sentence(at: quotation.inside.start, in: document),
            let last = sentence(at: max(quotation.inside.start, quotation.inside.end - 1), in: document)
        else { return nil }
        let around = run(of: document.sentences[first].range.union(document.sentences[last].range), in: dates)
        let said = around.first { index in
            let date = dates[index]
            guard !quotation.outside.overlaps(date.range), date.reading.precision == .day else {
                return false
            }
            return date.reading.basis != .explicit && date.reading.from <= document.published
        }
        return said.map { dates[$0].reading.from }
    }

    /// Indices of the dates inside a stretch of text, found in O(log n).
    private func run(of range: TextRange, in dates: [DateMention]) -> Range<Int> {
        func first(from offset: Int) -> Int {
            var (low, high) = (0, dates.count)
            while low < high {
                let middle = (low + high) / 2
                if dates[middle].range.start < offset { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return first(from: range.start)..<first(from: range.end)
    }

    private func sentence(at offset: Int, in document: Document) -> Int? {
        var (low, high) = (0, document.sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if document.sentences[middle].range.end <= offset { low = middle + 1 } else { high = middle }
        }
        return low < document.sentences.count ? low : nil
    }
}
