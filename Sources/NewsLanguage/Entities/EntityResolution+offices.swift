import NewsText

/// One human being told by what he or she is: "the minister", "Peru's president", "the aide".
extension EntityResolution {
    /// Who one human being is that is told by office or function: its holder, the subject of the headline, or somebody new.
    mutating func human(
        _ token: Int,
        title: String,
        sort: Gazetteer.PersonNoun,
        owner: Owner?,
        run: Range<Int>
    ) -> Int {
        if let known = counterpart(token, run) ?? variation(token, run) { return known }
        let title = fullTitle(at: token) ?? title
        if sort == .office, let master = master(token, title: title) {
            drafts[master].title = title
            // "The Peruvian premier … Ito's spokesman said the premier": so Ito is Peru's.
            if drafts[master].owner == nil,
                let office = mostRecent(where: { !$0.isNamed && $0.isHuman && $0.title == title })
            {
                drafts[master].owner = drafts[office].owner
            }
            return master
        }
        let definite = isDefinite(token)
        let isUnique = sort == .office && !Self.manifold.contains(Self.lastWord(of: title))
        let subject =
            sort == .office && (definite || owner?.isPossessive ?? false)
            ? headlined(token, title: title, owner: owner) : nil
        if let owner, definite || owner.isPossessive || relation(token) == .conjunct, sort == .office {
            if let known = holder(of: title, owner: owner.code) { return known }
            if let subject { return named(subject, by: run) }
            if isUnique { return office(title, owner: owner) }
        } else if definite, !isOfSomethingElse(token), let known = bearer(of: title, at: token, run) {
            return known
        } else if let subject {
            return named(subject, by: run)
        } else if definite,
            let known = mostRecent(where: { $0.isHuman && !$0.isNamed && $0.nouns.contains(title) })
        {
            return known
        }
        if sort == .office, definite, let known = onlyBearer(of: title, owner: owner) { return known }
        let described = described(
            run,
            as: owner.map { $0.isPerson ? "\($0.name)'s \(title)" : "\(title) of \($0.name)" },
            noun: title,
            isPlural: false,
            isHuman: true
        )
        // "A Peruvian minister … Ana Silva, the Peruvian minister": who is named later may be meant.
        if sort == .office, drafts[described].title == nil, let owner {
            drafts[described].title = title
            drafts[described].owner = owner.code
        }
        return described
    }

    /// Who bears a title that "the president" is said of: the one spoken of last, but whom the bare word has meant before stays
    /// meant until another bearer is a subject.
    private mutating func bearer(of title: String, at token: Int, _ run: Range<Int>) -> Int? {
        let last = log.suffix(400).reversed().first { reference in
            (quoted[token] || !quoted[reference.head]) && drafts[reference.draft].isHuman
                && drafts[reference.draft].title.map { Self.fits($0, title) } ?? false
        }
        guard let last else { return nil }
        let isBare = trimmedDeterminer(run).count == title.split(separator: " ").count
        guard isBare, !quoted[token] else { return last.draft }
        if let before = bareTitles[title], before != last.draft, relation(last.head) != .nominalSubject {
            return before
        }
        bareTitles[title] = last.draft
        return last.draft
    }

    /// "The former mayor of Lund also met" behind "Ito spoke": news opens its next sentence with what its subject used to be.
    private func variation(_ token: Int, _ run: Range<Int>) -> Int? {
        let current = document.sentenceIndex(ofToken: token)
        guard current > 0, run.lowerBound == document.sentences[current].tokens.lowerBound, !quoted[token],
            relation(token) == .nominalSubject, form(run.lowerBound) == "the",
            run.contains(where: { Self.isPast(form($0)) }),
            let root = document.sentences[current - 1].tokens.first(where: {
                document.tokens[$0].relation == .root
            }),
            let subject = tree.child(of: root, by: [.nominalSubject]), let known = draftAt[subject],
            drafts[known].isNamed, drafts[known].isHuman
        else { return nil }
        return known
    }

    private static func isPast(_ word: String) -> Bool {
        ["former", "ex", "one-time", "onetime", "longtime", "veteran"].contains(word)
    }

    /// "The FO spokesperson" where one person of the article is a spokesperson, of whatever the article says: that one.
    private func onlyBearer(of title: String, owner: Owner?) -> Int? {
        let word = Self.lastWord(of: title)
        guard Self.voices.contains(word) else { return nil }
        let bearers = Set(
            log.suffix(400).map(\.draft).filter { draft in
                drafts[draft].isNamed && drafts[draft].isHuman
                    && drafts[draft].title.map { Self.lastWord(of: $0) == word } ?? false
            }
        )
        guard bearers.count == 1, let only = bearers.first else { return nil }
        let isElsewhere =
            owner.map { owner in
                gazetteer.countryNames[owner.code] != nil
                    && drafts[only].owner.map { $0 != owner.code } ?? false
                    && drafts[only].owner.map { gazetteer.countryNames[$0] != nil } ?? false
            } ?? false
        return isElsewhere ? nil : only
    }

    /// Who speaks for others, told in ever new words.
    static let voices: Set<String> = [
        "spokesman", "spokeswoman", "spokesperson", "secretary", "ambassador", "commissioner",
    ]

