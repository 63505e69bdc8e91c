import NewsText

/// Bodies that every state has, a foreign ministry, an army, a parliament: each is known by its country, however that is told.
///
/// "Ukraine's Foreign Ministry", "the Ukrainian foreign ministry" and "the Ministry of Foreign Affairs of Ukraine" are one
/// body, and none of them is Peru's. The name is the country's with the words for the body behind it. A body with a name
/// of its own ("Knesset") keeps that. Where nobody says whose it is, it is the one such body of the article, or stays as written.
extension EntityResolution {
    /// A body with the state it belongs to.
    struct StateBody {
        let owner: Owner
        /// The words for the body alone.
        let branch: String
        /// The name of its own, where it has one.
        let properName: String?
        /// As the article words it, owner included.
        let phrase: String

        var name: String { properName ?? "\(owner.name) \(branch)" }
    }

    /// A body called by name, if the name or the words around it say which country's it is.
    func stateBody(_ mention: Mention) -> StateBody? {
        let run = mention.tokens
        guard let noun = stateNoun(at: mention.head) else { return nil }
        if gazetteer.organisations[document.words(run)] == nil, let (owner, branch) = countryInside(run) {
            // "Irish Republican Army" is no army of Ireland's; a ministry is, whatever it is for.
            guard Self.branched.contains(noun) || form(in: branch) == noun else { return nil }
            return stateBody(branch, of: owner, phrase: document.words(run))
        }
        let around = run.lazy.compactMap { self.ownOwner(of: $0, outside: run) }.first
        guard let owner = around, isState(owner) else { return nil }
        let whole =
            min(run.lowerBound, owner.words.lowerBound)..<max(run.upperBound, owner.words.upperBound)
        return stateBody(run, of: owner, phrase: document.words(trimmedDeterminer(whole)))
    }

    /// A described body: "the German foreign ministry", "Chile's army"; not "an Israeli court", which is one of many.
    func stateBody(_ token: Int, owner: Owner, run: Range<Int>) -> StateBody? {
        guard stateNoun(at: token) != nil, isState(owner),
            !isPlural(token) || Self.collectives.contains(form(token)),
            !tree.children(of: token, by: [.determiner]).contains(where: {
                !["the", "its", "their"].contains(form($0))
            })
        else { return nil }
        var branch = run
        if owner.words.lowerBound > token {
            branch = run.lowerBound..<min(run.upperBound, owner.words.lowerBound)
        } else if owner.words.upperBound <= token {
            branch = max(run.lowerBound, owner.words.upperBound)..<run.upperBound
        }
        branch = trimmedDeterminer(branch)
        if form(branch.lowerBound) == "own", branch.count > 1 {
            branch = (branch.lowerBound + 1)..<branch.upperBound
        }
        guard branch.contains(token) else { return nil }
        return stateBody(branch, of: owner, phrase: document.words(trimmedDeterminer(run)))
    }

    private static let collectives: Set<String> = ["police", "forces", "services"]
    private static let branched: Set<String> = ["ministry", "department"]

    /// Adds a reference to a state's body, made where the article had not told of it.
    @discardableResult
    mutating func refer(to state: StateBody, _ run: Range<Int>, head: Int, form: Entity.Form) -> Int {
        let key = Self.key(of: state.branch)
        let known =
            index.stateBodies(for: key).last { drafts[$0].owner == state.owner.code }
            ?? index.body(named: state.name)
        let body = known ?? newBody(state.name, kind: .organisation)
        if known == nil {
            drafts[body].owner = state.owner.code
            drafts[body].isPlural = isPlural(head)
            if let noun = titleEnding(at: head) { drafts[body].nouns = [noun, Self.lastWord(of: noun)] }
            index.add(stateBody: body, branch: key)
        } else if state.name.split(separator: " ").count > drafts[body].nameWords.count {
            drafts[body].rename(state.name)
            index.add(body: body, name: state.name)
        }
        drafts[body].addAlias(state.phrase)
        add(run, head: head, form: form, to: body)
        return body
    }

