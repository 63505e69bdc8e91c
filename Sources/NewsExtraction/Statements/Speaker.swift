import NewsText

/// Who stands behind a verb of saying.
struct Speaker {
    /// The head word of the phrase that names the speaker.
    let head: Int?
    /// Who that is; of a document, the body behind it.
    let actors: [ActorMention]
    /// Whether the phrase can stand for somebody who speaks, or there is none to stand in the way.
    let canSpeak: Bool
    /// Whether only a pronoun names the speaker.
    let isPronoun: Bool
    /// Whether it is a document or broadcast that speaks.
    let isDocument: Bool

    /// Whether a document speaks and nobody is named behind it.
    let isOrphaned: Bool

    /// Whether it is known who speaks, or at least that a document does.
    var isIdentified: Bool { !actors.isEmpty || isDocument }

    init(of verb: Int, in reading: Reading) {
        let passive = reading.isPassive(verb) || Self.isBareParticiple(verb, in: reading)
        let found =
            passive
            ? reading.agent(of: verb)
            : Self.cited(verb, in: reading) ?? Self.inverted(verb, in: reading) ?? Self.leading(
                verb,
                in: reading
            ) ?? Self.displaced(
                verb,
                in: reading
            )
                ?? Self.continued(verb, in: reading) ?? Self.circumstantial(verb, in: reading)
                ?? reading.subject(of: verb)
        let head = found.map { Self.named(behind: $0, of: verb, in: reading) ?? $0 }
        self.head = head
        guard let head else {
            (actors, isPronoun, isDocument, isOrphaned) = ([], false, false, false)
            // "It was reported that": somebody spoke, nobody is named.
            canSpeak =
                reading.isPassive(verb)
                && reading.tree.child(of: verb, by: [.clausalComplement, .clausalSubject]) != nil
            return
        }
        let voice = Voice(at: head, in: reading)
        actors = voice.actors
        isDocument = voice.isDocument
        isOrphaned = voice.isDocument && !voice.isOwned
        isPronoun = reading.token(head).tag == .pronoun
        canSpeak = !actors.isEmpty || isDocument || Self.isSomebody(head, in: reading)
    }

    /// "Ana Silva, head of the Lund Centre, a think tank, said", "A commander of the unit, Major Ito told them": of a chain
    /// of appositions before the verb, the one that names somebody; the tree may take another for the subject.
    private static func named(behind subject: Int, of verb: Int, in reading: Reading) -> Int? {
        func isNamed(_ head: Int) -> Bool {
            guard let entity = reading.entityOfHead[head] else { return false }
            return reading.document.entities[entity].references.contains { $0.form == .name }
        }
        guard subject < verb, reading.token(subject).tag == .noun, !isNamed(subject),
            !reading.isQuoted[subject]
        else { return nil }
        let apposed = reading.tree.children(of: subject, by: [.apposition]).first { child in
            child > subject && child < verb && isNamed(child)
                && reading.entityOfHead[child].map { reading.document.entities[$0].kind == .person } ?? false
        }
        if let apposed, verb - apposed <= 2 { return apposed }
        let run = reading.tree.span(of: subject) { reading.relation($0).universal == .adjectivalClause }
        let sentence = reading.document.sentences[reading.sentence(of: verb)].tokens
        guard run.lowerBound > sentence.lowerBound + 1, reading.form(run.lowerBound - 1) == ",",
            run.upperBound < verb, reading.form(run.upperBound) == ",", verb - run.upperBound <= 2
        else { return nil }
        let first = (sentence.lowerBound..<(run.lowerBound - 1)).first { reading.entityOfHead[$0] != nil }
        guard let first, reading.tree.caseWords(of: first) == nil,
            ![.compound, .flat].contains(reading.relation(first).universal),
            reading.relation(first) != .possessive,
            !(sentence.lowerBound..<run.lowerBound).contains(where: { token in
                [.verb, .auxiliary, .subordinator].contains(reading.token(token).tag)
                    || reading.isQuoted[token]
            })
        else { return nil }
        return first
    }

    /// Whether a word that names no known actor can still be somebody: "73 percent said", "many say".
    private static func isSomebody(_ head: Int, in reading: Reading) -> Bool {
        switch reading.token(head).tag {
        case .pronoun, .determiner: !["this", "that", "which", "what", "there"].contains(reading.form(head))
        case .noun, .properNoun, .numeral, .adjective:
            !reading.tree.children(of: head, by: [.possessive]).contains { reading.form($0) == "whose" }
        default: false
        }
    }

