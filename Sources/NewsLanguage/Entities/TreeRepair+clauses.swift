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
}
