import NewsText

/// Names told in a row: people and countries that the parser scattered, and titles it took for something else.
extension TreeRepair {
    /// Nobody is two people: a person hung on a person as its apposition or modifier is the next of a list.
    func joinPeople(in document: inout Document) {
        var isPerson = [Bool](repeating: false, count: document.tokens.count)
        for mention in document.mentions where mention.kind == .person {
            for token in mention.tokens { isPerson[token] = true }
        }
        for mention in document.mentions where mention.kind == .person {
            var link = mention.head
            for _ in 0..<4 {
                let token = document.tokens[link]
                guard token.head < mention.tokens.lowerBound, token.head != link,
                    Self.nameLinks.contains(token.relation.universal), !isComplement(link, in: document)
                else { break }
                if isPerson[token.head] {
                    document.tokens[link].relation = .conjunct
                    break
                }
                link = token.head
            }
        }
    }

    /// "Ito, Lund agree to talk": a headline joins two subjects by a comma.
    func joinHeadlinePair(in document: inout Document) {
        guard let headline = document.sentences.first,
            document.paragraphs.indices.contains(headline.paragraph),
            document.paragraphs[headline.paragraph].kind == .heading
        else { return }
        let names = document.mentions.filter {
            headline.tokens.contains($0.head) && [.person, .politicalPlace].contains($0.kind)
        }
        guard let first = names.first, first.tokens.lowerBound == headline.tokens.lowerBound,
            let second = names.dropFirst().first, second.tokens.lowerBound == first.tokens.upperBound + 1,
            document.tokens[first.tokens.upperBound].form == ",",
            second.tokens.upperBound < headline.tokens.upperBound
        else { return }
        let verb = second.tokens.upperBound
        guard document.tokens[verb].tag == .verb, document.tokens[verb].form == document.tokens[verb].lemma
        else { return }
        document.tokens[first.head].head = verb
        document.tokens[first.head].relation = .nominalSubject
        document.tokens[second.head].head = first.head
        document.tokens[second.head].relation = .conjunct
    }

    /// Whether a noun is what another is "of", "to" or "for": "an adviser to Lund" is not Lund.
    private func isComplement(_ noun: Int, in document: Document) -> Bool {
        guard document.tokens[noun].relation.universal == .nominalModifier else { return false }
        guard document.tokens[noun].head < noun else { return false }
        return (document.tokens[noun].head + 1..<noun).contains { word in
            document.tokens[word].head == noun && ["to", "of", "for"].contains(document.tokens[word].form)
        }
    }

    /// Hangs the members of a list of people, or of countries, that ends in "and" on its first, where the parser scattered
    /// them.
    func joinLists(in document: inout Document) {
        joinLists(of: document.mentions.filter { $0.kind == .person }, in: &document)
        let countries = document.mentions.filter { mention in
            mention.kind == .politicalPlace && gazetteer.country(of: document.words(mention.tokens)) != nil
        }
        joinLists(of: countries, in: &document)
    }

    private func joinLists(of mentions: [Mention], in document: inout Document) {
        var list: [Mention] = []
        for (index, mention) in mentions.enumerated() {
            if list.isEmpty { list = [mention] }
            let next = index + 1 < mentions.count ? mentions[index + 1] : nil
            let link = next.flatMap { self.link(from: mention, to: $0, in: document) }
            if let next, let link {
                list.append(next)
                guard link == .last else { continue }
                join(list, in: &document)
            }
            list = []
        }
    }

