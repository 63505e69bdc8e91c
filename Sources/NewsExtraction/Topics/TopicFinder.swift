import NewsEvents
import NewsText

/// What an article is about, as an index would list it: places, named things and key noun phrases.
///
/// Candidates are names of places, bodies and events, and noun compounds ("peacekeeping force") or single nouns. They are
/// folded by number, case and the gazetteer's filing name; a seat of government that stands for its country is filed under
/// the country. Ranked by how often they are told, how early, and whether the title has them. People, words for people,
/// news outlets, datelines and nouns too general to look up are no topics. A single common noun must be told three times or
/// stand in the title, a name twice unless the article is short; a topic that only occurs inside a longer one is dropped.
/// Complexity: linear in the text; the part-of-longer test looks at the few candidates told often enough.
struct TopicFinder: Sendable {
    /// A topic and the tokens that speak of it.
    struct Candidate: Sendable {
        var name: String
        var tokens: [Int]
        var score: Double
        var isName = false
        var isInTitle = false
    }

    /// At most this many topics an article.
    static let limit = 6

    /// In an article of no more sentences, a name told once near its beginning is a topic.
    private static let shortArticle = 6

    /// The article's topics, most telling first.
    func topics(in reading: Reading) -> [Candidate] {
        let words = Words(reading)
        var candidates: [String: Candidate] = [:]
        func note(_ name: String, at token: Int, weight: Double, isName: Bool) {
            let key = NameSlug.make(name)
            guard key.utf8.count > 1, !words.isDateline[token] else { return }
            let isInTitle = words.isTitle[token]
            let place = isInTitle ? 2.0 : reading.sentence(of: token) < 4 ? 1.5 : 1
            var candidate = candidates[key] ?? Candidate(name: name, tokens: [], score: 0)
            candidate.tokens.append(token)
            candidate.score += weight * place
            candidate.isName = candidate.isName || isName
            candidate.isInTitle = candidate.isInTitle || isInTitle
            candidates[key] = candidate
        }
        for mention in reading.document.mentions
        where reading.repeatedSentence[reading.sentence(of: mention.head)] == nil
            && !isPartOfTitle(mention, in: reading)
        {
            let name = reading.document.string(reading.document.range(of: mention.tokens))
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            switch mention.kind {
            case .politicalPlace, .location:
                note(
                    government(mention, in: reading) ?? filed(name, reading),
                    at: mention.head,
                    weight: 1,
                    isName: true
                )
            case .event, .facility: note(name, at: mention.head, weight: 1, isName: true)
            case .affiliation:
                // "Kenyan farmers" tell of Kenya, though less than its name does.
                guard let country = reading.lexicons.country(ofPeople: name) else { continue }
                note(country, at: mention.head, weight: 0.4, isName: true)
            case .organisation:
                let filed = filed(body(mention, in: reading) ?? name, reading)
                guard !reading.lexicons.media.contains(filed) || words.isTitle[mention.head] else { continue }
                note(filed, at: mention.head, weight: 0.8, isName: true)
            default: continue
            }
        }
        for token in reading.freshTokens where reading.token(token).tag == .noun {
            guard let phrase = compound(at: token, words, in: reading) else { continue }
            note(phrase.name, at: token, weight: phrase.weight, isName: false)
        }
        let isLong = reading.document.sentences.count > Self.shortArticle
        let told = candidates.values.filter { candidate in
            let least =
                candidate.isInTitle || candidate.isName && !isLong
                ? 1 : candidate.isName || candidate.name.contains(" ") ? 2 : 3
            return candidate.tokens.count >= least && (candidate.tokens.count > 1 || candidate.score >= 1.5)
        }
        let ranked = told.sorted { ($1.score, $0.name) < ($0.score, $1.name) }
        return Array(withoutParts(ranked).prefix(Self.limit))
    }

