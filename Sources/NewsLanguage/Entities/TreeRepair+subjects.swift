import NewsText

/// Slips about whose subject a noun is, where one clause stands inside another's words.
extension TreeRepair {
    /// "Lee, the envoy for the talks, spoke by phone with Ito, the ministry said": of two subjects of a verb of saying, the
    /// first is that of the clause between them, which is what is said.
    func returnSubject(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard speechVerbs.contains(document.tokens[verb].form.lowercased()) else { return }
        let subjects = tree.children(of: verb, by: [.nominalSubject]).filter {
            $0 < verb && document.tokens[$0].head == verb
        }
        guard subjects.count == 2, let first = subjects.first, let second = subjects.last else { return }
        let near = tree.span(of: second)
        guard near.upperBound == verb, near.lowerBound > 0,
            [near.lowerBound, near.lowerBound - 1].contains(where: { document.tokens[$0].form == "," }),
            let clause = (tree.children(of: first) + tree.children(of: verb)).first(where: { clause in
                clause > first && clause < second && document.tokens[clause].tag == .verb
                    && Self.clauseLinks.contains(document.tokens[clause].relation.universal)
                    && document.tokens[clause].form.lowercased() != document.tokens[clause].lemma.lowercased()
                    && !document.tokens[clause].form.hasSuffix("ing")
                    && tree.child(of: clause, by: [.nominalSubject, .clausalSubject, .marker]) == nil
            })
        else { return }
        document.tokens[first].head = clause
        document.tokens[clause].head = verb
        document.tokens[clause].relation = .clausalComplement
        for child in tree.children(of: verb) + tree.children(of: first)
        where child > clause && child < near.lowerBound - 1 && document.tokens[child].tag != .punctuation {
            document.tokens[child].head = clause
        }
    }

    private static let clauseLinks: RelationSet = [
        .clausalComplement, .parataxis, .adjectivalClause, .apposition,
    ]

    /// "Talks between Ito, who came on Sunday, and Lund began": the second of two parties, behind a clause about the first, is
    /// no subject; what began are the talks.
    func closePair(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        let talks = document.tokens[verb].head
        guard document.tokens[verb].relation == .conjunct, talks < verb,
            let second = tree.child(of: verb, by: [.nominalSubject]), second < verb,
            let and = tree.child(of: verb, by: [.coordinator]), document.tokens[and].form == "and",
            tree.span(of: second).lowerBound == and + 1,
            let first = tree.children(of: talks, by: [.nominalModifier]).first(where: {
                $0 < second && ["between", "among"].contains(tree.caseWords(of: $0) ?? "")
            }),
            tree.child(of: first, by: [.conjunct]) == nil
        else { return }
        let subject = document.tokens[second].relation
        document.tokens[second].head = first
        document.tokens[second].relation = .conjunct
        document.tokens[and].head = second
        let isRoot = document.tokens[talks].head == talks
        document.tokens[verb].head = isRoot ? verb : document.tokens[talks].head
        document.tokens[verb].relation = document.tokens[talks].relation
        document.tokens[talks].head = verb
        document.tokens[talks].relation = subject
    }

    /// "The meeting between Ito and Norway's Lund planned for Friday was called off": the second party is no subject of what is
    /// said of the meeting.
    func returnParty(_ clause: Int, in document: inout Document, _ tree: SyntaxTree) {
        let talks = document.tokens[clause].head
        guard document.tokens[clause].relation.universal == .adjectivalClause, talks < clause,
            document.tokens[clause].form != document.tokens[clause].lemma,
            let second = tree.child(of: clause, by: [.nominalSubject]), second < clause,
            let and = tree.child(of: second, by: [.coordinator]), document.tokens[and].form == "and",
            tree.span(of: second).lowerBound == and,
            let first = tree.children(of: talks, by: [.nominalModifier]).first(where: {
                $0 < and && ["between", "among", "with"].contains(tree.caseWords(of: $0) ?? "")
            }),
            tree.child(of: first, by: [.conjunct]) == nil
        else { return }
        document.tokens[second].head = first
        document.tokens[second].relation = .conjunct
    }

