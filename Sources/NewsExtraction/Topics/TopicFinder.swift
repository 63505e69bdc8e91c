import NewsEvents
import NewsText

/// What an article is about, as an index would list it: places, named things and key noun phrases.
///
/// Candidates are names of places, bodies and events, and noun compounds ("peacekeeping force") or single nouns told more
/// than once ("ceasefire"). They are folded by number, case and the gazetteer's filing name, and ranked by how often they
/// are told, how early, and whether the title has them. People and words for people are no topics.
struct TopicFinder: Sendable {
    /// A topic and the tokens that speak of it.
    struct Candidate: Sendable {
        var name: String
        var tokens: [Int]
        var score: Double
    }

    /// At most this many topics an article.
    static let limit = 8

    /// The article's topics, most telling first.
    func topics(in reading: Reading) -> [Candidate] {
        var candidates: [String: Candidate] = [:]
        func note(_ name: String, at token: Int, weight: Double) {
            let key = NameSlug.make(name)
            guard !key.isEmpty else { return }
            let first = reading.sentence(of: token) < 3 ? 1.5 : 1
            candidates[key, default: Candidate(name: name, tokens: [], score: 0)].tokens.append(token)
            candidates[key]?.score += weight * first
        }
        for mention in reading.document.mentions
        where reading.repeatedSentence[reading.sentence(of: mention.head)] == nil
            && !isPartOfTitle(mention, in: reading)
        {
            switch mention.kind {
            case .politicalPlace, .location:
                note(
                    reading.lexicons.filingName(
                        reading.document.string(reading.document.range(of: mention.tokens))
                    ),
                    at: mention.head,
                    weight: 1
                )
            case .event, .facility: note(name(of: mention, in: reading), at: mention.head, weight: 1)
            case .organisation:
                note(
                    reading.lexicons.filingName(name(of: mention, in: reading)),
                    at: mention.head,
                    weight: 0.8
                )
            default: continue
            }
        }
        for token in reading.freshTokens where reading.token(token).tag == .noun {
            guard let phrase = compound(at: token, in: reading) else { continue }
            note(phrase.name, at: token, weight: phrase.weight)
        }
        let told = candidates.values.filter { $0.tokens.count > 1 || $0.score >= 1.5 }
        let ranked = told.sorted { ($1.score, $0.name) < ($0.score, $1.name) }
        return Array(withoutParts(ranked).prefix(Self.limit))
    }

    /// Whether a name is only part of what a person is called: "State" in "Secretary of State Marco Rubio".
    private func isPartOfTitle(_ mention: Mention, in reading: Reading) -> Bool {
        reading.entityOfToken[mention.head].map { entity in
            reading.document.entities[entity].kind == .person
        } ?? false
    }

    private func name(of mention: Mention, in reading: Reading) -> String {
        reading.document.string(reading.document.range(of: mention.tokens)).split(
            whereSeparator: \.isWhitespace
        ).joined(separator: " ")
    }

    /// A noun with the nouns before it, in the singular: "UN resolution", "peace force", "ceasefire".
    private func compound(at token: Int, in reading: Reading) -> (name: String, weight: Double)? {
        guard reading.relation(token).universal != .compound,
            !reading.lexicons.vagueNouns.contains(reading.lemma(token)),
            !reading.lexicons.personNouns.contains(reading.lemma(token)),
            !reading.document.dates.contains(where: { $0.tokens.contains(token) })
        else { return nil }
        let parts = reading.tree.children(of: token, by: [.compound]).filter { child in
            child < token && reading.token(child).tag != .punctuation && !isPerson(child, in: reading)
        }
        let head = reading.lemma(token)
        guard head.utf8.count > 3 else { return nil }
        let isPlaced =
            parts.last.map { part in
                reading.document.mentions.contains { $0.kind != .organisation && $0.tokens.contains(part) }
            } ?? false
        if let part = parts.last, part == token - 1, !isPlaced {
            let word = reading.token(part).tag == .properNoun ? reading.token(part).form : reading.form(part)
            return ("\(word) \(head)", 1)
        }
        return (head, 0.7)
    }

    private func isPerson(_ token: Int, in reading: Reading) -> Bool {
        reading.document.mentions.contains { $0.kind == .person && $0.tokens.contains(token) }
    }

    /// Drops a single noun that only occurs inside longer topics already chosen.
    private func withoutParts(_ ranked: [Candidate]) -> [Candidate] {
        ranked.filter { candidate in
            !ranked.contains { other in
                other.name != candidate.name && other.name.hasSuffix(" " + candidate.name)
                    && other.tokens.count >= candidate.tokens.count
            }
        }
    }
}
