import NewsText

/// A person called by name, with the role before it or in apposition behind it.
struct PersonUnit {
    /// Role and name.
    let tokens: Range<Int>
    /// The name alone.
    let name: Range<Int>
    /// The role before the name, if there is one.
    let role: Range<Int>?
    /// The role in apposition behind the name, if there is one.
    let apposedRole: Range<Int>?
}

extension EntityResolution {
    /// The name with its role: walks left over the words that can belong to a title, and looks for an apposition.
    func personUnit(_ mention: Mention) -> PersonUnit {
        let sentence = document.sentences[document.sentenceIndex(ofToken: mention.tokens.lowerBound)].tokens
        var low = roleEnd(before: mention)
        while low > sentence.lowerBound, canBelongToRole(low - 1, before: mention) { low -= 1 }
        // "Israel and Secretary of State Rubio": only what bears a title itself is joined to the role by "and".
        if let joint = (low..<mention.tokens.lowerBound).last(where: {
            document.tokens[$0].form.lowercased() == "and"
        }),
            !(low..<joint).contains(where: { titleEnding(at: $0) != nil })
        {
            low = joint + 1
        }
        while low < mention.tokens.lowerBound, !canOpenRole(low) { low += 1 }
        let run = low..<max(low, roleEnd(before: mention))
        let hasTitle = run.contains { !isInName[$0] && titleEnding(at: $0) != nil || isHonorific($0) }
        let role: Range<Int>? = hasTitle && !run.isEmpty ? run : nil
        return PersonUnit(
            tokens: (role?.lowerBound ?? mention.tokens.lowerBound)..<mention.tokens.upperBound,
            name: mention.tokens,
            role: role,
            apposedRole: apposedRole(of: mention)
        )
    }

    /// Where a role before the name ends: at the name, or before a comma where the name explains the role ("the writer, Ito,").
    private func roleEnd(before mention: Mention) -> Int {
        let start = mention.tokens.lowerBound
        let head = document.tokens[mention.head]
        guard start > 1, document.tokens[start - 1].form == ",", head.relation.universal == .apposition,
            head.head < start - 1, start - head.head <= 3, titleEnding(at: head.head) != nil
        else { return start }
        return start - 1
    }

    private func canBelongToRole(_ token: Int, before mention: Mention) -> Bool {
        guard !isTaken[token] else { return false }
        if isInName[token] { return true }
        switch document.tokens[token].tag {
        case .noun, .properNoun, .adjective: return true
        default:
            return ["of", "for", "to", "and", "'s", "’s", "-", "–", "(", ")", "the"].contains(
                document.tokens[token].form.lowercased()
            )
        }
    }

    private func canOpenRole(_ token: Int) -> Bool {
        switch document.tokens[token].tag {
        case .noun, .properNoun, .adjective: true
        default: isInName[token]
        }
    }

    func isHonorific(_ token: Int) -> Bool {
        MentionFinder.honorifics.contains(document.tokens[token].form.lowercased().replacing(".", with: ""))
    }

    private func apposedRole(of mention: Mention) -> Range<Int>? {
        for child in tree.children(of: mention.head, by: [.apposition])
        where child >= mention.tokens.upperBound {
            guard titleEnding(at: child) != nil, document.tokens[child].tag != .verb else { continue }
            let run = tree.span(of: child) { token in
                let relation = document.tokens[token].relation
                return relation.universal == .adjectivalClause || relation.universal == .punctuation
                    || relation.universal == .parataxis || relation.universal == .apposition
            }
            guard run.count <= 14, run.lowerBound >= mention.tokens.upperBound,
                document.tokens[run.lowerBound].tag != .pronoun
            else { continue }
            return trimmedDeterminer(run)
        }
        return nil
    }