    /// "His Peruvian counterpart": whoever holds for Peru what he holds for his own country.
    private func counterpart(_ token: Int, _ run: Range<Int>) -> Int? {
        guard lemma(token) == "counterpart", let possessor = tree.child(of: token, by: [.possessive]),
            let other = draftAt[possessor], let title = drafts[other].title,
            let country = run.lazy.filter({ $0 > possessor }).compactMap({ token in
                mentionAt[token].flatMap { gazetteer.country(of: document.words($0.tokens)) }
            }).first
        else { return nil }
        func isPeer(_ draft: EntityDraft) -> Bool {
            draft.isNamed && draft.isHuman
                && (draft.title.map { Self.fits($0, title) || Self.fits(title, $0) } ?? false)
        }
        if let known = mostRecent(where: { isPeer($0) && $0.owner == country }) { return known }
        // "President Lund … his Peruvian counterpart": the other president, of whom no country is told.
        let others = Set(log.suffix(400).map(\.draft).filter { $0 != other && isPeer(drafts[$0]) })
        return others.count == 1 ? others.first.flatMap { drafts[$0].owner == nil ? $0 : nil } : nil
    }

    private mutating func named(_ subject: Int, by run: Range<Int>) -> Int {
        learn(trimmedDeterminer(run), of: subject)
        return subject
    }

    /// "The leader of the inquiry", "the leader of the ruling party": an office of something without a name.
    private func isOfSomethingElse(_ token: Int) -> Bool {
        tree.children(of: token, by: [.nominalModifier]).contains { thing in
            let isTold = tree.child(of: thing, by: [.possessive, .adjectivalModifier]) != nil
            let isNamed = draftAt[thing].map { drafts[$0].isNamed } ?? false
            return tree.caseWords(of: thing) == "of" && mentionAt[thing] == nil
                && document.tokens[thing].tag == .noun && !isNamed
                && (isTold || draftAt[thing] == nil && gazetteer.personNouns[lemma(thing)] == nil)
        }
    }

    /// Titles that many bear at once: "the Turkish official" is nobody's office.
    static let manifold: Set<String> = [
        "official", "diplomat", "officer", "aide", "lawmaker", "legislator", "senator", "congressman",
        "congresswoman",
        "representative", "deputy", "spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney",
        "adviser", "advisor",
        "candidate", "negotiator", "envoy", "mediator", "prosecutor", "judge", "commander", "general",
        "counterpart",
        "councillor", "captain", "lieutenant", "sergeant", "inspector", "professor", "doctor", "editor",
        "strategist",
    ]

    /// Who holds an office: known with this owner, or the one bearer of the title whose owner the article has not told.
    private func holder(of title: String, owner: String) -> Int? {
        if let known = mostRecent(where: {
            $0.owner == owner && ($0.title.map { Self.fits($0, title) } ?? false)
        }) {
            return known
        }
        // "France's Ana Silva … the French leader": her country is told, her office is not.
        if let known = mostRecent(where: {
            $0.isNamed && $0.isHuman && $0.title == nil && $0.owner == owner
        }) {
            return known
        }
        let bearers = Set(
            log.suffix(400).map(\.draft).filter { draft in
                drafts[draft].isNamed && drafts[draft].isHuman
                    && (drafts[draft].title.map { Self.fits($0, title) } ?? false)
            }
        )
        guard bearers.count == 1, let only = bearers.first, drafts[only].owner == nil else { return nil }
        return only
    }

    /// "Russian president calls …", of whom only a later sentence says that he is Ito: who was told by an office is the one who
    /// is named with it, if the article names one.
    mutating func joinLateHolders() {
        for index in drafts.indices {
            let described = drafts[index]
            guard !described.isNamed, described.isHuman, !described.isPlural, let title = described.title,
                let owner = described.owner,
                gazetteer.countryNames[owner] != nil || self.index.body(named: owner) != nil,
                !Self.manifold.contains(Self.lastWord(of: title)),
                !described.entity.references.contains(where: { isFormer($0.tokens) })
            else { continue }
            let holders = drafts.indices.filter { other in
                drafts[other].isNamed && drafts[other].isHuman && drafts[other].owner == owner
                    && (drafts[other].title == title
                        || ["chief", "head", "boss"].contains(title)
                            && drafts[other].title.map { Self.fits($0, title) } ?? false)
            }
            guard holders.count == 1, let holder = holders.first,
                described.gender == nil || drafts[holder].gender == nil
                    || drafts[holder].gender == described.gender
            else { continue }
            for reference in described.entity.references { drafts[holder].add(reference) }
            drafts[index].removeReferences()
        }
    }

    private func isFormer(_ run: Range<Int>) -> Bool {
        run.contains {
            Self.isPast(form($0)) || ["new", "next", "acting", "interim", "late"].contains(form($0))
        }
    }

    private mutating func office(_ title: String, owner: Owner) -> Int {
        let capitalised = title.split(separator: " ").map { word in
            word == "of" ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
        // "Ana Silva's press secretary", "Emir of Qatar".
        let entity = Entity(
            name: owner.isPerson ? "\(owner.name)'s \(title)" : "\(capitalised) of \(owner.name)",
            kind: .person,
            role: owner.isPerson ? "\(title) to \(owner.name)" : "\(title) of \(owner.name)"
        )
        let office = begin(entity)
        drafts[office].title = title
        drafts[office].owner = owner.code
        return office
    }
}
