import NewsText

/// Pronouns of the third person.
///
/// Algorithm: first the subjects that stand above the pronoun in its sentence, nearest clause first; then, for people only,
/// the others of the sentence and of up to three before, subjects first. A pronoun that is no possessive never means the
/// subject of its own verb (Principle B); a reflexive always does. "It" and "they" mean the subject of the clause above or of
/// the sentence before, or nobody: most of them mean things that are no actors. Words in quotation marks and words outside
/// do not answer to each other, for the speaker speaks of others and calls himself "I".
extension EntityResolution {
    /// Sentences back that are looked through, and how far they are where quoted ones between them do not count.
    private static let reach = 3
    private static let farthest = 10

    /// Joins a personal or possessive pronoun to the entity it means, or leaves it alone.
    mutating func resolvePronoun(_ token: Int) {
        guard let wanted = Wanted(form(token)), relation(token) != .expletive, !isEmpty(token),
            !wanted.isHuman || forwards(token, wanted) == nil,
            let meant = wanted.isHuman ? person(token, wanted) : body(token, wanted)
        else { return }
        join(token, to: meant, wanted)
    }

    /// "When he arrived, Smith …", "Voicing his concern, Smith …": a pronoun in a clause before the subject it means.
    ///
    /// A participle has the subject of its sentence; before other clauses it is meant only where nobody came before.
    mutating func resolveForwards(in sentence: Range<Int>) {
        for token in sentence where draftAt[token] == nil && !quoted[token] {
            guard let wanted = Wanted(form(token)), wanted.isHuman,
                let subject = forwards(token, wanted, orFinite: true)
            else { continue }
            guard let meant = draftAt[subject], wanted.accepts(drafts[meant]) else {
                if let meant = person(token, wanted) { join(token, to: meant, wanted) }
                continue
            }
            join(token, to: meant, wanted)
        }
    }

    private mutating func join(_ token: Int, to meant: Int, _ wanted: Wanted) {
        if wanted.isHuman, drafts[meant].gender == nil {
            drafts[meant].gender = wanted == .male ? .male : .female
        }
        add(token..<(token + 1), head: token, form: .pronoun, to: meant)
    }

    /// The named subject behind the clause a pronoun stands in.
    private func forwards(_ token: Int, _ wanted: Wanted, orFinite: Bool = false) -> Int? {
        var current = token
        while document.tokens[current].head != current {
            let head = document.tokens[current].head
            if relation(current) == .adverbialClause, head > current {
                let isFinite = tree.child(of: current, by: [.nominalSubject]) != nil
                guard orFinite || !isFinite, !quoted[token],
                    let subject = tree.child(of: head, by: [.nominalSubject]), subject > token,
                    mentionAt[subject]?.kind == .person
                else { return nil }
                return subject
            }
            // "Before his meeting with Lund, Ito said".
            if relation(current) == .oblique, head > current, document.tokens[token].relation == .possessive,
                !quoted[token], let subject = tree.child(of: head, by: [.nominalSubject]), subject > token
            {
                if mentionAt[subject]?.kind == .person { return subject }
                // "In his talk with Lund, the statement said Ito called for a truce."
                if Self.documents.contains(lemma(subject)),
                    let clause = tree.child(of: head, by: [.clausalComplement]),
                    let teller = tree.child(of: clause, by: [.nominalSubject]),
                    mentionAt[teller]?.kind == .person
                {
                    return teller
                }
            }
            current = head
        }
        return nil
    }

    private static let documents: Set<String> = [
        "statement", "release", "readout", "report", "communique", "communiqué",
    ]

    /// "It is clear that", "it emerged that": "it" that stands for the clause behind.
    private func isEmpty(_ token: Int) -> Bool {
        guard form(token) == "it", relation(token) == .nominalSubject else { return false }
        let predicate = document.tokens[token].head
        let hasClause = tree.children(of: predicate).contains {
            $0 > predicate && [.clausalComplement, .clausalSubject].contains(relation($0))
        }
        let isVerb = document.tokens[predicate].tag == .verb
        return hasClause && (!isVerb || document.tokens[token].relation == .passiveSubject)
            || tree.child(of: predicate, by: [.copula]) != nil && document.tokens[predicate].tag == .adjective
                && !TreeRepair.dispositions.contains(form(predicate))
    }

