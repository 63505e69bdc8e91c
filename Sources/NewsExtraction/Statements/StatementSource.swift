import NewsText

/// Whose words they are where only "it" or "the statement" says them: whoever spoke or issued the document right before.
///
/// "It" can be the one body whose words stand nearest, in this or the last paragraph; a person is never "it", and where two
/// bodies stand as near it is nobody. A document is its issuer's: who released the one told of before ("issued a
/// communique", "said in a statement"), else who spoke last.
struct StatementSource {
    private let reading: Reading
    private var told: [Int: [StatementDraft]] = [:]

    /// Starts with statements found already.
    init(after statements: [EventDraft], in reading: Reading) {
        self.reading = reading
        for statement in statements { add(statement) }
    }

    /// Records a statement, so that words behind it can mean its speaker.
    mutating func add(_ event: EventDraft) {
        guard case .statement(let draft) = event.body else { return }
        told[event.sentence, default: []].append(draft)
    }

    /// Sentences back in which a document or a body is looked for.
    private static let reach = 4

    /// "…, it added": the body or document that spoke right before, with "it" for its words.
    func body(meantBy pronoun: Int, before verb: Int) -> [ActorMention] {
        body(before: verb).map { ActorMention(entity: $0.entity, range: reading.token(pronoun).range) }
    }

    private func body(before verb: Int) -> [ActorMention] {
        let sentence = reading.sentence(of: verb)
        let paragraph = reading.document.sentences[sentence].paragraph
        if let document = documentTold(before: sentence) {
            let own = issuers(of: document, isSame: true)
            let issuers = own.isEmpty ? issuer(of: document, before: verb) : own
            if !issuers.isEmpty { return issuers }
        }
        for index in stride(from: sentence, through: max(0, sentence - Self.reach), by: -1) {
            guard reading.document.sentences[index].paragraph >= paragraph - 1 else { break }
            let speakers = spoken(in: index, before: verb).filter { !$0.speakers.isEmpty && isThing($0) }.map(
                \.speakers
            )
            guard let last = speakers.last else { continue }
            let isOne = speakers.allSatisfy { $0.map(\.entity) == last.map(\.entity) }
            return isOne && !isRivalled(last, before: verb) ? last : []
        }
        return []
    }

    /// The document that the sentence before is about: "The statement was signed by Peru", then "it said".
    private func documentTold(before sentence: Int) -> Int? {
        guard sentence > 0 else { return nil }
        let tokens = reading.document.sentences[sentence - 1].tokens
        guard let root = tokens.first(where: { reading.relation($0) == .root }),
            let subject = reading.tree.child(of: root, by: [.nominalSubject]),
            Self.personal.contains(reading.lemma(subject)),
            reading.tree.children(of: subject, by: [.determiner]).contains(where: {
                ["the", "this"].contains(reading.form($0))
            }), told[sentence - 1, default: []].isEmpty
        else { return nil }
        return subject
    }

    /// "Peru closed the bridge, it said": the body whose deed is told may be the one that tells it.
    private func isRivalled(_ speakers: [ActorMention], before verb: Int) -> Bool {
        let tokens = reading.document.sentences[reading.sentence(of: verb)].tokens
        return (tokens.lowerBound..<verb).contains { token in
            reading.relation(token).universal == .nominalSubject && !reading.isQuoted[token]
                && reading.actors(at: token).contains { actor in
                    [.organisation, .country].contains(reading.document.entities[actor.entity].kind)
                        && !speakers.contains { $0.entity == actor.entity }
                }
        }
    }

    /// "The statement said": who made the one told of before, or who spoke right before, with "the statement" for their words.
    func author(of document: Int, before verb: Int) -> [ActorMention] {
        issuer(of: document, before: verb).map {
            ActorMention(entity: $0.entity, range: reading.phrase(document))
        }
    }

