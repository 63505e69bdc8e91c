public import NewsText

/// Divides a text into paragraphs, quotations, sentences and tokens.
///
/// Words and sentences are those of Universal Dependencies (English-EWT and -GUM). Every byte outside the tokens is
/// blank or invisible. Reading is linear in the text, whatever it holds.
public struct Segmenter: Sendable {
    private let tokenizer = Tokenizer()
    private let splitter = SentenceSplitter()
    private let finisher = QuotationFinisher()
    private let classifier = ParagraphClassifier()
    private let language = LanguageCheck()

    /// Makes a segmenter; reads its lexicons, which takes about a millisecond.
    public init() {}

    /// Fills paragraphs, quotations, sentences, tokens (form, range, own index as head) and diagnostics.
    ///
    /// Whatever the document held of these is replaced; diagnostics are added to.
    /// - Complexity: O(bytes).
    public func segment(_ document: inout Document) {
        let text = ScalarText(document.bytes)
        let runs = ParagraphScanner().paragraphs(of: text)
        let (marks, drafts) = QuotationTracker(elisions: tokenizer.elisions).track(text, paragraphs: runs)
        var found = Found()
        var marksLeft = marks[...]
        for (index, run) in runs.enumerated() {
            let count = marksLeft.prefix { $0.run.lowerBound < run.upperBound }.count
            add(paragraph: index, run, marks: marksLeft.prefix(count), of: text, to: &found)
            marksLeft = marksLeft.dropFirst(count)
        }
        let (quotations, missing) = finisher.finish(
            drafts,
            of: text,
            paragraphs: runs,
            sentences: found.sentences,
            pieces: found.pieces
        )
        document.paragraphs = found.paragraphs
        document.quotations = quotations
        document.tokens = found.pieces.enumerated().map { index, piece in
            Token(range: text.range(piece.run), form: text.string(piece.run), head: index)
        }
        document.sentences = found.sentences.map {
            Sentence(tokens: $0.pieces, range: text.range($0.run), paragraph: $0.paragraph)
        }
        document.diagnostics += (found.diagnostics + missing).sorted { $0.range < $1.range }
        if let foreign = language.diagnostic(for: found.pieces, in: text) {
            document.diagnostics.append(foreign)
        }
    }

    /// What was found in the paragraphs so far.
    private struct Found {
        var paragraphs: [Paragraph] = []
        var pieces: [Piece] = []
        var sentences: [SentenceRun] = []
        var diagnostics: [Diagnostic] = []
        var repeated = RepeatedParagraphs()
    }

    private func add(
        paragraph index: Int,
        _ run: Range<Int>,
        marks: ArraySlice<QuotationMark>,
        of text: ScalarText,
        to found: inout Found
    ) {
        let pieces = tokenizer.pieces(of: run, in: text, marks: marks)
        var kind = classifier.kind(of: run, in: text, pieces: pieces[...])
        let repeats = found.repeated.earlier(index, pieces: pieces[...], in: text, kind: kind)
        if let repeats {
            found.diagnostics.append(
                Diagnostic(
                    code: .repeatedParagraph,
                    range: text.range(run),
                    message: "these words stand in paragraph \(repeats + 1) already; they are read once"
                )
            )
            let earlier = found.paragraphs[repeats]
            if kind == .caption || earlier.kind == .caption {
                kind = .caption
                found.paragraphs[repeats] = Paragraph(
                    range: earlier.range,
                    kind: .caption,
                    repeats: earlier.repeats
                )
            }
        }
        found.paragraphs.append(Paragraph(range: text.range(run), kind: kind, repeats: repeats))
        let base = found.pieces.count
        found.pieces += pieces
        let (runs, cut) = splitter.sentences(of: pieces, in: text)
        func scalars(_ run: Range<Int>) -> Range<Int> {
            pieces[run.lowerBound].run.lowerBound..<pieces[run.upperBound - 1].run.upperBound
        }
        for run in runs {
            found.sentences.append(
                SentenceRun(
                    run: scalars(run),
                    pieces: (base + run.lowerBound)..<(base + run.upperBound),
                    paragraph: index
                )
            )
        }
        for run in cut {
            found.diagnostics.append(
                Diagnostic(
                    code: .overlongSentence,
                    range: text.range(scalars(run)),
                    message:
                        "more than \(SentenceSplitter.longest) words without an end; the sentence is cut here"
                )
            )
        }
    }
}
