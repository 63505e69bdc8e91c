import NewsEvents
import NewsText

/// Statements shown by a noun of saying: "his claim that", "the accusation is that", "a warning from the UN that".
struct ReportingNouns: ExtractionRule {
    static let summary = "a noun of saying with a clause, an infinitive or an of-phrase"

    static let matches = [
        RuleExample(
            "Mark Okafor's claim that the bridge would fall angered them.",
            finds: "Mark Okafor | claim | the bridge would fall"
        ),
        RuleExample(
            "The accusation is that the bridge was sold.",
            finds: " | accusation | the bridge was sold"
        ),
        RuleExample(
            "Mark Okafor issued a warning that the bridge would fall.",
            finds: "Mark Okafor | warning | the bridge would fall"
        ),
        RuleExample(
            "Mark Okafor expressed hope that the bridge would stand.",
            finds: "Mark Okafor | hope | the bridge would stand"
        ),
    ]

    static let misses = [
        "Mark Okafor had the hope that the bridge would stand.", "The statement that they signed was short.",
        "The claim was dropped.",
        "No report that the bridge fell was found.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let spoken = found.flatMap { event -> [TextRange] in
            guard case .statement(let draft) = event.body else { return [] }
            return draft.content
        }
        return reading.freshTokens.compactMap { noun in
            guard reading.token(noun).tag == .noun, !reading.isQuoted[noun],
                let kinds = reading.lexicons.nouns.sayings[reading.lemma(noun)], !reading.isNegated(noun),
                !Self.isWanted(noun, in: reading),
                !kinds.contains("voiced") || Self.isVoiced(noun, in: reading)
            else { return nil }
            return statement(at: noun, kinds: kinds, spoken: spoken, in: reading)
        }
    }

    private func statement(at noun: Int, kinds: Set<String>, spoken: [TextRange], in reading: Reading)
        -> EventDraft?
    {
        let speakers = speakers(of: noun, in: reading)
        var tokens: [Int] = []
        var cost = 0.15
        if kinds.contains("that"), let clause = thatClause(of: noun, in: reading) {
            let that =
                reading.tree.subtree(of: clause).first { $0 > noun && reading.form($0) == "that" } ?? noun
            tokens = reading.tree.subtree(of: clause).filter { $0 > that }
            if that == noun + 1 || reading.form(noun + 1) == "that", let last = tokens.last, noun + 2 <= last
            {
                // The tree may hang the clause's subject on the verb behind it.
                tokens = Array((noun + 2)...last)
            }
        } else if kinds.contains("to"), !speakers.isEmpty, let infinitive = infinitive(of: noun, in: reading)
        {
            tokens = reading.tree.subtree(of: infinitive)
            cost = 0.4
        } else if kinds.contains("of"), !speakers.isEmpty, let thing = ofPhrase(of: noun, in: reading) {
            tokens = reading.tree.subtree(of: thing) {
                $0 < thing && reading.relation($0).universal == .caseMarking
                    && reading.token($0).head == thing
            }
            cost = 0.35
        }
        guard let first = tokens.first, let last = tokens.last else { return nil }
        let content = StatementContent(
            ranges: [reading.document.range(of: first..<(last + 1))],
            in: reading
        )
        // What somebody else says includes the claims named in it.
        let isTold = content.pieces.allSatisfy { piece in spoken.contains { $0.contains(piece) } }
        guard !content.pieces.isEmpty, !speakers.isEmpty || !isTold && !isDenied(noun, in: reading) else {
            return nil
        }
        let draft = StatementDraft(
            speakers: speakers,
            cue: reading.token(noun).range,
            cueToken: noun,
            content: content.pieces,
            quotes: content.quotes,
            directness: content.directness,
            audience: nil
        )
        var event = EventDraft(
            body: .statement(draft),
            sentence: reading.sentence(of: noun),
            date: reading.date(of: noun),
            confidence: 0.95
        )
        event.doubt("told by a noun of saying", cost: cost)
        if speakers.isEmpty { event.doubt("no speaker is named", cost: 0.25) }
        return event
    }

    /// "expressed the hope that": what somebody only has is not said.
    private static func isVoiced(_ noun: Int, in reading: Reading) -> Bool {
        reading.relation(noun).universal == .object
            && ["express", "voice", "state", "reiterate", "repeat", "convey", "share", "raise"].contains(
                reading.lemma(reading.token(noun).head)
            )
    }

    /// "rejected any claims that": whosever they are.
    private func isDenied(_ noun: Int, in reading: Reading) -> Bool {
        reading.relation(noun).universal == .object
            && ["reject", "deny", "dismiss", "refute", "rebut"].contains(
                reading.lemma(reading.token(noun).head)
            )
    }

    /// "wants assurances that": nobody has given them.
    static func isWanted(_ noun: Int, in reading: Reading) -> Bool {
        reading.relation(noun).universal == .object
            && ["want", "seek", "need", "demand", "request", "await", "require", "expect"].contains(
                reading.lemma(reading.token(noun).head)
            )
    }

    /// "claim that …", "the accusation is that …".
    private func thatClause(of noun: Int, in reading: Reading) -> Int? {
        func opensWithThat(_ clause: Int) -> Bool {
            reading.tree.children(of: clause, by: [.marker]).contains { reading.form($0) == "that" }
        }
        let below = reading.tree.children(of: noun, by: [.adjectivalClause, .clausalComplement])
        // "the statement that they signed" tells which, not what was said.
        let said = below.first { clause in
            clause > noun && reading.relation(clause) != .relativeClause
                && (opensWithThat(clause) || reading.form(noun + 1) == "that")
        }
        if let said { return said }
        guard reading.relation(noun).universal == .nominalSubject else { return nil }
        let head = reading.token(noun).head
        if reading.lemma(head) == "be" {
            return reading.tree.children(of: head, by: [.clausalComplement]).first(where: opensWithThat)
        }
        // With a clause as predicate the tree makes the clause the head: "the claim is that X fell".
        return reading.relation(noun) == .outerSubject && opensWithThat(head) ? head : nil
    }

    private func infinitive(of noun: Int, in reading: Reading) -> Int? {
        reading.tree.children(of: noun, by: [.adjectivalClause]).first { clause in
            clause > noun
                && reading.tree.children(of: clause, by: [.marker]).contains { reading.form($0) == "to" }
        }
    }

    private func ofPhrase(of noun: Int, in reading: Reading) -> Int? {
        reading.tree.children(of: noun, by: [.nominalModifier, .adjectivalClause]).first { child in
            child > noun
                && (reading.tree.caseWords(of: child) == "of"
                    || reading.tree.children(of: child, by: [.marker]).contains { reading.form($0) == "of" })
        }
    }

    /// "his claim", "a claim by the council", "the council made the claim".
    private func speakers(of noun: Int, in reading: Reading) -> [ActorMention] {
        for child in reading.tree.children(of: noun) {
            let relation = reading.relation(child)
            let isAuthor =
                relation.universal == .nominalModifier
                && ["by", "from"].contains(reading.tree.caseWords(of: child) ?? "")
            guard relation == .possessive || isAuthor else { continue }
            let actors = reading.actors(at: child)
            if !actors.isEmpty { return actors }
        }
        let head = reading.token(noun).head
        guard reading.relation(noun).universal == .object, Self.light.contains(reading.lemma(head)),
            let subject = reading.subject(of: head)
        else { return [] }
        return reading.actors(at: subject)
    }

    private static let light: Set<String> = [
        "make", "issue", "repeat", "voice", "deliver", "give", "offer", "release", "publish", "post",
        "reiterate",
        "renew", "raise", "level", "file", "send", "write", "float", "advance", "express", "state", "convey",
        "share",
    ]
}
