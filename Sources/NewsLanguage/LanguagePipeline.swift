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
    private let mentions: MentionFinder
    private let dates = DateResolver()
    private let entities: EntityResolver

    /// Prepares the pipeline with the embedded model and lexicons.
    public init() throws(ModelFileError) {
        model = try LanguageModel.embedded()
        let gazetteer = Gazetteer()
        mentions = MentionFinder(gazetteer: gazetteer)
        entities = EntityResolver(gazetteer: gazetteer)
    }

    /// Reads an article.
    public func read(_ article: Article) -> Document {
        var document = Document(text: article.text, published: article.published)
        segmenter.segment(&document)
        let spans = analyse(&document)
        mentions.find(in: &document, spans: spans)
        TreeRepair().repair(&document)
        dates.resolve(&document)
        entities.resolve(&document)
        return document
    }

    private func analyse(_ document: inout Document) -> [EntitySpan] {
        let forms = document.sentences.map { sentence in document.tokens[sentence.tokens].map(\.form) }
        var spans: [EntitySpan] = []
        for (sentence, analysis) in zip(document.sentences, model.analyse(forms)) {
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
