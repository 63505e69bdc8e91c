import NewsText

extension EntityResolution {
    /// The known title that ends at `token` ("prime minister" at "minister"), or starts there with "of" ("secretary of state").
    func titleEnding(at token: Int) -> String? {
        let form = document.tokens[token].form.lowercased()
        let lemma = singular(token)
        if token + 2 < document.tokens.count, document.tokens[token + 1].form.lowercased() == "of" {
            let long = "\(lemma) of \(document.tokens[token + 2].form.lowercased())"
            if gazetteer.personNouns[long] != nil { return long }
        }
        for length in stride(from: 3, to: 1, by: -1) where token - length + 1 >= 0 {
            let before = document.tokens[(token - length + 1)..<token].map { $0.form.lowercased() }
            let title = (before + [lemma]).joined(separator: " ")
            if gazetteer.personNouns[title] != nil { return title }
        }
        if gazetteer.personNouns[lemma] != nil { return lemma }
        return gazetteer.personNouns[form] != nil ? form : nil
    }

    private func singular(_ token: Int) -> String {
        let lemma = document.tokens[token].lemma.lowercased()
        let form = document.tokens[token].form.lowercased()
        if gazetteer.personNouns[lemma] == nil, form.hasSuffix("s"),
            gazetteer.personNouns[String(form.dropLast())] != nil
        {
            return String(form.dropLast())
        }
        return lemma
    }

    /// Whether a noun speaks of more than one.
    func isPlural(_ token: Int) -> Bool {
        let form = document.tokens[token].form.lowercased()
        return form != document.tokens[token].lemma.lowercased()
            && (form.hasSuffix("s") || Self.plurals.contains(form))
            || form == "police" || form == "people"
    }

    private static let plurals: Set<String> = ["men", "women", "people", "children", "spokesmen", "lawmen"]

    /// Reads a noun that describes an actor and joins it to the entity it means, or makes a new one.
    mutating func describe(_ token: Int) {
        guard let title = titleEnding(at: token), let sort = gazetteer.personNouns[title] else { return }
        let relation = document.tokens[token].relation
        guard ![.compound, .adjectivalModifier, .flat].contains(relation.universal) else { return }
        // "his opposition to" is a stance, "the opposition" a body.
        if title == "opposition", tree.child(of: token, by: [.possessive]) != nil || !isDefinite(token) {
            return
        }
        let run = nounPhrase(of: token)
        let owner = owner(of: token)
        let definite = isDefinite(token)
        let index: Int
        if isPlural(token) {
            index = described(run, as: nil, plural: true)
        } else if sort == .group {
            index = group(token, title: title, owner: owner, definite: definite, run: run)
        } else if let owner, sort == .office,
            definite || owner.isPossessive || relation.universal == .conjunct
        {
            index = holder(of: title, owner: owner.code) ?? office(title, owner: owner)
        } else if definite, let known = mostRecent(where: { $0.title.map { Self.fits($0, title) } ?? false })
        {
            index = known
        } else {
            index = described(run, as: owner.map { "\(title) of \($0.name)" }, plural: false)
        }
        add(run, head: token, form: .description, to: index)
    }

    /// The words of a description: the noun with its modifiers, without relative clauses, appositions and coordination.
    func nounPhrase(of token: Int) -> Range<Int> {
        let run = tree.span(of: token) { child in
            let relation = document.tokens[child].relation
            switch relation.universal {
            case .adjectivalClause, .apposition, .parataxis, .conjunct, .coordinator, .caseMarking,
                .punctuation,
                .adverbialClause, .marker, .copula, .nominalSubject, .auxiliary, .unspecified, .list:
                return
                    !(relation.universal == .punctuation && ["-", "'"].contains(document.tokens[child].form))
            case .nominalModifier:
                // "officials of the ministry" keeps its complement, "officials in Ankara on Tuesday" does not.
                return relation != .possessive && child > token && tree.caseWords(of: child) != "of"
            default:
                return relation.universal == .oblique
                    || relation.universal == .adverbialModifier && child > token
            }
        }
        return run
    }

    private func isDefinite(_ token: Int) -> Bool {
        tree.children(of: token, by: [.determiner]).contains {
            ["the", "this", "that"].contains(document.tokens[$0].form.lowercased())
        } || document.tokens[token].tag == .properNoun && tree.children(of: token, by: [.determiner]).isEmpty
    }

    /// Whom an office or body belongs to: "Qatar's emir", "the emir of Qatar", "the Qatari emir".
    struct Owner {
        let code: String
        let name: String
        let isPossessive: Bool
    }

    func owner(of token: Int) -> Owner? {
        if let own = ownOwner(of: token) { return own }
        // "Qatar's Emir and prime minister", "the prime minister and emir of Qatar": coordinated offices share it.
        let relation = document.tokens[token].relation.universal
        if relation == .conjunct, let shared = ownOwner(of: document.tokens[token].head) { return shared }
        for other in tree.children(of: token, by: [.conjunct])
        where tree.child(of: other, by: [.determiner]) == nil {
            if gazetteer.personNouns[document.tokens[other].lemma.lowercased()] != nil,
                let shared = ownOwner(of: other)
            {
                return shared
            }
        }
        return nil
    }

