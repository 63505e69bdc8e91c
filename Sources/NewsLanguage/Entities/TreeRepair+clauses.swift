import NewsText

/// Slips about who stands in which clause, seen from word order alone.
extension TreeRepair {
    /// One verb has one subject: of two, the one with "and" before it is the other's conjunct ("Lund and Ito visited Oslo").
    func joinSubjects(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        // The tree was read before other mends: only what still hangs on the verb is its subject.
        let subjects = tree.children(of: verb, by: [.nominalSubject]).filter {
            $0 < verb && document.tokens[$0].head == verb
        }
        for (first, second) in zip(subjects, subjects.dropFirst()) {
            guard let and = tree.child(of: second, by: [.coordinator]), first < and, and < second,
                document.tokens[first].relation == document.tokens[second].relation
            else { continue }
            document.tokens[second].head = first
            document.tokens[second].relation = .conjunct
        }
    }

    /// What stands between a verb and the subject of the clause it opens is the verb's: in "Lund said on Tuesday there
    /// would be talks", Tuesday is when he said it.
    func moveEarlyAdjunct(_ adjunct: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard document.tokens[adjunct].relation.universal == .oblique else { return }
        let clause = document.tokens[adjunct].head
        let verb = document.tokens[clause].head
        guard document.tokens[clause].relation.universal == .clausalComplement,
            document.tokens[verb].tag == .verb,
            tree.span(of: adjunct).lowerBound == verb + 1,
            let subject = tree.child(of: clause, by: [.nominalSubject, .clausalSubject, .expletive]),
            subject > adjunct
        else { return }
        document.tokens[adjunct].head = verb
    }

    /// "He told Ito he had met Lund": of two subjects of a verb of telling the one behind it is who was told.
    func demoteListener(_ token: Int, in document: inout Document, _ tree: SyntaxTree) {
        let verb = document.tokens[token].head
        guard document.tokens[token].relation == .nominalSubject, verb < token,
            Self.telling.contains(document.tokens[verb].lemma.lowercased()),
            tree.children(of: verb, by: [.nominalSubject]).contains(where: { $0 < verb }),
            tree.span(of: token).lowerBound == verb + 1
        else { return }
        document.tokens[token].relation = .indirectObject
    }

    /// "He told reporters the talks were good": of two subjects of what is told, the one right behind the verb is who was told.
    func raiseListener(_ token: Int, in document: inout Document, _ tree: SyntaxTree) {
        let clause = document.tokens[token].head
        let verb = document.tokens[clause].head
        guard document.tokens[token].relation == .nominalSubject, verb < token,
            document.tokens[clause].relation.universal == .clausalComplement,
            Self.telling.contains(document.tokens[verb].lemma.lowercased()),
            tree.span(of: token).lowerBound == verb + 1,
            tree.children(of: clause, by: [.nominalSubject]).contains(where: { $0 > token }),
            tree.child(of: token, by: [.coordinator, .conjunct]) == nil
        else { return }
        document.tokens[token].head = verb
        document.tokens[token].relation = .indirectObject
    }

    /// "Lund had met the rebels' chief": right behind a verb that has its subject stands its object.
    func demoteObject(_ token: Int, in document: inout Document, _ tree: SyntaxTree) {
        let verb = document.tokens[token].head
        guard document.tokens[token].relation == .nominalSubject, verb < token,
            document.tokens[verb].tag == .verb,
            tree.span(of: token).lowerBound == verb + 1,
            tree.children(of: verb, by: [.nominalSubject]).contains(where: { $0 < verb }),
            tree.child(of: verb, by: [.object, .clausalComplement, .openComplement]) == nil,
            !Self.telling.contains(document.tokens[verb].lemma.lowercased()),
            !speechVerbs.contains(document.tokens[verb].form.lowercased())
        else { return }
        document.tokens[token].relation = .object
    }

