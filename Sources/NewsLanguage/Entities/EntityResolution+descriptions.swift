import NewsText

extension EntityResolution {
    /// Whether a noun speaks of more than one.
    func isPlural(_ token: Int) -> Bool {
        let form = form(token)
        return form != lemma(token) && (form.hasSuffix("s") || Self.plurals.contains(form))
            || form == "police" || form == "people"
            // "the Foreign Ministers": a capital makes the plural its own lemma.
            || document.tokens[token].tag == .properNoun && form.hasSuffix("s")
                && gazetteer.personNouns[String(form.dropLast())] != nil
    }

    private static let plurals: Set<String> = ["men", "women", "people", "children", "spokesmen", "lawmen"]

    /// Reads a noun that describes an actor and joins it to the entity it means, or makes a new one.
    mutating func describe(_ token: Int) {
        if let body = bodyGoing(by: token) {
            add(nounPhrase(of: token), head: token, form: .description, to: body)
            return
        }
        guard let title = titleEnding(at: token), let sort = gazetteer.personNouns[title],
            ![.compound, .adjectivalModifier, .flat].contains(relation(token))
        else { return }
        // "his opposition to" is a stance, "the opposition" a body.
        if title == "opposition", tree.child(of: token, by: [.possessive]) != nil || !isDefinite(token) {
            return
        }
        // "the airline Norwind": the name that follows says who.
        if sort == .group, token + 1 < document.tokens.count, let next = mentionAt[token + 1],
            next.kind == .organisation,
            next.tokens.lowerBound == token + 1, !isPlural(token)
        {
            return
        }
        // "A senior aide to President Lund, Ana Silva, said": the name behind says who.
        if sort != .group, !isPlural(token),
            let name = tree.children(of: token, by: [.apposition]).first(where: { $0 > token }),
            mentionAt[name]?.kind == .person
        {
            return
        }
        let run = nounPhrase(of: token)
        if isMereFunction(token, run) { return }
        if describesKnown(token, sort: sort, title: title, run: run) { return }
        let owner = owner(of: token)
        if sort == .group, let owner, let state = stateBody(token, owner: owner, run: run) {
            refer(to: state, run, head: token, form: .description)
            return
        }
        if isPlural(token), sort != .group { nameCountries(of: token) }
        let index: Int
        if isPlural(token) {
            index = plural(token, title: title, run: run)
        } else if sort == .group {
            index = group(token, title: title, owner: owner, run: run)
        } else {
            index = human(token, title: title, sort: sort, owner: owner, run: run)
        }
        add(run, head: token, form: .description, to: index)
    }

    /// "The Peruvian and Danish ministers": each of several peoples before an office stands for its country.
    private mutating func nameCountries(of office: Int) {
        let adjectives = tree.children(of: office, by: [.adjectivalModifier, .compound]).flatMap(
            tree.conjuncts
        )
        let countries = adjectives.compactMap { token -> (token: Int, code: String)? in
            guard let mention = mentionAt[token] else { return nil }
            return gazetteer.country(of: document.words(mention.tokens)).map { (token, $0) }
        }
        guard Set(countries.map(\.code)).count > 1 else { return }
        for (token, code) in countries where draftAt[token] == nil {
            let country = country(code, alias: gazetteer.countryNames[code] ?? code)
            add(token..<(token + 1), head: token, form: .name, to: country)
        }
    }

    /// "Ran for president", "removed from office", "his time as special envoy": a function, not who has it.
    private func isMereFunction(_ token: Int, _ run: Range<Int>) -> Bool {
        guard document.tokens[token].tag == .noun, !isPlural(token),
            let preposition = tree.caseWords(of: token),
            tree.child(of: token, by: [.determiner, .possessive]) == nil
        else { return false }
        return run.count == 1 || preposition == "as"
    }

