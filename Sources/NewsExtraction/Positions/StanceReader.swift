import NewsEvents
import NewsText

/// Reads who takes a stance: the subjects of stance words, and in quoted words whoever is quoted.
///
/// "I" and "we" stand for the speakers of the statement whose content they are part of; "the leaders" after a meeting for
/// those who met; a letter or subpoena for who wrote it.
struct StanceReader: Sendable {
    let reading: Reading
    private let statements: [StatementDraft]
    private let statementOfToken: [Int?]
    private let meetings: [(sentence: Int, participants: [ActorMention])]

    init(_ reading: Reading, after found: [EventDraft]) {
        self.reading = reading
        var statements: [StatementDraft] = []
        var meetings: [(sentence: Int, participants: [ActorMention])] = []
        for event in found {
            switch event.body {
            case .statement(let draft): statements.append(draft)
            case .meeting(let draft) where draft.participants.count > 1 && !Self.isBackground(draft, reading):
                meetings.append((event.sentence, draft.participants))
            default: break
            }
        }
        self.statements = statements
        self.meetings = meetings
        var owner = [Int?](repeating: nil, count: reading.document.tokens.count)
        for (index, statement) in statements.enumerated() {
            for piece in statement.content {
                for token in reading.tokens(in: piece) {
                    // The narrowest content wins: words reported inside reported words.
                    if let other = owner[token], Self.length(statements[other]) <= Self.length(statement) {
                        continue
                    }
                    owner[token] = index
                }
            }
        }
        statementOfToken = owner
    }

    /// "Following the minister's call with …": told only to say when.
    private static func isBackground(_ meeting: MeetingDraft, _ reading: Reading) -> Bool {
        guard let trigger = meeting.triggers.first, let word = reading.tokens(in: trigger).last else {
            return false
        }
        return ["following", "after", "before", "since", "ahead of", "prior to"].contains(
            reading.tree.caseWords(of: word) ?? ""
        )
    }

    private static func length(_ statement: StatementDraft) -> Int {
        statement.content.reduce(0) { $0 + $1.end - $1.start }
    }

    /// The statement whose content a word stands in; the narrowest of several.
    func statement(at token: Int) -> StatementDraft? { statementOfToken[token].map { statements[$0] } }

    /// Who says a word, if it stands in what somebody said.
    func speakers(at token: Int) -> [ActorMention] { statement(at: token)?.speakers ?? [] }

    func isFirstPerson(_ token: Int) -> Bool { ["i", "we"].contains(reading.form(token)) }

    // MARK: - Holders

    /// Who a noun phrase stands for, as somebody who can take a stance.
    func holders(at head: Int) -> [ActorMention] {
        // "we", "our side"
        let owner = reading.tree.child(of: head, by: [.possessive]).map(reading.form)
        let isOwnSide =
            owner == "our"
            && ["side", "country", "government", "nation", "party", "people"].contains(reading.lemma(head))
        if isOwnSide || ["i", "we", "my", "our"].contains(reading.form(head)) { return speakers(at: head) }
        if let met = parties(at: head) { return met }
        let named = reading.actors(at: head).uniqued()
        let isPaper = reading.lexicons.stances.holds(reading.lemma(head), in: .sender)
        return isPaper ? senders(of: head) ?? named : named
    }

    /// Who stands behind a paper: "a letter by the party", "Norway sent a letter".
    private func senders(of head: Int) -> [ActorMention]? {
        for child in reading.tree.children(of: head) {
            let isOwner =
                reading.relation(child) == .possessive
                || reading.relation(child).universal == .nominalModifier
                    && ["of", "by", "from"].contains(reading.tree.caseWords(of: child) ?? "")
            let owners = isOwner ? reading.actors(at: child) : []
            if !owners.isEmpty { return owners.uniqued() }
        }
        let governor = reading.token(head).head
        guard reading.relation(head).universal == .object, governor != head,
            Self.sending.contains(reading.lemma(governor)), let sender = subject(of: governor)
        else { return nil }
        let senders = reading.actors(at: sender).uniqued()
        return senders.isEmpty ? nil : senders
    }

    /// Verbs whose subject stands behind what their object says; who vetoes a resolution does not.
    private static let sending: Set<String> = [
        "send", "issue", "write", "release", "publish", "submit", "table", "draft", "introduce", "sponsor",
        "present", "sign", "adopt", "pass", "approve", "circulate", "post", "file", "deliver", "make", "give",
        "endorse", "back", "serve", "launch", "propose", "put", "offer",
    ]

    /// "The leaders", "both sides", "they": those of the meeting told last, if the article has no names beside the words.
    private func parties(at head: Int) -> [ActorMention]? {
        if let group = reading.groups[head] { return group }
        guard let entity = reading.entityOfHead[head] else { return nil }
        let references = reading.document.entities[entity].references
        guard reading.document.entities[entity].kind == .group,
            let first = references.first(where: { $0.form != .pronoun }), pointsBack(first.head)
        else { return nil }
        let sentence = reading.sentence(of: head)
        return meetings.last { $0.sentence <= sentence }?.participants
    }

    /// Whether a noun stands for those of a meeting told before.
    func isCollective(_ head: Int) -> Bool { parties(at: head) != nil }

    private func pointsBack(_ noun: Int) -> Bool {
        guard reading.lexicons.stances.holds(reading.lemma(noun), in: .party),
            reading.form(noun) != reading.lemma(noun)
        else { return false }
        let children = reading.tree.children(of: noun)
        return children.allSatisfy {
            [.determiner, .numericModifier, .punctuation].contains(reading.relation($0).universal)
        }
            && children.contains { ["the", "both", "two"].contains(reading.form($0)) }
    }

