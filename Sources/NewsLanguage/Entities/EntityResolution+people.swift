import NewsText

extension EntityResolution {
    /// Records a person called by name: joins the person of that name seen before, or is somebody new.
    mutating func refer(to unit: PersonUnit) {
        let name = document.words(unit.name)
        let words = EntityDraft.words(of: name)
        let gender = gender(of: unit, words: words)
        let index: Int
        if let known = person(named: words, unit: unit, gender: gender) {
            index = known
            if words.count > drafts[index].nameWords.count || isAllCaps(drafts[index].entity.name),
                !isAllCaps(name)
            {
                drafts[index].rename(name)
            } else if drafts[index].entity.name.lowercased() != name.lowercased() {
                drafts[index].addAlias(name)
            }
            if drafts[index].gender == nil || drafts[index].genderIsGuessed && words.count == 1 {
                drafts[index].gender = gender ?? drafts[index].gender
                drafts[index].genderIsGuessed = drafts[index].genderIsGuessed && gender == nil
            }
        } else if let foretold = foretold(unit) {
            index = foretold
            drafts[index].name(name)
            drafts[index].gender = gender
        } else {
            index = begin(Entity(name: name, kind: .person))
            drafts[index].gender = gender
            drafts[index].genderIsGuessed = gender != nil && !tellsGender(unit)
            drafts[index].isNamed = true
        }
        self.index.add(person: index, words: words)
        for role in [unit.role, unit.apposedRole] { if let role { learn(role, of: index) } }
        // "France's Ana Silva": who speaks or acts for her country.
        if drafts[index].owner == nil, let country = home(of: unit) { drafts[index].owner = country }
        if words.count == 1, unit.name.lowerBound > unit.tokens.lowerBound,
            Self.ranks.contains(form(unit.name.lowerBound - 1))
        {
            drafts[index].rank = document.tokens[unit.name.lowerBound - 1].form
        }
        add(unit.tokens, head: document.head(of: unit.tokens), form: .name, to: index)
    }

    /// The country that owns a name: "France's Ana Silva"; read off the words, for trees often join the two.
    private func home(of unit: PersonUnit) -> String? {
        let mark = unit.name.lowerBound - 1
        guard mark > 0, ["'s", "’s"].contains(form(mark)) else { return nil }
        return mentionAt[mark - 1].flatMap { gazetteer.country(of: document.words($0.tokens)) }
    }

    /// Ranks whose bearers go by a first name: without it the name would be anybody's.
    private static let ranks: Set<String> = [
        "king", "queen", "sultan", "pope", "emperor", "empress", "prince", "princess", "emir", "tsar",
    ]

    /// "King Harald": who is only ever called by rank and first name keeps the rank in the name.
    mutating func nameByRank() {
        for index in drafts.indices where drafts[index].nameWords.count == 1 {
            guard let rank = drafts[index].rank, drafts[index].entity.kind == .person else { continue }
            drafts[index].rename("\(rank) \(drafts[index].entity.name)")
            guard let role = drafts[index].entity.role, role.hasSuffix(" \(rank)") else { continue }
            drafts[index].setRole(String(role.dropLast(rank.count + 1)))
        }
    }

    private func isAllCaps(_ text: String) -> Bool { text.count > 3 && text.uppercased() == text }

