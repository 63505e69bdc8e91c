import NewsEvents
import NewsText

/// Statements shown by a verb of saying: before, behind or inside what was said, with or without quotation marks.
///
/// Algorithm: the content is what the tree hangs on the verb as a clause, or the clause a parenthetical "X said" hangs
/// on; quotations that touch the verb's words set its exact edges, since marks are more reliable than trees. From what is
/// left the rule takes away the circumstances of saying ("while sitting next to …", "in an interview").
/// Source: Universal Dependencies guidelines on reported speech (2022); marks by `Quotation`.
struct ReportingVerbs: ExtractionRule {
    static let summary = "a verb of saying with a clause, a quotation or a noun phrase that was said"

    static let matches = [
        RuleExample("Okafor said the talks would resume.", finds: "Okafor | said | the talks would resume"),
        RuleExample("\"Nobody walked out,\" said Havel.", finds: "Havel | said | Nobody walked out"),
        RuleExample(
            "The measure, the governor said, would hurt farms.",
            finds: "governor | said | The measure … would hurt farms"
        ),
        RuleExample(
            "Ito told reporters that the plan was dead.",
            finds: "Ito | told | the plan was dead"
        ),
        RuleExample(
            "Lund announced that the border would reopen on Monday, adding that trains would follow.",
            finds: "Lund | announced | the border would reopen on Monday"
        ),
        RuleExample(
            "Lund announced that the border would reopen on Monday, adding that trains would follow.",
            finds: "Lund | adding | trains would follow"
        ),
        RuleExample(
            "Angela Lund insisted that it was up to the council to pay.",
            finds: "Angela Lund | insisted | it was up to the council to pay"
        ),
        RuleExample(
            "The road is closed, Pavel Havel said on Saturday.",
            finds: "Pavel Havel | said | The road is closed"
        ),
        RuleExample(
            "Officials denied that any meeting had taken place.",
            finds: "Officials | denied | any meeting had taken place"
        ),
        RuleExample(
            "It was reported that the talks would resume.",
            finds: " | reported | the talks would resume"
        ),
        RuleExample(
            "Angela Lund, who said the bridge was unsafe, resigned.",
            finds: "Angela Lund | said | the bridge was unsafe"
        ),
        RuleExample(
            "Mark Okafor called the plan a failure.",
            finds: "Mark Okafor | called | the plan a failure"
        ),
        RuleExample(
            "Mark Okafor asked the council to close the bridge.",
            finds: "Mark Okafor | asked | the council to close the bridge"
        ),
        RuleExample(
            "A report by the United Nations said the bridge was unsafe.",
            finds: "United Nations | said | the bridge was unsafe"
        ),
        RuleExample(
            "Angela Lund said in a statement on Friday that the bridge would reopen.",
            finds: "Angela Lund | said | the bridge would reopen"
        ),
        RuleExample(
            "Mark Okafor told reporters on Friday that the bridge was unsafe, and that it would close.",
            finds: "Mark Okafor | told | the bridge was unsafe, and that it would close"
        ),
        RuleExample(
            "\"It was frank. Nobody walked out,\" the council's chief spokesman Mark Okafor said.",
            finds: "Mark Okafor | said | It was frank. Nobody walked out"
        ),
        RuleExample(
            "The deal \"helps nobody at all,\" Mark Okafor said.",
            finds: "Mark Okafor | said | The deal \"helps nobody at all"
        ),
        RuleExample(
            "LUND (AP) — The bridge is unsafe, Mark Okafor said.",
            finds: "Mark Okafor | said | The bridge is unsafe"
        ),
        RuleExample(
            "Mark Okafor was quoted as saying that the plan was dead.",
            finds: "Mark Okafor | saying | the plan was dead"
        ),
        RuleExample(
            "Mark Okafor was wrong, according to the United Nations. \"Nobody was told,\" it added.",
            finds: "United Nations | added | Nobody was told"
        ),
        RuleExample(
            "On Monday, the United Nations issued a joint communique. \"Nobody was told,\" the statement read.",
            finds: "United Nations | read | Nobody was told"
        ),
        RuleExample(
            "The United Nations said in a statement that talks were over. Mark Okafor said it was late. "
                + "The statement said the bridge was unsafe.",
            finds: "United Nations | said | the bridge was unsafe"
        ),
        RuleExample(
            "Mark Okafor warned on Friday of a \"serious\" flood if the bridge gives way.",
            finds: "Mark Okafor | warned | a \"serious\" flood if the bridge gives way"
        ),
        RuleExample(
            "There are limits, the official added, to how fast Norway can rebuild the bridge.",
            finds: "official | added | There are limits … to how fast Norway can rebuild the bridge"
        ),
        RuleExample(
            "Mark Okafor said Angela Lund promised him in a phone call that the bridge would stay.",
            finds: "Mark Okafor | said | Angela Lund promised him in a phone call that the bridge would stay"
        ),
        RuleExample(
            "Asked whether the bridge was safe, Mark Okafor said: \"Nobody was told.\"",
            finds: "Mark Okafor | said | Nobody was told"
        ),
        RuleExample(
            "Norway reopened the road on Monday, Mark Okafor said, three days after storms had closed it.",
            finds:
                "Mark Okafor | said | Norway reopened the road on Monday … three days after storms had closed it"
        ),
        RuleExample(
            "\"The road is open and the bridge is safe,\" said the official briefed on the plan.",
            finds: "official | said | The road is open and the bridge is safe"
        ),
        RuleExample(
            "Mark Okafor called the yearlong plan \"dead\" and left.",
            finds: "Mark Okafor | called | the yearlong plan \"dead"
        ),
        RuleExample(
            "Mark Okafor said the bridge was safe but it would \"stay closed\".",
            finds: "Mark Okafor | said | the bridge was safe but it would \"stay closed"
        ),
        RuleExample(
            "The Vienna Gazette cited Mark Okafor as saying the bridge was unsafe.",
            finds: "Mark Okafor | saying | the bridge was unsafe"
        ),
        RuleExample(
            "Mark Okafor said the bridge would be useless unless it led to a road.",
            finds: "Mark Okafor | said | the bridge would be useless unless it led to a road"
        ),
        RuleExample(
            "The court held that the law was void.",
            finds: "court | held | the law was void"
        ),
        RuleExample(
            "The protests prompted Mark Okafor to clarify that the bridge was safe.",
            finds: "Mark Okafor | clarify | the bridge was safe"
        ),
        RuleExample(
            "The statement was signed by the United Nations. It said the bridge was unsafe.",
            finds: "United Nations | said | the bridge was unsafe"
        ),
        RuleExample(
            "The visit came a day after Mark Okafor spoke to the council, vowing \"total openness\".",
            finds: "Mark Okafor | vowing | total openness"
        ),
    ]

