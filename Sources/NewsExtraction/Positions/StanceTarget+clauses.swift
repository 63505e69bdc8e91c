import NewsEvents
import NewsText

/// Targets that are clauses or stand behind a preposition.
extension StanceTarget {
    func hasTo(_ clause: Int) -> Bool {
        // "in order to" gives a purpose, not a complement.
        let markers = reading.tree.children(of: clause, by: [.marker]).filter { $0 < clause }.map {
            reading.form($0)
        }
        return markers.contains("to") && !markers.contains("in") && !reading.isIngForm(clause)
    }

    func infinitive(of head: Int, stance: Stance) -> Range<Int>? {
        let clauses: RelationSet = [
            .openComplement, .adverbialClause, .adjectivalClause, .clausalComplement,
        ]
        // "put pressure on Norway to leave": the tree hangs the infinitive on the verb.
        let isObject =
            reading.token(head).tag != .verb && reading.relation(head).universal == .object
        guard
            let clause =
                (reading.tree.children(of: head, by: clauses)
                + (isObject ? reading.tree.children(of: reading.token(head).head, by: clauses) : [])).first(
                    where: {
                        $0 > head && hasTo($0) && !isAfterComma($0)
                    })
        else { return nil }
        if reading.token(head).tag == .verb {
            if let object = objectHead(of: head), object > head, object < clause, !isReflexive(object),
                !isDate(object)
            {
                // "offered farmers advice to help them": what is offered is the advice.
                if stance == .pledge, reading.entityOfHead[object] == nil { return nil }
                guard
                    reading.tree.span(of: clause).lowerBound <= phrase(object).upperBound + 2
                        || reading.entityOfHead[object] != nil
                else { return nil }
                return phrase(object).lowerBound..<phrase(clause).upperBound
            }
            // "asked Lund (who is ill) to resign": whoever stands between is the one asked.
            if let inner = reading.tree.child(of: clause, by: [.nominalSubject]), inner < clause {
                return phrase(inner).lowerBound..<phrase(clause).upperBound
            }
        }
        let run = phrase(clause)
        // "take steps to keep the peace": a purpose the tree hangs beside the first infinitive.
        let purpose = reading.tree.children(of: head, by: clauses).first {
            $0 > clause && hasTo($0) && reading.tree.span(of: $0).lowerBound == run.upperBound
        }
        return purpose.map { run.lowerBound..<phrase($0).upperBound } ?? run
    }

    func clause(of head: Int, modals: Set<String>?) -> Range<Int>? {
        let clauses: RelationSet = [.clausalComplement, .adjectivalClause]
        var candidates = reading.tree.children(of: head, by: clauses)
        if reading.token(head).tag == .noun, reading.relation(head).universal == .object {
            // "issued an order that": the tree can hang the clause on the verb.
            candidates += reading.tree.children(
                of: reading.token(head).head,
                by: [.adverbialClause, .clausalComplement]
            )
        }
        let found = candidates.first { child in
            guard child > head, reading.relation(child) != .relativeClause || reading.token(head).tag == .noun
            else { return false }
            let markers = reading.tree.children(of: child, by: [.marker]).map { reading.form($0) }
            if markers.contains(where: { ["if", "whether", "to", "as"].contains($0) }) { return false }
            if let first = reading.tree.span(of: child).first,
                ["what", "how", "why", "who", "where", "when"].contains(reading.form(first))
            {
                return false
            }
            let isFinite = markers.contains("that") || reading.token(head).tag == .verb
            guard isFinite,
                reading.tree.child(of: child, by: [.nominalSubject, .expletive, .clausalSubject]) != nil
            else { return false }
            guard let modals else { return true }
            let auxiliaries = reading.tree.children(of: child, by: [.auxiliary, .copula]).map {
                reading.form($0)
            }
            return auxiliaries.contains { modals.contains($0) }
                || modals.contains("be") && isSubjunctive(child)
        }
        return found.map { phrase($0) }
    }

