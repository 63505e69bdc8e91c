import NewsEvents
import NewsText

/// Positions shown by a noun of stance that somebody owns, voices, or draws from others.
///
/// The holder is the owner ("their demand", "criticism by the minister", "assurances from Oslo"), else the subject of the
/// verb that voices the noun ("voiced support for"); after "drew", "won", "faced" it is who the noun comes from.
struct StanceNouns: ExtractionRule {
    static let summary = "a noun of stance with who owns or voices it and what it is about"

    static let matches = [
        RuleExample(
            "Lund stated his opposition to the bridge.",
            finds: "Lund | oppose | opposition | the bridge"
        ),
        RuleExample(
            "Mark Ito voiced support for the inquiry.",
            finds: "Mark Ito | support | support | the inquiry"
        ),
        RuleExample(
            "Lund's demands include the release of prisoners, a new election and an end to the war.",
            finds: "Lund | demand | demands | a new election"
        ),
        RuleExample("The plan drew criticism from Norway.", finds: "Norway | condemn | criticism | The plan"),
        RuleExample("Havel is a critic of the treaty.", finds: "Havel | condemn | critic | the treaty"),
        RuleExample("Havel stressed the need for a new law.", finds: "Havel | demand | need | a new law"),
    ]

    static let misses = [
        "Support for the plan grew.", "Havel heard no criticism of the plan.",
        "There was a need for a new law.",
        "Havel and Ito discussed the need for a new law.",
        "Calls for a new law grew louder.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { token -> [EventDraft] in
            guard reading.token(token).tag == .noun else { return [] }
            if let entry = reading.lexicons.stances.nouns[reading.lemma(token)] {
                return positions(token, entry: entry, reader)
            }
            if let entry = reading.lexicons.stances.roles[reading.lemma(token)] {
                return role(token, entry: entry, reader)
            }
            return []
        }
    }

    private func positions(_ noun: Int, entry: StanceEntry, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        let governor = governor(of: noun, in: reading)
        let voiced = governor.map { voices($0, noun: noun, in: reading) } ?? false
        // "reneged on his commitment"; "his call was ignored" was one all the same.
        let isUndone =
            [.object, .oblique].contains(reading.relation(noun).universal)
            && reading.lexicons.stances.holds(reading.lemma(reading.token(noun).head), in: .undoing)
        let isDrawn = governor.map { draws($0, in: reading) } ?? false
        guard !isUndone || isDrawn || isOfAnother(noun, reading) else { return [] }
        guard !reader.isNegated(noun), !(voiced && governor.map(reader.isNegated) ?? false) else { return [] }
        let author = governor.map { self.author(of: noun, conveyedBy: $0, entry: entry, reader) } ?? []
        let places =
            author.isEmpty
            ? entry.targets
            : entry.targets.filter { $0 != .preposition("of") } + [.preposition("for"), .preposition("over")]
        var targets = StanceTarget(reader).targets(of: noun, places: places, stance: entry.stance)
        // "received a call from Ito": without what is called for it is a telephone call.
        if targets.isEmpty, reading.lemma(noun) == "call" { return [] }
        if isDrawn, let governor {
            return drawn(noun, by: governor, entry: entry, targets: targets, reader)
        }
        var holders = author.isEmpty ? owners(of: noun, reader) : author
        let isOwned = !holders.isEmpty
        if entry.condition == .told || holders.isEmpty {
            guard voiced, let governor, isTold(governor, entry: entry, in: reading),
                !isHypothetical(governor, reader)
            else { return [] }
            let voices = reader.holders(ofVerb: governor)
            if holders.isEmpty || entry.condition == .told, !voices.isEmpty { holders = voices }
        }
        if targets.isEmpty { targets = listed(noun, stance: entry.stance, reader) }
        if targets.isEmpty { targets = opposed(noun, reader) }
        guard !targets.isEmpty, !holders.isEmpty else { return [] }
        var finding = PositionFinding(
            reader,
            word: noun,
            stance: entry.stance,
            holders: holders,
            confidence: 0.92
        )
        if !voiced {
            finding.doubt("the stance is only named, not taken in these words", cost: isOwned ? 0.1 : 0.2)
        }
        return finding.events(targets)
    }

    /// The verb the noun is the object of, through coordination.
    private func governor(of noun: Int, in reading: Reading) -> Int? {
        var head = noun
        while reading.relation(head).universal == .conjunct { head = reading.token(head).head }
        let verb = reading.token(head).head
        let preposition = reading.tree.caseWords(of: head)
        // "met with opposition", "spoke of the need".
        let isLed =
            reading.relation(head).universal == .oblique
            && (preposition == "with" && reading.lemma(verb) == "meet"
                || preposition == "of" && reading.lemma(verb) == "speak"
                || preposition == "on" && ["stress", "insist"].contains(reading.lemma(verb))
                || preposition == "to" && reading.lemma(verb) == "point"
                || preposition == "in" && reading.lemma(verb) == "stand")
        guard
            isLed || reading.relation(head).universal == .object || reading.relation(head) == .passiveSubject
        else { return nil }
        return verb
    }

    /// "denied Norway's accusation": it was made all the same.
    private func isOfAnother(_ noun: Int, _ reading: Reading) -> Bool {
        reading.tree.child(of: noun, by: [.possessive]).map { reading.token($0).tag == .properNoun } ?? false
    }

    private func voices(_ verb: Int, noun: Int, in reading: Reading) -> Bool {
        if isVoicing(verb, in: reading) { return true }
        // "denied accusations", "welcomed calls": a stance on the stance of others.
        return reading.lexicons.reporting[reading.lemma(verb)] != nil
            && reading.lexicons.stances.verbs[reading.lemma(verb)] == nil
    }

    private func isVoicing(_ verb: Int, in reading: Reading) -> Bool {
        let lexicon = reading.lexicons.stances
        return lexicon.holds(reading.lemma(verb), in: .voicing)
            || lexicon.holds(reading.lemma(verb) + "e", in: .voicing)
    }

    /// "stressed the need".
    private func isTold(_ verb: Int, entry: StanceEntry, in reading: Reading) -> Bool {
        guard entry.condition == .told else { return true }
        return !Self.untold.contains(reading.lemma(verb))
    }

    /// "had the need", "discussed the need": the words name the matter and leave open who wants it.
    private static let untold: Set<String> = [
        "have", "show", "give", "make", "get", "lend", "put", "send", "file", "offer", "discuss", "consider",
        "debate", "explore", "examine", "review", "weigh", "study", "question",
    ]

    private func isHypothetical(_ verb: Int, _ reader: StanceReader) -> Bool {
        let reading = reader.reading
        if reading.isHypothetical(verb) { return true }
        let auxiliaries = reading.tree.children(of: verb, by: [.auxiliary]).map { reading.form($0) }
        return auxiliaries.contains { ["may", "might", "could", "can", "should", "must"].contains($0) }
    }

    /// "conveyed the condemnation of the Norwegian government for the attack": whose it is, of who only passes it on; "voiced
    /// criticism of Norway for the attack" is the voice's own.
    private func author(of noun: Int, conveyedBy verb: Int, entry: StanceEntry, _ reader: StanceReader)
        -> [ActorMention]
    {
        let reading = reader.reading
        guard ["convey", "relay", "deliver", "transmit"].contains(reading.lemma(verb)) else { return [] }
        let phrases = reading.tree.children(of: noun, by: [.nominalModifier])
        guard entry.targets.contains(.preposition("of")),
            let whose = phrases.first(where: { reading.tree.caseWords(of: $0) == "of" }),
            phrases.contains(where: { phrase in
                phrase > whose
                    && ["for", "over", "against", "to"].contains(reading.tree.caseWords(of: phrase) ?? "")
            }), reading.entityOfHead[whose] != nil
        else { return [] }
        return reader.holders(at: whose)
    }

    /// Who owns the noun: "their demands", "criticism by the minister", "assurances from Oslo", "the demand of farmers".
    private func owners(of noun: Int, _ reader: StanceReader) -> [ActorMention] {
        let reading = reader.reading
        for child in reading.tree.children(of: noun) {
            if reading.relation(child) == .possessive { return reader.holders(at: child) }
            guard reading.relation(child).universal == .nominalModifier,
                let word = reading.tree.caseWords(of: child),
                ["by", "from"].contains(word)
            else { continue }
            return reader.holders(at: child)
        }
        // "Norwegian support for the plan"
        guard reading.tree.caseWords(of: noun) != "from" else { return [] }
        for child in reading.tree.children(of: noun, by: [.adjectivalModifier, .compound]) where child < noun
        {
            guard let entity = reading.entityOfToken[child], reading.document.entities[entity].kind != .group
            else { continue }
            return reading.actors(at: child)
        }
        return []
    }

    /// "Their demands include A, B and C", "their demands: A, B and C", "their demand is that C".
    private func listed(_ noun: Int, stance: Stance, _ reader: StanceReader) -> [TextRange] {
        let reading = reader.reading
        let finder = StanceTarget(reader)
        if reading.relation(noun).universal == .nominalSubject,
            ["include"].contains(reading.lemma(reading.token(noun).head))
        {
            let verb = reading.token(noun).head
            let parts: RelationSet = [.object, .openComplement, .clausalComplement, .adverbialClause]
            guard let first = reading.tree.children(of: verb, by: parts).first(where: { $0 > verb }) else {
                return []
            }
            let run = finder.phrase(first)
            return finder.items(run, limit: max(run.upperBound, reading.tree.span(of: verb).upperBound)).map {
                reading.document.range(of: $0)
            }
        }
        return []
    }

    /// "He announced the change despite criticism by the minister": what was done in spite of it.
    private func opposed(_ noun: Int, _ reader: StanceReader) -> [TextRange] {
        let reading = reader.reading
        guard reading.relation(noun).universal == .oblique,
            ["despite", "amid", "amidst"].contains(reading.tree.caseWords(of: noun) ?? "")
        else { return [] }
        let finder = StanceTarget(reader)
        let verb = reading.token(noun).head
        let done = reader.isPassive(verb) ? reading.tree.child(of: verb, by: [.nominalSubject]) : nil
        return (done ?? finder.objectHead(of: verb)).map {
            [reading.document.range(of: finder.phrase($0, briefly: done != nil))]
        } ?? []
    }

    private func draws(_ verb: Int, in reading: Reading) -> Bool {
        reading.lexicons.stances.holds(reading.lemma(verb), in: .drawing)
    }

    /// "The plan drew criticism from the minister", "she won praise from farmers for the law".
    private func drawn(
        _ noun: Int,
        by verb: Int,
        entry: StanceEntry,
        targets: [TextRange],
        _ reader: StanceReader
    ) -> [EventDraft] {
        let reading = reader.reading
        let sources =
            reading.tree.children(of: verb, by: [.oblique])
            + reading.tree.children(of: noun, by: [.nominalModifier])
        let isOf = sources.first { reading.tree.caseWords(of: $0) == "of" && $0 > noun }
        guard
            // "enjoys the backing of Norway", "has Norway's support".
            let source = sources.first(where: {
                ["from", "by", "of"].contains(reading.tree.caseWords(of: $0) ?? "") && $0 > verb
                    && !reader.holders(at: $0).isEmpty
            })
                ?? reading.tree.children(of: noun, by: [.possessive]).first(where: {
                    reading.token($0).tag != .pronoun && !reader.holders(at: $0).isEmpty
                }),
            let subject = reading.tree.child(of: verb, by: [.nominalSubject]), reader.isAsserted(verb),
            !reader.isNegated(verb)
        else { return [] }
        let finder = StanceTarget(reader)
        let target =
            targets.isEmpty || source == isOf
            ? [reading.document.range(of: finder.phrase(subject, briefly: true))] : targets
        let finding = PositionFinding(
            reader,
            word: noun,
            stance: entry.stance,
            holders: reader.holders(at: source),
            confidence: 0.88
        )
        return finding.events(target)
    }

    /// "Havel is a critic of the treaty", "Havel, a supporter of the treaty".
    private func role(_ noun: Int, entry: StanceEntry, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        var holders: [ActorMention] = []
        if reading.tree.child(of: noun, by: [.copula]) != nil {
            holders = reader.holders(ofVerb: noun)
        } else if reading.relation(noun).universal == .apposition {
            holders = reader.holders(at: reading.token(noun).head)
        } else if let measure = measure(of: noun, in: reading) {
            // "more of a critic of".
            holders = reader.holders(ofVerb: measure)
        }
        guard !holders.isEmpty, !reader.isNegated(noun), reader.isAsserted(noun) else { return [] }
        let targets = StanceTarget(reader).targets(of: noun, places: entry.targets, stance: entry.stance)
        let finding = PositionFinding(
            reader,
            word: noun,
            stance: entry.stance,
            holders: holders,
            confidence: 0.86
        )
        return finding.events(targets)
    }

    private func measure(of noun: Int, in reading: Reading) -> Int? {
        let head = reading.token(noun).head
        guard head != noun, reading.tree.caseWords(of: noun) == "of",
            ["more", "one", "much", "something", "bit", "kind", "sort"].contains(reading.form(head)),
            reading.tree.child(of: head, by: [.copula]) != nil
        else { return nil }
        return head
    }
}