    /// "He told Ito he had met Lund": no name has a clause of its own that starts with a pronoun, so it is what Ito was told.
    func moveToldClause(_ clause: Int, in document: inout Document, _ tree: SyntaxTree) {
        let told = document.tokens[clause].head
        let verb = document.tokens[told].head
        guard document.tokens[clause].relation.universal == .adjectivalClause, told < clause,
            [.object, .indirectObject, .oblique].contains(document.tokens[told].relation.universal),
            document.tokens[verb].tag == .verb, verb < told,
            Self.telling.contains(document.tokens[verb].lemma.lowercased()),
            let subject = tree.child(of: clause, by: [.nominalSubject]), subject > told,
            ["he", "she", "it", "they", "we", "i"].contains(document.tokens[subject].form.lowercased()),
            document.tokens[told].tag == .properNoun
        else { return }
        document.tokens[clause].head = verb
        document.tokens[clause].relation = .clausalComplement
    }

    private static let telling: Set<String> = [
        "tell", "assure", "inform", "remind", "warn", "promise", "notify",
    ]

    /// "Lund has vowed to stay and announced a plan": no past form is coordinated with an infinitive or gerund, so it goes
    /// on with the verb above.
    func raisePast(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        let token = document.tokens[verb]
        let first = token.head
        guard token.relation.universal == .conjunct, token.tag == .verb, first < verb,
            token.lemma.lowercased() != token.form.lowercased(),
            !["ing", "s"].contains(where: token.form.lowercased().hasSuffix),
            tree.child(of: verb, by: [.nominalSubject, .auxiliary, .marker]) == nil,
            Self.isNonfinite(first, in: document, tree)
        else { return }
        var finite = first
        while document.tokens[finite].relation.universal == .openComplement,
            document.tokens[finite].head != finite
        { finite = document.tokens[finite].head }
        guard finite != first, document.tokens[finite].tag == .verb,
            document.tokens[finite].form.lowercased().hasSuffix("ed")
                || tree.child(of: finite, by: [.nominalSubject]) != nil
        else { return }
        document.tokens[verb].head = finite
        for child in tree.children(of: first, by: [.coordinator]) where child > first && child < verb {
            document.tokens[child].head = verb
        }
    }

    /// "voiced opposition to the move and threatened sanctions": a past form with an object joins no noun.
    func raiseDeed(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        let token = document.tokens[verb]
        let noun = token.head
        guard token.relation == .conjunct, token.tag == .verb, noun < verb,
            document.tokens[noun].tag == .noun,
            token.form.lowercased().hasSuffix("ed"), verb > 0, document.tokens[verb - 1].form == "and",
            tree.child(of: verb, by: [.nominalSubject, .auxiliary, .object]) == nil,
            let thing = tree.children(of: noun, by: [.conjunct]).first(where: { $0 == verb + 1 }),
            document.tokens[thing].tag == .noun
        else { return }
        var above = noun
        while document.tokens[above].tag != .verb, document.tokens[above].head != above {
            above = document.tokens[above].head
        }
        guard document.tokens[above].tag == .verb, tree.child(of: above, by: [.nominalSubject]) != nil else {
            return
        }
        document.tokens[verb].head = above
        document.tokens[thing].head = verb
        document.tokens[thing].relation = .object
    }

    private static func isNonfinite(_ verb: Int, in document: Document, _ tree: SyntaxTree) -> Bool {
        guard document.tokens[verb].relation.universal == .openComplement else { return false }
        if document.tokens[verb].form.lowercased().hasSuffix("ing") { return true }
        return document.tokens[verb].form.lowercased() == document.tokens[verb].lemma.lowercased()
            && (verb > 0 && document.tokens[verb - 1].form.lowercased() == "to"
                || tree.children(of: verb, by: [.marker]).contains {
                    document.tokens[$0].form.lowercased() == "to"
                })
    }

    /// "Talks with Ito, who opposed the plan": "who" is the person named right before it, not a thing named earlier.
    func moveRelative(behind person: Mention, in document: inout Document) {
        let who = person.tokens.upperBound + 1
        guard who < document.tokens.count, document.tokens[who - 1].form == ",",
            document.tokens[who].form.lowercased() == "who"
        else { return }
        var clause = who
        for _ in 0..<4 where document.tokens[clause].relation != .relativeClause {
            clause = document.tokens[clause].head
        }
        let noun = document.tokens[clause].head
        guard document.tokens[clause].relation == .relativeClause, clause > who,
            noun < person.tokens.lowerBound, document.tokens[noun].tag == .noun,
            gazetteer.personNouns[document.tokens[noun].lemma.lowercased()] == nil
        else { return }
        document.tokens[clause].head = person.head
    }