    /// "…," wrote Havel; "…," read the statement: a noun right behind the verb that the tree took for something else.
    private static func inverted(_ verb: Int, in reading: Reading) -> Int? {
        let subjects = reading.tree.children(of: verb, by: [.nominalSubject, .expletive])
        guard verb > 1, [",", "\"", "”", "''", "’"].contains(reading.form(verb - 1)),
            !reading.isIngForm(verb),
            reading.form(verb - 1) != "," || !StatementAudience.addressing.contains(reading.lemma(verb)),
            !subjects.contains(where: { !reading.isQuoted[$0] })
        else { return nil }
        return reading.tree.children(
            of: verb,
            by: [.object, .indirectObject, .oblique, .unspecified, .apposition]
        )
        .first { child in
            child > verb && !reading.isQuoted[child] && reading.tree.caseWords(of: child) == nil
                && reading.tree.span(of: child) { $0 > child }.lowerBound == verb + 1
        }
    }

    /// "Two diplomats, who spoke to us, said talks were": of two subjects the one before the verb is its own.
    private static func leading(_ verb: Int, in reading: Reading) -> Int? {
        let subjects = reading.tree.children(of: verb, by: [.nominalSubject]).filter { !reading.isQuoted[$0] }
        guard let first = subjects.first, let last = subjects.last, first < verb, last > verb,
            verb > 0, !["\"", "”", "''"].contains(reading.form(verb - 1))
        else { return nil }
        return first
    }

    /// "The agency cited Ito as saying": Ito says it.
    static func cited(_ verb: Int, in reading: Reading) -> Int? {
        let head = reading.token(verb).head
        guard reading.isIngForm(verb), head < verb,
            ["cite", "quote"].contains(reading.lemma(head)),
            reading.tree.children(of: verb, by: [.marker, .caseMarking]).contains(where: {
                reading.form($0) == "as"
            })
        else { return nil }
        return reading.tree.children(of: head, by: [.object]).first { $0 > head && $0 < verb }
    }

    /// "Asked whether it would reopen, Lund said": a participle that opens the clause was done to its subject.
    private static func isBareParticiple(_ verb: Int, in reading: Reading) -> Bool {
        let form = reading.form(verb)
        return reading.relation(verb).universal == .adverbialClause && verb < reading.token(verb).head
            && form != reading.lemma(verb) && !form.hasSuffix("ing") && !form.hasSuffix("s")
            && reading.tree.child(of: verb, by: [.nominalSubject, .auxiliary, .marker]) == nil
    }

    /// "Lund said the border would open, adding that": the participle goes on with Lund although it hangs on the content.
    private static func continued(_ verb: Int, in reading: Reading) -> Int? {
        guard verb > 1, reading.tree.child(of: verb, by: [.nominalSubject, .auxiliary]) == nil else {
            return nil
        }
        let isParticiple =
            reading.isIngForm(verb)
            && (reading.token(verb - 1).tag == .punctuation || reading.token(verb - 2).tag == .punctuation)
        guard isParticiple || reading.relation(verb).universal == .conjunct else { return nil }
        var current = verb
        while true {
            let head = reading.token(current).head
            guard head != current, head < verb else { return nil }
            // "drew hope from the fact that Norway had left, saying": the fact says nothing.
            if isParticiple, reading.relation(current).universal == .adjectivalClause,
                ["fact", "idea", "news", "sign", "possibility"].contains(reading.lemma(head)),
                let above = governor(of: head, in: reading), reading.form(verb - 1) == ","
            {
                return reading.subject(of: above)
            }
            if reading.relation(current).universal == .clausalComplement, !reading.isQuoted[head],
                current < verb,
                ReportingVerbs.frames(of: head, in: reading)?.contains(.clause) == true,
                isParticiple || StatementContent.isSameTense(verb, head, reading)
            {
                return inverted(head, in: reading) ?? reading.subject(of: head)
            }
            current = head
        }
    }

    private static func governor(of noun: Int, in reading: Reading) -> Int? {
        let verb = reading.token(noun).head
        return reading.token(verb).tag == .verb && verb < noun ? verb : nil
    }

