import NewsEvents
import NewsText

/// Whether a meeting or journey took place, from its own verb phrase and the words that govern it.
///
/// The walk goes up from the trigger while the word is an argument of the one above ("is expected to agree to hold talks")
/// and takes the first word that decides: a negation, a future, or a word of the lexicon ("cancel", "refuse", "offer",
/// "schedule"). Where none does, what hangs on the trigger may ("the meeting, which was called off", "upcoming talks").
struct MeetingStatus {
    let reading: Reading

    func status(of trigger: Int) -> Occurrence {
        if tookPlace(trigger) { return .held }
        let governed = governed(trigger)
        return governed == .held ? fromModifiers(of: trigger) ?? .held : governed
    }

    /// What its own verb phrase and the words above say.
    private func governed(_ trigger: Int) -> Occurrence {
        // "walked out of the talks" were at them, "pulled out of talks" will not be.
        if reading.preposition(of: trigger) == "out of",
            ["pull", "back", "drop", "bow"].contains(reading.lemma(reading.token(trigger).head))
        {
            return .cancelled
        }
        if reading.isNegated(trigger) { return isNotYet(trigger) ? .planned : .denied }
        var current = isOpposed(trigger) ? trigger : reading.firstConjunct(of: trigger)
        if let twin = later(than: current) { return twin }
        if let said = verbPhrase(of: current) ?? course(of: current) { return said }
        for _ in 0..<5 {
            let head = reading.token(current).head
            guard head != current, shares(current, with: head), !isRemark(head, on: current) else { break }
            if let twin = later(than: head) { return twin }
            // "The meeting will be a test", "she will be able to meet Ito".
            if reading.token(head).tag != .verb,
                [.nominalSubject, .openComplement].contains(reading.relation(current)),
                reading.tree.children(of: head, by: [.auxiliary]).contains(where: {
                    ["will", "would"].contains(reading.form($0))
                })
            {
                return .planned
            }
            if let said = lexical(of: head, above: current) ?? verbPhrase(of: head) { return said }
            current = head
        }
        return .held
    }

    /// "Talks are set to resume": what its predicate says of its course.
    private func course(of noun: Int) -> Occurrence? {
        guard reading.relation(noun).universal == .nominalSubject else { return nil }
        return reading.tree.children(of: reading.token(noun).head, by: [.openComplement]).first {
            tells(reading.lemmaWithParticle($0))
        }.flatMap(verbPhrase)
    }

    /// "has no link to the meeting", "a meeting isn't reason enough": what is said of it, not whether it was.
    private func isRemark(_ head: Int, on word: Int) -> Bool {
        guard reading.token(head).tag == .noun, reading.lexicons.occurrences[reading.lemma(head)] == nil
        else { return false }
        return reading.relation(word).universal == .nominalSubject
            || reading.relation(word).universal == .nominalModifier && reading.isDefinite(word)
                && reading.preposition(of: word) == "to"
    }

    /// "will not meet Ito but will host a dinner for him": a verb behind "but" has a fate of its own.
    private func isOpposed(_ word: Int) -> Bool {
        reading.relation(word).universal == .conjunct
            && reading.tree.children(of: word, by: [.coordinator]).contains { reading.form($0) == "but" }
            && reading.tree.child(of: word, by: [.auxiliary, .nominalSubject]) != nil
    }

    /// What a governing word of the lexicon says; a verb says it of its object, not of its subject.
    private func lexical(of head: Int, above word: Int) -> Occurrence? {
        guard reading.token(head).tag != .verb || reading.relation(word) != .nominalSubject else {
            return nil
        }
        let lemma = reading.lemmaWithParticle(head)
        // "called a meeting" convenes it, "called for a meeting" does not.
        let said =
            lemma == "call" && reading.relation(word).universal == .object
            ? .planned : reading.lexicons.occurrences[lemma]
        // "has not ruled out talks".
        if reading.isNegated(head) { return said == .denied ? .proposed : .denied }
        return said == .planned && isUndone(head) ? .cancelled : said
    }

    /// "had planned", "had been scheduled to": told so of what came to nothing.
    private func isUndone(_ verb: Int) -> Bool {
        reading.tree.children(of: verb, by: [.auxiliary]).contains { reading.form($0) == "had" }
    }

