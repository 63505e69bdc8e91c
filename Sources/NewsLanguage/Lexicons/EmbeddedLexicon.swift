internal import NewsLanguageModel

/// The lexicons that are embedded in the program.
public enum EmbeddedLexicon: String, Sendable, CaseIterable {
    /// Abbreviations written with a full stop; how words are divided; words of English grammar.
    case abbreviations, tokenization, functionWords
    /// Verb forms that go with quotations; words that show what a paragraph is.
    case speechVerbs, paragraphMarks
    /// Lemmas the rules would miss; words of date expressions.
    case lemmaExceptions, dateWords
    /// Names of countries, other places, cities, region words, organisations and people.
    case countries, places, cities, regions, organisations, givenNames
    /// Nouns for those who can act.
    case personNouns
    /// Words the extraction rules look for; nouns that are no topics.
    case reportingVerbs, reportingNouns, stances, stanceWords, meetings, visits, vagueNouns

    var resource: EmbeddedResource {
        switch self {
        case .abbreviations: newsAbbreviations()
        case .tokenization: newsTokenization()
        case .functionWords: newsFunctionWords()
        case .speechVerbs: newsSpeechVerbs()
        case .paragraphMarks: newsParagraphMarks()
        case .lemmaExceptions: newsLemmaExceptions()
        case .dateWords: newsDateWords()
        case .countries: newsCountries()
        case .places: newsPlaces()
        case .cities: newsCities()
        case .regions: newsRegions()
        case .organisations: newsOrganisations()
        case .givenNames: newsGivenNames()
        case .personNouns: newsPersonNouns()
        case .reportingVerbs: newsReportingVerbs()
        case .reportingNouns: newsReportingNouns()
        case .stances: newsStances()
        case .stanceWords: newsStanceWords()
        case .meetings: newsMeetings()
        case .visits: newsVisits()
        case .vagueNouns: newsVagueNouns()
        }
    }
}