    /// "The visit came after Lund spoke, vowing to win": visits vow nothing; the participle has the subject of the clause before.
    private static func circumstantial(_ verb: Int, in reading: Reading) -> Int? {
        guard reading.relation(verb).universal == .adverbialClause, reading.isIngForm(verb),
            verb > 0, reading.form(verb - 1) == ",", let thing = reading.subject(of: verb),
            thing < verb, reading.token(thing).tag == .noun, !Voice(at: thing, in: reading).isDocument,
            Voice(at: thing, in: reading).actors.isEmpty
        else { return nil }
        let clause = reading.token(verb).head
        guard clause < verb else { return nil }
        return (clause + 1..<verb).last { subject in
            reading.relation(subject) == .nominalSubject && !reading.isQuoted[subject]
                && reading.token(reading.token(subject).head).tag == .verb
                && reading.relation(reading.token(subject).head).universal == .adverbialClause
                && reading.tree.isWithin(subject, clause) && !reading.actors(at: subject).isEmpty
        }
    }

    /// "Lund alleged, by way of example, Ito had lied": the tree can hang both subjects on the second verb.
    private static func displaced(_ verb: Int, in reading: Reading) -> Int? {
        guard reading.tree.child(of: verb, by: [.nominalSubject, .expletive]) == nil,
            let clause = reading.tree.children(of: verb, by: [.clausalComplement]).first(where: { $0 > verb })
        else { return nil }
        let subjects = reading.tree.children(of: clause, by: [.nominalSubject])
        guard subjects.count > 1, let first = subjects.first, first < verb, !reading.isQuoted[first] else {
            return nil
        }
        return first
    }
}

/// Who speaks when a noun phrase speaks: the actors it names or, for a document, the body that stands behind it.
struct Voice {
    let actors: [ActorMention]
    let isDocument: Bool
    /// Whether the actors are the body behind a document.
    let isOwned: Bool

    init(at head: Int, in reading: Reading) {
        isDocument = reading.lexicons.nouns.documents.contains(reading.lemma(head))
        let owners = isDocument ? Self.owners(of: head, in: reading) : []
        isOwned = !owners.isEmpty || reading.groups[head] != nil
        // "Reports said": nobody is behind them.
        let isRumour = reading.lemma(head) == "report" && reading.form(head) != "report"
        actors = owners.isEmpty ? (isRumour ? [] : reading.actors(at: head)) : owners
    }

    /// "the ministry's report", "a statement by the ministry", "a poll published by the BBC", "a Pew study".
    static func owners(of document: Int, in reading: Reading) -> [ActorMention] {
        let tree = reading.tree
        let children = tree.children(of: document)
        // "Kenya's newspapers", "Iran media reports": the press does not speak for its country.
        let isPress =
            ["newspaper", "paper", "magazine"].contains(reading.lemma(document))
            || children.contains { ["media", "press", "news"].contains(reading.form($0)) }
        if let owner = children.first(where: { reading.relation($0) == .possessive }) {
            // "his office's statement", "Havel's statement"; "its report".
            let actors = reading.actors(at: owner).filter {
                !isPress || reading.document.entities[$0.entity].kind != .country
            }
            if !actors.isEmpty { return actors }
        }
        for child in children where reading.relation(child).universal == .nominalModifier {
            guard ["by", "from", "of"].contains(tree.caseWords(of: child) ?? "") else { continue }
            let actors = reading.actors(at: child)
            if !actors.isEmpty { return actors }
        }
        for clause in children where reading.relation(clause).universal == .adjectivalClause {
            let source = tree.children(of: clause, by: [.oblique]).first { tree.caseWords(of: $0) == "from" }
            guard let agent = reading.agent(of: clause) ?? source,
                ["by", "from"].contains(tree.caseWords(of: agent) ?? "")
            else { continue }
            let actors = reading.actors(at: agent)
            if !actors.isEmpty { return actors }
        }
        for child in children
        where reading.relation(child).universal == .compound
            && !["press", "media", "news"].contains(reading.form(child))
        {
            let actors = reading.actors(at: child).filter {
                !isPress || reading.document.entities[$0.entity].kind != .country
            }
            if !actors.isEmpty { return actors }
        }
        return []
    }
}