    /// What the tense and the governor of a verb say of it.
    private func verbPhrase(of verb: Int) -> Occurrence? {
        // "It will be their first meeting."
        if reading.token(verb).tag == .noun, reading.tree.child(of: verb, by: [.copula]) != nil,
            reading.isFuture(verb)
        {
            return .planned
        }
        guard reading.token(verb).tag == .verb || reading.isThereBe(verb) else { return nil }
        // "accepted an invitation to visit Oslo"
        if let invitation = reading.invitation(to: verb) {
            let maker = reading.token(invitation).head
            if ["decline", "reject", "refuse", "turn"].contains(reading.lemma(maker)) { return .denied }
            guard reading.lemma(maker) == "accept" else { return .proposed }
            return reading.isNegated(maker) ? .denied : .planned
        }
        if reading.isNegated(verb) { return isNotYet(verb) || isStart(verb) ? .planned : .denied }
        if isUrged(verb) || isThinkable(verb) { return .proposed }
        if isArranged(verb) {
            // "had been due to meet": it came to nothing.
            let words = (max(0, verb - 4)..<verb).map(reading.form)
            return words == ["had", "been", "due", "to"] ? .cancelled : .planned
        }
        if reading.isBeTo(verb) {
            let isUndone = reading.tree.children(of: verb, by: [.auxiliary]).contains {
                reading.lemma($0) == "have"
            }
            return isUndone ? .cancelled : .planned
        }
        if let above = governor(of: verb), let said = reading.lexicons.occurrences[above] {
            return said == .planned && isUndone(reading.token(verb).head) ? .cancelled : said
        }
        if reading.isFuture(verb) || isErrand(verb) || isParticipleOfPlan(verb) || isPurpose(verb)
            || isAwaited(verb)
        {
            return .planned
        }
        // "is due to meet Ito and hold talks": joined verbs share what is said of the first.
        let first = reading.token(verb).head
        let isJoined =
            reading.relation(verb).universal == .conjunct && reading.token(first).tag == .verb
            && reading.tree.children(of: verb, by: [.nominalSubject, .auxiliary, .copula]).isEmpty
            && first != verb && reading.form(verb) == reading.lemma(verb)
        return isJoined ? verbPhrase(of: first) : nil
    }

    /// "is sending an envoy to meet Ito": what somebody is yet to do.
    private func isErrand(_ verb: Int) -> Bool {
        let head = reading.token(verb).head
        return ["send", "dispatch"].contains(reading.lemma(head)) && head < verb && !reading.isPast(head)
            && reading.tree.children(of: verb, by: [.marker]).contains { reading.form($0) == "to" }
    }

    /// "Formal talks have not begun": they are still to come.
    private func isStart(_ verb: Int) -> Bool { ["begin", "start", "open"].contains(reading.lemma(verb)) }

    /// "has not met him yet": it is still to come.
    private func isNotYet(_ verb: Int) -> Bool {
        reading.tree.children(of: verb, by: [.adverbialModifier]).contains { reading.form($0) == "yet" }
    }

    /// "Ito may meet Havel", "he could visit Kenya".
    private func isThinkable(_ verb: Int) -> Bool {
        let auxiliaries = reading.tree.children(of: verb, by: [.auxiliary]).map(reading.form)
        return auxiliaries.contains { ["may", "might", "could"].contains($0) }
            && !auxiliaries.contains("have")
    }

    /// "Ito should meet Havel", "they must hold talks": what somebody wants of them.
    private func isUrged(_ verb: Int) -> Bool {
        let auxiliaries = reading.tree.children(of: verb, by: [.auxiliary]).map(reading.form)
        return auxiliaries.contains { ["should", "must", "ought"].contains($0) }
            && !auxiliaries.contains("have")
    }

    /// "is due to meet", "was going to meet"; "Ito and Havel to meet" in a headline, where nothing else is the verb.
    private func isArranged(_ verb: Int) -> Bool {
        let sentence = reading.document.sentences[reading.sentence(of: verb)].tokens
        // "to soon meet"
        let to = verb > sentence.lowerBound && reading.token(verb - 1).tag == .adverb ? verb - 2 : verb - 1
        guard to > sentence.lowerBound, reading.form(to) == "to" else { return false }
        if ["due", "going"].contains(reading.form(to - 1)) { return true }
        let head = reading.token(verb).head
        return reading.relation(verb) == .root && reading.tree.child(of: verb, by: [.nominalSubject]) != nil
            || reading.relation(verb).universal == .adjectivalClause && reading.relation(head) == .root
                && reading.token(head).tag == .properNoun
    }

    /// "by the time Havel meets Ito", "when they meet", "when they start to negotiate": the present tense of what is awaited.
    private func isAwaited(_ verb: Int) -> Bool {
        var verb = verb
        if reading.relation(verb).universal == .openComplement, isStart(reading.token(verb).head) {
            verb = reading.token(verb).head
        }
        guard [reading.lemma(verb), reading.lemma(verb) + "s"].contains(reading.form(verb)),
            reading.tree.child(of: verb, by: [.auxiliary]) == nil,
            reading.tree.child(of: verb, by: [.nominalSubject]) != nil
        else { return false }
        if reading.relation(verb).universal == .adjectivalClause {
            return reading.lemma(reading.token(verb).head) == "time"
        }
        let clauses =
            reading.relation(verb).universal == .conjunct ? [verb, reading.token(verb).head] : [verb]
        return clauses.flatMap { reading.tree.children(of: $0, by: [.marker, .adverbialModifier]) }.contains {
            ["when", "before", "until", "once", "after"].contains(reading.form($0))
        }
    }