    private func person(_ token: Int, _ wanted: Wanted) -> Int? {
        var barred = Set<Int>()
        for subject in subjectsAbove(token) {
            guard let draft = draftAt[subject.token] else { continue }
            if subject.isOwn, !isReflexive(token) {
                barred.insert(draft)
                continue
            }
            if wanted.accepts(drafts[draft]) { return draft }
        }
        guard !isReflexive(token) else { return nil }
        let current = document.sentenceIndex(ofToken: token)
        var passed = 0
        for sentence in stride(from: current, through: max(0, current - Self.farthest), by: -1) {
            let words = document.sentences[sentence].tokens
            // "He added" behind a long quotation: what stands in it leads nobody away from who spoke.
            if sentence < current, quoted[token] || !isQuotedThrough(words) { passed += 1 }
            guard passed <= Self.reach else { break }
            if let best = mostSalient(
                in: words.lowerBound..<min(words.upperBound, token),
                for: token,
                wanted,
                barred
            ) {
                return best
            }
        }
        return nil
    }

    /// Whether a sentence is quoted from its first word to its last.
    private func isQuotedThrough(_ words: Range<Int>) -> Bool {
        let spoken = words.filter { document.tokens[$0].tag != .punctuation }
        return spoken.first.map { quoted[$0] } ?? false && spoken.last.map { quoted[$0] } ?? false
    }

    private func isReflexive(_ token: Int) -> Bool {
        form(token).hasSuffix("self") || form(token).hasSuffix("selves")
    }

    /// Subjects before `token` of the verbs above it, nearest first; "own" is the subject of the verb it is an argument of.
    private func subjectsAbove(_ token: Int) -> [(token: Int, isOwn: Bool)] {
        var found: [(token: Int, isOwn: Bool)] = []
        var isOwn = relation(token) != .nominalSubject && document.tokens[token].relation != .possessive
        var current = token
        while document.tokens[current].head != current {
            let head = document.tokens[current].head
            if let asked = controller(of: current, below: head) {
                found.append((asked, isOwn))
                isOwn = false
            }
            if relation(current) != .nominalSubject,
                let subject = tree.children(of: head, by: [.nominalSubject]).last(where: {
                    $0 < token && $0 != current
                }),
                quoted[subject] == quoted[token]
            {
                let teller = antecedent(of: subject, verb: head)
                found.append((principal(of: teller, above: current) ?? teller, isOwn))
                isOwn = false
            } else if relation(head) == .adjectivalClause, document.tokens[head].head < token,
                draftAt[document.tokens[head].head] != nil
            {
                // "the general leading his troops": the noun is the participle's subject.
                found.append((document.tokens[head].head, isOwn))
                isOwn = false
            }
            current = head
        }
        return found
    }

    /// A relative pronoun stands for the noun its clause hangs on.
    private func antecedent(of subject: Int, verb: Int) -> Int {
        guard relation(verb) == .adjectivalClause, ["who", "which", "that"].contains(form(subject)) else {
            return subject
        }
        return document.tokens[verb].head
    }

    private func mostSalient(in run: Range<Int>, for pronoun: Int, _ wanted: Wanted, _ barred: Set<Int>)
        -> Int?
    {
        var best: (draft: Int, rank: Int, token: Int)?
        let isAnybodyNamed = run.contains { token in
            draftAt[token].map { wanted.accepts(drafts[$0]) && drafts[$0].isNamed && !barred.contains($0) }
                ?? false
        }
        let content = content(before: pronoun)
        for token in run {
            guard let draft = draftAt[token], wanted.accepts(drafts[draft]), !barred.contains(draft),
                quoted[token] == quoted[pronoun], isHead(token, of: draft),
                content.map({ !$0.contains(token) }) ?? true
            else { continue }
            // "withdrew the whip from Ito over posts in which he …": of objects a name comes before what is only described.
            let isOverruled =
                isAnybodyNamed && relation(token) == .object && !drafts[draft].isNamed
                && drafts[draft].title == nil
            let rank = isOverruled ? 0 : salience(of: token)
            // "In reply to a reporter's question, he said": who is only mentioned, without a name, is not taken up.
            if rank == 0, !drafts[draft].isNamed, drafts[draft].title == nil,
                relation(pronoun) == .nominalSubject
            {
                continue
            }
            if let found = best, found.rank >= rank { continue }
            best = (draft, rank, token)
        }
        return best?.draft
    }