    // MARK: - Subjects

    /// The head of a stance verb's subject.
    func subject(of verb: Int) -> Int? {
        let own = reading.tree.children(of: verb).filter {
            reading.relation($0).universal == .nominalSubject
                && reading.isQuoted[$0] == reading.isQuoted[verb]
        }
        // An object taken for a second subject stands behind the verb.
        if own.count > 1, let before = own.last(where: { $0 < verb }), !isRelativePronoun(before) {
            return before
        }
        if own.isEmpty, let teller = teller(of: verb) { return teller }
        // "called for Lund to go": who stands behind the verb is no subject of it.
        if let only = own.first, only > verb, own.count == 1 { return nil }
        if let subject = reading.subject(of: verb), !(own.isEmpty && isGuess(subject, of: verb)) {
            return subject
        }
        // "With Norway urging others to act".
        if reading.isIngForm(verb), verb > 0, reading.entityOfToken[verb - 1] != nil,
            reading.tree.children(of: verb, by: [.marker]).contains(where: { reading.form($0) == "with" })
        {
            return verb - 1
        }
        return nil
    }

    /// "Officials said the jet was lost, blaming bad weather": the participle goes on with who said it.
    private func teller(of verb: Int) -> Int? {
        let clause = reading.token(verb).head
        guard reading.relation(verb).universal == .adverbialClause, reading.isIngForm(verb),
            !reading.isQuoted[verb],
            reading.relation(clause).universal == .clausalComplement, verb > clause,
            reading.tree.child(of: verb, by: [.marker]) == nil,
            reading.lexicons.reporting[reading.lemma(reading.token(clause).head)] != nil,
            reading.form(verb - 1) == ","
        else { return nil }
        return reading.subject(of: reading.token(clause).head)
    }

    private func isGuess(_ subject: Int, of verb: Int) -> Bool {
        guard reading.relation(verb).universal == .adverbialClause, subject > verb else { return false }
        // "Welcoming the plan, Norway said": a participle that opens the sentence has the subject behind it.
        let sentence = reading.document.sentences[reading.sentence(of: verb)].tokens
        return
            !(reading.isIngForm(verb)
            && reading.tree.span(of: verb).lowerBound == sentence.lowerBound
            && reading.tree.child(of: verb, by: [.marker, .caseMarking]) == nil)
    }

    func isRelativePronoun(_ token: Int) -> Bool {
        ["who", "which", "that", "whom"].contains(reading.form(token)) && reading.token(token).tag == .pronoun
    }

    /// The holders of a verb's stance through its subject; of a conjunct inside reported words with no actor for a
    /// subject ("said it was late but denied that …"), the speakers.
    func holders(ofVerb verb: Int) -> [ActorMention] {
        if let subject = subject(of: verb) {
            let named = holders(at: subject)
            if !named.isEmpty { return named }
            if reading.token(subject).head == verb { return [] }
        }
        let isLoose =
            reading.relation(verb).universal == .conjunct && !reading.isQuoted[verb]
            && reading.tree.child(of: verb, by: [.nominalSubject]) == nil
        return isLoose ? speakers(at: verb) : []
    }

    /// The agents of a passive: "by the party", "in a statement by the party".
    func agents(of verb: Int) -> [ActorMention] {
        for child in reading.tree.children(of: verb, by: [.oblique]) {
            if reading.tree.caseWords(of: child) == "by" {
                let agents = holders(at: child)
                if !agents.isEmpty { return agents }
            }
            guard reading.lexicons.stances.holds(reading.lemma(child), in: .sender) else { continue }
            let agents = holders(at: child)
            if !agents.isEmpty { return agents }
        }
        if reading.relation(verb).universal == .conjunct, reading.tree.child(of: verb, by: [.object]) == nil {
            let head = reading.token(verb).head
            return isPassive(head) ? agents(of: head) : []
        }
        return []
    }

    /// Whether a verb has the form of a passive; a mere passive subject beside an active form is a slip of the tree.
    func isPassive(_ verb: Int) -> Bool {
        if reading.tree.child(of: verb, by: [.passiveAuxiliary]) != nil { return true }
        if reading.relation(verb).universal == .adjectivalClause, isParticiple(verb) {
            return reading.tree.children(of: verb, by: [.nominalSubject, .auxiliary]).isEmpty
        }
        // "a leader committed to peace", "shaken by the news": no subject, no helping verb.
        if reading.relation(verb).universal == .adverbialClause, reading.form(verb).hasSuffix("ed") {
            return reading.tree.children(of: verb, by: [.nominalSubject, .auxiliary, .object]).isEmpty
        }
        // "Airline ordered to pay": one orders somebody, so without an object the headline leaves out "is".
        if ["order", "tell", "urge", "force", "instruct", "direct"].contains(reading.lemma(verb)),
            isParticiple(verb),
            reading.tree.children(of: verb, by: [.object, .indirectObject, .auxiliary]).isEmpty,
            reading.tree.children(of: verb, by: [.openComplement]).contains(where: { $0 > verb })
        {
            return true
        }
        guard reading.relation(verb).universal == .conjunct,
            reading.tree.children(of: verb, by: [.nominalSubject, .object]).isEmpty
        else { return false }
        let head = reading.token(verb).head
        return isParticiple(verb) && reading.tree.child(of: head, by: [.passiveAuxiliary]) != nil
    }

    private func isParticiple(_ verb: Int) -> Bool {
        let form = reading.form(verb)
        return form != reading.lemma(verb) && !form.hasSuffix("ing") && !form.hasSuffix("s")
    }
}
