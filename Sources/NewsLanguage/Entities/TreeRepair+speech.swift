import NewsText

/// Slips around verbs of saying: what is said, who says it and when, told from the order of the words.
extension TreeRepair {
    /// What stands behind the verb of saying is no part of what stands before it: in "Food is short, Ito said on Friday",
    /// Friday is when he said it.
    func moveLateAdjunct(_ adjunct: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard document.tokens[adjunct].relation.universal == .oblique else { return }
        var clause = document.tokens[adjunct].head
        for _ in 0..<6 where document.tokens[clause].relation.universal != .clausalComplement {
            clause = document.tokens[clause].head
        }
        let verb = document.tokens[clause].head
        guard document.tokens[clause].relation.universal == .clausalComplement, clause < verb, verb < adjunct,
            tree.span(of: adjunct).lowerBound == verb + 1
        else { return }
        document.tokens[adjunct].head = verb
    }

    /// "Food is short, Ito, the head of the relief service said": behind what is said, a name with the verb of saying hung
    /// on it is the one who says it.
    func raiseSpeaker(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        let saying = document.tokens[verb]
        guard saying.head < verb, [.parataxis, .adjectivalClause].contains(saying.relation.universal),
            speechVerbs.contains(saying.form.lowercased()),
            tree.child(of: verb, by: [.nominalSubject, .auxiliary, .marker]) == nil
        else { return }
        let speaker = saying.head
        let clause = document.tokens[speaker].head
        guard clause < speaker, document.tokens[clause].head == clause,
            tree.child(of: clause, by: [.nominalSubject, .expletive]) != nil,
            Self.looseLinks.contains(document.tokens[speaker].relation.universal),
            [.properNoun, .noun].contains(document.tokens[speaker].tag),
            tree.span(of: speaker).lowerBound > 0,
            document.tokens[tree.span(of: speaker).lowerBound - 1].form == ","
                || document.tokens[tree.span(of: speaker).lowerBound].form == ","
        else { return }
        document.tokens[verb].head = verb
        document.tokens[verb].relation = .root
        document.tokens[speaker].head = verb
        document.tokens[speaker].relation = .nominalSubject
        document.tokens[clause].head = verb
        document.tokens[clause].relation = .clausalComplement
    }

    private static let looseLinks: RelationSet = [.vocative, .parataxis, .dislocated, .apposition, .list]

    /// `"It is open," the minister, Ana Silva, said`: of two subjects of what is quoted the one behind it says so.
    func returnSpeaker(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard speechVerbs.contains(document.tokens[verb].form.lowercased()),
            tree.child(of: verb, by: [.nominalSubject]) == nil,
            let clause = tree.children(of: verb, by: [.clausalComplement]).first(where: { $0 < verb })
        else { return }
        let subjects = tree.children(of: clause, by: [.nominalSubject])
        guard subjects.count == 2, let speaker = subjects.last, speaker > clause, speaker < verb,
            verb - tree.span(of: speaker).upperBound <= 1
        else { return }
        document.tokens[speaker].head = verb
    }

    private static let finite: Set<String> = [
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "should", "must",
        "did",
    ]

    /// "adding it was safe", "made clear that it was safe": a word with a subject of its own is a clause, and said.
    func raiseClause(_ word: Int, in document: inout Document, _ tree: SyntaxTree) {
        let head = document.tokens[word].head
        guard head < word, tree.child(of: word, by: [.nominalSubject, .expletive]) != nil else { return }
        if document.tokens[word].relation == .openComplement, document.tokens[head].tag == .verb,
            tree.children(of: word, by: [.copula, .auxiliary]).contains(where: {
                Self.finite.contains(document.tokens[$0].form.lowercased())
            })
        {
            document.tokens[word].relation = .clausalComplement
        }
        let verb = document.tokens[head].head
        if document.tokens[word].relation.universal == .clausalComplement, verb < head,
            document.tokens[head].form == "clear", document.tokens[verb].lemma == "make"
        {
            document.tokens[word].head = verb
        }
    }

    /// "insisted that it was up to the union": a word with "that" and a subject of its own heads a clause, whatever it is.
    func complementThatClause(_ word: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard [.adverbialModifier, .oblique].contains(document.tokens[word].relation.universal),
            document.tokens[document.tokens[word].head].tag == .verb, document.tokens[word].head < word,
            tree.child(of: word, by: [.nominalSubject, .expletive]) != nil,
            tree.children(of: word, by: [.marker]).contains(where: {
                document.tokens[$0].form.lowercased() == "that"
            })
        else { return }
        document.tokens[word].relation = .clausalComplement
    }

    /// `"A," said the source briefed on the talks`: right behind the verb of saying stands who says it, with a participle that
    /// tells of him.
    func moveInvertedSpeaker(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard verb > 0, verb + 1 < document.tokens.count, document.tokens[verb - 1].tag == .punctuation,
            speechVerbs.contains(document.tokens[verb].form.lowercased()),
            tree.child(of: verb, by: [.nominalSubject]) == nil
        else { return }
        var speaker = verb + 1
        for _ in 0..<6 where document.tokens[speaker].relation.universal != .nominalSubject {
            let head = document.tokens[speaker].head
            guard head > speaker else { return }
            speaker = head
        }
        let participle = document.tokens[speaker].head
        guard document.tokens[speaker].relation.universal == .nominalSubject, participle == speaker + 1,
            tree.span(of: speaker).lowerBound == verb + 1,
            document.tokens[participle].form.lowercased().hasSuffix("ed"),
            tree.child(of: participle, by: [.auxiliary]) == nil
        else { return }
        document.tokens[speaker].head = verb
        document.tokens[participle].head = speaker
        document.tokens[participle].relation = .adjectivalClause
    }