    private mutating func person(named words: [String], unit: PersonUnit, gender: Gazetteer.Gender?) -> Int? {
        guard let last = words.last else { return nil }
        // "Han" told first and "Han Weilin" later: a lone name that is the first word of this one.
        let lone =
            words.count > 1
            ? index.people(with: words[0]).filter { drafts[$0].nameWords == [words[0]] } : []
        let fitting = (lone + index.people(with: last)).filter { candidate in
            let draft = drafts[candidate]
            if let gender, let other = draft.gender, gender != other {
                // "Mr Okafor" after a first name that both bear: the title knows better.
                guard words.count == 1, draft.genderIsGuessed else { return false }
            }
            return Self.isSamePerson(draft.nameWords, words)
        }
        guard words.count == 1, fitting.count > 1 else { return fitting.last }
        // A title that only one of them bears settles it.
        let titles = unit.role.map { $0.filter { !isInName[$0] }.compactMap(titleEnding(at:)) } ?? []
        let titled = fitting.filter { candidate in
            titles.contains { title in drafts[candidate].title.map { Self.fits($0, title) } ?? false }
        }
        if titled.count == 1 { return titled[0] }
        let best = fitting.max { mentions(of: $0) < mentions(of: $1) }
        let names = fitting.map { drafts[$0].entity.name }.joined(separator: ", ")
        let message = "the name fits \(names); read as \(best.map { drafts[$0].entity.name } ?? "nobody")"
        if !diagnostics.contains(where: { $0.code == .ambiguousName && $0.message == message }) {
            diagnostics.append(
                Diagnostic(code: .ambiguousName, range: document.range(of: unit.name), message: message)
            )
        }
        return best
    }

    private func mentions(of draft: Int) -> Int { drafts[draft].entity.references.count }

    /// Whether two names' words can be one person's.
    ///
    /// A lone word is a surname, or a first name of a full name. Names of several words share the last, and the first or its
    /// initial; or one is the tail of the other ("López Obrador").
    private static func isSamePerson(_ a: [String], _ b: [String]) -> Bool {
        if a == b { return true }
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        guard let last = short.last, !long.isEmpty else { return false }
        if short.count == 1 { return long.last == last || long.first == last }
        guard long.last == last else { return false }
        if long.count > short.count, Array(long.suffix(short.count)) == short { return true }
        return long[0] == short[0]
            || long[0].first == short[0].first && (isInitial(long[0]) || isInitial(short[0]))
    }

    private static func isInitial(_ word: String) -> Bool {
        word.hasSuffix(".") && word.count <= 4 || word.count == 1
    }

    private func gender(of unit: PersonUnit, words: [String]) -> Gazetteer.Gender? {
        for role in [unit.role, unit.apposedRole] {
            guard let role else { continue }
            for token in role where !isInName[token] {
                if let gender = Self.gender(ofTitle: form(token)) { return gender }
            }
        }
        // "von der Leyen" has no first name.
        guard words.count > 1, document.tokens[unit.name.lowerBound].form.first?.isUppercase == true else {
            return nil
        }
        return givenGender(words)
    }

    private func tellsGender(_ unit: PersonUnit) -> Bool {
        [unit.role, unit.apposedRole].contains { role in
            role?.contains { !isInName[$0] && Self.gender(ofTitle: form($0)) != nil } ?? false
        }
    }

    /// "Hungary's leader meets …" in the headline, "Hungarian Prime Minister Jane Roe …" below: the office told before its
    /// holder was named, where the two agree in title and owner.
    private func foretold(_ unit: PersonUnit) -> Int? {
        guard let role = unit.role ?? unit.apposedRole,
            let office = office(in: role),
            let title = fullTitle(at: office),
            !(role.lowerBound..<office).contains(where: { Self.isBygone(form($0)) })
        else { return nil }
        func isTold(_ draft: EntityDraft) -> Bool {
            draft.isHuman && !draft.isNamed
                && (draft.title.map {
                    $0 == title
                        || ["leader", "minister", "chief", "head", "boss", Self.topDiplomat].contains($0)
                            && Self.fits(title, $0)
                } ?? false)
        }
        if let owner = owner(in: role) {
            return drafts.indices.suffix(40).last { isTold(drafts[$0]) && drafts[$0].owner == owner }
        }
        // "Lima's top diplomat warned …" and then "Foreign Minister Ana Silva": no country is told a second time.
        let first = document.sentenceIndex(ofToken: unit.tokens.lowerBound) - Self.foretelling
        let near = Set(
            log.suffix(60).filter { document.sentenceIndex(ofToken: $0.head) >= first }.map(\.draft)
        ).filter { isTold(drafts[$0]) }
        let isBorne = drafts.contains {
            $0.isNamed && $0.isHuman && $0.title.map { Self.fits($0, title) } ?? false
        }
        return near.count == 1 && !isBorne ? near.first : nil
    }

