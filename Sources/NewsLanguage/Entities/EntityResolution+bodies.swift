import NewsText

extension EntityResolution {
    /// Records an organisation, a country or a people called by name.
    mutating func refer(to mention: Mention) {
        guard !isTaken[mention.head] else { return }
        let name = document.words(mention.tokens)
        switch mention.kind {
        case .organisation: referToOrganisation(mention, name: name)
        case .politicalPlace:
            if let code = gazetteer.countryCodes[name] {
                add(mention.tokens, head: mention.head, form: .name, to: country(code, alias: name))
            } else if actsAsGovernment(mention) {
                let body =
                    gazetteer.capitals[name].map { country($0, alias: name) }
                    ?? index.body(named: name) ?? newBody(name, kind: .organisation)
                add(mention.tokens, head: mention.head, form: .name, to: body)
            }
        case .affiliation:
            let relation = relation(mention.head)
            guard relation != .adjectivalModifier, relation != .compound, relation != .numericModifier,
                document.tokens[mention.head].tag != .adjective
            else { return }
            let body = index.body(named: name) ?? newBody(name, kind: .group)
            drafts[body].isPlural = true
            add(mention.tokens, head: mention.head, form: .name, to: body)
        default: return
        }
        for token in mention.tokens { isTaken[token] = true }
    }

    private mutating func referToOrganisation(_ mention: Mention, name: String) {
        if let state = stateBody(mention) {
            learnAcronym(
                after: mention,
                of: refer(to: state, mention.tokens, head: mention.head, form: .name)
            )
            return
        }
        let canonical = gazetteer.organisations[name] ?? name
        let body =
            index.body(named: canonical) ?? index.body(named: name) ?? acronym(name)
            ?? onlyStateBody(mention.head, mention.tokens)
            ?? part(
                of: canonical,
                isDefinite: mention.tokens.lowerBound > 0 && form(mention.tokens.lowerBound - 1) == "the"
            )
            ?? newBody(canonical, kind: .organisation)
        if canonical.split(separator: " ").count > drafts[body].nameWords.count,
            drafts[body].entity.kind == .organisation
        {
            drafts[body].rename(canonical)
        }
        drafts[body].addAlias(name)
        index.add(body: body, name: name)
        if gazetteer.media.contains(canonical) { drafts[body].nouns.insert("outlet") }
        var tokens = mention.tokens
        if tokens.lowerBound > 0, !isTaken[tokens.lowerBound - 1],
            let noun = titleEnding(at: tokens.lowerBound - 1),
            gazetteer.personNouns[noun] == .group, !isPlural(tokens.lowerBound - 1)
        {
            // "the airline Norwind": known as "the airline" from here on.
            drafts[body].nouns.insert(Self.lastWord(of: noun))
            tokens = (tokens.lowerBound - 1)..<tokens.upperBound
        }
        add(tokens, head: document.head(of: tokens), form: .name, to: body)
        learnAcronym(after: mention, of: body)
    }

    /// The entity of a country, made where the article had not named it.
    mutating func country(_ code: String, alias: String) -> Int {
        let name = gazetteer.countryNames[code] ?? code
        let body = index.body(named: name) ?? newBody(name, kind: .country)
        drafts[body].setCountry(code)
        drafts[body].addAlias(alias)
        return body
    }

    /// Whether a seat of government stands for the government: it acts, owns or is dealt with, and is no mere place.
    private func actsAsGovernment(_ mention: Mention) -> Bool {
        let token = document.tokens[mention.head]
        let verb = lemma(token.head)
        switch token.relation.universal {
        case .nominalSubject, .clausalSubject:
            if TreeRepair.dispositions.contains(form(token.head)) { return true }
            guard tree.child(of: token.head, by: [.copula]) == nil else { return false }
            return token.relation != .passiveSubject || Self.addressing.contains(verb)
        case .object, .indirectObject:
            return Self.addressing.contains(verb)
        case .oblique where token.relation == .agent: return true
        case .nominalModifier where token.relation == .possessive: return true
        default:
            return tree.caseWords(of: mention.head).map { ["with", "between", "by", "against"].contains($0) }
                ?? false
        }
    }

    /// Verbs whose object is somebody, not somewhere.
    private static let addressing: Set<String> = [
        "accuse", "ask", "assure", "blame", "call", "condemn", "criticise", "criticize", "fault", "inform",
        "persuade", "praise",
        "press", "pressure", "sanction", "support", "tell", "thank", "threaten", "urge", "warn", "invite",
    ]

    /// "SDF" for a body whose capitals spell it.
    private func acronym(_ name: String) -> Int? {
        let letters = name.replacing(".", with: "")
        guard letters.count >= 2, letters.allSatisfy(\.isUppercase) else { return nil }
        return index.body(initialled: letters)
    }

    /// A body whose longer name starts or ends with this one, or the other way round, where it is the only one:
    /// "the Foreign Ministry" after "the Iranian Foreign Ministry".
    private func part(of name: String, isDefinite: Bool) -> Int? {
        let words = EntityDraft.words(of: name)
        guard let first = words.first, let last = words.last else { return nil }
        let found = Set(index.bodies(withEdge: first)).union(index.bodies(withEdge: last)).filter { body in
            guard drafts[body].entity.kind == .organisation else { return false }
            let other = drafts[body].nameWords
            let (short, long) = other.count < words.count ? (other, words) : (words, other)
            guard short.count < long.count, long.count - short.count <= 4 else { return false }
            if Array(long.suffix(short.count)) == short {
                return short.count > 1 || isDefinite && short == words
            }
            guard Array(long.prefix(short.count)) == short else { return false }
            // "the House" is the House of Representatives; a Commission on one thing is not that on another.
            return !["of", "for", "on"].contains(long[short.count])
                || isDefinite && short == other.prefix(words.count).map(\.self)
        }
        return found.count == 1 ? found.first : nil
    }

    private mutating func learnAcronym(after mention: Mention, of body: Int) {
        var open = mention.tokens.upperBound
        guard open + 2 < document.tokens.count, document.tokens[open].form == "(" else { return }
        open += 1
        while open + 1 < document.tokens.count, document.tokens[open].tag == .punctuation { open += 1 }
        let short = document.tokens[open].form
        guard short.count >= 2, short.count <= 10, short.first?.isUppercase == true,
            short.count(where: \.isUppercase) > 1
        else { return }
        drafts[body].addAlias(short)
        index.add(body: body, name: short)
    }

    mutating func newBody(_ name: String, kind: Entity.Kind) -> Int {
        let body = begin(Entity(name: name, kind: kind))
        drafts[body].isNamed = true
        index.add(body: body, name: name)
        return body
    }
}