    /// Reads "X is the president of Y", "X, a gas producer," and "X news agency": they tell of X and name nobody new.
    private mutating func describesKnown(
        _ token: Int,
        sort: Gazetteer.PersonNoun,
        title: String,
        run: Range<Int>
    ) -> Bool {
        let isPredicate = tree.child(of: token, by: [.copula]) != nil
        if isPredicate, let subject = tree.child(of: token, by: [.nominalSubject]) {
            let isRelative = relation(token) == .adjectivalClause && document.tokens[subject].tag == .pronoun
            let known = isRelative ? draftAt[document.tokens[token].head] : draftAt[subject]
            let isDoubtful =
                tree.child(of: token, by: [.auxiliary]) != nil
                || tree.children(of: token, by: [.adverbialModifier]).contains {
                    form($0) == "not" || form($0) == "n't"
                }
            if let known, !isDoubtful { tell(of: known, token, sort: sort, title: title, run: run) }
            return known != nil || isRelative
        }
        if relation(token) == .apposition, let known = draftAt[document.tokens[token].head],
            drafts[known].isHuman == (sort != .group), !isPlural(token), drafts[known].isNamed,
            token > document.tokens[token].head
        {
            tell(of: known, token, sort: sort, title: title, run: run)
            add(run, head: token, form: .description, to: known)
            return true
        }
        // "Ito, a professor and a member of the board, said": the second apposition hung on the name as if it were somebody else.
        if relation(token) == .conjunct, sort != .group, !isPlural(token),
            let known = draftAt[document.tokens[token].head], drafts[known].isHuman, drafts[known].isNamed,
            tree.children(of: document.tokens[token].head, by: [.apposition]).contains(where: { other in
                other > document.tokens[token].head && other < token && titleEnding(at: other) != nil
                    && !isPlural(other)
            })
        {
            add(run, head: token, form: .description, to: known)
            return true
        }
        if sort == .group, Self.namedSorts.contains(Self.lastWord(of: title)),
            let name = tree.children(of: token, by: [.compound]).last(where: {
                mentionAt[$0]?.kind == .organisation
            }),
            let known = draftAt[name], drafts[known].entity.kind != .country, !isPlural(token),
            gazetteer.epithets[drafts[known].entity.name]?.contains(where: { $0.last == lemma(token) })
                ?? true
        {
            drafts[known].nouns.insert(Self.lastWord(of: title))
            add(run, head: token, form: .description, to: known)
            return true
        }
        return false
    }

    private mutating func tell(
        of known: Int,
        _ token: Int,
        sort: Gazetteer.PersonNoun,
        title: String,
        run: Range<Int>
    ) {
        if sort == .group {
            drafts[known].nouns.insert(Self.lastWord(of: title))
        } else if drafts[known].entity.kind == .person, drafts[known].isNamed {
            learn(trimmedDeterminer(run), of: known)
        }
    }

    static func lastWord(of title: String) -> String {
        title.split(separator: " ").last.map(String.init) ?? title
    }

    /// Nouns that, behind a name, tell what sort of body it is.
    private static let namedSorts: Set<String> = [
        "agency", "newspaper", "magazine", "broadcaster", "network", "channel", "station", "outlet",
        "company", "firm", "group",
        "bank", "airline", "party", "movement", "militia", "organization", "organisation", "coalition",
        "alliance", "faction",
    ]

    /// The words of a description: the noun with its modifiers, without relative clauses, appositions and coordination.
    func nounPhrase(of token: Int) -> Range<Int> {
        let kept = tree.subtree(of: token) { child in
            if isComplement(child, ofAdjectiveBehind: token) || isJoinedModifier(child) { return false }
            switch relation(child) {
            case .punctuation: return !["-", "'"].contains(document.tokens[child].form)
            case .adjectivalClause, .apposition, .parataxis, .conjunct, .coordinator, .caseMarking,
                .adverbialClause, .marker,
                .copula, .nominalSubject, .auxiliary, .unspecified, .list, .oblique:
                return true
            case .nominalModifier:
                return document.tokens[child].relation != .possessive && child > token
                    && !tells(child, whichOne: token)
            default: return relation(child) == .adverbialModifier && child > token
            }
        }
        // "not only with the officials", "within and outside the party": what stands before the preposition is no part of it.
        let cases = tree.children(of: token, by: [.caseMarking]).filter { $0 < token }
        let first = kept.first { word in
            cases.allSatisfy { $0 < word } && !["not", "only", "even"].contains(form(word))
        }
        let run = min(first ?? kept[0], token)..<(kept[kept.count - 1] + 1)
        // "families of citizens held since May by X from Y": what a clause cuts off is no part of a long name.
        guard run.count > 6,
            let gap = zip(kept, kept.dropFirst()).first(where: { $0 >= token && $1 > $0 + 2 })
        else { return run }
        return run.lowerBound..<(gap.0 + 1)
    }

