public import NewsText

/// Finds who the article speaks of: each person, body, country and group once, with every word that stands for it.
///
/// Algorithm: one pass in text order, so that a reference can only lean on what a reader has seen. Names come first
/// ("US Secretary of State Marco Rubio": role and name), then descriptions ("the Turkish minister", "the Gulf nation"),
/// then pronouns; each joins the most salient entity that fits in gender, number, title and country. What fits nobody is
/// an entity of its own when it is a description, and nothing when it is a pronoun: no speaker is better than a wrong one.
///
/// Source: sieve coreference after Lee et al. 2013 (CL 39:4), cut down to actors; salience after Lappin & Leass 1994.
public struct EntityResolver: Sendable {
    private let gazetteer: Gazetteer

    init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
    }

    /// Fills `document.entities`; needs tokens with trees, mentions and dates.
    public func resolve(_ document: inout Document) {
        var resolution = EntityResolution(document: document, gazetteer: gazetteer)
        resolution.run()
        document.entities = resolution.entities
        document.diagnostics += resolution.diagnostics
    }
}

/// One article's reading: the entities so far and which words stand for them.
struct EntityResolution {
    let document: Document
    let tree: SyntaxTree
    let gazetteer: Gazetteer
    var drafts: [EntityDraft] = []
    var diagnostics: [Diagnostic] = []
    /// Per token, whether it is part of a name, a role or a date already.
    var isTaken: [Bool]
    /// Mentions by the token they start with.
    let mentionStarts: [Int: Mention]
    let quoted: [Bool]
    /// Per token, whether it is part of the name of anything but a person.
    let isInName: [Bool]

    init(document: Document, gazetteer: Gazetteer) {
        self.document = document
        self.gazetteer = gazetteer
        tree = SyntaxTree(document)
        isTaken = [Bool](repeating: false, count: document.tokens.count)
        mentionStarts = Dictionary(
            document.mentions.map { ($0.tokens.lowerBound, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        quoted = document.tokensInQuotations()
        var isInName = [Bool](repeating: false, count: document.tokens.count)
        for mention in document.mentions where mention.kind != .person && mention.kind != .affiliation {
            for token in mention.tokens { isInName[token] = true }
        }
        self.isInName = isInName
    }

    var entities: [Entity] { drafts.map(\.entity).filter { !$0.references.isEmpty } }

    mutating func run() {
        for date in document.dates { for token in date.tokens { isTaken[token] = true } }
        markPeople()
        for token in document.tokens.indices {
            if let person = people[token] {
                refer(to: person)
            } else if let mention = mentionStarts[token], mention.kind != .person {
                refer(to: mention)
            } else if !isTaken[token] {
                let tag = document.tokens[token].tag
                if tag == .pronoun || Self.possessives.contains(document.tokens[token].form.lowercased()) {
                    resolvePronoun(token)
                } else if tag == .noun || tag == .properNoun {
                    describe(token)
                }
            }
        }
        for index in drafts.indices { drafts[index].sortReferences() }
    }

    /// People called by name, by the token their role or name starts with.
    private(set) var people: [Int: PersonUnit] = [:]

    private mutating func markPeople() {
        for mention in document.mentions where mention.kind == .person {
            let unit = personUnit(mention)
            people[unit.tokens.lowerBound] = unit
            for token in unit.tokens { isTaken[token] = true }
            if let apposed = unit.apposedRole { for token in apposed { isTaken[token] = true } }
        }
    }

    static let possessives: Set<String> = ["his", "her", "its", "their"]

    /// Adds a reference to a draft.
    mutating func add(_ tokens: Range<Int>, head: Int, form: Entity.Form, to draft: Int) {
        drafts[draft].add(Entity.Reference(tokens: tokens, head: head, form: form))
    }
}

extension Document {
    /// Per token, whether it stands inside a quotation.
    public func tokensInQuotations() -> [Bool] {
        var inside = [Bool](repeating: false, count: tokens.count)
        var next = 0
        for quotation in quotations where quotation.depth == 0 {
            while next < tokens.count, tokens[next].range.end <= quotation.inside.start { next += 1 }
            var token = next
            while token < tokens.count, tokens[token].range.start < quotation.inside.end {
                inside[token] = true
                token += 1
            }
        }
        return inside
    }
}
