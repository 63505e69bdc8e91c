import NewsLanguage
import NewsText

/// What a reading is made of; shared by all copies of it, since rules hand it on at every word.
final class ReadArticle: Sendable {
    let document: Document
    let tree: SyntaxTree
    let lexicons: ExtractionLexicons
    /// Per token, its word and its lemma in lower case, and its sentence: rules ask for them over and over.
    let forms: [String]
    let lemmas: [String]
    let sentenceOfToken: [Int]
    /// Per token, the entity it is the head of a reference to, or part of one.
    let entityOfHead: TokenTable<Int>
    let entityOfToken: TokenTable<Int>
    /// Per token, the reference it is the head of or, failing that, a part of.
    let referenceOfHead: TokenTable<Range<Int>>
    let referenceOfToken: TokenTable<Range<Int>>
    /// Per token, the index of the mention it is part of.
    let mentionOfToken: TokenTable<Int>
    /// The people whose office is that of a head of state or government.
    let leaders: Set<Int>
    /// Per token, whether it stands in quotation marks, and whether it is quoted speech: `Lund "welcomed" it` is told.
    let isMarked: [Bool]
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
        let count = document.tokens.count
        var heads = TokenTable<Int>(count: count)
        var parts = heads
        var runsOfHeads = TokenTable<Range<Int>>(count: count)
        var runsOfParts = runsOfHeads
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
        leaders = Set(document.entities.indices.filter { Self.leads(document.entities[$0].role) })
        var mentions = TokenTable<Int>(count: count)
        for (index, mention) in document.mentions.enumerated() {
            for token in mention.tokens { mentions[token] = index }
        }
        mentionOfToken = mentions
        isMarked = document.tokensInQuotations()
        isQuoted = Self.quoted(isMarked, sentenceOfToken, in: document, tree, lexicons)
        outerQuotations = document.quotations.filter { $0.depth == 0 }
        repeatedSentence = Self.repeats(in: document)
    }

    private static func leads(_ role: String?) -> Bool {
        guard let role = role?.lowercased(), !role.contains("vice") else { return false }
        return ["president", "prime minister", "chancellor", "premier", "king", "leader", "emperor"].contains
        {
            role.hasSuffix($0) || role.contains($0 + " of ")
        }
    }

    /// Which words are quoted speech: those in marks that do not copy how somebody else tells a deed.
    ///
    /// In `Lund "welcomed the deal" and left` the verb's subject stands outside, so that the writer vouches for the deed.
    private static func quoted(
        _ inside: [Bool],
        _ sentences: [Int],
        in document: Document,
        _ tree: SyntaxTree,
        _ lexicons: ExtractionLexicons
    ) -> [Bool] {
        var quoted = inside
        for first in document.tokens.indices.dropFirst() where inside[first] && !inside[first - 1] {
            let verb = document.tokens[first]
            let lemma = verb.lemma.lowercased()
            guard verb.tag == .verb, !verb.form.hasSuffix("ing"), verb.form.lowercased() != lemma,
                lexicons.reporting[lemma] != nil || lexicons.stances.verbs[lemma] != nil
                    || lexicons.meetingVerbs[lemma] != nil,
                tree.child(of: first, by: [.auxiliary]) == nil,
                let subject = tree.child(of: first, by: [.nominalSubject]), subject < first, !inside[subject],
                tree.span(of: subject).upperBound >= first - 2
            else { continue }
            for token in first..<document.sentences[sentences[first]].tokens.upperBound {
                guard inside[token] else { break }
                quoted[token] = false
            }
        }
        return quoted
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
}