    /// "moved to close the port, a step Oslo has condemned": of two subjects side by side the first, behind a comma, is what
    /// the clause tells of.
    func raiseAntecedent(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        let subjects = tree.children(of: verb, by: [.nominalSubject]).filter {
            $0 < verb && document.tokens[$0].head == verb
        }
        guard subjects.count == 2, let thing = subjects.first, let subject = subjects.last,
            document.tokens[thing].tag == .noun, document.tokens[verb].head < thing,
            tree.span(of: subject).lowerBound == thing + 1
        else { return }
        let start = tree.span(of: thing).lowerBound
        guard start > 0, [start, start - 1].contains(where: { document.tokens[$0].form == "," }) else {
            return
        }
        document.tokens[thing].head = document.tokens[verb].head
        document.tokens[thing].relation = .parataxis
        document.tokens[verb].head = thing
        document.tokens[verb].relation = .relativeClause
    }

    /// "…, saying some members felt it was late": behind a participle of saying stands who did what is said, not who says it.
    func lowerSubject(_ subject: Int, in document: inout Document, _ tree: SyntaxTree) {
        let verb = document.tokens[subject].head
        guard document.tokens[subject].relation.universal == .nominalSubject, verb < subject,
            Self.sayings.contains(document.tokens[verb].form.lowercased()),
            tree.child(of: verb, by: [.auxiliary]) == nil,
            let clause = tree.child(of: verb, by: [.clausalComplement]), clause > subject,
            tree.child(of: clause, by: [.nominalSubject, .expletive]) == nil,
            tree.span(of: clause).lowerBound <= tree.span(of: subject).upperBound
        else { return }
        document.tokens[subject].head = clause
    }

    private static let sayings: Set<String> = [
        "saying", "adding", "arguing", "claiming", "insisting", "noting", "warning", "stressing",
        "suggesting",
    ]

    /// "Norway said it was ready to help": who is ready is somebody, no mere "it".
    func fillSubject(_ token: Int, in document: inout Document) {
        guard document.tokens[token].form.lowercased() == "it", document.tokens[token].relation == .expletive,
            Self.dispositions.contains(document.tokens[document.tokens[token].head].form.lowercased())
        else { return }
        document.tokens[token].relation = .nominalSubject
    }

    /// What only somebody can be: "it is ready to help", "it was confident".
    static let dispositions: Set<String> = [
        "ready", "willing", "unwilling", "prepared", "committed", "determined", "concerned", "worried",
        "alarmed",
        "open", "opposed", "keen", "eager", "reluctant", "aware", "unaware", "able", "unable", "confident",
        "optimistic", "pessimistic", "hopeful", "satisfied", "dissatisfied", "pleased", "disappointed",
        "grateful",
        "thankful", "outraged", "shocked", "saddened", "angry", "appalled", "responsible", "neutral",
        "powerless",
        "sceptical", "skeptical", "wary", "proud", "happy", "unhappy", "sorry", "bound", "serious", "sincere",
    ]

    /// "Ito and her Kenyan counterpart Lund spoke": the name right behind the second role is its bearer's, no further subject.
    func joinRole(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        let subjects = tree.children(of: verb, by: [.nominalSubject])
        guard subjects.count == 2, let name = subjects.last, name < verb,
            document.tokens[name].tag == .properNoun, name > 0,
            tree.span(of: name).lowerBound == name
        else { return }
        let role = name - 1
        guard document.tokens[role].tag == .noun, document.tokens[role].relation.universal == .conjunct,
            tree.conjuncts(of: subjects[0]).contains(role),
            gazetteer.personNouns[document.tokens[role].lemma.lowercased()] != nil
        else { return }
        document.tokens[name].head = role
        document.tokens[name].relation = .apposition
    }
}