    /// "Lund thanked those who voted and urged them to stay": who urges them is not they, so the verb goes on with Lund.
    func raiseAboveRelative(_ verb: Int, in document: inout Document, _ tree: SyntaxTree) {
        let clause = document.tokens[verb].head
        let noun = document.tokens[clause].head
        let above = document.tokens[noun].head
        func isPast(_ token: Int) -> Bool {
            let form = document.tokens[token].form.lowercased()
            return document.tokens[token].tag == .verb && form != document.tokens[token].lemma.lowercased()
                && !form.hasSuffix("ing") && !form.hasSuffix("s")
        }
        guard document.tokens[verb].relation.universal == .conjunct, clause < verb,
            document.tokens[clause].relation == .relativeClause, noun < clause, above < noun,
            [.object, .indirectObject].contains(document.tokens[noun].relation.universal),
            isPast(verb), isPast(clause), isPast(above), verb + 1 < document.tokens.count,
            document.tokens[verb + 1].head == verb,
            ["them", "him", "her"].contains(document.tokens[verb + 1].form.lowercased()),
            [.object, .indirectObject].contains(document.tokens[verb + 1].relation.universal),
            tree.child(of: verb, by: [.nominalSubject, .auxiliary]) == nil
        else { return }
        document.tokens[verb].head = above
    }

    /// "Lund warned on Friday of a flood": no day is a day of something; it is the matter of the verb.
    func moveMatterOfDay(_ matter: Int, in document: inout Document, _ tree: SyntaxTree) {
        let day = document.tokens[matter].head
        let verb = document.tokens[day].head
        guard document.tokens[matter].relation.universal == .nominalModifier, day < matter,
            Self.weekdays.contains(document.tokens[day].form.lowercased()),
            tree.caseWords(of: matter) == "of",
            document.tokens[day].relation.universal == .oblique, document.tokens[verb].tag == .verb,
            verb < day
        else { return }
        document.tokens[matter].head = verb
        document.tokens[matter].relation = .oblique
    }

    static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// Whether some word of a sentence never reaches a root by its heads.
    func hasCircle(_ sentence: Range<Int>, in document: Document) -> Bool {
        var walk = [Int](repeating: -1, count: sentence.count)
        for start in sentence {
            var token = start
            while sentence.contains(token), walk[token - sentence.lowerBound] < 0 {
                walk[token - sentence.lowerBound] = start
                if document.tokens[token].head == token { break }
                token = document.tokens[token].head
            }
            let isRoot = document.tokens[token].head == token
            if !isRoot, sentence.contains(token), walk[token - sentence.lowerBound] == start { return true }
        }
        return false
    }

    /// "spoke before talks with Ito": without a subject "talks" is no verb there.
    func nameTalks(_ word: Int, in document: inout Document, _ tree: SyntaxTree) {
        guard document.tokens[word].form == "talks", document.tokens[word].tag == .verb, word > 0,
            tree.child(of: word, by: [.nominalSubject, .auxiliary, .object]) == nil
        else { return }
        let lead = word - 1
        guard ["before", "after", "for", "following", "during", "at"].contains(document.tokens[lead].form),
            document.tokens[lead].head == word
        else { return }
        document.tokens[word].tag = .noun
        document.tokens[lead].tag = .adposition
        document.tokens[lead].relation = .caseMarking
        for child in tree.children(of: word, by: [.oblique]) {
            document.tokens[child].relation = .nominalModifier
        }
        if [.adverbialClause, .openComplement].contains(document.tokens[word].relation.universal) {
            document.tokens[word].relation = .oblique
        } else if document.tokens[word].relation.universal == .adjectivalClause {
            document.tokens[word].relation = .nominalModifier
        }
    }
}