    /// Sentences back in which an office was told whose holder is named without his country.
    private static let foretelling = 3

    private static func isBygone(_ word: String) -> Bool {
        ["former", "ex", "then", "late", "deputy", "vice", "acting", "incoming", "designate"].contains(word)
    }

    private func givenGender(_ words: [String]) -> Gazetteer.Gender? {
        let first = words[0].split(separator: "-").first.map(String.init) ?? words[0]
        return gazetteer.givenNames[Self.capitalised(words[0])]
            ?? gazetteer.givenNames[Self.capitalised(first)]
    }

    private static func capitalised(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    /// The gender a title or noun tells: "Mrs.", "king", "spokeswoman".
    static func gender(ofTitle word: String) -> Gazetteer.Gender? {
        let word = word.replacing(".", with: "")
        if men.contains(word) || word.hasSuffix("sman") { return .male }
        return women.contains(word) || word.hasSuffix("woman") ? .female : nil
    }

    private static let men: Set<String> = [
        "mr", "sir", "lord", "king", "prince", "father", "brother", "son", "husband", "man", "boy", "emir",
        "sultan",
        "businessman", "actor", "congressman", "chairman", "policeman", "gunman", "grandfather", "uncle",
        "nephew", "monk",
    ]
    private static let women: Set<String> = [
        "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "sister", "mother", "daughter", "wife",
        "widow", "woman",
        "girl", "actress", "grandmother", "aunt", "niece", "nun",
    ]

    /// Notes an office as worded, with its title and whom it belongs to.
    mutating func learn(_ role: Range<Int>, of index: Int) {
        guard !role.allSatisfy({ isHonorific($0) }) else { return }
        var end = role.upperBound
        while end > role.lowerBound + 1, isHonorific(end - 1) { end -= 1 }
        let text = document.words(role.lowerBound..<end)
        guard let office = office(in: role) else {
            if drafts[index].entity.role == nil { drafts[index].setRole(text) }
            return
        }
        if Self.relative.contains(lemma(office)) {
            drafts[index].owner = drafts[index].owner ?? owner(in: role)
            if let other = tree.child(of: office, by: [.possessive]).flatMap({ draftAt[$0] }) {
                drafts[index].title = drafts[index].title ?? drafts[other].title
            }
            return
        }
        let known = drafts[index].entity.role
        if known.map({
            isAllCaps($0) && !isAllCaps(text) || owner(in: role) != nil && text.hasSuffix(" " + $0)
        }) ?? true {
            drafts[index].setRole(text)
        }
        drafts[index].title = drafts[index].title ?? fullTitle(at: office)
        drafts[index].owner = drafts[index].owner ?? owner(in: role)
    }

    /// What somebody is to somebody else: no role that tells who it is.
    private static let relative: Set<String> = ["counterpart", "colleague"]

    /// The word that says what office a role is: "secretary" of "Secretary of State", "general" of "Secretary-General".
    func office(in role: Range<Int>) -> Int? {
        guard let first = role.first(where: { !isInName[$0] && titleEnding(at: $0) != nil }),
            let title = titleEnding(at: first)
        else { return nil }
        let longer = (first + 1..<min(first + 3, role.upperBound)).first { word in
            titleEnding(at: word).map { $0.hasPrefix(title + " ") || $0.hasPrefix(title + "-") } ?? false
        }
        return longer ?? first
    }

    /// The country or body named inside a role.
    func owner(in role: Range<Int>) -> String? {
        for token in role {
            guard let mention = mentionAt[token], mention.kind != .person else { continue }
            return ownerCode(of: document.words(mention.tokens))
        }
        return nil
    }

    /// What a country or body is known by as an owner of offices: "UN" and "United Nations" are one.
    func ownerCode(of name: String) -> String {
        gazetteer.country(of: name)
            ?? (gazetteer.organisations[name] ?? index.body(named: name).map { drafts[$0].entity.name }
            ?? name)
            .lowercased()
    }
}