    /// "officials of the ministry", "envoys from Oman", "a spokesman for the bank", "an adviser to Lund", "a source in Oslo": the
    /// complement says which; "officials in Ankara on Tuesday" are no other officials.
    private func tells(_ complement: Int, whichOne noun: Int) -> Bool {
        let isNext = tree.span(of: complement).lowerBound == noun + 1
        switch tree.caseWords(of: complement) {
        case "of", "from": return true
        case "for", "to": return isNext && gazetteer.personNouns[lemma(noun)].map { $0 != .group } ?? false
        case "at", "with": return isNext && mentionAt[complement]?.kind == .organisation
        case "in": return isNext && lemma(noun) == "source" && mentionAt[complement] != nil
        default: return false
        }
    }

    /// "the leaders of the ruling and opposition parties": joined to a modifier, before the noun it tells of.
    private func isJoinedModifier(_ child: Int) -> Bool {
        let joined = relation(child) == .coordinator ? document.tokens[child].head : child
        let first = document.tokens[joined].head
        return relation(joined) == .conjunct && [.adjectivalModifier, .compound].contains(relation(first))
            && first < joined && joined < document.tokens[first].head
    }

    /// "sources familiar with the talks": what they are familiar with, in a few words.
    private func isComplement(_ child: Int, ofAdjectiveBehind noun: Int) -> Bool {
        let adjective = document.tokens[child].head
        return relation(child) == .oblique && child > adjective && adjective > noun
            && document.tokens[adjective].head == noun && relation(adjective) == .adjectivalModifier
            && tree.span(of: child).count <= 6
    }

    func isDefinite(_ token: Int) -> Bool {
        let determiners = tree.children(of: token, by: [.determiner])
        return determiners.contains { ["the", "this", "that", "these", "those"].contains(form($0)) }
            || (document.tokens[token].tag == .properNoun || isInHeadline(token)) && determiners.isEmpty
    }

    /// Headlines drop their articles: "Peruvian minister meets envoy".
    private func isInHeadline(_ token: Int) -> Bool {
        guard let first = document.sentences.first, first.tokens.contains(token) else { return false }
        return document.paragraphs[first.paragraph].kind == .heading
    }

    /// A definite noun without anything that tells which one: "the officials", "the group".
    func isBare(_ run: Range<Int>) -> Bool { trimmedDeterminer(run).count == 1 }

    private mutating func plural(_ token: Int, title: String, run: Range<Int>) -> Int {
        if isDefinite(token), isBare(run),
            let known = mostRecent(where: { $0.isPlural && $0.nouns.contains(title) })
        {
            return known
        }
        return described(run, as: nil, noun: title, isPlural: true, isHuman: false)
    }

    /// "a source at a Peruvian bank", "an official travelling with Lund": a description with what right behind it says which.
    private func wholePhrase(_ run: Range<Int>) -> Range<Int>? {
        let head = document.head(of: run)
        let behind = tree.children(of: head, by: [.nominalModifier, .adjectivalClause]).first { child in
            let span = tree.span(of: child)
            return span.lowerBound == run.upperBound && span.count <= 8
                && document.tokens[span.lowerBound].tag != .punctuation
        }
        return behind.map { run.lowerBound..<tree.span(of: $0).upperBound }
    }

    /// An entity known only by its description; the same words mean the same entity.
    mutating func described(
        _ run: Range<Int>,
        as canonical: String?,
        noun: String,
        isPlural: Bool,
        isHuman: Bool
    ) -> Int {
        let words = trimmedDeterminer(run)
        var text = document.words(words)
        if let first = tree.children(of: document.head(of: run), by: [.possessive]).first,
            Wanted.possessives.contains(form(first)), first + 1 < words.upperBound
        {
            // "its leadership": the owner's name says whose.
            text = document.words(max(words.lowerBound, first + 1)..<words.upperBound)
            if let owner = draftAt[first], drafts[owner].isNamed {
                let isPerson = drafts[owner].entity.kind == .person
                text = "\(drafts[owner].entity.name)\(isPerson ? "'s" : "") \(text)"
            }
        }
        if let known = index.described(text) ?? (isPlural || isHuman ? nil : index.body(named: text)) {
            return known
        }
        let draft = begin(Entity(name: text, kind: .group))
        drafts[draft].isPlural = isPlural
        drafts[draft].isHuman = isHuman
        drafts[draft].nouns = [noun, Self.lastWord(of: noun)]
        if isHuman { drafts[draft].gender = Self.gender(ofTitle: noun) }
        if let canonical { drafts[draft].addAlias(canonical) }
        if isHuman, let whole = wholePhrase(run) {
            drafts[draft].addAlias(document.words(trimmedDeterminer(whole)))
        }
        index.add(description: draft, words: text)
        return draft
    }
}