    /// Whether it is what a journey is for: "left for Lund to attend the summit".
    func isPurpose(_ verb: Int) -> Bool {
        let head = reading.token(verb).head
        return head != verb && reading.relation(verb).universal == .adverbialClause
            && reading.lexicons.visitVerbs[reading.lemma(head)] != nil
            && reading.tree.children(of: verb, by: [.marker]).contains { reading.form($0) == "to" }
    }

    /// The lemma of the verb or adjective an infinitive depends on: "refused to meet", "ready to meet".
    private func governor(of verb: Int) -> String? {
        let head = reading.token(verb).head
        guard head != verb,
            reading.relation(verb).universal == .openComplement
                || reading.doer(of: verb) != reading.subject(of: verb) || isToGerund(verb)
        else { return nil }
        if reading.isNegated(head) || reading.lemma(head) == "fail" { return "refuse" }
        return reading.lemmaWithParticle(head)
    }

    /// "committed to meeting", "looks forward to welcoming".
    private func isToGerund(_ verb: Int) -> Bool {
        reading.isIngForm(verb)
            && reading.tree.children(of: verb, by: [.marker, .caseMarking]).contains {
                reading.form($0) == "to"
            }
    }

    /// "will resume his duties, flying to Lund for talks": the participle is as future as its verb.
    private func isParticipleOfPlan(_ verb: Int) -> Bool {
        let head = reading.token(verb).head
        return head != verb && reading.relation(verb).universal == .adverbialClause
            && reading.isIngForm(verb)
            && reading.tree.children(of: verb, by: [.nominalSubject]).isEmpty
            && !["after", "following", "since"].contains(reading.preposition(of: verb) ?? "")
            && (reading.isFuture(head) || reading.isBeTo(head))
    }

    /// "was due on Monday but was called off": a verb joined to the meeting's own.
    private func later(than verb: Int) -> Occurrence? {
        reading.tree.children(of: verb, by: [.conjunct]).lazy
            .filter { conjunct in
                reading.tree.child(of: conjunct, by: [.nominalSubject]).map(isMeeting) ?? true
            }
            .compactMap { reading.lexicons.occurrences[reading.lemmaWithParticle($0)] }
            .first { $0 == .cancelled }
    }

    /// "but that event was cancelled".
    private func isMeeting(_ noun: Int) -> Bool {
        (reading.lexicons.meetingNouns[reading.lemma(noun)] != nil
            || ["event", "visit", "trip"].contains(reading.lemma(noun)))
            && reading.tree.children(of: noun, by: [.determiner]).contains {
                ["the", "that", "this"].contains(reading.form($0))
            }
    }

    /// Whether what is said of `head` is said of `word`: a verb that holds, plans or refuses a meeting shares its fate with it,
    /// one that comments on it does not, nor does one whose adjunct it is ("during the talks").
    private func shares(_ word: Int, with head: Int) -> Bool {
        let relation = reading.relation(word)
        guard relation != .relativeClause else { return false }
        let isVerb = reading.token(head).tag == .verb
        let lemma = reading.lemmaWithParticle(head)
        let lexicons = reading.lexicons
        switch relation.universal {
        case .openComplement: return true
        // "will meet to continue their talks"
        case .adverbialClause:
            return isVerb && lexicons.meetingVerbs[lemma]?.sort == .together
                && reading.tree.children(of: word, by: [.marker]).contains { reading.form($0) == "to" }
        case .nominalSubject:
            return !isVerb || relation == .passiveSubject || lexicons.meetingStages.contains(lemma)
                || reading.isThereBe(head)
        case .object:
            return lexicons.occurrences[lemma] != nil || lexicons.meetingVerbs[lemma] != nil
                || lexicons.visitBringers.contains(lemma) || CompanyReader.arrangements.contains(lemma)
        case .adjectivalClause:
            return reading.tree.children(of: word, by: [.marker]).contains { reading.form($0) == "to" }
        case .clausalComplement:
            // "denied that they met": of the verbs with a clause only denials say anything of it.
            return lexicons.occurrences[lemma] == .denied
        case .oblique, .nominalModifier:
            if reading.token(word).tag == .verb { return true }
            let preposition = reading.preposition(of: word) ?? ""
            return ["for", "to", "of"].contains(preposition)
                || ["on", "upon"].contains(preposition) && lexicons.visitBringers.contains(lemma)
                || preposition == "in" && ["participate", "part"].contains(lemma)
        default: return false
        }
    }
}