    /// "The Foreign Ministry" where the article knows one country's.
    func onlyStateBody(_ head: Int, _ run: Range<Int>) -> Int? {
        guard stateNoun(at: head) != nil else { return nil }
        let known = Set(index.stateBodies(for: Self.key(of: branchWords(trimmedDeterminer(run)))))
        return known.count == 1 ? known.first : nil
    }

    private func stateBody(_ branch: Range<Int>, of owner: Owner, phrase: String) -> StateBody? {
        let words = branchWords(branch)
        let proper = gazetteer.organisations[words].flatMap { name in
            gazetteer.stateBodies[name] == owner.code ? name : nil
        }
        return StateBody(owner: owner, branch: words, properName: proper, phrase: phrase)
    }

    /// The words for a body, what a ministry is for before the noun: "Ministry of Defence" → "Defence Ministry".
    private func branchWords(_ run: Range<Int>) -> String {
        guard run.count > 2, form(run.lowerBound) == "ministry",
            ["of", "for"].contains(form(run.lowerBound + 1))
        else { return document.words(run) }
        let matter =
            (run.lowerBound + (form(run.lowerBound + 2) == "the" && run.count > 3 ? 3 : 2))..<run.upperBound
        return "\(document.words(matter)) \(document.words(run.lowerBound..<(run.lowerBound + 1)))"
    }

    /// What a body does, without the words that change from article to article: "Foreign Affairs Ministry" → "foreign ministry".
    private static func key(of branch: String) -> String {
        NameFolding.fold(branch).split(separator: " ").filter {
            !["affairs", "of", "for", "the"].contains($0)
        }
        .map { $0 == "defence" ? "defense" : String($0) }.sorted().joined(separator: " ")
    }

    /// The noun for a body that every state has: "ministry", "central bank", "armed forces".
    private func stateNoun(at token: Int) -> String? {
        let pair = "\(token > 0 ? form(token - 1) : "") \(form(token))"
        if gazetteer.stateNouns.contains(pair) { return pair }
        if form(token) == "services", gazetteer.stateNouns.contains(String(pair.dropLast())) { return pair }
        return titleEnding(at: token).flatMap { gazetteer.stateNouns.contains($0) ? $0 : nil }
    }

    private func form(in run: Range<Int>) -> String { run.map(form).joined(separator: " ") }

    /// Whether an owner is a country, or the place or body a possessive names; a seat of government owns no local police.
    private func isState(_ owner: Owner) -> Bool {
        if gazetteer.countryNames[owner.code] != nil {
            return owner.isPossessive
                || owner.words.allSatisfy { gazetteer.capitals[document.tokens[$0].form] == nil }
        }
        guard owner.isPossessive else { return false }
        return owner.words.contains { token in
            mentionAt[token].map { [.politicalPlace, .location, .organisation].contains($0.kind) } ?? false
        }
    }

    /// The country inside a name, with the other words: "Ukrainian Foreign Ministry", "Ministry of Defence of Ukraine".
    private func countryInside(_ run: Range<Int>) -> (Owner, branch: Range<Int>)? {
        for length in stride(from: min(3, run.count - 1), to: 0, by: -1) {
            let front = run.lowerBound..<(run.lowerBound + length)
            let rest =
                ["'s", "’s", "'", "’"].contains(form(front.upperBound))
                ? front.upperBound + 1 : front.upperBound
            if let owner = country(front), rest < run.upperBound { return (owner, rest..<run.upperBound) }
        }
        for length in stride(from: min(3, run.count - 2), to: 0, by: -1) {
            let back = (run.upperBound - length)..<run.upperBound
            var end = back.lowerBound
            if end > run.lowerBound + 2, form(end - 1) == "the" { end -= 1 }
            if end > run.lowerBound + 1, form(end - 1) == "of", let owner = country(back) {
                return (owner, run.lowerBound..<(end - 1))
            }
        }
        return nil
    }

    private func country(_ words: Range<Int>) -> Owner? {
        let name = document.words(words)
        guard let code = gazetteer.countryCodes[name] ?? gazetteer.peoples[name] else { return nil }
        return Owner(
            code: code,
            name: gazetteer.countryNames[code] ?? name,
            isPossessive: false,
            words: words
        )
    }
}
