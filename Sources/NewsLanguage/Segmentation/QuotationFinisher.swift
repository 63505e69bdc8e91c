internal import NewsText

/// Gives quotations with a missing mark their extent, once sentences are known.
///
/// A quotation never opened begins with the sentence its mark closes, or behind another quotation in that sentence.
/// One never closed ends where the speaker is named (`"It is over, Ito told reporters.`) when the opening sentence shows
/// that; else with the paragraph when the mark opens a sentence and at most three sentences remain; else with its own
/// sentence. It never runs into the next quotation.
struct QuotationFinisher {
    private let speechVerbs: Set<String>

    init() { speechVerbs = Set(Lexicon(.speechVerbs).rows.map { $0[0] }) }

    /// The quotations in order and what is to be said about the missing marks.
    ///
    /// Drafts and sentences are in order of their start.
    func finish(
        _ drafts: [QuotationDraft],
        of text: ScalarText,
        paragraphs: [Range<Int>],
        sentences: [SentenceRun],
        pieces: [Piece]
    ) -> ([Quotation], [Diagnostic]) {
        var quotations: [Quotation] = []
        var diagnostics: [Diagnostic] = []
        var sentence = 0
        var lastEnd = 0
        for (index, draft) in drafts.enumerated() {
            let position = draft.position
            while sentence + 1 < sentences.count, sentences[sentence + 1].run.lowerBound <= position {
                sentence += 1
            }
            guard sentence < sentences.count else { break }
            let paragraph = paragraphs[draft.paragraph]
            var inside: Range<Int>
            let closure: Quotation.Closure
            switch (draft.opening, draft.closing) {
            case (let opening?, let closing?):
                inside = opening.upperBound..<closing.lowerBound
                closure = .balanced
            case (let opening?, nil):
                let end =
                    draft.continues
                    ? paragraph.upperBound
                    : self.end(
                        of: opening,
                        sentence: sentence,
                        sentences: sentences,
                        text: text,
                        pieces: pieces,
                        limit: nextOpening(after: index, in: drafts) ?? paragraph.upperBound
                    )
                inside = opening.upperBound..<max(opening.upperBound, end)
                closure = draft.continues ? .continued : .neverClosed
            case (nil, let closing?):
                var begin = sentences[sentence].run.lowerBound
                if begin == closing.lowerBound, sentence > 0,
                    sentences[sentence - 1].paragraph == draft.paragraph
                {
                    begin = sentences[sentence - 1].run.lowerBound
                }
                if draft.isContinuation { begin = paragraph.lowerBound }
                begin = min(max(begin, lastEnd), closing.lowerBound)
                inside = begin..<closing.lowerBound
                closure = .neverOpened
            case (nil, nil): continue
            }
            inside = text.trimmed(inside)
            let first = draft.opening?.lowerBound ?? inside.lowerBound
            let outside = first..<(draft.closing?.upperBound ?? inside.upperBound)
            if draft.depth == 0 { lastEnd = max(lastEnd, outside.upperBound) }
            diagnostics += diagnostic(for: draft, closure, text)
            if inside.isEmpty { continue }
            quotations.append(
                Quotation(
                    inside: text.range(inside),
                    outside: text.range(outside),
                    closure: closure,
                    depth: draft.depth
                )
            )
        }
        quotations.sort { ($0.outside.start, -$0.outside.end) < ($1.outside.start, -$1.outside.end) }
        return (quotations, diagnostics)
    }

    private func diagnostic(
        for draft: QuotationDraft,
        _ closure: Quotation.Closure,
        _ text: ScalarText
    ) -> [Diagnostic] {
        switch (closure, draft.opening, draft.closing) {
        case (.neverOpened, _, let closing?) where !draft.isContinuation:
            [
                Diagnostic(
                    code: .quotationNeverOpened,
                    range: text.range(closing),
                    message:
                        "this quotation mark closes nothing; the quotation is taken to begin with its sentence"
                )
            ]
        case (.neverClosed, let opening?, _):
            [
                Diagnostic(
                    code: .quotationNeverClosed,
                    range: text.range(opening),
                    message:
                        "this quotation mark is never closed; the quotation is taken to end where its words do"
                )
            ]
        default: []
        }
    }

    private func nextOpening(after index: Int, in drafts: [QuotationDraft]) -> Int? {
        let next = index + 1
        guard next < drafts.count, drafts[next].paragraph == drafts[index].paragraph else { return nil }
        // A mark that closes nothing does not begin anything either.
        return drafts[next].opening?.lowerBound ?? drafts[next].closing?.lowerBound
    }

    private func end(
        of opening: Range<Int>,
        sentence: Int,
        sentences: [SentenceRun],
        text: ScalarText,
        pieces: [Piece],
        limit: Int
    ) -> Int {
        let own = sentences[sentence]
        if let comma = attribution(in: own.pieces, after: opening.upperBound, of: text, pieces: pieces) {
            return min(comma, limit)
        }
        let last = sentences[sentence...].prefix(4).prefix { $0.paragraph == own.paragraph }
        let reachesEnd = last.count <= 3
        let isWhole = own.run.lowerBound == opening.lowerBound
        let end = isWhole && reachesEnd ? last.last?.run.upperBound : own.run.upperBound
        return min(end ?? own.run.upperBound, limit)
    }

    /// Where "…, Ito told reporters." begins: behind a comma, a few words of which one is a speech verb.
    private func attribution(in run: Range<Int>, after start: Int, of text: ScalarText, pieces: [Piece])
        -> Int?
    {
        for index in run.suffix(14) where text.scalar(pieces[index].run.lowerBound) == 0x2C {
            guard pieces[index].run.lowerBound > start else { continue }
            let clause = (index + 1)..<min(index + 5, run.upperBound)
            if clause.contains(where: { speechVerbs.contains(text.string(pieces[$0].run)) }) {
                return pieces[index].run.upperBound
            }
        }
        return nil
    }
}

/// A sentence while it is only known by its scalars and pieces.
struct SentenceRun {
    /// Its scalars.
    let run: Range<Int>
    /// Indices of its pieces in the whole text.
    let pieces: Range<Int>
    /// Index of its paragraph.
    let paragraph: Int
}
