public import NewsText

/// Finds date expressions and works out the days they mean, counted from the day of publication.
///
/// Runs after tags and trees; where these are missing, words alone decide which way a clause points.
public struct DateResolver: Sendable {
    /// Sentences over which "the same day" still finds its day.
    private static let memory = 6
    private let lexicon = DateWords()

    /// Makes a resolver; reads its lexicon, which takes less than a millisecond.
    public init() {}

    /// Fills the document's dates, in order and without overlap; what it held before is replaced.
    ///
    /// Words inside names of people and of organisations are no dates, as far as mentions are known.
    /// - Complexity: O(tokens), with a factor for the length of a sentence at each date.
    public func resolve(_ document: inout Document) {
        let names = namedTokens(of: document)
        let tense = DateTense(document: document, lexicon: lexicon)
        var dates: [DateMention] = []
        var told = ToldDates()
        var toldIn = 0
        for (number, sentence) in document.sentences.enumerated() {
            if number - toldIn > Self.memory { told = ToldDates() }
            let base = sentence.tokens.lowerBound
            let words = sentence.tokens.map { lexicon.word(document.tokens[$0].form) }
            var grammar = DateGrammar(
                words: words,
                lexicon: lexicon,
                published: document.published,
                anchor: document.published,
                told: told,
                direction: { tense.direction(of: base + $0, in: sentence.tokens) }
            )
            var index = 0
            while index < words.count {
                guard let match = grammar.match(at: index),
                    !match.tokens.contains(where: { names.contains(base + $0) })
                else {
                    index += 1
                    continue
                }
                grammar.told.add(match, published: document.published)
                toldIn = number
                dates.append(mention(match, base: base, in: document))
                index = max(match.tokens.upperBound, index + 1)
            }
            told = grammar.told
        }
        document.dates = anchorQuoted(dates, in: document)
    }

    private func mention(_ match: DateMatch, base: Int, in document: Document) -> DateMention {
        let tokens = (base + match.tokens.lowerBound)..<(base + match.tokens.upperBound)
        let reading = DateReading(
            from: match.span.from,
            to: match.span.to,
            precision: match.precision,
            basis: match.basis
        )
        return DateMention(range: document.range(of: tokens), tokens: tokens, reading: reading)
    }

    private func namedTokens(of document: Document) -> Set<Int> {
        var tokens: Set<Int> = []
        for mention in document.mentions {
            switch mention.kind {
            case .person: tokens.formUnion(mention.tokens)
            case .organisation, .facility: if mention.tokens.count > 1 { tokens.formUnion(mention.tokens) }
            default: continue
            }
        }
        return tokens
    }
}
