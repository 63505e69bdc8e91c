import NewsText

/// What the tree gives as said beside clauses: judgements, gerunds, infinitives and noun phrases.
extension StatementContent {
    /// "called the plan a failure", "called it unlikely that", "claiming them to be mercenaries".
    ///
    /// The thing belongs to it unless it is a mere pronoun and the judgement is quoted as a whole. Behind "call" two
    /// phrases in a row are always thing and judgement, whatever the tree makes of them.
    func naming(of verb: Int) -> [Int] {
        let phrases = reading.tree.children(
            of: verb,
            by: [.object, .indirectObject, .openComplement, .oblique, .parataxis, .clausalComplement]
        )
        .filter {
            $0 > verb && reading.tree.caseWords(of: $0) == nil
                && reading.tree.child(of: $0, by: [.marker]) == nil && !isDate($0)
        }
        let judged = phrases.last { phrase in
            reading.relation(phrase).universal == .openComplement && reading.token(phrase).tag != .verb
                || reading.lemma(verb) == "call" && phrases.count > 1 && reading.token(phrase).tag != .verb
                    && (reading.relation(phrase).universal != .parataxis || reading.isQuoted[phrase])
        }
        if let judged { return judgement(judged, on: phrases.first { $0 < judged }) }
        // `called the effort "dead"`: the tree makes one phrase of it.
        if let thing = reading.tree.child(of: verb, by: [.object]), thing > verb,
            let judged = reading.tree.children(of: thing, by: [.adjectivalModifier]).last,
            judged > thing, reading.isQuoted[judged]
        {
            return stretch(from: thing, to: judged)
        }
        guard let object = reading.tree.child(of: verb, by: [.object]), object > verb,
            let infinitive = reading.tree.child(of: verb, by: [.openComplement]), infinitive > object,
            reading.tree.child(of: infinitive, by: [.copula]) != nil
        else { return [] }
        return stretch(from: object, to: infinitive)
    }

    private func isDate(_ word: Int) -> Bool {
        reading.document.dates.contains { $0.tokens.contains(word) }
    }

    /// "described the plan as a failure".
    func asPhrase(of verb: Int) -> [Int] {
        let phrase = reading.tree.children(of: verb, by: [.oblique, .openComplement, .adverbialClause]).first
        { child in
            child > verb
                && reading.tree.children(of: child, by: [.caseMarking, .marker]).contains {
                    $0 < child && reading.form($0) == "as" && !reading.isQuoted[$0]
                }
        }
        guard let phrase else { return [] }
        let object = reading.tree.child(of: verb, by: [.object]).flatMap {
            $0 > verb && $0 < phrase ? $0 : nil
        }
        return judgement(phrase, on: object)
    }

    private func judgement(_ judged: Int, on thing: Int?) -> [Int] {
        let words = reading.tree.subtree(of: judged) { $0 < judged && reading.form($0) == "as" }
        let isQuoted = words.allSatisfy { reading.isQuoted[$0] || reading.token($0).tag == .punctuation }
        guard let thing, !(isQuoted && reading.token(thing).tag == .pronoun) else { return words }
        return stretch(from: thing, to: judged)
    }

    /// "denied taking part", "suggested closing the bridge".
    func gerund(of verb: Int) -> [Int] {
        let gerund = reading.tree.children(of: verb, by: [.openComplement, .clausalComplement]).first {
            child in
            child > verb && child - verb <= 2 && reading.isIngForm(child)
                && reading.tree.child(of: child, by: [.marker, .auxiliary]) == nil && !reading.isQuoted[child]
        }
        guard let gerund else { return [] }
        return reading.tree.subtree(of: gerund) { isCircumstance($0, of: gerund, verb: verb) }.filter {
            $0 >= gerund
        }
    }

