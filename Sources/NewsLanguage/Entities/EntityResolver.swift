public import NewsText

/// Finds who the article speaks of: each person, body, country and group once, with every word that stands for it.
///
/// Algorithm: one pass in text order, so that a reference can only lean on what a reader has seen. Names come first
/// ("US Secretary of State Marco Rubio": role and name), then descriptions ("the Turkish minister", "the Gulf nation"),
/// then pronouns; each joins the most salient entity that fits in gender, number, title and country. What fits nobody is
/// an entity of its own when it is a description, and nothing when it is a pronoun: no speaker is better than a wrong one.
///
/// Source: sieve coreference after Lee et al. 2013 (CL 39:4), cut down to actors; salience after Lappin & Leass 1994.
/// Complexity: linear in the text; every lookup goes through an index or a window of bounded length.
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
    var index = EntityIndex()
    var diagnostics: [Diagnostic] = []
    /// Per title, whom it meant last as a bare word: "the president".
    var bareTitles: [String: Int] = [:]
    /// Per token, whether it is part of a name, a role or a date already.
    var isTaken: [Bool]
    /// Per token, the draft it is a reference to or a part of one; the head of a reference before its other words.
    private(set) var draftAt: [Int?]
    /// References in the order they were read: head word and draft.
    private(set) var log: [(head: Int, draft: Int)] = []
    /// Per token, the mention it is part of.
    let mentionAt: [Mention?]
    let quoted: [Bool]
    /// Per token, its word and its lemma in lower case.
    private let forms: [String]
    private let lemmas: [String]
    /// Per token, whether it is part of the name of anything but a person.
    let isInName: [Bool]
    /// People called by name, by the token their role or name starts with.
    private(set) var people: [Int: PersonUnit] = [:]

    init(document: Document, gazetteer: Gazetteer) {
        self.document = document
        self.gazetteer = gazetteer
        tree = SyntaxTree(document)
        forms = document.tokens.map { $0.form.lowercased() }
        lemmas = document.tokens.map { $0.lemma.lowercased() }
        isTaken = [Bool](repeating: false, count: document.tokens.count)
        draftAt = [Int?](repeating: nil, count: document.tokens.count)
        quoted = document.tokensInQuotations()
        var isInName = isTaken
        var mentionAt = [Mention?](repeating: nil, count: document.tokens.count)
        for mention in document.mentions {
            for token in mention.tokens { mentionAt[token] = mention }
            guard mention.kind != .person, mention.kind != .affiliation else { continue }
            for token in mention.tokens { isInName[token] = true }
        }
        self.isInName = isInName
        self.mentionAt = mentionAt
    }

    var entities: [Entity] { drafts.map(\.entity).filter { !$0.references.isEmpty } }

    mutating func run() {
        for date in document.dates { for token in date.tokens { isTaken[token] = true } }
        markPeople()
        for sentence in document.sentences {
            for token in sentence.tokens { read(token) }
            resolveForwards(in: sentence.tokens)
        }
        nameByRank()
        joinLateHolders()
        for index in drafts.indices { drafts[index].sortReferences() }
    }

    private mutating func read(_ token: Int) {
        if let person = people[token] {
            refer(to: person)
        } else if let code = half(at: token), let name = gazetteer.countryNames[code] {
            add(token..<(token + 1), head: token, form: .name, to: country(code, alias: name))
        } else if let mention = mentionAt[token], mention.tokens.lowerBound == token, mention.kind != .person
        {
            refer(to: mention)
        } else if !isTaken[token] {
            let tag = document.tokens[token].tag
            if tag == .pronoun || Wanted.possessives.contains(form(token)) {
                resolvePronoun(token)
            } else if tag == .noun || tag == .properNoun {
                describe(token)
            }
        }
    }

    /// The country "North" stands for in "North and South Korea".
    private func half(at token: Int) -> String? {
        guard let half = document.halfName(at: token) else { return nil }
        return gazetteer.country(of: half.name)
    }

    private mutating func markPeople() {
        for mention in document.mentions where mention.kind == .person {
            let unit = personUnit(mention)
            people[unit.tokens.lowerBound] = unit
            for token in unit.tokens { isTaken[token] = true }
            if let apposed = unit.apposedRole { for token in apposed { isTaken[token] = true } }
        }
    }

    /// Adds a reference to a draft.
    mutating func add(_ tokens: Range<Int>, head: Int, form: Entity.Form, to draft: Int) {
        drafts[draft].add(Entity.Reference(tokens: tokens, head: head, form: form))
        log.append((head, draft))
        for token in tokens where draftAt[token] == nil { draftAt[token] = draft }
        draftAt[head] = draft
    }

    /// Starts an entity.
    mutating func begin(_ entity: Entity) -> Int {
        drafts.append(EntityDraft(entity: entity))
        return drafts.count - 1
    }

    /// The entity referred to last that fits, among the last few hundred references.
    func mostRecent(where fits: (EntityDraft) -> Bool) -> Int? {
        log.suffix(400).reversed().first { fits(drafts[$0.draft]) }?.draft
    }

    /// The same, of those the article itself speaks of: whom only a speaker named, the writer does not call "the president".
    func mostRecent(isQuoted: Bool, where fits: (EntityDraft) -> Bool) -> Int? {
        log.suffix(400).reversed().first { (isQuoted || !quoted[$0.head]) && fits(drafts[$0.draft]) }?.draft
    }

    func form(_ token: Int) -> String { forms[token] }
    func lemma(_ token: Int) -> String { lemmas[token] }
    func relation(_ token: Int) -> Relation { document.tokens[token].relation.universal }
}

extension Document {
    /// Per token, whether it stands inside a quotation.
    public func tokensInQuotations() -> [Bool] {
        var inside = [Bool](repeating: false, count: tokens.count)
        var next = 0
        for quotation in quotations where quotation.depth == 0 {
            while next < tokens.count, tokens[next].range.end <= quotation.inside.start { next += 1 }
            while next < tokens.count, tokens[next].range.start < quotation.inside.end {
                inside[next] = true
                next += 1
            }
        }
        return inside
    }

    /// What "North" is short for in "North and South Korea", and the name behind it.
    func halfName(at token: Int) -> (name: String, twin: Range<Int>)? {
        guard token + 3 < tokens.count, Self.compass.contains(tokens[token].form),
            tokens[token + 1].form == "and", Self.compass.contains(tokens[token + 2].form),
            tokens[token].form != tokens[token + 2].form,
            tokens[token + 3].form.first?.isUppercase ?? false
        else { return nil }
        return ("\(tokens[token].form) \(tokens[token + 3].form)", (token + 2)..<(token + 4))
    }

    private static let compass: Set<String> = ["North", "South", "East", "West"]

    /// The words of a run joined by single spaces as they stand, so that a line break inside a name does not matter.
    func words(_ run: Range<Int>) -> String {
        string(range(of: run)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
