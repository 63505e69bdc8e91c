import NewsLanguage
import NewsText

/// One article as the rules see it: the document, its trees, who every word stands for, and the lexicons.
struct Reading: Sendable {
    private let article: ReadArticle
    /// Per plural head, the participants of the meeting it points to; filled once the meetings are known.
    var groups: [Int: [ActorMention]] = [:]

    init(document: Document, lexicons: ExtractionLexicons) {
        article = ReadArticle(document: document, lexicons: lexicons)
    }

    var document: Document { article.document }
    var tree: SyntaxTree { article.tree }
    var lexicons: ExtractionLexicons { article.lexicons }
    /// Per token, the entity it is the head of a reference to, or part of one.
    var entityOfHead: TokenTable<Int> { article.entityOfHead }
    var entityOfToken: TokenTable<Int> { article.entityOfToken }
    /// The people whose office is that of a head of state or government.
    var leaders: Set<Int> { article.leaders }
    /// Per token, whether it stands in quotation marks.
    var isMarked: [Bool] { article.isMarked }
    /// Per token, whether it is quoted speech; what stands in marks only as the writer's telling (`Lund "welcomed" it`) is not.
    var isQuoted: [Bool] { article.isQuoted }
    /// The quotations that stand in no other, in order; none overlap.
    var outerQuotations: [Quotation] { article.outerQuotations }
    /// Per sentence, the earlier sentence it repeats word for word, as in a caption printed twice.
    var repeatedSentence: [Int?] { article.repeatedSentence }

    func token(_ index: Int) -> Token { article.document.tokens[index] }
    func lemma(_ index: Int) -> String { article.lemmas[index] }
    func form(_ index: Int) -> String { article.forms[index] }
    func relation(_ index: Int) -> Relation { article.document.tokens[index].relation }
    func sentence(of token: Int) -> Int { article.sentenceOfToken[token] }

    /// The name the token is part of.
    func mention(at token: Int) -> Mention? { article.mentionOfToken[token].map { document.mentions[$0] } }

    /// The words that stand for an entity where `head` does.
    func referenceRange(_ entity: Int, _ head: Int) -> TextRange {
        if entityOfHead[head] == entity, let run = article.referenceOfHead[head] {
            return document.range(of: run)
        }
        if entityOfToken[head] == entity, let run = article.referenceOfToken[head] {
            return document.range(of: run)
        }
        return token(head).range
    }

    /// The tokens whose sentence is not a mere repetition, in order.
    var freshTokens: [Int] {
        document.sentences.indices.filter { repeatedSentence[$0] == nil }
            .flatMap { Array(document.sentences[$0].tokens) }
    }

    /// The word with its verb particle: "call off", "rule out"; the lemma alone where there is none.
    func lemmaWithParticle(_ verb: Int) -> String {
        guard let particle = tree.child(of: verb, by: [.verbParticle]) else { return lemma(verb) }
        return "\(lemma(verb))_\(form(particle))"
    }
}

/// One word or phrase that stands for an actor in an event.
struct ActorMention: Hashable, Sendable {
    /// Index of the entity in the document.
    let entity: Int
    /// The words.
    let range: TextRange
}