    /// "that Kenya withdraw": one who "withdraws" is told to.
    private func isSubjunctive(_ verb: Int) -> Bool {
        guard reading.token(verb).tag == .verb, reading.form(verb) == reading.lemma(verb),
            reading.tree.child(of: verb, by: [.auxiliary]) == nil,
            let subject = reading.tree.child(of: verb, by: [.nominalSubject])
        else { return false }
        return [.noun, .properNoun].contains(reading.token(subject).tag)
            && reading.form(subject) == reading.lemma(subject).lowercased()
            && reading.tree.child(of: subject, by: [.conjunct]) == nil
    }

    // MARK: - Prepositions

    /// "Argued for years" tells how long.
    static let spans: Set<String> = ["hour", "day", "week", "month", "year", "decade", "time"]

    func isLed(_ child: Int, by word: String) -> Bool {
        if reading.tree.caseWords(of: child) == word { return true }
        return reading.tree.children(of: child, by: [.marker]).contains { reading.form($0) == word }
    }

    func prepositional(_ word: String, of head: Int) -> Range<Int>? {
        let relations: RelationSet = [
            .oblique, .nominalModifier, .adverbialClause, .adjectivalClause, .openComplement,
            .clausalComplement,
        ]
        var holders = [head]
        if reading.token(head).tag == .noun, reading.relation(head).universal == .object {
            holders.append(reading.token(head).head)
        }
        // "assured the allies of support"
        if word == "of", reading.lemma(head) == "assure", let told = objectHead(of: head) {
            holders.append(told)
        }
        for holder in holders {
            guard
                let child = reading.tree.children(of: holder, by: relations).first(where: {
                    $0 > head && isLed($0, by: word) && !isAfterComma($0) && !isDate($0)
                        && !Self.spans.contains(reading.lemma($0))
                })
            else { continue }
            var run = phrase(child)
            if let lead = (head + 1..<max(child, head + 1)).last(where: { reading.form($0) == word }) {
                run = reading.trimmed(lead + 1..<max(run.upperBound, lead + 2))
            }
            // "for the fleet's return": a phrase the tree split in two.
            if let rest = reading.tree.children(of: holder, by: [.oblique, .object]).first(where: { other in
                other > child && reading.tree.caseWords(of: other).map { $0 == "'s" || $0 == "’s" } ?? true
                    && reading.tree.span(of: other).lowerBound == run.upperBound
                    && !isDate(reading.tree.span(of: other).lowerBound)
            }) {
                run = run.lowerBound..<phrase(rest).upperBound
            }
            // "called on Italy to join", "opposition to Ankara having any role": the clause right behind goes with it.
            let clause = reading.tree.children(
                of: holder,
                by: [.openComplement, .adverbialClause, .adjectivalClause, .clausalComplement]
            ).first { other in
                other > child && isNext(reading.tree.span(of: other).lowerBound, behind: run.upperBound)
                    && !isAfterComma(other)
                    && (hasTo(other) && ["on", "for"].contains(word) || reading.isIngForm(other))
            }
            if let clause { run = run.lowerBound..<max(run.upperBound, phrase(clause).upperBound) }
            // "the committee as the place for it"
            let role = reading.tree.children(of: holder, by: [.nominalModifier]).first { other in
                other > child && reading.tree.caseWords(of: other) == "as"
                    && reading.tree.span(of: other).lowerBound == run.upperBound
            }
            if let role { run = run.lowerBound..<phrase(role).upperBound }
            return run
        }
        return nil
    }

    /// Whether a place follows another, a day apart at most: "called on Italy on Monday to join".
    private func isNext(_ start: Int, behind end: Int) -> Bool {
        start == end
            || start > end && start - end <= 3
                && (end..<start).allSatisfy { isDate($0) || reading.token($0).tag == .adposition }
    }

    func isAfterComma(_ token: Int) -> Bool {
        let start = reading.tree.span(of: token).lowerBound
        let before = reading.form(start) == "," ? start : start - 1
        return before >= 0 && [",", ";", "("].contains(reading.form(before))
    }

    func isDate(_ token: Int) -> Bool { reading.document.dates.contains { $0.tokens.contains(token) } }
}