    /// Per token, what the finder asks of it.
    private struct Words {
        var isDateline: [Bool]
        var isTitle: [Bool]
        var isDate: [Bool]
        var mentionKind: [Mention.Kind?]

        init(_ reading: Reading) {
            let document = reading.document
            let none = [Bool](repeating: false, count: document.tokens.count)
            (isDateline, isTitle, isDate) = (none, none, none)
            mentionKind = [Mention.Kind?](repeating: nil, count: none.count)
            for dateline in reading.document.datelines { for token in dateline { isDateline[token] = true } }
            for date in document.dates { for token in date.tokens { isDate[token] = true } }
            for mention in document.mentions {
                for token in mention.tokens { mentionKind[token] = mention.kind }
            }
            if document.paragraphs.first?.kind == .heading {
                for sentence in document.sentences.prefix(while: { $0.paragraph == 0 }) {
                    for token in sentence.tokens { isTitle[token] = true }
                }
            }
        }
    }

    private func filed(_ name: String, _ reading: Reading) -> String { reading.lexicons.filingName(name) }

    /// The country a seat of government stands for here: "Ankara said".
    private func government(_ mention: Mention, in reading: Reading) -> String? {
        reading.entityOfToken[mention.head].flatMap { index in
            let entity = reading.document.entities[index]
            return entity.kind == .country ? entity.name : nil
        }
    }

    /// The full name of a body that is told by a short one: "AU" is the African Union.
    private func body(_ mention: Mention, in reading: Reading) -> String? {
        reading.entityOfHead[mention.head].flatMap { index in
            let entity = reading.document.entities[index]
            return entity.kind == .organisation ? entity.name : nil
        }
    }

    /// Whether a name is only part of what a person is called: "State" in "Secretary of State Marco Rubio".
    private func isPartOfTitle(_ mention: Mention, in reading: Reading) -> Bool {
        reading.entityOfToken[mention.head].map { entity in
            reading.document.entities[entity].kind == .person
        } ?? false
    }

    /// A noun with the nouns before it, in the singular: "UN resolution", "peace force", "ceasefire".
    private func compound(at token: Int, _ words: Words, in reading: Reading) -> (
        name: String, weight: Double
    )? {
        let isVague = reading.lexicons.vagueNouns.contains(reading.lemma(token))
        guard reading.relation(token).universal != .compound,
            !isVague || Self.headNouns.contains(reading.lemma(token)),
            !reading.lexicons.personNouns.contains(reading.lemma(token)), !words.isDate[token]
        else { return nil }
        let parts = reading.tree.children(of: token, by: [.compound]).filter { child in
            child < token && reading.token(child).tag != .punctuation && words.mentionKind[child] != .person
        }
        let head = reading.lemma(token) == "talk" ? "talks" : reading.lemma(token)
        guard head.utf8.count > 3, head.allSatisfy({ $0.isLetter || $0 == "-" }) else { return nil }
        let isPlaced =
            parts.last.map { words.mentionKind[$0] != nil && words.mentionKind[$0] != .organisation } ?? false
        if let part = parts.last, part == token - 1, !isPlaced, !words.isDate[part] {
            let word = reading.token(part).tag == .properNoun ? reading.token(part).form : reading.lemma(part)
            return ("\(word) \(head)", 1)
        }
        return isVague ? nil : (head, 0.6)
    }

    /// Nouns too general alone that name a topic together with another: "peace talks", "trade agreement".
    private static let headNouns: Set<String> = ["talk", "agreement", "process", "plan", "summit", "package"]

    /// Drops a single noun that only occurs inside longer topics already chosen.
    private func withoutParts(_ ranked: [Candidate]) -> [Candidate] {
        ranked.filter { candidate in
            !ranked.contains { other in
                other.name != candidate.name
                    && (other.name.hasSuffix(" " + candidate.name)
                        || other.name.hasPrefix(candidate.name + " "))
                    && other.tokens.count * 2 >= candidate.tokens.count
            }
        }
    }
}
