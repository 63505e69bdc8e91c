import NewsText

/// Mends the dependency trees where names show that the parser went wrong.
///
/// A parser sees words, not actors; some of its usual slips can be told from names and from what English never does:
/// - a subject with a preposition ("met with Ito" is no subject of "met");
/// - two people in apposition: a list of names is coordinated;
/// - a list of people ("X, foreign minister Y, and Z") or of countries: its members hang on the first;
/// - of two names with "and" between them, the second hung on a name far off;
/// - a place or time hung on a person ("met Kalin in Doha": "in Doha" belongs to "met");
/// - the subject of an inverted verb of saying hung on what was said ("…, says the writer");
/// - the subject of a time clause taken for the object of its conjunction ("after Vance visited Israel");
/// - two subjects of one verb where the second has "and" before it;
/// - who is told taken for a second subject ("he told Ito he had met Lund");
/// - what somebody is told taken for a clause about them ("told Ito he had met Lund");
/// - a time or place before the subject of what is said, taken out of the saying ("said on Tuesday there would be");
/// - the same behind the verb of saying ("Food is short, Ito said on Friday");
/// - a verb of saying hung on the name of the one who says it, and a clause with "that" taken for an adverb;
/// - "the aide added" between commas, hung on a noun as if it told of it;
/// - a past form coordinated with an infinitive ("vowed to stay and announced a plan"), and what somebody "warned on Friday
///   of" hung on the day;
/// - "who" behind a person, hung on a thing before;
/// - a name behind the second of two roles, hung on the first ("the minister and her counterpart, Ito").
struct TreeRepair: Sendable {
    let gazetteer: Gazetteer
    let speechVerbs = Set(Lexicon(.speechVerbs).rows.map { $0[0] })

    /// Mends the heads and relations of `document`; needs mentions.
    ///
    /// The result is a tree: a sentence in which mends have closed a circle keeps the parser's heads.
    func repair(_ document: inout Document) {
        let parsed = document.tokens
        mend(&document)
        for sentence in document.sentences where hasCircle(sentence.tokens, in: document) {
            for token in sentence.tokens {
                document.tokens[token].head = parsed[token].head
                document.tokens[token].relation = parsed[token].relation
            }
        }
    }

    private func mend(_ document: inout Document) {
        var tree = SyntaxTree(document)
        for mention in document.mentions where mention.kind == .person {
            moveAdjuncts(of: mention, in: &document, tree)
            moveRelative(behind: mention, in: &document)
            moveApposition(mention, in: &document, tree)
        }
        joinPeople(in: &document)
        joinLists(in: &document)
        joinPairs(in: &document)
        tree = SyntaxTree(document)
        for token in document.tokens.indices {
            demoteSubject(token, in: &document, tree)
            demoteListener(token, in: &document, tree)
            moveInvertedSubject(token, in: &document)
            moveClauseSubject(token, in: &document, tree)
            joinSubjects(token, in: &document, tree)
            moveEarlyAdjunct(token, in: &document, tree)
            moveLateAdjunct(token, in: &document, tree)
            raiseSpeaker(token, in: &document, tree)
            complementThatClause(token, in: &document, tree)
            moveToldClause(token, in: &document, tree)
            setAside(token, in: &document, tree)
            moveInvertedSpeaker(token, in: &document, tree)
            raiseListener(token, in: &document, tree)
            demoteObject(token, in: &document, tree)
            raisePast(token, in: &document, tree)
            raiseAboveRelative(token, in: &document, tree)
            moveMatterOfDay(token, in: &document, tree)
        }
    }

    private static let adjunctCases: Set<String> = [
        "in", "at", "on", "during", "before", "after", "near", "aboard",
    ]

    private func moveAdjuncts(of mention: Mention, in document: inout Document, _ tree: SyntaxTree) {
        for name in mention.tokens {
            for child in tree.children(of: name, by: [.nominalModifier])
            where child >= mention.tokens.upperBound {
                guard let preposition = tree.caseWords(of: child), Self.adjunctCases.contains(preposition),
                    let verb = verb(above: name, in: document), verb < child
                else { continue }
                document.tokens[child].head = verb
                document.tokens[child].relation = .oblique
            }
        }
    }

    /// "The envoy to the United Nations, Ito": nobody is a body; the name is that of the office above.
    private func office(above body: Int, before name: Mention, in document: Document) -> Int? {
        guard document.tokens[body].tag == .properNoun, body < name.tokens.lowerBound else { return nil }
        var current = body
        for _ in 0..<3 where document.tokens[current].relation.universal == .nominalModifier {
            current = document.tokens[current].head
            if document.tokens[current].tag == .noun, current < body,
                gazetteer.personNouns[document.tokens[current].lemma.lowercased()] == .office
            {
                return current
            }
        }
        return nil
    }