    /// "with visiting Foreign Minister Erik Lund", "Visiting President Lund was received": the participle tells of the person.
    func joinVisiting(in document: inout Document) {
        for mention in document.mentions where mention.kind == .person {
            guard document.tokens[mention.head].relation.universal == .object,
                case let visiting = document.tokens[mention.head].head, visiting < mention.tokens.lowerBound,
                document.tokens[visiting].form.lowercased() == "visiting",
                document.tokens[visiting].relation.universal == .adverbialClause,
                document.tokens[visiting + 1..<mention.tokens.lowerBound].allSatisfy({
                    [.adjective, .properNoun, .noun].contains($0.tag)
                }), visiting + 1 < mention.tokens.lowerBound
            else { continue }
            let verb = document.tokens[visiting].head
            let sentence = document.sentences[document.sentenceIndex(ofToken: visiting)].tokens
            let marker = sentence.first { word in
                word < visiting && document.tokens[word].head == visiting
                    && ["with", "by", "to", "from", "for"].contains(document.tokens[word].form.lowercased())
            }
            let isSubjectless = !sentence.contains { word in
                document.tokens[word].head == verb
                    && document.tokens[word].relation.universal == .nominalSubject
            }
            if let marker {
                document.tokens[marker].head = mention.head
                document.tokens[marker].relation = .caseMarking
                document.tokens[mention.head].relation = .oblique
            } else if verb > visiting, isSubjectless {
                let isPassive = sentence.contains { word in
                    document.tokens[word].head == verb && document.tokens[word].relation == .passiveAuxiliary
                }
                document.tokens[mention.head].relation = isPassive ? .passiveSubject : .nominalSubject
            } else {
                continue
            }
            document.tokens[mention.head].head = verb
            document.tokens[visiting].head = mention.head
            document.tokens[visiting].relation = .adjectivalModifier
        }
    }

    /// "When Norwegian and Kenyan officials met, Oslo was silent": a people's adjective tells of the noun that follows, not of
    /// one behind a verb, nor of one before it.
    func lowerPeoples(in document: inout Document) {
        for mention in document.mentions where mention.kind == .affiliation {
            let token = document.tokens[mention.head]
            guard [.adjectivalModifier, .compound].contains(token.relation.universal) else { continue }
            let end = document.sentences[document.sentenceIndex(ofToken: mention.head)].tokens.upperBound
            let isLink = { (word: Token) in [",", "and", "or"].contains(word.form) || word.tag == .adjective }
            let following = document.tokens[mention.tokens.upperBound..<end]
            guard let noun = following.indices.first(where: { !isLink(document.tokens[$0]) }),
                document.tokens[noun].tag == .noun, token.head != noun
            else { continue }
            let isBefore = token.head < mention.tokens.lowerBound
            guard
                isBefore
                    || following.indices.contains(where: {
                        $0 > noun && $0 < token.head && document.tokens[$0].tag == .verb
                    })
            else { continue }
            document.tokens[mention.head].head = noun
        }
    }

    private enum ListLink { case comma, last }

    /// How a person or country follows another in a list, with nothing but role words in between.
    private func link(from person: Mention, to next: Mention, in document: Document) -> ListLink? {
        var between = document.tokens[person.tokens.upperBound..<next.tokens.lowerBound]
        guard between.count <= 20, between.first?.form == "," || between.first?.form.lowercased() == "and"
        else { return nil }
        if between.first?.form == "," { between = between.dropFirst() }
        let isLast = between.first?.form.lowercased() == "and"
        if isLast { between = between.dropFirst() }
        let isRole = between.allSatisfy { token in
            [.noun, .properNoun, .adjective].contains(token.tag)
                || ["of", "the", "for", "'s", "’s", "-", "in", "and"].contains(token.form.lowercased())
        }
        guard isRole, between.isEmpty || between.last?.form != "and" else { return nil }
        return isLast ? .last : .comma
    }

