import NewsText

/// Names told in a row: people, countries and pairs that the parser scattered.
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

    /// "urging Norway and the Front to stop", "met Ito and, separately, Lund": of two names with a bare "and" between them the
    /// second is the first's conjunct, not that of a name far off, of a verb or of a word behind it.
    func joinPairs(in document: inout Document) {
        for (first, second) in zip(document.mentions, document.mentions.dropFirst()) {
            let between = document.tokens[first.tokens.upperBound..<second.tokens.lowerBound]
            guard between.first?.form == "and",
                between.dropFirst().allSatisfy({
                    $0.tag == .determiner || $0.tag == .adverb || $0.form == ","
                }),
                document.tokens[second.head].relation.universal == .conjunct
            else { continue }
            var top = first.head
            while document.tokens[top].relation.universal == .conjunct, document.tokens[top].head < top {
                top = document.tokens[top].head
            }
            let far = document.tokens[second.head].head
            guard far != top, !first.tokens.contains(far) else { continue }
            let isMember = [.object, .indirectObject, .nominalSubject, .oblique].contains(
                document.tokens[top].relation.universal
            )
            let isFarName =
                far < first.tokens.lowerBound && document.tokens[far].tag == .properNoun && isMember
            // "Envoys of Norway and Kenya met": nobody is the conjunct of a verb, or of what comes later.
            let isPeer = first.kind == second.kind
            let isOfVerb = isPeer && document.tokens[far].tag == .verb
            let isIncluded = isPeer && isInclusion(first, in: document)
            guard isFarName || isOfVerb || isIncluded else { continue }
            document.tokens[second.head].head = top
        }
    }

    /// "met Ito on Monday and Lund on Tuesday": whom one met is no conjunct of the day, nor of the town.
    func joinGapped(in document: inout Document) {
        var last: [Mention.Kind: Mention] = [:]
        for mention in document.mentions {
            defer { last[mention.kind] = mention }
            let day = document.tokens[mention.head].head
            guard mention.kind == .person || mention.kind == .politicalPlace,
                document.tokens[mention.head].relation.universal == .conjunct,
                day < mention.tokens.lowerBound,
                document.tokens[day].relation.universal == .oblique,
                let first = last[mention.kind], first.tokens.upperBound <= day,
                case let verb = document.tokens[day].head, verb < first.tokens.lowerBound,
                document.tokens[verb].tag == .verb,
                [verb, document.tokens[verb].head].contains(document.tokens[first.head].head)
                    || document.tokens[document.tokens[first.head].head].head == verb,
                [.object, .oblique, .nominalModifier].contains(
                    document.tokens[first.head].relation.universal
                ),
                document.sentenceIndex(ofToken: day) == document.sentenceIndex(ofToken: mention.head),
                isTime(day, in: document) || mention.kind == .person
            else { continue }
            document.tokens[mention.head].head = first.head
        }
    }

    /// "a meeting between Ito, claiming to speak for Oslo, and Lund": "between" takes two.
    func joinBetween(in document: inout Document) {
        for mention in document.mentions where mention.tokens.lowerBound > 0 {
            let verb = document.tokens[mention.head].head
            guard document.tokens[mention.head].relation.universal == .conjunct,
                verb < mention.tokens.lowerBound,
                document.tokens[verb].tag == .verb,
                document.tokens[mention.tokens.lowerBound - 1].form == "and"
            else { continue }
            let start = document.sentences[document.sentenceIndex(ofToken: mention.head)].tokens.lowerBound
            let between = (start..<mention.tokens.lowerBound).last { document.tokens[$0].form == "between" }
            guard let between, case let first = document.tokens[between].head, first > between,
                first < mention.tokens.lowerBound,
                document.tokens[first].relation.universal == .nominalModifier,
                !(first..<mention.tokens.lowerBound).contains(where: {
                    document.tokens[$0].head == first && document.tokens[$0].relation.universal == .conjunct
                })
            else { continue }
            document.tokens[mention.head].head = first
        }
    }

    /// Whether a noun is a day or time of day.
    private func isTime(_ word: Int, in document: Document) -> Bool {
        let form = document.tokens[word].form.lowercased()
        return form.hasSuffix("day") || ["morning", "afternoon", "evening", "night", "noon"].contains(form)
    }

    /// "ministers, including Ito and Lund": names told as some of those before.
    private func isInclusion(_ name: Mention, in document: Document) -> Bool {
        let first = name.tokens.lowerBound
        return first > 1
            && (document.tokens[first - 1].form == "including"
                || document.tokens[first - 1].form == "as" && document.tokens[first - 2].form == "such")
    }

    /// "North and South Korea" are two, the second joined to the first.
    func joinHalves(in document: inout Document) {
        for mention in document.mentions where mention.kind == .politicalPlace && mention.tokens.count == 2 {
            let first = mention.tokens.lowerBound - 2
            guard first >= 0, let half = document.halfName(at: first), half.twin == mention.tokens,
                gazetteer.country(of: half.name) != nil
            else { continue }
            let second = mention.tokens.upperBound - 1
            guard mention.head == second,
                !mention.tokens.contains(document.tokens[second].head)
                    || document.tokens[second].head == second
            else { continue }
            let isRoot = document.tokens[second].head == second
            document.tokens[first].head = isRoot ? first : document.tokens[second].head
            document.tokens[first].relation = document.tokens[second].relation
            document.tokens[second].head = first
            document.tokens[second].relation = .conjunct
            document.tokens[second - 1].head = second
            document.tokens[second - 1].relation = .compound
            document.tokens[first + 1].head = second
        }
    }

    /// "Norway-Kenya talks were held": both names tell of the noun behind them, and the first is no subject.
    func joinHyphenated(in document: inout Document) {
        for (first, second) in zip(document.mentions, document.mentions.dropFirst()) {
            let (noun, hyphen) = (second.tokens.upperBound, first.tokens.upperBound)
            guard first.kind == .politicalPlace, second.kind == .politicalPlace,
                second.tokens.lowerBound == hyphen + 1, noun < document.tokens.count,
                ["-", "–"].contains(document.tokens[hyphen].form), document.tokens[noun].tag == .noun,
                document.tokens[first.head].relation.universal == .nominalSubject,
                document.tokens[noun].head == document.tokens[first.head].head
            else { continue }
            for name in [first.head, second.head] {
                document.tokens[name].head = noun
                document.tokens[name].relation = .compound
            }
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
                (list.last?.tokens.upperBound ?? end)..<sentence.upperBound,
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
}
