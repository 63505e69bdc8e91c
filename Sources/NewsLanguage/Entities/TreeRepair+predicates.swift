import NewsText

/// Slips about predicates: what something is called, what a comma parts from its subject, what an active form joins.
extension TreeRepair {
    /// "politicians welcomed Sunday's vote": whose it is stands before the thing, never behind another one.
    func lowerPossessor(_ owner: Int, in document: inout Document) {
        guard document.tokens[owner].relation == .possessive, document.tokens[owner].head < owner,
            owner + 2 < document.tokens.count, ["'s", "’s"].contains(document.tokens[owner + 1].form),
            document.tokens[owner + 1].head == owner
        else { return }
        let thing = (owner + 2..<min(owner + 7, document.tokens.count)).first { token in
            document.tokens[token].tag == .noun && document.tokens[token].relation.universal != .compound
        }
        guard let thing, document.tokens[thing].head != owner else { return }
        document.tokens[owner].head = thing
    }

    /// `called the plan "a cheap and shabby trick"`: what the plan is called, hung on the plan.
    func raiseNamed(_ noun: Int, in document: inout Document, _ tree: SyntaxTree) {
        let object = document.tokens[noun].head
        let verb = document.tokens[object].head
        guard document.tokens[noun].tag == .noun, object < noun, verb < object,
            Self.naming.contains(document.tokens[verb].lemma.lowercased()),
            document.tokens[object].relation.universal == .object,
            [.conjunct, .apposition, .nominalModifier].contains(document.tokens[noun].relation.universal),
            tree.child(of: noun, by: [.coordinator, .caseMarking]) == nil,
            let article = tree.children(of: noun, by: [.determiner]).first(where: { $0 < noun }),
            article == object + 1 || article == object + 2 && document.tokens[object + 1].tag == .punctuation
        else { return }
        document.tokens[noun].head = verb
        document.tokens[noun].relation = .openComplement
        for word in article..<noun where document.tokens[word].head == object {
            document.tokens[word].head = noun
        }
    }

    private static let naming: Set<String> = ["call", "brand", "label", "dub", "deem", "term", "declare"]

    /// "as Norway, faced with a war, has agreed": the subject behind "as" is parted from its verb by what is told of it.
    func raiseInterrupted(_ noun: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard document.tokens[noun].relation.universal == .oblique,
            let lead = tree.child(of: noun, by: [.caseMarking]), document.tokens[lead].form == "as",
            tree.children(of: noun, by: [.adjectivalClause]).contains(where: {
                $0 > noun && document.tokens[noun + 1].form == ","
            }),
            case let governor = document.tokens[noun].head, governor < noun,
            let verb = tree.children(of: governor, by: [.parataxis, .conjunct, .adverbialClause]).first(
                where: { verb in
                    verb > noun && document.tokens[verb].tag == .verb
                        && document.tokens[tree.span(of: verb).lowerBound - 1].form == ","
                        && tree.child(of: verb, by: [.nominalSubject, .coordinator]) == nil
                })
        else { return }
        document.tokens[noun].head = verb
        document.tokens[noun].relation = .nominalSubject
        document.tokens[lead].head = verb
        document.tokens[lead].relation = .marker
        document.tokens[verb].relation = .adverbialClause
    }

    /// "Ito, who is on a tour of Kenya, met Lund": "who" right behind a name tells of it, not of what the name does.
    func lowerRelative(_ clause: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard [.adverbialClause, .parataxis].contains(document.tokens[clause].relation.universal),
            let who = tree.children(of: clause, by: [.nominalSubject]).first(where: {
                document.tokens[$0].form == "who"
            }), who > 1, document.tokens[who - 1].form == ",",
            who == tree.span(of: clause).lowerBound || who - 1 == tree.span(of: clause).lowerBound,
            document.tokens[who - 2].tag == .properNoun
        else { return }
        var name = who - 2
        while document.tokens[name].relation.universal == .flat, document.tokens[name].head < name {
            name = document.tokens[name].head
        }
        guard document.tokens[name].relation.universal == .nominalSubject,
            document.tokens[name].head == document.tokens[clause].head
        else { return }
        document.tokens[clause].head = name
        document.tokens[clause].relation = .relativeClause
    }

    /// "said data had been shared and called for a ban": an active form does not go on with a passive one, but with the
    /// verb above.
    func raiseActive(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        let first = document.tokens[verb].head
        let above = document.tokens[first].head
        guard document.tokens[verb].relation.universal == .conjunct, first < verb, above < first,
            document.tokens[first].relation.universal == .clausalComplement,
            tree.child(of: first, by: [.passiveAuxiliary]) != nil,
            document.tokens[verb].form.lowercased().hasSuffix("ed"),
            tree.child(of: verb, by: [.nominalSubject, .auxiliary, .passiveAuxiliary]) == nil,
            tree.children(of: verb, by: [.object]).contains(where: { $0 > verb })
                || ["call", "appeal"].contains(document.tokens[verb].lemma)
                    && tree.children(of: verb, by: [.oblique]).contains(where: {
                        tree.caseWords(of: $0) == "for"
                    })
        else { return }
        document.tokens[verb].head = above
        for child in tree.children(of: first, by: [.coordinator]) where child > first && child < verb {
            document.tokens[child].head = verb
        }
    }
}
