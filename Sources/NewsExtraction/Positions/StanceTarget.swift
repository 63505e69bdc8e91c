import NewsEvents
import NewsText

/// What a stance is about: the object, clause or phrase where the word's lexicon entry says it stands.
///
/// Targets are kept short: what follows a comma, reasons, conditions and dates stay out. A list of demands or promises
/// gives one target an item; the list is read off the words, since trees of long lists are seldom right.
struct StanceTarget {
    let reading: Reading
    private let reader: StanceReader

    init(_ reader: StanceReader) {
        self.reader = reader
        reading = reader.reading
    }

    /// The targets of `head` by the first of `places` that is filled; empty if none is.
    func targets(of head: Int, places: [TargetPlace], stance: Stance) -> [TextRange] {
        for place in places {
            guard let run = run(of: head, place: place, places: places, stance: stance),
                !isEmpty(run, stance: stance), !(stance == .pledge && place == .object && isSomebody(run))
            else {
                continue
            }
            return pieces(run, of: head, stance: stance)
        }
        return []
    }

    /// A target that names nothing: "agreed on something", "urged him".
    private func isEmpty(_ run: Range<Int>, stance: Stance) -> Bool {
        guard run.count == 1, reading.token(run.lowerBound).tag == .pronoun else { return false }
        let form = reading.form(run.lowerBound)
        if ["something", "anything", "nothing", "he", "she", "they", "we", "i"].contains(form) {
            return true
        }
        // "Norway denies that": what somebody said before.
        if form == "that" { return stance != .deny }
        return stance == .demand && ["him", "her", "them", "us", "me", "you"].contains(form)
    }

    /// "as she promised her party": to whom, not what.
    private func isSomebody(_ run: Range<Int>) -> Bool {
        guard run.count <= 4, let entity = run.reversed().lazy.compactMap({ reading.entityOfHead[$0] }).first
        else {
            return false
        }
        return reading.document.entities[entity].kind != .country
    }

    private func run(of head: Int, place: TargetPlace, places: [TargetPlace], stance: Stance) -> Range<Int>? {
        switch place {
        case .object: return object(of: head, places: places)
        case .matter:
            guard let object = objectHead(of: head), isMatter(object, of: head) else { return nil }
            return self.object(of: head, places: places)
        case .sort(let name):
            guard let object = objectHead(of: head),
                reading.lexicons.stances.holds(reading.lemma(object), in: name)
            else { return nil }
            return self.object(of: head, places: places)
        case .whom: return objectHead(of: head).flatMap { $0 > head ? withInfinitive($0, of: head) : nil }
        case .infinitive: return infinitive(of: head, stance: stance)
        case .clause: return clause(of: head, modals: nil)
        case .norm:
            return clause(
                of: head,
                modals: stance == .pledge
                    ? ["will", "would", "shall", "'ll"] : ["should", "must", "shall", "be"]
            )
        case .gerund:
            let clauses: RelationSet = [
                .openComplement, .adverbialClause, .clausalComplement, .adjectivalClause,
            ]
            let gerund = reading.tree.children(of: head, by: clauses).first { child in
                child > head && isGerund(child) && !isAfterComma(child)
                    && reading.tree.child(of: child, by: [.marker]) == nil
            }
            return gerund.map { phrase($0) }
        case .preposition(let word): return prepositional(word, of: head)
        }
    }

    /// "attacking", "having attacked".
    private func isGerund(_ verb: Int) -> Bool {
        reading.isIngForm(verb)
            || reading.tree.children(of: verb, by: [.auxiliary]).contains { reading.form($0) == "having" }
    }

    /// Words and deeds can be judged; people, when it is told for what.
    func isMatter(_ object: Int, of verb: Int) -> Bool {
        if reading.lexicons.stances.holds(reading.lemma(object), in: .matter) { return true }
        let reasons = reading.tree.children(of: verb, by: [.oblique, .adverbialClause, .openComplement])
            .filter { $0 > verb }
        return reading.entityOfHead[object] != nil
            && reasons.contains {
                (isLed($0, by: "for") || isLed($0, by: "as")) && !isDate($0)
                    && !Self.spans.contains(reading.lemma($0))
            }
    }

