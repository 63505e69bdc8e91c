import NewsText

/// Makes actors of those who speak and have no name: "attorneys for the family said", "one diplomat warned".
///
/// A subject of a verb of saying that stands for people or a body but for no known entity becomes an entity of kind group,
/// named as the article describes it. The same words later are the same source.
struct UnnamedSources {
    private static let bodies: Set<String> = [
        "campaign", "union", "group", "company", "firm", "office", "team", "side", "camp", "agency",
        "department",
        "ministry", "committee", "commission", "panel", "court", "board", "council", "party", "government",
        "police",
        "administration", "military", "army", "organization", "organisation", "association", "network",
        "channel",
        "station", "outlet", "television", "radio", "tv", "eyewitness", "witness", "whistleblower", "blower",
        "hospital", "school",
        "university", "bank", "embassy", "website", "media",
        "press",
    ]

    /// The document with those sources among its entities.
    func adding(to document: Document, lexicons: ExtractionLexicons) -> Document {
        let reading = Reading(document: document, lexicons: lexicons)
        var document = document
        var known: [String: Int] = [:]
        var heads: Set<Int> = []
        var tellers: Set<Int> = []
        for verb in document.tokens.indices {
            guard document.tokens[verb].tag == .verb, !reading.isQuoted[verb],
                let frames = ReportingVerbs.frames(of: verb, in: reading), frames.contains(.clause),
                let head = Speaker(of: verb, in: reading).head
            else { continue }
            heads.insert(head)
            if Self.sayings.contains(reading.lemma(verb)) { tellers.insert(head) }
        }
        for token in document.tokens.indices where reading.form(token) == "according" {
            heads.insert(document.tokens[token].head)
        }
        // "eyewitness reports": the eyewitnesses speak.
        let people = heads.flatMap { head in
            reading.lexicons.nouns.documents.contains(reading.lemma(head))
                ? reading.tree.children(of: head, by: [.compound]).filter { isSource($0, in: reading) } : []
        }
        for head in heads.union(people).sorted() {
            // "the West says": no town, which would stand for its country's government.
            let isRegion = reading.mention(at: head)?.kind == .location
            guard document.tokens[head].tag == .noun || isRegion, reading.actors(at: head).isEmpty,
                isSource(head, in: reading) || tellers.contains(head) && isTeller(head, in: reading)
            else { continue }
            let tokens = Self.description(of: head, in: reading)
            let name = document.string(document.range(of: tokens))
            let reference = Entity.Reference(tokens: tokens, head: head, form: .description)
            if let index = known[name.lowercased()] {
                if !document.entities[index].references.contains(reference) {
                    document.entities[index].references.append(reference)
                }
            } else {
                known[name.lowercased()] = document.entities.count
                document.entities.append(Entity(name: name, kind: .group, references: [reference]))
            }
        }
        return document
    }

    /// Whether a noun stands for one body or document, which can be called "it".
    static func isThing(_ head: Int, in reading: Reading) -> Bool {
        let lemma = reading.lemma(head)
        return reading.form(head) == lemma
            && (bodies.contains(lemma) && !animate.contains(lemma)
                || reading.lexicons.nouns.documents.contains(lemma))
    }

    private static let animate: Set<String> = ["eyewitness", "witness", "whistleblower", "blower", "police"]

    private func isSource(_ head: Int, in reading: Reading) -> Bool {
        let lemma = reading.lemma(head)
        if reading.lexicons.nouns.documents.contains(lemma) {
            // "a new poll" is a source; "reports" and "estimates" are nobody's.
            return Voice.owners(of: head, in: reading).isEmpty
                && reading.tree.child(
                    of: head,
                    by: [.determiner, .adjectivalModifier, .compound, .numericModifier, .nominalModifier]
                ) != nil
        }
        return reading.lexicons.personNouns.contains(lemma) || Self.bodies.contains(lemma)
    }

    /// "A press kit said", "fishers say": whatever says in so many words, if it is no abstract noun.
    private func isTeller(_ head: Int, in reading: Reading) -> Bool {
        let lemma = reading.lemma(head)
        return !reading.lexicons.nouns.documents.contains(lemma)
            && !reading.lexicons.vagueNouns.contains(lemma)
            && !Self.isAbstract(lemma)
    }

    private static let sayings: Set<String> = [
        "say", "tell", "claim", "contend", "argue", "insist", "allege", "announce", "complain", "admit",
        "write",
        "believe", "think", "explain", "recall",
    ]

    private static func isAbstract(_ lemma: String) -> Bool {
        ["ion", "ment", "ness", "ity", "ance", "ence", "ism", "ing", "th", "sis"].contains(
            where: lemma.hasSuffix
        )
    }

    /// Words from which on the name of a source without one ends before "at" and "in".
    private static let longest = 6

    /// The noun phrase with its of- and for-phrases, without article.
    private static func description(of head: Int, in reading: Reading) -> Range<Int> {
        var run = reading.phraseTokens(head)
        // "the statement issued at the end of the talks": what follows a clause about the source is no part of its name.
        let clause = run.first { $0 > head && reading.relation($0).universal == .adjectivalClause }
        if let clause {
            run =
                run.lowerBound..<max(head + 1, min(run.upperBound, reading.tree.span(of: clause).lowerBound))
        }
        if run.count > longest,
            let circumstance = run.first(where: { token in
                token > head && reading.relation(token).universal == .caseMarking
                    && !["of", "for", "from", "to"].contains(reading.form(token))
            })
        {
            run = run.lowerBound..<circumstance
        }
        return reading.token(run.lowerBound).tag == .determiner && run.count > 1
            && ["the", "a", "an", "his", "her", "their", "its"].contains(reading.form(run.lowerBound))
            ? (run.lowerBound + 1)..<run.upperBound : run
    }
}
