import NewsText

/// The clauses that the tree gives as said.
extension StatementContent {
    /// The clause that was said, behind the verb or before it, as one stretch.
    ///
    /// The tree often hangs a word of the clause on the verb of saying ("said [Democrats] are to blame"), so everything
    /// between the first and the last word of the clause belongs to it, except what carries the saying itself.
    func clause(of verb: Int) -> [Int] {
        var complements = reading.tree.children(
            of: verb,
            by: reading.isPassive(verb) ? [.clausalComplement, .clausalSubject] : [.clausalComplement]
        )
        if complements.isEmpty, let clause = clauseOfOccasion(verb) { complements = [clause] }
        if let enclosing = enclosing(verb, complements: complements) { return enclosing }
        let behind = complements.filter { $0 > verb }
        if let first = complements.first, first < verb, let last = behind.last, isInterruption(verb) {
            // "The measure, he said, would hurt farms": the tree takes the halves for two complements.
            return (clauseBefore(verb, complement: first) + clauseBehind(verb, complements: [last])).sorted()
        }
        if let only = behind.first, behind.count == 1, isInterruption(verb) {
            let own = cueWords(of: verb)
            let words = reading.tree.subtree(of: only)
            if let first = words.first, first < own.min() ?? verb {
                return words.filter { !own.contains($0) }
            }
        }
        if !behind.isEmpty { return clauseBehind(verb, complements: behind) }
        if let before = complements.first { return clauseBefore(verb, complement: before) }
        // A parenthetical "X said" hangs on what was said.
        var head = reading.token(verb).head
        if reading.relation(verb).universal == .parataxis, head != verb,
            reading.tree.child(of: verb, by: [.nominalSubject]) != nil
        {
            // It may hang on the subject of what was said: "the figures, the agency said, were high".
            while [.nominalSubject, .oblique, .nominalModifier].contains(reading.relation(head).universal) {
                head = reading.token(head).head
            }
            let own = Set(reading.tree.subtree(of: verb))
            return reading.tree.subtree(of: head).filter { !own.contains($0) }
        }
        return garbled(behind: verb)
    }

    /// "said in a statement that the road was shut": the tree hangs the clause on the statement.
    func clauseOfOccasion(_ verb: Int) -> Int? {
        for noun in reading.tree.children(of: verb, by: [.oblique]) where noun > verb {
            guard
                reading.lexicons.nouns.occasions.contains(reading.lemma(noun))
                    || reading.lexicons.nouns.documents.contains(reading.lemma(noun)),
                ["in", "on", "at", "via", "during", "through"].contains(
                    reading.tree.caseWords(of: noun) ?? ""
                )
            else { continue }
            let below = reading.tree.subtree(of: noun).flatMap { word in
                reading.tree.children(of: word, by: [.adjectivalClause, .clausalComplement])
            }
            let said = below.first { clause in
                clause > noun && reading.relation(clause) != .relativeClause
                    && reading.tree.children(of: clause, by: [.marker]).contains {
                        reading.form($0) == "that"
                    }
            }
            if let said { return said }
        }
        return nil
    }

    /// "a statement saying an attack there produced nothing": a garbled clause is the rest of the sentence.
    ///
    /// Holds where the tree sees an object of a verb that only takes clauses, and a verb behind it.
    private func garbled(behind verb: Int) -> [Int] {
        guard ["say", "add", "argue", "insist"].contains(reading.lemma(verb)),
            let object = reading.tree.child(of: verb, by: [.object]), object > verb, !reading.isQuoted[object]
        else { return [] }
        let sentence = reading.document.sentences[reading.sentence(of: verb)].tokens
        let rest = (verb + 1)..<sentence.upperBound
        let isClause = rest.contains { token in
            token > object && [.verb, .auxiliary].contains(reading.token(token).tag)
                && !reading.tree.isWithin(token, object)
        }
        return isClause ? Array(rest) : []
    }

    /// "It takes weeks, he said, and quarrels would be worse": both halves, where the tree hangs "he said" on the first
    /// and the second on "said".
    private func enclosing(_ verb: Int, complements: [Int]) -> [Int]? {
        let head = reading.token(verb).head
        let own = cueWords(of: verb)
        guard reading.relation(verb).universal == .parataxis, head < verb, !complements.isEmpty,
            isInterruption(verb),
            complements.allSatisfy({ complement in
                complement > verb
                    && (reading.tree.child(of: complement, by: [.coordinator]) != nil
                        || isRelative(complement) || isSubordinate(complement))
            })
        else { return nil }
        return reading.tree.subtree(of: head).filter { !own.contains($0) }
    }