    func trimmedDeterminer(_ run: Range<Int>) -> Range<Int> {
        var low = run.lowerBound
        while low < run.upperBound - 1,
            document.tokens[low].tag == .determiner || document.tokens[low].tag == .punctuation
        { low += 1 }
        return low..<run.upperBound
    }

    /// Records a person called by name: joins the person of that name seen before, or is somebody new.
    mutating func refer(to unit: PersonUnit) {
        let name = document.words(unit.name)
        let words = EntityDraft.words(of: name)
        let known = person(named: words, unit: unit)
        let index: Int
        if let known {
            index = known
            if words.count > drafts[index].nameWords.count || isAllCaps(drafts[index].entity.name),
                !isAllCaps(name)
            {
                drafts[index].rename(name)
            } else if drafts[index].entity.name.lowercased() != name.lowercased() {
                drafts[index].addAlias(name)
            }
        } else {
            var draft = EntityDraft(entity: Entity(name: name, kind: .person))
            draft.gender = gender(of: unit, words: words)
            draft.isNamed = true
            drafts.append(draft)
            index = drafts.count - 1
        }
        for role in [unit.role, unit.apposedRole] { if let role { learn(role, of: index) } }
        add(unit.tokens, head: document.head(of: unit.tokens), form: .name, to: index)
    }

    private func isAllCaps(_ text: String) -> Bool { text.uppercased() == text && text.count > 3 }

    private func person(named words: [String], unit: PersonUnit) -> Int? {
        guard let last = words.last else { return nil }
        let fitting = drafts.indices.filter { index in
            guard drafts[index].entity.kind == .person, drafts[index].isNamed else { return false }
            let other = drafts[index].nameWords
            if other == words { return true }
            if words.count == 1 { return other.last == last || other.first == last && other.count > 1 }
            if other.count == 1 { return other[0] == last }
            guard other.last == last else { return false }
            return other[0] == words[0]
                || other[0].first == words[0].first && (isInitial(other[0]) || isInitial(words[0]))
        }
        if fitting.count > 1, words.count == 1 {
            return fitting.max { drafts[$0].lastToken < drafts[$1].lastToken }
        }
        return fitting.first
    }

    private func isInitial(_ word: String) -> Bool { word.replacing(".", with: "").count <= 2 }

    private func gender(of unit: PersonUnit, words: [String]) -> Gazetteer.Gender? {
        if let role = unit.role {
            for token in role {
                let word = document.tokens[token].form.lowercased().replacing(".", with: "")
                if ["mr", "sir", "lord", "king", "prince", "father", "brother"].contains(word)
                    || word.hasSuffix("sman")
                {
                    return .male
                }
                if ["mrs", "ms", "miss", "dame", "lady", "queen", "princess", "sister"].contains(word)
                    || word.hasSuffix("woman")
                {
                    return .female
                }
            }
        }
        guard words.count > 1 else { return nil }
        return gazetteer.givenNames[words[0].prefix(1).uppercased() + words[0].dropFirst()]
    }

    /// Notes an office as worded, with its title and whom it belongs to.
    mutating func learn(_ role: Range<Int>, of index: Int) {
        let text = document.string(document.range(of: role))
        guard !role.allSatisfy({ isHonorific($0) }) else { return }
        let known = drafts[index].entity.role
        if known == nil || isAllCaps(known ?? "") && !isAllCaps(text) { drafts[index].setRole(text) }
        let titles = role.filter { !isInName[$0] }.compactMap { titleEnding(at: $0) }
        if let title = titles.first {
            drafts[index].title = drafts[index].title ?? title
            drafts[index].owner = drafts[index].owner ?? owner(in: role)
        }
    }

    /// The country or body named inside a role.
    func owner(in role: Range<Int>) -> String? {
        for token in role {
            guard let mention = mentionStarts[token], mention.kind != .person else { continue }
            let name = document.words(mention.tokens)
            return gazetteer.country(of: name) ?? name.lowercased()
        }
        return nil
    }

