import NewsText

/// Bodies and countries that are described: "the Turkish government", "the ministry", "the Gulf nation".
extension EntityResolution {
    /// The entity a noun for a body means: a government its country, "the group" the last body that fits, else a new one.
    mutating func group(_ token: Int, title: String, owner: Owner?, run: Range<Int>) -> Int {
        let definite = isDefinite(token)
        if Self.countryWords.contains(title) || Self.governments.contains(title), run.count == 2,
            let country = ownCountry(of: token)
        {
            return country
        }
        if let owner, Self.governments.contains(title), gazetteer.countryNames[owner.code] != nil {
            return country(owner.code, alias: document.words(trimmedDeterminer(run)))
        }
        if owner == nil, definite {
            if Self.countryWords.contains(title), let country = country(describedBy: token) { return country }
            let isBare = isBare(run)
            if !isBare, gazetteer.stateNouns.contains(title) {
                return onlyStateBody(token, run)
                    ?? described(run, as: nil, noun: title, isPlural: false, isHuman: false)
            }
            if let body = mostRecent(where: { draft in
                draft.entity.kind != .person && !draft.isHuman && !draft.isPlural
                    && (draft.nouns.contains(title) && (isBare || draft.isNamed)
                        || draft.isNamed && draft.entity.kind == .organisation
                            && draft.nameWords.contains(title))
            }) {
                return body
            }
            if Self.bodyWords.contains(title), isBare || isArmed(token),
                let body = body(ofSpeakerBefore: token) ?? lastPlainBody(called: title)
            {
                return body
            }
        }
        return described(
            run,
            as: owner.map { "\($0.name) \(title)" },
            noun: title,
            isPlural: false,
            isHuman: false
        )
    }

    /// "Her country": the one that the person's office belongs to.
    private mutating func ownCountry(of token: Int) -> Int? {
        guard let possessor = tree.child(of: token, by: [.possessive]),
            Wanted.possessives.contains(form(possessor)), let person = draftAt[possessor],
            drafts[person].isHuman, let code = drafts[person].owner, let name = gazetteer.countryNames[code]
        else { return nil }
        return country(code, alias: name)
    }

    /// "Union official Ito said the group was tired": the body of the one whose words they are.
    private func body(ofSpeakerBefore token: Int) -> Int? {
        var clause = token
        for _ in 0..<6 where relation(clause) != .clausalComplement { clause = document.tokens[clause].head }
        guard relation(clause) == .clausalComplement,
            let speaker = tree.child(of: document.tokens[clause].head, by: [.nominalSubject]),
            speaker < token,
            let person = draftAt[speaker], drafts[person].isHuman, let owner = drafts[person].owner,
            let body = index.body(named: owner), isPlainBody(drafts[body])
        else { return nil }
        return body
    }

    /// "The militant group": what news adds to the noun when it speaks of a body again.
    private func isArmed(_ token: Int) -> Bool {
        tree.children(of: token).allSatisfy { child in
            child > token || relation(child) == .determiner || Self.arms.contains(form(child))
        } && tree.child(of: token, by: [.nominalModifier, .adjectivalClause, .apposition]) == nil
    }

    private static let arms: Set<String> = [
        "militant", "rebel", "armed", "islamist", "jihadist", "extremist", "insurgent", "terrorist", "terror",
        "separatist", "paramilitary", "guerrilla", "rights", "advocacy", "aid", "environmental",
    ]

    /// The plain body spoken of last; the network on which somebody wrote is not spoken of.
    private func lastPlainBody(called noun: String) -> Int? {
        log.suffix(400).reversed().first { reference in
            isPlainBody(drafts[reference.draft])
                && gazetteer.epithets[drafts[reference.draft].entity.name] == nil
                && !["on", "via"].contains(tree.caseWords(of: reference.head) ?? "")
                && !tree.children(of: reference.head, by: [.adverbialModifier]).contains {
                    form($0) == "formerly"
                }
        }?.draft
    }

    /// A named organisation that reports no news and governs no country: what "the group" and "the company" can mean.
    private func isPlainBody(_ draft: EntityDraft) -> Bool {
        draft.isNamed && draft.entity.kind == .organisation && !draft.nouns.contains("outlet")
            && gazetteer.stateBodies[draft.entity.name] == nil
            && draft.nameWords.allSatisfy {
                gazetteer.personNouns[$0] != .group || Self.bodyWords.contains($0)
            }
    }

    private static let governments: Set<String> = ["government", "administration", "authorities", "regime"]
    private static let countryWords: Set<String> = ["country", "nation", "state", "kingdom", "republic"]
    private static let bodyWords: Set<String> = [
        "group", "movement", "organization", "organisation", "party", "company", "agency", "firm", "faction",
        "corporation",
    ]

    private func country(describedBy token: Int) -> Int? {
        var codes: Set<String>?
        for child in tree.children(of: token, by: [.compound, .adjectivalModifier]) {
            if let region = gazetteer.regions[document.tokens[child].form] {
                codes = region
            } else if document.tokens[child].tag != .determiner {
                return nil
            }
        }
        return mostRecent { draft in
            guard let code = draft.entity.country else { return false }
            return codes?.contains(code) ?? true
        }
    }
}
