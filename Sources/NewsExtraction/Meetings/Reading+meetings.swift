import NewsEvents
import NewsText

/// When the meeting a noun names took place, and whether the noun names one told before.
extension Reading {
    /// Whether it is yet to come: "ahead of the summit", "will decide at the summit".
    func isAhead(_ noun: Int) -> Bool {
        if MeetingStatus(reading: self).tookPlace(noun) { return false }
        let preposition = preposition(of: noun) ?? ""
        // "met Ito before talks with Lund": one after the other, as told.
        if preposition == "before", isSimplePast(token(noun).head),
            lexicons.meetingVerbs[lemma(token(noun).head)]?.sort == .together,
            !["speak", "talk"].contains(lemma(token(noun).head))
        {
            return false
        }
        if ["before", "ahead of", "prior to"].contains(preposition) { return true }
        let head = token(noun).head
        if form(head) == "ahead" { return true }
        if form(head) == "eve", preposition == "of" { return true }
        return ["at", "during", "in", "after", "following"].contains(preposition)
            && token(head).tag == .verb
            && (isFuture(head)
                || tree.children(of: head, by: [.auxiliary]).contains { form($0) == "should" })
    }

    /// Whether a word tells that its people are at a meeting or will be: "attended", "will lead the team"; not "declined to
    /// attend", "was invited to join", "would have chaired".
    func comes(by word: Int) -> Bool {
        !isHypothetical(word) && !isUnreal(word)
            && [.held, .planned].contains(MeetingStatus(reading: self).status(of: word))
    }

    /// "with families of people held hostage by rebels": who is held there is no meeting.
    func isOfCaptives(_ clause: Int) -> Bool {
        tree.children(of: clause).contains { ["hostage", "captive", "prisoner"].contains(lemma($0)) }
    }

    /// Whether a verb tells what is done over and over: "regularly takes part in talks", "the ministers often meet".
    func isHabit(_ verb: Int) -> Bool {
        tree.children(of: verb, by: [.adverbialModifier]).contains {
            ["regularly", "often", "usually", "frequently", "routinely", "rarely", "seldom"].contains(
                form($0)
            )
        }
    }

    /// Whether words beside it say that it took place: it is the subject of a past verb, what was done was done at or after it, or
    /// it is one of several, or of a day that is past.
    func isOver(_ noun: Int) -> Bool {
        if ["after", "following", "during", "at", "since", "in"].contains(preposition(of: noun) ?? "") {
            return true
        }
        if date(of: noun) != nil { return true }
        let isTold = tree.children(of: noun, by: [.adjectivalModifier, .possessive]).contains {
            child in
            Self.pastMeetings.contains(lemma(child))
                || document.dates.contains { $0.tokens.contains(child) }
        }
        if isTold { return true }
        let head = token(noun).head
        return token(head).tag == .verb && isSimplePast(head)
            && relation(noun).universal == .nominalSubject
    }

    private static let pastMeetings: Set<String> = [
        "first", "second", "third", "last", "previous", "earlier", "recent", "historic", "past",
    ]

    /// "the third round of talks": the talks are the meeting.
    func isMeasure(_ noun: Int) -> Bool {
        lemma(noun).lowercased() == "round"
            && tree.children(of: noun, by: [.nominalModifier]).contains {
                tree.caseWords(of: $0) == "of" && lexicons.meetingNouns[lemma($0).lowercased()] != nil
            }
    }

    /// The town in whose name a meeting is called: "the Geneva talks".
    func town(before noun: Int) -> (name: String, word: Int)? {
        let named = tree.children(of: noun, by: [.compound]).filter { mention(at: $0) != nil }
        guard named.count == 1, let name = town(named: named[0]) else { return nil }
        return (name, named[0])
    }

    private func town(named word: Int) -> String? {
        guard relation(word).universal == .compound, let mention = mention(at: word),
            mention.kind == .politicalPlace
        else { return nil }
        let name = document.string(document.range(of: mention.tokens))
        return lexicons.country(told: name) == nil ? name : nil
    }

    /// "The talks took place in Vienna", "the meeting is set for Monday": the verb tells place, day and course.
    func courseVerb(of noun: Int) -> Int? {
        let verb = token(noun).head
        guard relation(noun).universal == .nominalSubject, token(verb).tag == .verb else { return nil }
        let lemma = lemmaWithParticle(verb)
        let tells =
            lexicons.meetingStages.contains(lemma) || lexicons.occurrences[lemma] != nil
            || isPassive(verb) && (lexicons.meetingVerbs[lemma] != nil || lemma == "set")
        return tells ? verb : nil
    }

    /// Whether a noun is told as known: "the meeting", "his talks".
    func isDefinite(_ noun: Int) -> Bool {
        tree.child(of: noun, by: [.possessive]) != nil
            || tree.children(of: noun, by: [.determiner]).contains {
                ["the", "this", "that"].contains(form($0))
            }
    }

    /// Whether the words point to a meeting told before and say nothing new of who met: "the meeting", "the Monday talks".
    func isPointer(_ noun: Int) -> Bool {
        guard token(noun).tag == .noun,
            tree.children(of: noun, by: [.determiner, .possessive]).contains(where: { word in
                ["the", "this", "that"].contains(form(word))
                    || document.dates.contains { $0.tokens.contains(word) }
            })
        else { return false }
        return !tree.children(of: noun, by: [.compound, .possessive, .nominalModifier]).contains {
            entityOfHead[$0] != nil && town(named: $0) == nil
                && !["in", "at", "on"].contains(tree.caseWords(of: $0) ?? "")
        }
    }

    /// Whether a verb is told as arranged: "is to meet", "was to have met".
    func isBeTo(_ verb: Int) -> Bool {
        tree.children(of: verb, by: [.marker]).contains { form($0) == "to" }
            && tree.children(of: verb, by: [.auxiliary, .copula]).contains {
                lemma($0) == "be" && relation($0) != .passiveAuxiliary
            }
    }

    /// Whether a word is the verb of "there will be a meeting".
    func isThereBe(_ verb: Int) -> Bool {
        lemma(verb) == "be" && tree.child(of: verb, by: [.expletive]).map { form($0) == "there" } ?? false
    }

    /// The preposition of a noun, also where the tree takes it for a conjunction ("after talks").
    func preposition(of noun: Int) -> String? {
        // "spoke ahead of a meeting": the tree may take "ahead" for an adverb.
        if let of = tree.child(of: noun, by: [.caseMarking]), form(of) == "of", of > 0,
            form(of - 1) == "ahead"
        {
            return "ahead of"
        }
        return tree.caseWords(of: noun)
            ?? tree.children(of: noun, by: [.marker]).first.map { form($0) }
    }

    /// The first of the words a word is coordinated with.
    func firstConjunct(of word: Int) -> Int {
        var first = word
        while relation(first).universal == .conjunct, token(first).head != first { first = token(first).head }
        return token(first).tag == .verb || token(first).tag == token(word).tag ? first : word
    }
}