    /// "The minister and her counterpart, Ito": the name behind the second role is its bearer's, not the first's.
    private func moveApposition(_ name: Mention, in document: inout Document, _ tree: SyntaxTree) {
        let first = document.tokens[name.head].head
        guard document.tokens[name.head].relation.universal == .apposition, name.tokens.lowerBound > 1,
            document.tokens[name.tokens.lowerBound - 1].form == ","
        else { return }
        if let office = office(above: first, before: name, in: document) {
            document.tokens[name.head].head = office
            return
        }
        guard
            let second = tree.children(of: first, by: [.conjunct]).last(where: { $0 < name.tokens.lowerBound }
            ),
            second == name.tokens.lowerBound - 2,
            document.tokens[second].tag == .noun,
            document.tokens[second].form.lowercased() == document.tokens[second].lemma.lowercased(),
            gazetteer.personNouns[document.tokens[second].lemma.lowercased()] != nil
        else { return }
        document.tokens[name.head].head = second
    }

    /// The verb a name is an argument of, through coordination and apposition.
    private func verb(above token: Int, in document: Document) -> Int? {
        var current = token
        for _ in 0..<8 {
            let next = document.tokens[current].head
            if next == current { return nil }
            if document.tokens[next].tag == .verb { return next }
            current = next
        }
        return nil
    }

    /// Nobody is two people: a person hung on a person as its apposition or modifier is the next of a list.
    private func joinPeople(in document: inout Document) {
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
    private func joinLists(in document: inout Document) {
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

    /// "urging Norway and the Front to stop": of two names with a bare "and" between them the second is the first's conjunct,
    /// not that of a name far off.
    private func joinPairs(in document: inout Document) {
        for (first, second) in zip(document.mentions, document.mentions.dropFirst()) {
            let between = document.tokens[first.tokens.upperBound..<second.tokens.lowerBound]
            guard between.first?.form == "and", between.dropFirst().allSatisfy({ $0.tag == .determiner }),
                document.tokens[second.head].relation.universal == .conjunct
            else { continue }
            var top = first.head
            while document.tokens[top].relation.universal == .conjunct, document.tokens[top].head < top {
                top = document.tokens[top].head
            }
            let far = document.tokens[second.head].head
            guard far < first.tokens.lowerBound, far != top, document.tokens[far].tag == .properNoun,
                [.object, .indirectObject, .nominalSubject, .oblique].contains(
                    document.tokens[top].relation.universal
                )
            else { continue }
            document.tokens[second.head].head = top
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
            // "the leaders of Norway, Austria and Italy said": a verb that has its subject needs no second one.
            let isSecondSubject =
                relation == .nominalSubject
                && document.tokens[sentence.lowerBound..<first.tokens.lowerBound].contains {
                    $0.head == document.tokens[own].head && $0.relation.universal == .nominalSubject
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

    private static let nameLinks: Set<Relation> = [
        .apposition, .nominalModifier, .flat, .compound, .list, .unspecified,
    ]

    private func demoteSubject(_ token: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard document.tokens[token].relation.universal == .nominalSubject,
            let preposition = tree.caseWords(of: token),
            ["with", "by", "to", "from", "in", "at", "for", "on"].contains(preposition)
        else { return }
        document.tokens[token].relation = .oblique
    }

    private func moveInvertedSubject(_ token: Int, in document: inout Document) {
        let subject = document.tokens[token]
        guard subject.relation.universal == .nominalSubject else { return }
        let predicate = document.tokens[subject.head]
        guard predicate.relation.universal == .clausalComplement, subject.head < predicate.head,
            predicate.head < token
        else { return }
        document.tokens[token].head = predicate.head
    }

    private static let conjunctions: Set<String> = ["after", "before", "since", "until", "as", "once"]

    private func moveClauseSubject(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard document.tokens[verb].tag == .verb,
            document.tokens[verb].relation.universal == .adverbialClause,
            tree.child(of: verb, by: [.nominalSubject, .clausalSubject, .marker]) == nil
        else { return }
        for sibling in tree.children(of: document.tokens[verb].head, by: [.oblique]) where sibling < verb {
            guard tree.span(of: sibling).upperBound == verb,
                let preposition = tree.caseWords(of: sibling), Self.conjunctions.contains(preposition)
            else { continue }
            document.tokens[sibling].head = verb
            document.tokens[sibling].relation = .nominalSubject
        }
    }
}