    /// Records an organisation, a country or a people called by name.
    mutating func refer(to mention: Mention) {
        guard !isTaken[mention.head] else { return }
        let name = document.words(mention.tokens)
        switch mention.kind {
        case .organisation:
            let canonical = gazetteer.organisations[name] ?? name
            let index = body(named: canonical) ?? acronym(name) ?? newBody(canonical, kind: .organisation)
            drafts[index].addAlias(name)
            add(mention.tokens, head: mention.head, form: .name, to: index)
            learnAcronym(after: mention, of: index)
        case .politicalPlace:
            if let code = gazetteer.countryCodes[name] {
                referToCountry(code, by: mention)
            } else if let code = gazetteer.capitals[name] {
                if actsAsGovernment(mention) { referToCountry(code, by: mention) }
            } else if actsAsGovernment(mention) {
                let index = body(named: name) ?? newBody(name, kind: .organisation)
                add(mention.tokens, head: mention.head, form: .name, to: index)
            }
        case .affiliation:
            let relation = document.tokens[mention.head].relation.universal
            guard relation != .adjectivalModifier, relation != .compound,
                document.tokens[mention.head].tag != .adjective
            else { return }
            let index = body(named: name) ?? newBody(name, kind: .group)
            drafts[index].isPlural = true
            add(mention.tokens, head: mention.head, form: .name, to: index)
        default: return
        }
        for token in mention.tokens { isTaken[token] = true }
    }

    private mutating func referToCountry(_ code: String, by mention: Mention) {
        let name = gazetteer.countryNames[code] ?? code
        let index = body(named: name) ?? newBody(name, kind: .country)
        drafts[index].owner = code
        drafts[index].addAlias(document.words(mention.tokens))
        add(mention.tokens, head: mention.head, form: .name, to: index)
    }

    /// Whether a seat of government stands for the government: it acts, owns or is dealt with, and is no mere place.
    private func actsAsGovernment(_ mention: Mention) -> Bool {
        let relation = document.tokens[mention.head].relation
        if [.nominalSubject, .clausalSubject].contains(relation.universal) || relation == .agent {
            return true
        }
        if relation == .possessive { return true }
        guard let preposition = tree.caseWords(of: mention.head) else {
            return relation.universal == .object || relation.universal == .indirectObject
        }
        return ["with", "between", "by", "against"].contains(preposition)
    }

    func body(named name: String) -> Int? {
        let folded = name.lowercased()
        return drafts.firstIndex { draft in
            draft.isNamed && draft.entity.kind != .person
                && (draft.entity.name.lowercased() == folded
                    || draft.entity.aliases.contains { $0.lowercased() == folded })
        }
    }

    private func acronym(_ name: String) -> Int? {
        guard name.count >= 2, name.allSatisfy(\.isUppercase) else { return nil }
        return drafts.firstIndex { draft in
            guard draft.isNamed, draft.entity.kind == .organisation else { return false }
            let initials = draft.entity.name.split(separator: " ").compactMap(\.first).filter(\.isUppercase)
            return String(initials) == name
        }
    }

    private mutating func learnAcronym(after mention: Mention, of index: Int) {
        let open = mention.tokens.upperBound
        guard open + 2 < document.tokens.count, document.tokens[open].form == "(",
            document.tokens[open + 2].form == ")"
        else { return }
        let short = document.tokens[open + 1].form
        guard short.count >= 2, short.allSatisfy(\.isUppercase) else { return }
        drafts[index].addAlias(short)
    }

    mutating func newBody(_ name: String, kind: Entity.Kind) -> Int {
        var draft = EntityDraft(entity: Entity(name: name, kind: kind))
        draft.isNamed = true
        drafts.append(draft)
        return drafts.count - 1
    }
}

extension Document {
    /// The words of a run joined by single spaces as they stand, so that a line break inside a name does not matter.
    func words(_ run: Range<Int>) -> String {
        string(range(of: run)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