    private func ownOwner(of token: Int) -> Owner? {
        for child in tree.children(of: token) {
            let relation = document.tokens[child].relation
            let isPossessive = relation == .possessive
            let isComplement = relation.universal == .nominalModifier && tree.caseWords(of: child) == "of"
            let isModifier = relation.universal == .adjectivalModifier || relation.universal == .compound
            guard isPossessive || isComplement || isModifier else { continue }
            if let draft = draft(at: child), isPossessive || isComplement {
                let code = drafts[draft].entity.kind == .country ? drafts[draft].owner : nil
                return Owner(
                    code: code ?? drafts[draft].entity.name.lowercased(),
                    name: drafts[draft].entity.name,
                    isPossessive: isPossessive
                )
            }
            guard let mention = mention(at: child), mention.kind != .person else { continue }
            let name = document.words(mention.tokens)
            if let code = gazetteer.country(of: name) {
                return Owner(
                    code: code,
                    name: gazetteer.countryNames[code] ?? name,
                    isPossessive: isPossessive
                )
            }
            return Owner(code: name.lowercased(), name: name, isPossessive: isPossessive)
        }
        return nil
    }

    private func mention(at token: Int) -> Mention? {
        document.mentions.first { $0.tokens.contains(token) }
    }

    /// The draft that has `token` in one of its references.
    func draft(at token: Int) -> Int? {
        drafts.firstIndex { draft in
            draft.entity.references.contains { $0.head == token || $0.tokens.contains(token) }
        }
    }

    /// The most recently named entity that fits.
    func mostRecent(where fits: (EntityDraft) -> Bool) -> Int? {
        drafts.indices.filter { fits(drafts[$0]) }.max { drafts[$0].lastToken < drafts[$1].lastToken }
    }

    private static func fits(_ known: String, _ title: String) -> Bool {
        known == title || known.hasSuffix(" " + title) || known.hasPrefix(title + " of")
    }

    private func holder(of title: String, owner: String) -> Int? {
        mostRecent { draft in
            guard let known = draft.title, Self.fits(known, title) else { return false }
            return draft.owner == owner
        }
    }

    private mutating func office(_ title: String, owner: Owner) -> Int {
        let capitalised = title.split(separator: " ").map { word in
            word == "of" ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
        var draft = EntityDraft(
            entity: Entity(
                name: "\(capitalised) of \(owner.name)",
                kind: .person,
                role: "\(title) of \(owner.name)"
            )
        )
        draft.title = title
        draft.owner = owner.code
        drafts.append(draft)
        return drafts.count - 1
    }

    private mutating func group(
        _ token: Int,
        title: String,
        owner: Owner?,
        definite: Bool,
        run: Range<Int>
    ) -> Int {
        if let owner, title == "government" || title == "administration" || title == "authorities",
            let country = drafts.firstIndex(where: { $0.entity.kind == .country && $0.owner == owner.code })
        {
            return country
        }
        if Self.countryWords.contains(title), definite, let country = country(describedBy: token) {
            return country
        }
        if Self.bodyWords.contains(title), definite, owner == nil,
            let body = mostRecent(where: { $0.isNamed && $0.entity.kind == .organisation })
        {
            return body
        }
        if definite, owner == nil,
            let body = mostRecent(where: {
                $0.isNamed && $0.entity.kind == .organisation && $0.nameWords.last == title
            })
        {
            return body
        }
        return described(run, as: owner.map { "\($0.name) \(title)" }, plural: false)
    }

    private static let countryWords: Set<String> = ["country", "nation", "state", "kingdom", "republic"]
    private static let bodyWords: Set<String> = [
        "group", "movement", "organization", "organisation", "party", "company", "agency", "firm", "faction",
    ]

    private func country(describedBy token: Int) -> Int? {
        var codes: Set<String>?
        for child in tree.children(of: token, by: [.compound, .adjectivalModifier]) {
            if let region = gazetteer.regions[document.tokens[child].form] { codes = region }
        }
        return mostRecent { draft in
            guard draft.entity.kind == .country, let code = draft.owner else { return false }
            return codes?.contains(code) ?? true
        }
    }

    /// An entity known only by its description; the same words mean the same entity.
    private mutating func described(_ run: Range<Int>, as canonical: String?, plural: Bool) -> Int {
        var words = trimmedDeterminer(run)
        var text = document.words(words)
        if let first = tree.children(of: document.head(of: run), by: [.possessive]).first, first + 1 < words.upperBound,
            Self.possessives.contains(document.tokens[first].form.lowercased())
        {
            // "its leadership": the owner's name says whose.
            words = max(words.lowerBound, first + 1)..<words.upperBound
            text = document.words(words)
            if let owner = draft(at: first) {
                text =
                    drafts[owner].entity.kind == .person
                    ? "\(drafts[owner].entity.name)'s \(text)" : "\(drafts[owner].entity.name) \(text)"
            }
        }
        let folded = text.lowercased()
        if let known = drafts.firstIndex(where: { !$0.isNamed && $0.entity.name.lowercased() == folded }) {
            return known
        }
        var draft = EntityDraft(entity: Entity(name: text, kind: .group))
        draft.isPlural = plural
        drafts.append(draft)
        if let canonical { drafts[drafts.count - 1].addAlias(canonical) }
        return drafts.count - 1
    }
}
