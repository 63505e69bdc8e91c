import NewsLanguage
import NewsText

/// One article as the rules see it: the document, its trees, who every word stands for, and the lexicons.
struct Reading: Sendable {
    let document: Document
    let tree: SyntaxTree
    let lexicons: ExtractionLexicons
    /// Per token, its word and its lemma in lower case, and its sentence: rules ask for them over and over.
    private let forms: [String]
    private let lemmas: [String]
    private let sentenceOfToken: [Int]
    /// Per token, the entity it is the head of a reference to, or part of one.
    let entityOfHead: [Int: Int]
    let entityOfToken: [Int: Int]
    /// Per token, the reference it is the head of or, failing that, a part of.
    private let referenceOfHead: [Int: Range<Int>]
    private let referenceOfToken: [Int: Range<Int>]
    /// Per token, the index of the mention it is part of.
    private let mentionOfToken: [Int: Int]
    /// Per plural head, the participants of the meeting it points to; filled once the meetings are known.
    var groups: [Int: [ActorMention]] = [:]
    /// Per token, whether it stands inside a quotation.
    let isQuoted: [Bool]
    /// The quotations that stand in no other, in order; none overlap.
    let outerQuotations: [Quotation]
    /// Per sentence, the earlier sentence it repeats word for word, as in a caption printed twice.
    let repeatedSentence: [Int?]

    init(document: Document, lexicons: ExtractionLexicons) {
        self.document = document
        self.lexicons = lexicons
        tree = SyntaxTree(document)
        forms = document.tokens.map { $0.form.lowercased() }
        lemmas = document.tokens.map { $0.lemma.lowercased() }
        sentenceOfToken = document.sentences.enumerated().flatMap { index, sentence in
            repeatElement(index, count: sentence.tokens.count)
        }
        var heads: [Int: Int] = [:]
        var parts: [Int: Int] = [:]
        var runsOfHeads: [Int: Range<Int>] = [:]
        var runsOfParts: [Int: Range<Int>] = [:]
        for (index, entity) in document.entities.enumerated() {
            for reference in entity.references {
                if heads[reference.head] == nil {
                    heads[reference.head] = index
                    runsOfHeads[reference.head] = reference.tokens
                }
                for token in reference.tokens where reference.form != .description && parts[token] == nil {
                    parts[token] = index
                    runsOfParts[token] = reference.tokens
                }
            }
        }
        entityOfHead = heads
        entityOfToken = parts
        referenceOfHead = runsOfHeads
        referenceOfToken = runsOfParts
        var mentions: [Int: Int] = [:]
        for (index, mention) in document.mentions.enumerated() {
            for token in mention.tokens { mentions[token] = index }
        }
        mentionOfToken = mentions
        isQuoted = document.tokensInQuotations()
        outerQuotations = document.quotations.filter { $0.depth == 0 }
        repeatedSentence = Self.repeats(in: document)
    }

    private static func repeats(in document: Document) -> [Int?] {
        var byParagraph: [Int: [Int]] = [:]
        for (index, sentence) in document.sentences.enumerated() {
            byParagraph[sentence.paragraph, default: []].append(index)
        }
        return document.sentences.map { sentence in
            guard let original = document.paragraphs[sentence.paragraph].repeats else { return nil }
            let text = document.string(sentence.range)
            return byParagraph[original]?.first { earlier in
                text.hasPrefix(document.string(document.sentences[earlier].range))
            }
        }
    }

    func token(_ index: Int) -> Token { document.tokens[index] }
    func lemma(_ index: Int) -> String { lemmas[index] }
    func form(_ index: Int) -> String { forms[index] }
    func relation(_ index: Int) -> Relation { document.tokens[index].relation }
    func sentence(of token: Int) -> Int { sentenceOfToken[token] }

    /// The name the token is part of.
    func mention(at token: Int) -> Mention? { mentionOfToken[token].map { document.mentions[$0] } }

    /// The words that stand for an entity where `head` does.
    func referenceRange(_ entity: Int, _ head: Int) -> TextRange {
        if entityOfHead[head] == entity, let run = referenceOfHead[head] { return document.range(of: run) }
        if entityOfToken[head] == entity, let run = referenceOfToken[head] { return document.range(of: run) }
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