    /// "The port is shut, he said, which helps nobody": the clause goes on with what stands before.
    private func isRelative(_ clause: Int) -> Bool {
        reading.tree.subtree(of: clause).first { reading.token($0).tag != .punctuation }.map {
            ["which", "who", "whose"].contains(reading.form($0))
        } ?? false
    }

    /// "The port is shut, he said, three days after it opened".
    private func isSubordinate(_ clause: Int) -> Bool {
        reading.tree.children(of: clause, by: [.marker]).contains {
            ["after", "before", "because", "as", "while", "since", "although", "though", "when"].contains(
                reading.form($0)
            )
        }
    }

    /// Whether "he said" stands between commas.
    private func isInterruption(_ verb: Int) -> Bool {
        let own = cueWords(of: verb).filter { reading.token($0).tag != .punctuation }
        guard let first = own.min(), let last = own.max(), first > 0, last + 1 < reading.document.tokens.count
        else { return false }
        return reading.token(first - 1).tag == .punctuation && reading.token(last + 1).tag == .punctuation
    }

    private func clauseBehind(_ verb: Int, complements: [Int]) -> [Int] {
        var words: Set<Int> = []
        var pruned: Set<Int> = []
        for complement in complements {
            words.formUnion(
                reading.tree.subtree(of: complement) { isCircumstance($0, of: complement, verb: verb) }
            )
            pruned.formUnion(reading.tree.subtree(of: complement))
        }
        pruned.subtract(words)
        // "said A, and that B": the tree may hang the second on the verb of saying.
        let further =
            furtherClauses(of: verb, behind: words.max() ?? verb) + sequels(of: verb, behind: complements)
        for other in further {
            words.formUnion(reading.tree.subtree(of: other) { isCircumstance($0, of: other, verb: verb) })
        }
        // "said he could not comment because": a reason or condition belongs to what was said.
        for other in reading.tree.children(of: verb, by: [.adverbialClause])
        where other > complements[0] && isReason(other) {
            words.formUnion(reading.tree.subtree(of: other))
        }
        words = words.filter {
            $0 > verb && (reading.token($0).tag != .punctuation || reading.form($0) == ")")
        }
        guard let first = words.min(), let last = words.max() else { return [] }
        let start = asideEnd(behind: verb) ?? min(first, strayStart(of: verb, before: first))
        let low = max(start, opening(of: complements[0], behind: verb) ?? start)
        let apart = carriers(of: verb, from: low).union(pruned)
        guard low <= last else { return [] }
        return (low...last).filter { words.contains($0) || !apart.contains($0) }
    }

    /// The clauses of "… and that …", wherever the tree hangs them.
    private func furtherClauses(of verb: Int, behind last: Int) -> [Int] {
        let sentence = reading.document.sentences[reading.sentence(of: verb)].tokens
        return sentence.filter { that in
            that > verb + 1 && reading.form(that) == "that" && reading.relation(that).universal == .marker
                && ["and", "but", "or"].contains(reading.form(that - 1)) && !reading.isQuoted[that]
        }.compactMap { that in
            let clause = reading.token(that).head
            guard clause > that,
                reading.relation(clause).universal == .conjunct
                    || reading.relation(clause).universal == .clausalComplement
            else { return nil }
            var top = clause
            while reading.relation(top).universal == .conjunct { top = reading.token(top).head }
            let isOwn = top == verb || reading.token(top).head == verb || reading.token(clause).head == verb
            return isOwn ? clause : nil
        }
    }

    /// "said it was sorry but it would go on", "says he is ill, and this shows it": a second clause hung on the verb of saying.
    ///
    /// A tense that the writer would not use beside "said" tells it from what the writer goes on to tell.
    private func sequels(of verb: Int, behind complements: [Int]) -> [Int] {
        guard let last = complements.last, reading.isPast(verb) else { return [] }
        return reading.tree.children(of: verb, by: [.conjunct]).filter { clause in
            guard clause > last, !reading.isQuoted[reading.tree.span(of: clause).lowerBound],
                reading.tree.child(of: clause, by: [.coordinator]) != nil,
                reading.tree.child(of: clause, by: [.nominalSubject, .expletive]) != nil,
                ReportingVerbs.frames(of: clause, in: reading)?.contains(.clause) != true
                    || reading.tree.child(of: clause, by: [.auxiliary]) != nil
            else { return false }
            let auxiliaries = reading.tree.children(of: clause, by: [.auxiliary, .copula]).map(reading.form)
            if auxiliaries.contains(where: { ["would", "could", "should", "might"].contains($0) }) {
                return true
            }
            // "but the council insists": what another actor does now is the writer's to tell.
            let subject = reading.subject(of: clause)
            guard
                subject.map({ reading.entityOfHead[$0] == nil || reading.token($0).tag == .pronoun }) ?? true
            else { return false }
            return auxiliaries.contains {
                ["will", "can", "must", "may", "is", "are", "has", "have"].contains($0)
            } || auxiliaries.isEmpty && reading.token(clause).tag == .verb && !reading.isPast(clause)
        }
    }