    /// "asked the council to close the bridge", "vowed to return", "called on them to leave".
    func infinitive(of verb: Int) -> [Int] {
        let infinitive = reading.tree.children(
            of: verb,
            by: [.openComplement, .clausalComplement, .adverbialClause]
        ).first { child in
            child > verb
                && reading.tree.children(of: child, by: [.marker]).contains { reading.form($0) == "to" }
        }
        guard let infinitive else { return [] }
        let listener = reading.tree.children(of: verb, by: [.object, .indirectObject, .oblique]).first {
            child in
            child > verb && child < infinitive
                && (reading.relation(child).universal != .oblique
                    || ["on", "for", "upon"].contains(reading.tree.caseWords(of: child) ?? ""))
        }
        guard let listener else {
            return reading.tree.subtree(of: infinitive) { isCircumstance($0, of: infinitive, verb: verb) }
        }
        return stretch(from: listener, to: infinitive)
    }

    /// A noun phrase that is what was said: "announced a withdrawal", "projected a failure if nothing was done", "warned of
    /// a flood".
    func nounPhrase(of verb: Int) -> [Int] {
        let object = reading.tree.children(of: verb, by: [.object, .oblique]).first { child in
            child > verb
                && (reading.relation(child).universal == .object
                    && reading.tree.caseWords(of: child) == nil
                    || reading.lexicons.reporting[
                        "\(reading.lemma(verb))_\(reading.tree.caseWords(of: child) ?? "-")"
                    ]?.contains(.noun) == true)
        }
        guard let object,
            reading.token(object).tag == .noun || reading.token(object).tag == .properNoun,
            !namesOnlyASaying(object)
        else { return [] }
        let phrase = thing(object, of: verb)
        let condition = reading.tree.children(of: verb, by: [.adverbialClause]).first { clause in
            clause > object
                && reading.tree.children(of: clause, by: [.marker]).contains {
                    ["if", "unless"].contains(reading.form($0))
                }
        }
        return phrase + (condition.map { reading.tree.subtree(of: $0) } ?? [])
    }

    /// What a matter is called that was only mentioned: "cited the bridge", "pointed to the bridge".
    func matter(of verb: Int) -> [Int] {
        let object = reading.tree.children(of: verb, by: [.object, .oblique]).first { child in
            child > verb && [.noun, .properNoun].contains(reading.token(child).tag)
                && (reading.relation(child).universal == .object
                    || reading.lexicons.reporting[
                        "\(reading.lemma(verb))_\(reading.tree.caseWords(of: child) ?? "-")"
                    ] != nil)
        }
        return object.map { namesOnlyASaying($0) ? [] : thing($0, of: verb) } ?? []
    }

    /// "repeated the warning", "denied the accusation": the words name something said and do not say it.
    private func namesOnlyASaying(_ object: Int) -> Bool {
        reading.lexicons.nouns.sayings[reading.lemma(object)] != nil
            && !reading.tree.children(of: object).contains {
                $0 > object && reading.token($0).tag != .punctuation
            }
    }

    /// A noun phrase without its preposition, the circumstances of saying, and what "which" tells of it besides.
    private func thing(_ object: Int, of verb: Int) -> [Int] {
        reading.tree.subtree(of: object) { child in
            child < object && reading.token(child).head == object
                && reading.relation(child).universal == .caseMarking
                || isCircumstance(child, of: object, verb: verb)
                || reading.relation(child) == .relativeClause
                    && reading.tree.subtree(of: child).contains { reading.form($0) == "which" && $0 < child }
        }
    }

    /// All words from the first of one phrase to the last of another, without a preposition at the start.
    private func stretch(from first: Int, to last: Int) -> [Int] {
        let low =
            reading.tree.subtree(of: first) { child in
                child < first && reading.relation(child).universal == .caseMarking
            }.first ?? first
        let high = reading.tree.subtree(of: last) { isCircumstance($0, of: last, verb: first) }.last ?? last
        return low <= high ? Array(low...high) : []
    }
}