    /// "There are limits, the aide added, to what can be done": between two marks, or a mark and the end, a subject and its
    /// verb of saying are set into the sentence and tell of no noun in it.
    func setAside(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        let saying = document.tokens[verb]
        let said = saying.head
        guard saying.relation.universal == .adjectivalClause, saying.tag == .verb, said < verb,
            speechVerbs.contains(saying.form.lowercased()),
            tree.child(of: verb, by: [.marker, .auxiliary]) == nil,
            let speaker = tree.child(of: verb, by: [.nominalSubject])
                ?? tree.children(of: said, by: Self.looseLinks).last(where: { $0 < verb }),
            isSetOff(speaker, verb, in: document, tree)
        else { return }
        var top = said
        while document.tokens[top].head != top { top = document.tokens[top].head }
        guard top < speaker else { return }
        document.tokens[verb].head = top
        document.tokens[verb].relation = .parataxis
        document.tokens[speaker].head = verb
        document.tokens[speaker].relation = .nominalSubject
        for child in tree.children(of: verb)
        where child > verb && document.tokens[child].tag != .punctuation {
            document.tokens[child].head = said
        }
    }

    /// Whether a speaker and, right behind it, the verb stand between marks: ", the aide added,".
    private func isSetOff(_ speaker: Int, _ verb: Int, in document: Document, _ tree: SyntaxTree) -> Bool {
        let subject = tree.span(of: speaker)
        let isSomebody =
            document.tokens[speaker].tag != .pronoun
            || ["he", "she", "they", "it"].contains(document.tokens[speaker].form.lowercased())
        return isSomebody && subject.lowerBound > 0 && subject.upperBound == verb
            && [subject.lowerBound - 1, subject.lowerBound].contains { document.tokens[$0].form == "," }
            && (verb + 1 == document.tokens.count || document.tokens[verb + 1].tag == .punctuation)
    }

    /// "…, reported the agency, citing aides": whom it cites is not what it reports.
    func lowerCiting(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard ["citing", "quoting"].contains(document.tokens[verb].form),
            document.tokens[verb].relation.universal == .clausalComplement, document.tokens[verb].head < verb,
            tree.child(of: verb, by: [.nominalSubject, .marker, .auxiliary]) == nil
        else { return }
        document.tokens[verb].relation = .adverbialClause
    }

    /// "Norway will pay, reported the agency": behind a comma a past verb of saying with its subject right behind it is set
    /// aside; the tree may take the subject for a second one of what is reported.
    func setInvertedAside(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        let saying = document.tokens[verb]
        let told = saying.head
        guard verb > 0, document.tokens[verb - 1].form == ",",
            [.adverbialClause, .conjunct, .adjectivalClause].contains(saying.relation.universal),
            told < verb, speechVerbs.contains(saying.form) || saying.form == "reported",
            tree.child(of: verb, by: [.marker, .auxiliary, .object, .clausalComplement, .coordinator]) == nil
        else { return }
        let subjects = tree.children(of: told, by: [.nominalSubject])
        let stray = subjects.count > 1 && subjects[0] < told ? subjects.last : nil
        guard let subject = tree.child(of: verb, by: [.nominalSubject]) ?? stray, subject > verb,
            tree.span(of: subject).lowerBound == verb + 1
        else { return }
        document.tokens[verb].relation = .parataxis
        document.tokens[subject].head = verb
        for child in tree.children(of: told)
        where child > subject && document.tokens[child].tag != .punctuation {
            document.tokens[child].head = verb
        }
    }

    /// "pointed to the need to leave": what is needed belongs to the need.
    func lowerNeeded(_ noun: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard document.tokens[noun].form == "need", document.tokens[noun].tag == .noun,
            let clause = tree.children(
                of: document.tokens[noun].head,
                by: [.openComplement, .adverbialClause]
            )
            .first(where: { tree.span(of: $0).lowerBound == noun + 1 }),
            document.tokens[noun + 1].form == "to"
        else { return }
        document.tokens[clause].head = noun
        document.tokens[clause].relation = .adjectivalClause
    }

    /// "a visit to Norway Sunday": a day behind a place is no part of its name, and the preposition is the place's.
    func moveDay(behind place: Int, in document: inout Document, _ tree: SyntaxTree) {
        let day = place + 1
        guard day < document.tokens.count, document.tokens[place].tag == .properNoun,
            Self.weekdays.contains(document.tokens[day].form.lowercased()),
            document.mentions.contains(where: {
                $0.tokens.upperBound == day && [.politicalPlace, .location].contains($0.kind)
            })
        else { return }
        let cases = tree.children(of: day, by: [.caseMarking, .determiner]).filter { $0 < place }
        guard !cases.isEmpty, document.tokens[day].head != place else { return }
        var head = document.tokens[day].head
        for word in cases { document.tokens[word].head = place }
        document.tokens[place].head = head
        document.tokens[place].relation = document.tokens[day].relation
        for _ in 0..<4 where document.tokens[head].tag != .verb { head = document.tokens[head].head }
        document.tokens[day].head = head
        document.tokens[day].relation = .temporalOblique
    }
}