    private func issuer(of document: Int, before verb: Int) -> [ActorMention] {
        // "The ministry released a statement saying": who released it.
        if reading.relation(document).universal == .object, reading.token(document).head != verb,
            let issuer = reading.subject(of: reading.token(document).head)
        {
            let actors = reading.actors(at: issuer)
            if !actors.isEmpty { return actors }
        }
        let determiners = reading.tree.children(of: document, by: [.determiner]).map(reading.form)
        guard
            determiners.contains("the") || determiners.contains("this") || reading.relation(document) == .root
        else { return [] }
        let lemma = reading.lemma(document)
        let isPersonal = Self.personal.contains(lemma)
        let sentence = reading.sentence(of: document)
        let first = reading.document.sentences[max(0, sentence - Self.reach)].tokens.lowerBound
        for token in stride(from: document - 1, through: first, by: -1) {
            let other = reading.lemma(token)
            guard other == lemma || isPersonal && Self.personal.contains(other) && !reading.isQuoted[token]
            else {
                continue
            }
            let issuers = issuers(of: token, isSame: other == lemma)
            if !issuers.isEmpty { return issuers }
        }
        guard isPersonal, !Self.communiques.contains(lemma) else { return [] }
        for index in stride(from: sentence, through: max(0, sentence - 2), by: -1) {
            if let last = spoken(in: index, before: verb).last { return last.speakers }
        }
        return []
    }

    /// Documents that whoever spoke right before may have written.
    private static let personal: Set<String> = [
        "statement", "letter", "post", "tweet", "message", "note", "memo", "email", "e-mail", "release",
        "readout",
        "declaration", "communique", "communiqué",
    ]

    /// Documents that nobody writes alone.
    private static let communiques: Set<String> = ["communique", "communiqué"]

    /// Who stands behind a document where it is told of.
    private func issuers(of document: Int, isSame: Bool) -> [ActorMention] {
        let owners = Voice.owners(of: document, in: reading)
        if !owners.isEmpty { return owners }
        let verb = reading.token(document).head
        guard reading.token(verb).tag == .verb else { return [] }
        let issuer: Int?
        switch reading.relation(document).universal {
        // "The ministry released a statement."
        case .object where isSame || Self.issuing.contains(reading.lemma(verb)):
            issuer = reading.subject(of: verb)
        case .nominalSubject where reading.isPassive(verb): issuer = reading.agent(of: verb)
        // "The ministry said in a statement."
        case .oblique
        where reading.tree.caseWords(of: document) == "in" && ["cite", "quote"].contains(reading.lemma(verb)):
            // "citing the ministry in a statement"
            issuer = reading.tree.child(of: verb, by: [.object])
        case .oblique where reading.tree.caseWords(of: document) == "in":
            issuer = ReportingVerbs.frames(of: verb, in: reading) == nil ? nil : reading.subject(of: verb)
        default: issuer = nil
        }
        return issuer.map { reading.actors(at: $0) } ?? []
    }

    private static let issuing: Set<String> = [
        "issue", "release", "publish", "post", "share", "sign", "adopt", "agree", "send", "write", "make",
        "put",
        "produce", "unveil", "give", "deliver",
    ]

    /// The statements of a sentence whose words of saying stand before `verb`, in text order.
    private func spoken(in sentence: Int, before verb: Int) -> [StatementDraft] {
        told[sentence, default: []].filter { ($0.cueToken ?? verb) < verb }
            .sorted { ($0.cueToken ?? 0) < ($1.cueToken ?? 0) }
    }

    /// Whether "it" can be who speaks: a body, or a document whoever stands behind it.
    private func isThing(_ statement: StatementDraft) -> Bool {
        if let cue = statement.cueToken, reading.token(cue).tag == .verb,
            Speaker(of: cue, in: reading).isDocument
        {
            return true
        }
        return statement.speakers.count == 1
            && statement.speakers.allSatisfy { speaker in
                let entity = reading.document.entities[speaker.entity]
                guard entity.kind == .group else { return entity.kind != .person }
                let head = entity.references.first { $0.form == .description }?.head
                return head.map { UnnamedSources.isThing($0, in: reading) } ?? false
            }
    }
}