    /// What stands before "…, he said": nobody calls himself by name in what he says (Principle C).
    private func content(before pronoun: Int) -> Range<Int>? {
        let verb = document.tokens[pronoun].head
        let words = document.sentences[document.sentenceIndex(ofToken: pronoun)].tokens
        guard relation(pronoun) == .nominalSubject, pronoun > words.lowerBound,
            [",", "\"", "”", "''"].contains(form(pronoun - 1)), document.tokens[verb].tag == .verb
        else { return nil }
        if relation(verb) == .parataxis, document.tokens[verb].head < pronoun {
            return words.lowerBound..<pronoun
        }
        return tree.children(of: verb, by: [.clausalComplement]).first { $0 < pronoun }.map {
            tree.span(of: $0)
        }
    }

    /// Whether a token is where its reference hangs on the rest, not a further word of it.
    func isHead(_ token: Int, of draft: Int) -> Bool {
        let head = document.tokens[token].head
        return head == token || draftAt[head] != draft || mentionAt[head] != mentionAt[token]
            || mentionAt[token] == nil
    }

    private func salience(of head: Int) -> Int {
        switch relation(head) {
        case .nominalSubject: document.tokens[document.tokens[head].head].relation == .root ? 3 : 2
        case .object, .indirectObject: 1
        default: 0
        }
    }

    private func body(_ token: Int, _ wanted: Wanted) -> Int? {
        for subject in subjectsAbove(token) {
            if subject.isOwn, !isReflexive(token) { continue }
            switch verdict(on: subject.token, wanted) {
            case .meant(let draft): return draft
            case .inTheWay: return nil
            case .passes: continue
            }
        }
        let current = document.sentenceIndex(ofToken: token)
        let isSubject = relation(token) == .nominalSubject || document.tokens[token].relation == .possessive
        guard current > 0, isSubject,
            let subject = mainSubject(ofSentence: current - 1, quoted: quoted[token]),
            document.sentences[current - 1].paragraph >= document.sentences[current].paragraph - 1
        else { return nil }
        if let teller = teller(meantBy: token, behind: subject) { return teller }
        guard case .meant(let draft) = verdict(on: subject, wanted) else { return nil }
        return draft
    }

    /// The subject of a sentence's root; where the root is quoted, of the last verb outside, which says who spoke.
    private func mainSubject(ofSentence sentence: Int, quoted isQuoted: Bool) -> Int? {
        let tokens = document.sentences[sentence].tokens
        if let root = tokens.first(where: { document.tokens[$0].relation == .root }),
            let subject = tree.child(of: root, by: [.nominalSubject]), quoted[subject] == isQuoted
        {
            return subject
        }
        return tokens.last { relation($0) == .nominalSubject && quoted[$0] == isQuoted }
    }

    private enum Verdict { case meant(Int), inTheWay, passes }

    /// What a subject says of an "it" or "they" below it.
    private func verdict(on subject: Int, _ wanted: Wanted) -> Verdict {
        if let draft = draftAt[subject] {
            let isOneOfMany = tree.child(of: subject, by: [.conjunct]) != nil
            if isOneOfMany { return wanted == .several ? .inTheWay : .passes }
            if wanted.accepts(drafts[draft]) { return .meant(draft) }
            return .passes
        }
        switch document.tokens[subject].tag {
        case .pronoun: return Wanted(form(subject)).map { $0.isHuman ? .passes : .inTheWay } ?? .passes
        case .noun: return (wanted == .several) == isPlural(subject) ? .inTheWay : .passes
        case .properNoun: return .inTheWay
        default: return .inTheWay
        }
    }
}
