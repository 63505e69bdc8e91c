internal import NewsLanguageModel

/// The lexicons that are embedded in the program.
public enum EmbeddedLexicon: String, Sendable, CaseIterable {
    /// Abbreviations written with a full stop; how words are divided; words of English grammar.
    case abbreviations, tokenization, functionWords
    /// Verb forms that go with quotations; words that show what a paragraph is.
    case speechVerbs, paragraphMarks
    /// Lemmas the rules would miss; words of date expressions.
    case lemmaExceptions, dateWords

    var resource: EmbeddedResource {
        switch self {
        case .abbreviations: newsAbbreviations()
        case .tokenization: newsTokenization()
        case .functionWords: newsFunctionWords()
        case .speechVerbs: newsSpeechVerbs()
        case .paragraphMarks: newsParagraphMarks()
        case .lemmaExceptions: newsLemmaExceptions()
        case .dateWords: newsDateWords()
        }
    }
}