    // MARK: - Objects

    /// The head of the object, the antecedent of a relative one, or one shared with the next verb.
    func objectHead(of verb: Int) -> Int? {
        let objects = reading.tree.children(of: verb, by: [.object, .indirectObject])
        let plain = objects.filter { $0 > verb && !reader.isRelativePronoun($0) }
        let own = plain.first { reading.relation($0).universal == .object } ?? plain.first ?? objects.first
        if let own {
            if own < verb, reader.isRelativePronoun(own) { return antecedent(of: verb) }
            if own > verb { return own }
        }
        let subjects = reading.tree.children(of: verb, by: [.nominalSubject])
        if let relative = subjects.first(where: { reader.isRelativePronoun($0) }), subjects.count > 1 {
            return relative < verb ? antecedent(of: verb) : nil
        }
        if let late = subjects.last(where: { $0 > verb }), subjects.contains(where: { $0 < verb }) {
            return late
        }
        return sharedObject(of: verb) ?? zeroAntecedent(of: verb)
    }

    /// "a step Oslo has condemned": a clause about a thing without "that".
    private func zeroAntecedent(of verb: Int) -> Int? {
        let head = reading.token(verb).head
        guard reading.relation(verb).universal == .adjectivalClause, head < verb,
            reading.token(head).tag == .noun,
            let subject = reading.tree.child(of: verb, by: [.nominalSubject]), subject < verb,
            reading.tree.span(of: subject).lowerBound == head + 1
        else { return nil }
        return head
    }

    private func antecedent(of verb: Int) -> Int? {
        var clause = verb
        while reading.relation(clause).universal == .conjunct { clause = reading.token(clause).head }
        return reading.relation(clause).universal == .adjectivalClause ? reading.token(clause).head : nil
    }

    /// "criticised and rejected the plan".
    private func sharedObject(of verb: Int) -> Int? {
        guard
            let next = reading.tree.children(of: verb, by: [.conjunct]).first(where: {
                $0 > verb && reading.token($0).tag == .verb
            }),
            (verb + 1..<next).allSatisfy({
                [.coordinator, .adverb, .auxiliary, .punctuation].contains(reading.token($0).tag)
            })
        else { return nil }
        return reading.tree.child(of: next, by: [.object])
    }

    private func object(of verb: Int, places: [TargetPlace]) -> Range<Int>? {
        guard let object = objectHead(of: verb), !isReflexive(object) else { return nil }
        if object < verb { return phrase(object, briefly: true, without: verb) }
        if places.contains(.infinitive), let whole = withInfinitive(object, of: verb) { return whole }
        let run = phrase(object)
        let reason = reading.tree.children(
            of: verb,
            by: [.oblique, .adverbialClause, .adjectivalClause, .clausalComplement, .openComplement]
        ).first { child in
            guard child > object, !isDate(child),
                reading.tree.span(of: child).lowerBound <= run.upperBound + 2
            else { return false }
            return places.contains {
                if case .preposition(let word) = $0 { isLed(child, by: word) } else { false }
            }
        }
        guard let reason else { return run }
        return run.lowerBound..<max(run.upperBound, phrase(reason).upperBound)
    }

    func isReflexive(_ token: Int) -> Bool {
        reading.form(token).hasSuffix("self") || reading.form(token).hasSuffix("selves")
    }

    /// "Italy and Egypt to join": who is asked and for what.
    func withInfinitive(_ object: Int, of verb: Int) -> Range<Int>? {
        let start = phrase(object)
        let clauses: RelationSet = [
            .openComplement, .adverbialClause, .adjectivalClause, .clausalComplement,
        ]
        let candidates =
            reading.tree.children(of: verb, by: clauses) + reading.tree.children(of: object, by: clauses)
        let clause = candidates.first {
            $0 > object && hasTo($0) && reading.tree.span(of: $0).lowerBound <= start.upperBound + 2
        }
        return clause.map { start.lowerBound..<phrase($0).upperBound }
    }
}