    /// "told them Saturday that the road was shut": the clause begins at its "that", whatever the tree hangs before it;
    /// "said Saturday the road was shut": behind the day of saying.
    private func opening(of complement: Int, behind verb: Int) -> Int? {
        if let that = reading.tree.children(of: complement, by: [.marker]).first(where: {
            $0 > verb && reading.form($0) == "that"
        }) {
            return that + 1
        }
        guard
            let date = reading.document.dates.first(where: { date in
                date.tokens.lowerBound > verb && date.tokens.lowerBound - verb <= 2
                    && (date.tokens.lowerBound == verb + 1
                        || ["on", "late", "early"].contains(reading.form(verb + 1)))
            }), date.tokens.upperBound < complement, !reading.isQuoted[date.tokens.lowerBound],
            reading.token(date.tokens.upperBound).tag != .punctuation,
            date.reading.basis == .weekday || date.reading.to <= reading.document.published
        else { return nil }
        let top =
            date.tokens.first { !date.tokens.contains(reading.token($0).head) } ?? date.tokens.lowerBound
        let isAdverbial = [.oblique, .adverbialModifier].contains(reading.relation(top).universal)
        return isAdverbial && [complement, verb].contains(reading.token(top).head)
            ? date.tokens.upperBound : nil
    }

    /// "alleged, by way of example, that": where the clause begins behind an aside between commas.
    private func asideEnd(behind verb: Int) -> Int? {
        let count = reading.document.tokens.count
        guard verb + 2 < count, reading.form(verb + 1) == ",",
            [.adposition, .adverb].contains(reading.token(verb + 2).tag),
            let comma = (verb + 3..<max(verb + 3, min(count, verb + 12))).first(where: {
                reading.form($0) == ","
            }),
            reading.sentence(of: comma) == reading.sentence(of: verb),
            !(verb + 2..<comma).contains(where: { token in
                [.verb, .auxiliary].contains(reading.token(token).tag) || reading.isQuoted[token]
            })
        else { return nil }
        return comma + 1
    }

    /// Where the clause begins if the tree hangs its first words on the verb itself.
    private func strayStart(of verb: Int, before first: Int) -> Int {
        guard
            !reading.tree.children(of: verb, by: [.clausalComplement]).contains(where: { complement in
                reading.tree.children(of: complement, by: [.marker]).contains {
                    reading.form($0) == "that" && $0 > verb
                }
            }), !StatementAudience.addressing.contains(reading.lemma(verb))
        else { return first }
        let subject = reading.tree.child(of: verb, by: [.nominalSubject]) ?? first
        let strays = reading.tree.children(of: verb, by: [.indirectObject, .object, .nominalSubject]).filter {
            child in
            child > verb && child < first
                && (reading.relation(child).universal != .nominalSubject || subject < verb)
        }
        return strays.map { reading.tree.span(of: $0).lowerBound }.filter { $0 > verb }.min() ?? first
    }

    /// Words between the ends of a clause that belong to the saying: its conjuncts, its listener, its adverbials before
    /// the clause.
    private func carriers(of verb: Int, from low: Int) -> Set<Int> {
        var words: Set<Int> = []
        for child in reading.tree.children(of: verb) where child > verb {
            switch reading.relation(child).universal {
            case .nominalSubject where child >= low: break
            case .conjunct, .parataxis, .adverbialClause, .nominalSubject:
                words.formUnion(reading.tree.subtree(of: child))
            case .oblique where child < low: words.formUnion(reading.tree.subtree(of: child))
            default: break
            }
        }
        return words
    }

    private func clauseBefore(_ verb: Int, complement: Int) -> [Int] {
        let words = Set(reading.tree.subtree(of: complement))
        guard let first = words.min() else { return [] }
        let own = cueWords(of: verb)
        let low = own.min() ?? verb
        guard first < low else { return words.subtracting(own).sorted() }
        let last = max(words.max() ?? low, low - 1)
        return (first...last).filter { !own.contains($0) && (words.contains($0) || $0 < low) }
    }
}