    static let misses = [
        "Havel did not say whether the deal was signed.",
        "Neither Okafor nor Lund commented.",
        "The bridge was closed on Monday.",
        "Havel declined to say why he resigned.",
        "The move suggests that the bridge will close.",
        "Okafor will say that the plan is dead.",
        "Okafor has not confirmed or denied that the plan is dead.",
        "The talks failed, highlighting a rift between the envoys.",
        "The ports continued working as usual.", "Mark Okafor has yet to confirm the date.",
        "Mark Okafor has shown that he can wait.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        var source = StatementSource(after: AccordingTo().events(in: reading, after: []), in: reading)
        var events: [EventDraft] = []
        for token in reading.freshTokens {
            guard let event = statement(at: token, in: reading, source) else { continue }
            source.add(event)
            events.append(event)
        }
        return events
    }

    private func statement(at verb: Int, in reading: Reading, _ source: StatementSource) -> EventDraft? {
        guard reading.token(verb).tag == .verb,
            !reading.isQuoted[verb] || Self.isRelayed(verb, in: reading),
            let frames = Self.frames(of: verb, in: reading), Self.isUttered(verb, in: reading)
        else { return nil }
        let speaker = Speaker(of: verb, in: reading)
        guard speaker.canSpeak, speaker.isIdentified || !frames.contains(.impersonal) else { return nil }
        // "held that the law was void", not "held talks".
        if reading.lemma(verb) == "hold", reading.tree.child(of: verb, by: [.clausalComplement]) == nil {
            return nil
        }
        // "claimed ten lives"; "it is to be noted that": the writer's own words.
        if takesAway(verb, in: reading) || speaker.actors.isEmpty && isDue(verb, in: reading) { return nil }
        // "cited Ito as saying": the saying is Ito's.
        let isCiting = reading.tree.children(of: verb, by: [.adverbialClause]).contains {
            Speaker.cited($0, in: reading) != nil
        }
        guard !isCiting else { return nil }
        // "The minister has shown that he can wait": only papers and figures show by saying.
        guard speaker.isDocument || !["show", "prove", "demonstrate"].contains(reading.lemma(verb)) else {
            return nil
        }
        let content = StatementContent(verb: verb, frames: frames, speaker: speaker.head, in: reading)
        // "The talks failed, highlighting a rift": a consequence, not words.
        guard
            !frames.contains(.impersonal) || !reading.isIngForm(verb) || speaker.isDocument
                || [.clause, .quotation, .judgement].contains(content.sort)
        else { return nil }
        // "…, he said, referring to the plan": what he meant, not what he said.
        guard !reading.isIngForm(verb) || !Self.pointsBack(verb, content.sort, in: reading) else {
            return nil
        }
        if isNaming(verb, content.sort, in: reading) || isPromiseKept(verb, in: reading) { return nil }
        guard !content.pieces.isEmpty,
            speaker.isIdentified || content.sort == .clause || content.sort == .quotation
        else { return nil }
        var speakers = speaker.actors
        if let head = speaker.head, speaker.isOrphaned {
            let author = source.author(of: head, before: verb)
            if !author.isEmpty { speakers = author }
        } else if let head = speaker.head, speakers.isEmpty, reading.form(head) == "it",
            !reading.isPassive(verb), reading.relation(head) != .expletive
        {
            speakers = source.body(meantBy: head, before: verb)
        }
        let draft = StatementDraft(
            speakers: speakers,
            cue: reading.token(verb).range,
            cueToken: verb,
            content: content.pieces,
            quotes: content.quotes,
            directness: content.directness,
            audience: StatementAudience.range(of: verb, in: reading)
        )
        var event = EventDraft(
            body: .statement(draft),
            sentence: reading.sentence(of: verb),
            date: StatementDate.date(of: verb, outside: content.pieces, in: reading),
            confidence: 0.96
        )
        if speaker.isPronoun { event.doubt("the speaker is a pronoun", cost: 0.05) }
        event.doubtDescribed(speakers, in: reading)
        if reading.isIngForm(verb) {
            event.doubt("the speaker is taken from the clause before", cost: 0.05)
        }
        if content.directness == .mixed {
            event.doubt("the quotation is only part of what was said", cost: 0.02)
        }
        switch content.sort {
        case .clause, .quotation: break
        case .nounPhrase: event.doubt("what was said is only a noun phrase", cost: 0.2)
        case .judgement: event.doubt("what was said is a name or judgement", cost: 0.15)
        case .infinitive: event.doubt("a request or promise more than a statement", cost: 0.3)
        case .matter: event.doubt("only the matter is named, not what was said of it", cost: 0.4)
        }
        return event
    }

    /// What can be said with a verb; none if it is no verb of saying.
    static func frames(of verb: Int, in reading: Reading) -> ReportingFrames? {
        let lexicon = reading.lexicons.reporting
        let lemma = reading.lemma(verb)
        // "made it clear that"
        if lemma == "make",
            reading.tree.children(of: verb, by: [.openComplement]).contains(where: {
                reading.form($0) == "clear"
            })
        {
            return [.clause, .impersonal]
        }
        let phrasal = reading.lemmaWithParticle(verb)
        if phrasal != lemma, let frames = lexicon[phrasal] { return frames }
        let prepositional = reading.tree.children(of: verb, by: [.oblique]).filter { $0 > verb }
            .compactMap { reading.tree.caseWords(of: $0) }.compactMap { lexicon["\(lemma)_\($0)"] }.first
        // "warned of a flood" names what was said; "called for help" is no other saying than "called".
        if let prepositional, prepositional.contains(.noun) { return prepositional }
        return lexicon[lemma] ?? prepositional
    }
}