    private func join(_ list: [Mention], in document: inout Document) {
        guard let first = list.first else { return }
        // The first name may hang on a later one, as if they were one long name: it takes that one's place.
        if let later = list.dropFirst().first(where: { $0.tokens.contains(document.tokens[first.head].head) }
        ),
            document.tokens[later.head].head < first.head
        {
            document.tokens[first.head].head = document.tokens[later.head].head
            document.tokens[first.head].relation = .apposition
        }
        let sentence = document.sentences[document.sentenceIndex(ofToken: first.head)].tokens
        var head = top(of: first, from: sentence.lowerBound, in: document)
        while document.tokens[head].relation.universal == .conjunct { head = document.tokens[head].head }
        var end = first.tokens.upperBound
        for next in list.dropFirst() {
            let own = top(of: next, from: end, in: document)
            end = next.tokens.upperBound
            let relation = document.tokens[own].relation.universal
            guard own != head, sentence.contains(document.tokens[own].head) else { continue }
            // "the leaders of Norway, Austria and Italy said", "at the meeting of Norway, Austria and Italy the plan was": a verb
            // that has its subject needs no second one.
            let others = [
                sentence.lowerBound..<first.tokens.lowerBound,
                // A list may run on into a next sentence where one was cut after an initial.
                min(list.last?.tokens.upperBound ?? end, sentence.upperBound)..<sentence.upperBound,
            ]
            let isSecondSubject =
                relation == .nominalSubject
                && others.contains { words in
                    document.tokens[words].contains {
                        $0.head == document.tokens[own].head && $0.relation.universal == .nominalSubject
                    }
                }
            guard
                isSecondSubject
                    || document.tokens[own].head < own
                        && (Self.nameLinks.contains(relation) || relation == .conjunct)
            else { continue }
            document.tokens[own].head = head
            document.tokens[own].relation = .conjunct
        }
    }

    /// The highest word of a person's phrase from `start` on: the name's own, or the noun of the role it hangs on.
    ///
    /// A country's is its own: in "the ministers of Norway, Austria and Italy" the list is of countries.
    private func top(of name: Mention, from start: Int, in document: Document) -> Int {
        guard name.kind == .person else { return name.head }
        let run = start..<name.tokens.upperBound
        var (current, top) = (name.head, name.head)
        for _ in 0..<12 {
            let (head, relation) = (
                document.tokens[current].head, document.tokens[current].relation.universal
            )
            guard head != current, run.contains(head), Self.nameLinks.contains(relation) else { break }
            let noun = document.tokens[head].lemma.lowercased()
            let isOffice = gazetteer.personNouns[noun].map { $0 != .group } ?? false
            if isOffice || [.flat, .compound, .apposition].contains(relation) { top = head }
            current = head
        }
        return top
    }

    private static let nameLinks: RelationSet = [
        .apposition, .nominalModifier, .flat, .compound, .list, .unspecified,
    ]

    /// "The ministers of Norway and Kenya, Ito and Lund, met": as many names as countries, set off by a comma, say who they are.
    func lowerBearers(of noun: Int, in document: inout Document) {
        let office = document.tokens[noun]
        guard office.form.hasSuffix("s"), [.noun, .properNoun].contains(office.tag),
            noun + 1 < document.tokens.count, ["of", "from"].contains(document.tokens[noun + 1].form),
            gazetteer.personNouns[office.lemma.lowercased()] != nil
                || gazetteer.personNouns[String(office.form.lowercased().dropLast())] != nil
        else { return }
        var word = noun + 2
        let countries = namesJoined(from: &word, of: .politicalPlace, in: document)
        guard countries.count > 1, word < document.tokens.count, document.tokens[word].form == "," else {
            return
        }
        word += 1
        let people = namesJoined(from: &word, of: .person, in: document)
        let owners = Set(countries.map(\.head) + people.map(\.head) + [noun])
        guard people.count == countries.count,
            people.allSatisfy({ owners.contains(document.tokens[$0.head].head) })
        else { return }
        for (index, name) in people.enumerated() {
            document.tokens[name.head].head = index == 0 ? noun : people[0].head
            document.tokens[name.head].relation = index == 0 ? .apposition : .conjunct
        }
    }

    /// The names of one kind in a row, with "and" and commas between them; `word` ends behind the last.
    private func namesJoined(from word: inout Int, of kind: Mention.Kind, in document: Document) -> [Mention]
    {
        var names: [Mention] = []
        var next = word
        while let name = document.mentions.first(where: { $0.tokens.lowerBound == next }), name.kind == kind {
            names.append(name)
            word = name.tokens.upperBound
            next = word
            while next < document.tokens.count, next - word < 2,
                ["and", ","].contains(document.tokens[next].form)
            { next += 1 }
        }
        return names
    }
}
