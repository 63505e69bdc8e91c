import NewsText

/// Mends the dependency trees where names show that the parser went wrong.
///
/// A parser sees words, not actors; some of its usual slips can be told from names and from what English never does:
/// - the preposition of a name hung on its last word ("in Abu Dhabi");
/// - a subject with a preposition ("met with Ito" is no subject of "met");
/// - two people in apposition: a list of names is coordinated;
/// - a list of people ("X, foreign minister Y, and Z") or of countries: its members hang on the first;
/// - those who are the ministers of as many countries, hung on the countries ("the ministers of Norway and Kenya, Ito and Lund");
/// - of two names with "and" between them, the second hung on a name far off;
/// - whom one met on another day, hung on the first day ("met Ito on Monday and Lund on Tuesday");
/// - a people's adjective hung on a noun behind a verb or before a preposition ("when Kenyan officials met, Oslo …");
/// - "North and South Korea" taken for one name, the first of "Norway-Kenya talks" for a subject;
/// - "visiting" before a title taken for a clause with the person as its object ("was received by visiting President Ito");
/// - a place or time hung on a person ("met Kalin in Doha": "in Doha" belongs to "met");
/// - the subject of an inverted verb of saying hung on what was said ("…, says the writer");
/// - the subject of a time clause taken for the object of its conjunction ("after Vance visited Israel");
/// - "it" of somebody ("said it was ready to help") taken for a mere "it";
/// - two subjects of one verb where the second has "and" before it, or is the name of the second role before it;
/// - who is told taken for a second subject ("he told Ito he had met Lund");
/// - what somebody is told taken for a clause about them ("told Ito he had met Lund");
/// - a time or place before the subject of what is said, taken out of the saying ("said on Tuesday there would be");
/// - the same behind the verb of saying ("Food is short, Ito said on Friday");
/// - a verb of saying hung on the name of the one who says it, and a clause with "that" taken for an adverb;
/// - who says it, behind a quotation, taken for a second subject of what is quoted;
/// - what is added or made clear, hung elsewhere than on the verb;
/// - "the aide added" between commas, hung on a noun as if it told of it;
/// - a past form coordinated with an infinitive ("vowed to stay and announced a plan") or with a noun, and what somebody "warned on Friday
///   of" hung on the day;
/// - "who" behind a person, hung on a thing before;
/// - a name behind the second of two roles, hung on the first ("the minister and her counterpart, Ito"), or on the body in a
///   role ("the envoy to NATO, Ito");
/// - who says it with a participle behind ("…, said the aide briefed on it"), and the object right behind a verb, taken for
///   subjects; who was told taken for the subject of what he was told;
/// - the subject of what is said given to the verb of saying, one behind "saying" taken for its speaker, and the
///   thing that a clause tells of taken for its subject ("…, a step Oslo has condemned");
/// - the second of two parties hung on a verb ("between Ito, claiming to speak for Oslo, and Lund");
/// - the second of two parties behind a clause about the first ("talks between Ito, who came, and Lund began");
/// - "talks" behind "before" or "after" taken for a verb ("before talks with Ito");
/// - whom an agency cites ("…, reported the agency, citing aides") taken for what it reports;
/// - "…, reported the agency" taken for a circumstance of what it reports;
/// - what there is a need for, hung on the verb ("pointed to the need to leave");
/// - a day right behind a place taken for its head ("a visit to Norway Sunday");
/// - a possessor hung on a noun before it, what something is called hung on the thing, a subject parted from its verb
///   ("as Norway, faced with a war, has agreed"), an active form coordinated with a passive one, a clause with "who" hung on what its name does;
/// - a verb whose object is "them" coordinated with the clause about them ("thanked those who voted and urged them").
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
        raiseCases(in: &document)
        var tree = SyntaxTree(document)
        for mention in document.mentions where mention.kind == .person {
            moveAdjuncts(of: mention, in: &document, tree)
            moveRelative(behind: mention, in: &document)
            moveApposition(mention, in: &document, tree)
        }
        joinPeople(in: &document)
        joinLists(in: &document)
        for noun in document.tokens.indices { lowerBearers(of: noun, in: &document) }
        joinPairs(in: &document)
        joinGapped(in: &document)
        joinBetween(in: &document)
        joinHeadlinePair(in: &document)
        joinHalves(in: &document)
        joinHyphenated(in: &document)
        lowerPeoples(in: &document)
        joinVisiting(in: &document)
        tree = SyntaxTree(document)
        for token in document.tokens.indices {
            fillSubject(token, in: &document)
            demoteSubject(token, in: &document, tree)
            demoteListener(token, in: &document, tree)
            moveInvertedSubject(token, in: &document)
            moveClauseSubject(token, in: &document, tree)
            joinRole(token, in: &document, tree)
            joinSubjects(token, in: &document, tree)
            returnSubject(token, in: &document, tree)
            lowerSubject(token, in: &document, tree)
            raiseAntecedent(token, in: &document, tree)
            closePair(token, in: &document, tree)
            returnParty(token, in: &document, tree)
            moveEarlyAdjunct(token, in: &document, tree)
            moveLateAdjunct(token, in: &document, tree)
            raiseSpeaker(token, in: &document, tree)
            returnSpeaker(token, in: &document, tree)
            raiseClause(token, in: &document, tree)
            complementThatClause(token, in: &document, tree)
            moveToldClause(token, in: &document, tree)
            setAside(token, in: &document, tree)
            moveInvertedSpeaker(token, in: &document, tree)
            raiseListener(token, in: &document, tree)
            demoteObject(token, in: &document, tree)
            raisePast(token, in: &document, tree)
            raiseDeed(token, in: &document, tree)
            raiseAboveRelative(token, in: &document, tree)
            moveMatterOfDay(token, in: &document, tree)
            lowerCiting(token, in: &document, tree)
            nameTalks(token, in: &document, tree)
            setInvertedAside(token, in: &document, tree)
            lowerNeeded(token, in: &document, tree)
            moveDay(behind: token, in: &document, tree)
            lowerPossessor(token, in: &document)
            raiseNamed(token, in: &document, tree)
            raiseInterrupted(token, in: &document, tree)
            raiseActive(token, in: &document, tree)
            lowerRelative(token, in: &document, tree)
        }
    }

    /// "in Abu Dhabi": the preposition of a name belongs to its head, not to its last word.
    private func raiseCases(in document: inout Document) {
        for mention in document.mentions where mention.tokens.count > 1 {
            let first = mention.tokens.lowerBound
            for word in max(0, first - 2)..<first {
                let token = document.tokens[word]
                if token.relation.universal == .caseMarking, token.head != mention.head,
                    mention.tokens.contains(token.head)
                {
                    document.tokens[word].head = mention.head
                }
            }
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
        let relation = document.tokens[name.head].relation
        guard [.apposition, .conjunct].contains(relation), name.tokens.lowerBound > 1,
            document.tokens[name.tokens.lowerBound - 1].form == ",",
            // "an aide to President Lund, Ito, said": of two names a comma alone joins none.
            relation == .apposition
                || name.tokens.upperBound < document.tokens.count
                    && document.tokens[name.tokens.upperBound].form == ","
                    && tree.child(of: name.head, by: [.coordinator]) == nil
                    && tree.children(of: first, by: [.conjunct]) == [name.head]
        else { return }
        if let office = office(above: first, before: name, in: document) {
            document.tokens[name.head].head = office
            document.tokens[name.head].relation = .apposition
            return
        }
        guard relation == .apposition else { return }
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
