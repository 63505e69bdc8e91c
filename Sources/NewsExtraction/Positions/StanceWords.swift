import NewsEvents
import NewsText

/// Positions shown by a word of stance: a verb, a noun somebody owns or voices, an adjective.
///
/// Negation turns a stance round where language does: who does not support, opposes; a negated opposition or demand is no
/// position. In the passive the subject is the target and the agent the holder.
struct StanceWords: ExtractionRule {
    static let summary = "a verb, noun or adjective of stance with its holder and target"

    static let matches = [
        RuleExample("Havel rejected the plan.", finds: "Havel | oppose | rejected | the plan"),
        RuleExample("Lund stated his opposition to the bridge.", finds: "Lund | oppose | opposition | the bridge"),
        RuleExample("The plan was condemned by Okafor.", finds: "Okafor | condemn | condemned | The plan"),
        RuleExample("Ito urged Lund to resign.", finds: "Ito | demand | urged | to resign"),
        RuleExample("Havel is opposed to the plan.", finds: "Havel | oppose | opposed | the plan"),
    ]

    static let misses = ["The plan was discussed by Okafor.", "Havel backed away from the door."]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        reading.freshTokens.compactMap { token in
            guard !reading.isQuoted[token] else { return nil }
            switch reading.token(token).tag {
            case .verb:
                // "is opposed to": a participle in the form of a passive, with the holder as its subject.
                if reading.isPassive(token), reading.agent(of: token) == nil,
                    let entry = reading.lexicons.stanceAdjectives[reading.form(token)]
                { return adjective(token, entry: entry, in: reading) }
                guard let entry = reading.lexicons.stanceVerbs[phrasal(token, in: reading)] else { return nil }
                return verb(token, entry: entry, in: reading)
            case .noun:
                guard let entry = reading.lexicons.stanceNouns[reading.lemma(token)] else { return nil }
                return noun(token, entry: entry, in: reading)
            case .adjective:
                guard let entry = reading.lexicons.stanceAdjectives[reading.lemma(token)] else { return nil }
                return adjective(token, entry: entry, in: reading)
            default: return nil
            }
        }
    }

    /// The lexicon's key for a verb: with its particle, or with the preposition of its complement ("call for").
    private func phrasal(_ verb: Int, in reading: Reading) -> String {
        let withParticle = reading.lemmaWithParticle(verb)
        if reading.lexicons.stanceVerbs[withParticle] != nil { return withParticle }
        for child in reading.tree.children(of: verb, by: [.oblique]) {
            guard let preposition = reading.tree.caseWords(of: child) else { continue }
            let key = "\(reading.lemma(verb))_\(preposition)"
            if reading.lexicons.stanceVerbs[key] != nil { return key }
        }
        return reading.lemma(verb)
    }

    private func verb(_ verb: Int, entry: StanceEntry, in reading: Reading) -> EventDraft? {
        guard !reading.isHypothetical(verb) else { return nil }
        let passive = reading.isPassive(verb)
        guard let holder = passive ? reading.agent(of: verb) : reading.subject(of: verb) else { return nil }
        let holders = reading.actors(at: holder)
        guard !holders.isEmpty else { return nil }
        let key = phrasal(verb, in: reading)
        let target = passive
            ? reading.tree.child(of: verb, by: [.passiveSubject, .nominalSubject]).map { reading.phrase($0) }
            : target(of: verb, places: key.contains("_") ? [String(key.split(separator: "_")[1])] + entry.targets : entry.targets, in: reading)
        guard target != nil else { return nil }
        return draft(
            verb, cue: cue(verb, key: key, in: reading), stance: entry.stance, holders: holders, target: target,
            negated: reading.isNegated(verb), confidence: 0.88, in: reading)
    }

    private func cue(_ verb: Int, key: String, in reading: Reading) -> TextRange {
        guard let second = key.split(separator: "_").dropFirst().first, verb + 1 < reading.document.tokens.count,
            reading.form(verb + 1) == second
        else { return reading.token(verb).range }
        return reading.document.range(of: verb..<(verb + 2))
    }

    private func noun(_ noun: Int, entry: StanceEntry, in reading: Reading) -> EventDraft? {
        guard let target = target(of: noun, places: entry.targets, in: reading) else { return nil }
        let owner = reading.tree.children(of: noun, by: [.possessive]).flatMap { reading.actors(at: $0) }
        var holders = owner
        var governor = reading.token(noun).head
        if holders.isEmpty, reading.relation(noun).universal == .object || reading.relation(noun).universal == .conjunct {
            if reading.relation(noun).universal == .conjunct { governor = reading.token(governor).head }
            guard voices(governor, in: reading), let subject = reading.subject(of: governor) else { return nil }
            holders = reading.actors(at: subject)
        }
        guard !holders.isEmpty, !reading.isHypothetical(governor) else { return nil }
        return draft(
            noun, cue: reading.token(noun).range, stance: entry.stance, holders: holders, target: target,
            negated: reading.isNegated(noun) || reading.isNegated(governor), confidence: 0.88, in: reading)
    }

    /// Verbs that only carry the stance of their object: "voiced support", "stressed the need".
    private func voices(_ verb: Int, in reading: Reading) -> Bool {
        let lemma = reading.lemma(verb)
        return reading.lexicons.reporting[lemma] != nil || Self.light.contains(lemma)
    }

    private static let light: Set<String> = [
        "make", "issue", "voice", "express", "give", "offer", "raise", "have", "show", "lend", "pledge", "renew",
        "restate", "draw", "win", "lodge", "underscore", "underline", "stress", "emphasize", "emphasise", "extend",
    ]

    private func adjective(_ adjective: Int, entry: StanceEntry, in reading: Reading) -> EventDraft? {
        guard entry.targets.first != "subj", reading.tree.child(of: adjective, by: [.copula, .passiveAuxiliary]) != nil
            || reading.relation(adjective).universal == .openComplement,
            let subject = reading.subject(of: adjective), let target = target(of: adjective, places: entry.targets, in: reading)
        else { return nil }
        let holders = reading.actors(at: subject)
        guard !holders.isEmpty, !reading.isHypothetical(adjective) else { return nil }
        return draft(
            adjective, cue: reading.token(adjective).range, stance: entry.stance, holders: holders, target: target,
            negated: reading.isNegated(adjective), confidence: 0.85, in: reading)
    }

    /// Where the target stands, by the first of `places` that is filled.
    private func target(of head: Int, places: [String], in reading: Reading) -> TextRange? {
        for place in places {
            switch place {
            case "obj":
                if let object = reading.tree.children(of: head, by: [.object]).first {
                    if let clause = relativeAntecedent(object, of: head, in: reading) { return reading.phrase(clause) }
                    guard object > head else { continue }
                    return withReason(object, of: head, places: places, in: reading)
                }
                if let subject = reading.tree.child(of: head, by: [.passiveSubject]) { return reading.phrase(subject) }
            case "xcomp":
                let clauses: Set<Relation> = [.openComplement, .clausalComplement, .adjectivalClause, .adverbialClause]
                if let clause = reading.tree.children(of: head, by: clauses).first(where: { $0 > head && isComplement($0, in: reading) }) {
                    return reading.document.range(of: reading.trimmed(reading.tree.span(of: clause)))
                }
            default:
                let children = reading.tree.children(of: head, by: [.oblique, .nominalModifier, .adverbialClause, .adjectivalClause, .openComplement, .clausalComplement])
                if let child = children.first(where: { $0 > head && leadsIn($0, preposition: place, in: reading) }) {
                    if reading.token(child).tag == .verb {
                        // "opposition to Ankara having any role": the whole clause behind the preposition.
                        let span = reading.tree.span(of: child) { reading.form($0) == place && $0 < child }
                        return reading.document.range(of: reading.trimmed(span))
                    }
                    return joined(child, withClauseOf: head, in: reading)
                }
            }
        }
        return nil
    }

    /// A target and a clause right behind it that the tree hangs on the stance word: "opposition to Ankara having any role".
    private func joined(_ target: Int, withClauseOf head: Int, in reading: Reading) -> TextRange {
        let run = reading.phraseTokens(target, keepingClauses: true)
        let clause = reading.tree.children(of: head, by: [.adjectivalClause, .adverbialClause]).first { clause in
            reading.tree.span(of: clause).lowerBound == run.upperBound
        }
        guard let clause else { return reading.document.range(of: run) }
        return reading.document.range(of: reading.trimmed(run.lowerBound..<reading.tree.span(of: clause).upperBound))
    }

    /// What a relative pronoun stands for: "the plan, which Okafor condemned".
    private func relativeAntecedent(_ object: Int, of verb: Int, in reading: Reading) -> Int? {
        guard ["which", "who", "whom", "that"].contains(reading.form(object)), reading.token(object).tag == .pronoun,
            reading.relation(verb).universal == .adjectivalClause
        else { return nil }
        return reading.token(verb).head
    }

    /// The object with what it is blamed, thanked or criticised for.
    private func withReason(_ object: Int, of verb: Int, places: [String], in reading: Reading) -> TextRange {
        let run = reading.phraseTokens(object, keepingClauses: true)
        let reason = reading.tree.children(of: verb, by: [.oblique, .adverbialClause]).first { child in
            places.contains { leadsIn(child, preposition: $0, in: reading) } && reading.tree.span(of: child).lowerBound == run.upperBound
        }
        guard let reason else { return reading.document.range(of: run) }
        return reading.document.range(of: reading.trimmed(run.lowerBound..<reading.tree.span(of: reason).upperBound))
    }

    private func leadsIn(_ child: Int, preposition: String, in reading: Reading) -> Bool {
        if reading.tree.caseWords(of: child) == preposition { return true }
        return reading.tree.children(of: child, by: [.marker]).contains { reading.form($0) == preposition }
    }

    private func isComplement(_ clause: Int, in reading: Reading) -> Bool {
        if reading.relation(clause).universal == .openComplement || reading.relation(clause).universal == .clausalComplement { return true }
        return reading.tree.children(of: clause, by: [.marker]).contains { ["to", "that"].contains(reading.form($0)) }
            && reading.relation(clause) != .relativeClause
    }

    private func draft(
        _ token: Int, cue: TextRange, stance: Stance, holders: [ActorMention], target: TextRange?, negated: Bool,
        confidence: Double, in reading: Reading
    ) -> EventDraft? {
        var stance = stance
        if negated {
            guard stance == .support || stance == .pledge else { return nil }
            stance = .oppose
        }
        let draft = PositionDraft(holders: holders.uniqued(), stance: stance, cue: cue, target: target)
        var event = EventDraft(
            body: .position(draft), sentence: reading.sentence(of: token), date: reading.date(of: token), confidence: confidence)
        if negated { event.doubt("a negation turns the stance round", cost: 0.1) }
        return event
    }
}
