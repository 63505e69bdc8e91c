/// Finds the lines of a text that make up paragraphs.
///
/// A paragraph is a line, with the lines that go on in lower case behind a word or comma. Only where a text is
/// hard-wrapped (broken by hand at some column, as in e-mail and wire copy) do other lines join: a break is a wrap when the next line's first word would not have fitted on the line before.
/// A text counts as hard-wrapped when its lines are at most 100 scalars long, at least three breaks inside blocks look
/// like wraps, and these are at least 70% of all such breaks. Bullets and indented lines always begin a paragraph.
struct ParagraphScanner {
    private static let widest = 100
    private static let slack = 6

    /// The paragraphs as trimmed runs of scalars, in order; none is empty.
    /// - Complexity: O(scalars).
    func paragraphs(of text: ScalarText) -> [Range<Int>] {
        let lines = self.lines(of: text)
        guard let width = wrapWidth(of: lines, in: text) else { return joined(lines, in: text) }
        var result: [Range<Int>] = []
        var open = false
        for (index, line) in lines.enumerated() {
            let words = text.trimmed(line)
            guard !words.isEmpty else {
                open = false
                continue
            }
            if open, let last = result.last, isWrap(lines[index - 1], before: line, width: width, in: text) {
                result[result.count - 1] = last.lowerBound..<words.upperBound
            } else {
                result.append(words)
            }
            open = true
        }
        return result
    }

    /// Lines as paragraphs, but one that starts in lower case goes on with a line before that ends in a lower-case word or a
    /// comma: some line of a text that is not wrapped throughout was broken.
    private func joined(_ lines: [Range<Int>], in text: ScalarText) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var previous: Range<Int>?
        for line in lines {
            let words = text.trimmed(line)
            defer { previous = words.isEmpty ? nil : words }
            guard let first = words.first else { continue }
            if let end = previous?.last, let last = result.last, text.type(first) == .lower,
                text.classes[end] == .lower || text.scalars[end] == 0x2C, last.count > Self.slack * 4
            {
                result[result.count - 1] = last.lowerBound..<words.upperBound
            } else {
                result.append(words)
            }
        }
        return result
    }

    private func lines(of text: ScalarText) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        for index in 0..<text.count where text.classes[index] == .newline {
            if text.scalars[index] == 0x0A, index > 0, text.scalars[index - 1] == 0x0D {
                start = index + 1
                continue
            }
            lines.append(start..<index)
            start = index + 1
        }
        lines.append(start..<text.count)
        return lines
    }

    /// The column the text is wrapped at, or nil when its lines are paragraphs.
    private func wrapWidth(of lines: [Range<Int>], in text: ScalarText) -> Int? {
        let width = lines.reduce(0) { max($0, text.trimmed($1).count) }
        guard (40...Self.widest).contains(width) else { return nil }
        var (breaks, wraps) = (0, 0)
        for index in lines.indices.dropFirst() {
            guard !text.trimmed(lines[index]).isEmpty, !text.trimmed(lines[index - 1]).isEmpty else {
                continue
            }
            breaks += 1
            if isWrap(lines[index - 1], before: lines[index], width: width, in: text) { wraps += 1 }
        }
        return wraps >= 3 && wraps * 10 >= breaks * 7 ? width : nil
    }

    private func isWrap(_ line: Range<Int>, before next: Range<Int>, width: Int, in text: ScalarText) -> Bool
    {
        let (words, following) = (text.trimmed(line), text.trimmed(next))
        guard let first = following.first, let last = words.last else { return false }
        let indent = following.lowerBound - next.lowerBound
        if indent >= 2 && words.lowerBound - line.lowerBound < indent || isBullet(first, in: text) {
            return false
        }
        let word = following.prefix { !text.classes[$0].isSpace }.count
        let isFull = words.count + 1 + word > width - Self.slack
        // A full line that ends a sentence may also end its paragraph; only the width can tell.
        return isFull
            || (text.classes[last] == .lower && text.type(first) == .lower && words.count * 2 > width)
    }

    private func isBullet(_ index: Int, in text: ScalarText) -> Bool {
        switch text.scalar(index) {
        case 0x2022, 0x25CF, 0x25AA, 0x25E6, 0x2023, 0x2043: true
        case 0x2A, 0x2D, 0x2013: text.type(index + 1).isSpace
        default: false
        }
    }
}
