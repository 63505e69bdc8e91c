public import NewsText

/// Reads an article: text in, a document with tokens, trees, entities and dates out.
///
/// The stages run in the order of their needs: segmentation, language model, lemmas, mentions,
/// tree repair, dates, entities. The same
/// text gives the same document.
public struct LanguagePipeline: Sendable {
    private let segmenter = Segmenter()
    private let model: LanguageModel
    private let lemmatizer = Lemmatizer()
    private let datelines: DatelineFinder
    private let mentions: MentionFinder
    private let repair: TreeRepair
    private let dates = DateResolver()
    private let entities: EntityResolver

    /// Prepares the pipeline with the embedded model and lexicons.
    public init() throws(ModelFileError) {
        model = try LanguageModel.embedded()
        let gazetteer = Gazetteer()
        datelines = DatelineFinder(gazetteer: gazetteer)
        mentions = MentionFinder(gazetteer: gazetteer)
        repair = TreeRepair(gazetteer: gazetteer)
        entities = EntityResolver(gazetteer: gazetteer)
    }

    /// The stages, in order.
    public enum Stage: String, Sendable, CaseIterable {
        /// Paragraphs, quotations, sentences and tokens.
        case segmentation
        /// Tags, trees, lemmas and the model's names.
        case model
        /// Named mentions, trees mended by them.
        case mentions
        /// Dates.
        case dates
        /// Entities with their references.
        case entities
    }

    /// Reads an article.
    /// - Parameters:
    ///   - article: The text and its date.
    ///   - finished: Called after each stage, for those who watch the clock.
    /// - Returns: The document.
    ///   Of a text that is not English only the paragraphs and a diagnostic that says so.
    /// - Complexity: Linear in the text.
    public func read(_ article: Article, finished: (Stage) -> Void = { _ in }) -> Document {
        var document = Document(text: article.text, published: article.published)
        segmenter.segment(&document)
        finished(.segmentation)
        guard !document.diagnostics.contains(where: { $0.code == .notEnglish }) else {
            // What a model of English sees in other languages is noise: the text stays, with its diagnostic.
            document.sentences = []
            document.tokens = []
            document.quotations = []
            document.diagnostics.removeAll { $0.code != .notEnglish }
            return document
        }
        document.datelines = datelines.datelines(in: document)
        understand(&document, finished: finished)
        return document
    }

    /// Reads sentences that are cut into words already, as annotated text is; they make up one paragraph.
    /// - Parameters:
    ///   - words: Sentences of word forms; empty ones are left out.
    ///   - published: The day that "today" means.
    /// - Returns: The document; its text is the words joined by spaces.
    public func read(words: [[String]], published: CalendarDate) -> Document {
        var text = ""
        var tokens: [Token] = []
        var sentences: [Sentence] = []
        for sentence in words where !sentence.isEmpty {
            let first = tokens.count
            for form in sentence {
                if !text.isEmpty { text += " " }
                let start = text.utf8.count
                text += form
                tokens.append(Token(range: TextRange(start, text.utf8.count), form: form, head: tokens.count))
            }
            let range = TextRange(tokens[first].range.start, text.utf8.count)
            sentences.append(Sentence(tokens: first..<tokens.count, range: range, paragraph: 0))
        }
        var document = Document(text: text, published: published)
        document.paragraphs = [Paragraph(range: TextRange(0, text.utf8.count), kind: .body)]
        document.sentences = sentences
        document.tokens = tokens
        understand(&document, finished: { _ in })
        return document
    }

    private func understand(_ document: inout Document, finished: (Stage) -> Void) {
        let spans = analyse(&document)
        finished(.model)
        mentions.find(in: &document, spans: spans)
        repair.repair(&document)
        finished(.mentions)
        dates.resolve(&document)
        finished(.dates)
        entities.resolve(&document)
        finished(.entities)
    }

    /// The model's reading of every sentence; a dateline is read by itself, for the parser takes it for a part of the sentence.
    private func analyses(of document: Document) -> [SentenceAnalysis] {
        var ends: [Int: Int] = [:]
        for dateline in document.datelines { ends[dateline.lowerBound] = dateline.upperBound }
        let runs = document.sentences.flatMap { sentence -> [Range<Int>] in
            let tokens = sentence.tokens
            guard let end = ends[tokens.lowerBound] else { return [tokens] }
            return [tokens.lowerBound..<end, end..<tokens.upperBound]
        }
        var analyses: [SentenceAnalysis] = []
        var dateline: SentenceAnalysis?
        for (run, analysis) in zip(runs, model.analyse(runs.map { document.tokens[$0].map(\.form) })) {
            if ends[run.lowerBound] != nil {
                dateline = analysis
            } else {
                analyses.append(dateline.map { SentenceAnalysis(dateline: $0, before: analysis) } ?? analysis)
                dateline = nil
            }
        }
        return analyses
    }

    private func analyse(_ document: inout Document) -> [EntitySpan] {
        var spans: [EntitySpan] = []
        for (sentence, analysis) in zip(document.sentences, analyses(of: document)) {
            let base = sentence.tokens.lowerBound
            for offset in 0..<sentence.tokens.count {
                let tag = analysis.tags[offset]
                document.tokens[base + offset].tag = tag
                document.tokens[base + offset].head = base + analysis.heads[offset]
                document.tokens[base + offset].relation = analysis.relations[offset]
                document.tokens[base + offset].lemma = lemmatizer.lemma(
                    of: document.tokens[base + offset].form,
                    tag: tag
                )
            }
            for span in analysis.entities {
                spans.append(
                    EntitySpan(
                        tokens: (span.tokens.lowerBound + base)..<(span.tokens.upperBound + base),
                        kind: span.kind
                    )
                )
            }
        }
        return spans
    }
}
