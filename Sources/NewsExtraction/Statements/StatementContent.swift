import NewsEvents
import NewsText

/// What was said with a verb of saying: pieces of text without the cue, the speaker and the marks around them.
struct StatementContent {
    /// The pieces in text order, never empty ones.
    private(set) var pieces: [TextRange] = []
    /// The parts of the pieces that stand in quotation marks.
    private(set) var quotes: [TextRange] = []
    /// How much of it is quoted.
    private(set) var directness: StatementMade.Directness = .indirect
    /// What form it has.
    private(set) var sort = Sort.clause

    let reading: Reading

    /// The forms of what was said, the surest first.
    enum Sort {
        case clause, quotation, judgement, nounPhrase, infinitive, matter
    }

    init(verb: Int, frames: ReportingFrames, speaker: Int?, in reading: Reading) {
        self.reading = reading
        let quoted = adjacentQuotations(to: verb, speaker: speaker)
        let candidates: [(ReportingFrames, Sort, (Int) -> [Int])] = [
            (.naming, .judgement, naming), (.clause, .clause, clause), (.clause, .clause, gerund),
            (.asPhrase, .judgement, asPhrase),
            (.infinitive, .infinitive, infinitive), (.noun, .nounPhrase, nounPhrase),
            (.matter, .matter, matter),
        ]
        var tokens: [Int] = []
        for (frame, sort, find) in candidates where frames.contains(frame) {
            if !quoted.isEmpty, ![.clause, .judgement].contains(sort) { continue }
            tokens = find(verb)
            self.sort = sort
            if !tokens.isEmpty { break }
        }
        if tokens.isEmpty { sort = .quotation }
        // `"A," said Ito, pointing at B.`: behind a quotation and its cue only a further quotation is said.
        if let lead = quoted.first(where: { $0.outside.end <= reading.token(verb).range.start }) {
            tokens = tokens.filter { reading.isQuoted[$0] || reading.token($0).range.end <= lead.outside.end }
        }
        // `Asked about it, Ito said: "A."`: behind a colon stands all that was said.
        let verbEnd = reading.token(verb).range.end
        if let told = quoted.first(where: { $0.outside.start >= verbEnd }),
            reading.document.string(TextRange(verbEnd, told.outside.start)).contains(":")
        {
            tokens = tokens.filter { $0 > verb }
        }
        let cut = cue(verb, speaker)
        var ranges = sort == .clause ? runs(of: tokens.filter { !cut.contains($0) }) : runs(of: tokens)
        ranges += quoted.map(\.inside)
        if let lead = quoted.first, let start = unquotedStart(before: lead, verb: verb, speaker: speaker) {
            ranges.append(start)
        }
        finish(ranges)
    }

    /// Content given as text ranges, for rules that find it without a verb.
    init(ranges: [TextRange], in reading: Reading) {
        self.reading = reading
        finish(ranges)
    }

    private mutating func finish(_ ranges: [TextRange]) {
        pieces = merged(ranges.map(withWholeQuotation)).compactMap { trimmed($0) }.compactMap {
            withoutLeadingDate(withoutDateline($0))
        }
        let whole = TextRange(pieces.first?.start ?? 0, pieces.last?.end ?? 0)
        quotes = reading.quotations(over: whole).compactMap { quotation in
            guard let piece = pieces.first(where: { $0.overlaps(quotation.inside) }) else { return nil }
            let low = max(piece.start, quotation.inside.start)
            return trimmed(
                TextRange(low, max(low, min(quotation.inside.end, max(piece.end, quotation.inside.end))))
            )
        }
        directness = Self.directness(of: pieces, in: reading)
    }

    /// A piece that breaks off inside a quotation of its own sentence runs to the quotation's end.
    private func withWholeQuotation(_ range: TextRange) -> TextRange {
        reading.quotations(over: range).reduce(range) { range, quotation in
            guard quotation.closure == .balanced, range.start <= quotation.inside.start,
                range.end > quotation.inside.start, range.end < quotation.inside.end
            else { return range }
            return TextRange(range.start, quotation.inside.end)
        }
    }

    /// Whether all words, some or none stand in quotation marks.
    static func directness(of pieces: [TextRange], in reading: Reading) -> StatementMade.Directness {
        var (inside, outside) = (0, 0)
        for token in pieces.flatMap(reading.tokens(in:)) where reading.token(token).tag != .punctuation {
            if reading.isMarked[token] { inside += 1 } else { outside += 1 }
        }
        return outside == 0 && inside > 0 ? .direct : inside > 0 ? .mixed : .indirect
    }

    /// Text runs of tokens, which may come in any order and twice; a gap of punctuation alone does not split a run.
    private func runs(of tokens: [Int]) -> [TextRange] {
        var runs: [Range<Int>] = []
        for token in Set(tokens).sorted() {
            if let last = runs.last,
                (last.upperBound..<token).allSatisfy({ reading.token($0).tag == .punctuation })
            {
                runs[runs.count - 1] = last.lowerBound..<(token + 1)
            } else {
                runs.append(token..<(token + 1))
            }
        }
        return runs.filter { run in run.contains { reading.token($0).tag != .punctuation } }
            .map { reading.document.range(of: withoutMarker($0)) }
    }

    private func withoutMarker(_ run: Range<Int>) -> Range<Int> {
        var low = run.lowerBound
        while low < run.upperBound - 1,
            reading.form(low) == "that" && reading.relation(low).universal == .marker
                || reading.token(low).tag == .punctuation && reading.form(low) != "("
        { low += 1 }
        return low..<run.upperBound
    }
}
