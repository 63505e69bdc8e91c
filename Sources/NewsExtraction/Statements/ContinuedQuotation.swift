import NewsEvents
import NewsText

/// Sentences that are quotation from end to end and have no cue: they belong to the speaker nearest to them.
///
/// Order of trust: a sentence before that ends in a colon; the last speaker of the sentence right before; whoever that
/// sentence is about; for the first words of a paragraph, whoever speaks in the sentence right behind; the last speaker of
/// the paragraph before.
struct ContinuedQuotation: ExtractionRule {
    static let summary = "a sentence wholly in quotation marks belongs to the speaker nearest to it"

    static let matches = [
        RuleExample(
            "\"It was frank,\" said Havel. \"Nobody walked out.\"",
            finds: "Havel | - | Nobody walked out"
        ),
        RuleExample(
            "Mark Okafor turned to the council again: \"You cannot close the bridge. We need it.\"",
            finds: "Mark Okafor | - | You cannot close the bridge. We need it"
        ),
        RuleExample(
            "Angela Lund attacked the plan on Twitter. \"This bridge is not safe at all.\"",
            finds: "Angela Lund | - | This bridge is not safe at all"
        ),
        RuleExample(
            "\"Nobody here wants the bridge.\" Mark Okafor repeated the warning later.",
            finds: "Mark Okafor | - | Nobody here wants the bridge"
        ),
    ]

    static let misses = ["The so-called \"road map\" was dropped."]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        var events: [EventDraft] = []
        var statements = found.compactMap { event -> SpokenSentence? in
            guard case .statement(let draft) = event.body else { return nil }
            return SpokenSentence(sentence: event.sentence, draft: draft, in: reading)
        }
        for index in reading.document.sentences.indices where reading.repeatedSentence[index] == nil {
            guard let run = Self.quotedRun(in: index, reading),
                let event = statement(of: run, in: index, among: statements, reading)
            else { continue }
            events.append(event)
            if case .statement(let draft) = event.body {
                statements.append(SpokenSentence(sentence: index, draft: draft, in: reading))
                statements.sort { $0.last < $1.last }
            }
        }
        return events
    }

    /// The quoted words of a sentence that is all quotation, or is so behind a colon.
    private static func quotedRun(in index: Int, _ reading: Reading) -> Range<Int>? {
        let sentence = reading.document.sentences[index]
        guard ![.heading, .byline, .credit].contains(reading.document.paragraphs[sentence.paragraph].kind)
        else { return nil }
        let words = sentence.tokens.filter { reading.token($0).tag != .punctuation }
        guard words.count > 1, let last = words.last, reading.isQuoted[last] else { return nil }
        guard let unquoted = words.last(where: { !reading.isQuoted[$0] }) else {
            return words[0]..<(last + 1)
        }
        let first = unquoted + 1
        guard reading.form(first) == ":", let start = words.first(where: { $0 > first }), last - start > 2
        else { return nil }
        return start..<(last + 1)
    }

    private func statement(
        of run: Range<Int>,
        in index: Int,
        among statements: [SpokenSentence],
        _ reading: Reading
    ) -> EventDraft? {
        let range = reading.document.range(of: run)
        guard !statements.contains(where: { $0.draft.content.contains { $0.overlaps(range) } }),
            let source = FloatingSpeaker(of: run, in: index, among: statements, reading)
        else { return nil }
        let content = StatementContent(ranges: [range], in: reading)
        guard !content.pieces.isEmpty else { return nil }
        let draft = StatementDraft(
            speakers: source.speakers,
            cue: nil,
            cueToken: nil,
            content: content.pieces,
            quotes: content.quotes,
            directness: .direct,
            audience: nil
        )
        var event = EventDraft(body: .statement(draft), sentence: index, date: nil, confidence: 0.95)
        event.doubt(source.reason, cost: source.cost)
        if draft.speakers.isEmpty { event.doubt("no speaker is named", cost: 0.25) }
        return event
    }
}

/// A statement with the first and last sentence it runs over.
struct SpokenSentence {
    let first: Int
    let last: Int
    let draft: StatementDraft

    init(sentence: Int, draft: StatementDraft, in reading: Reading) {
        let sentences = reading.document.sentences
        let covered = sentences.indices.filter { index in
            draft.content.contains { $0.overlaps(sentences[index].range) }
        }
        first = min(sentence, covered.first ?? sentence)
        last = max(sentence, covered.last ?? sentence)
        self.draft = draft
    }

    /// Whether all of another statement stands in what this one says.
    func holds(_ other: SpokenSentence) -> Bool {
        other.draft.content.allSatisfy { piece in
            draft.content.contains { $0.start <= piece.start && piece.end <= $0.end }
        }
    }
}

/// Whom a quotation without a cue belongs to.
struct FloatingSpeaker {
    let speakers: [ActorMention]
    /// Why, and how much doubt that leaves.
    let reason: String
    let cost: Double

    private init(_ speakers: [ActorMention], _ reason: String, cost: Double) {
        (self.speakers, self.reason, self.cost) = (speakers, reason, cost)
    }

    init?(of run: Range<Int>, in index: Int, among statements: [SpokenSentence], _ reading: Reading) {
        let sentences = reading.document.sentences
        let paragraph = sentences[index].paragraph
        if run.lowerBound > sentences[index].tokens.lowerBound + 2,
            let subject = Self.mainSubject(of: index, reading)
        {
            self.init(subject, "the words before the colon name no saying", cost: 0.1)
            return
        }
        let previous = index > 0 ? index - 1 : nil
        if let previous, sentences[previous].paragraph >= paragraph - 1,
            reading.form(sentences[previous].tokens.upperBound - 1) == ":",
            let subject = Self.lastSayer(of: previous, reading) ?? Self.mainSubject(of: previous, reading)
        {
            self.init(subject, "the speaker is taken from the sentence before", cost: 0.05)
            return
        }
        if let previous, sentences[previous].paragraph == paragraph {
            let covering = statements.filter { $0.first <= previous && $0.last >= previous }
            // "…, Havel said, according to the Gazette. …": the one who is quoted goes on, not the one who quotes.
            let quoted = covering.last { inner in
                covering.contains { $0.draft.content != inner.draft.content && $0.holds(inner) }
            }
            if let spoken = quoted ?? covering.last {
                self.init(spoken.draft.speakers, "the speaker is taken from the sentence before", cost: 0.05)
                return
            }
            if let subject = Self.mainSubject(of: previous, reading) {
                self.init(subject, "the sentence before names no saying", cost: 0.2)
                return
            }
        } else if index + 1 < sentences.count, sentences[index + 1].paragraph == paragraph {
            let spoken = statements.first {
                $0.first == index + 1 && $0.draft.cue != nil && !$0.draft.speakers.isEmpty
            }
            if let speakers = spoken?.draft.speakers ?? Self.commenting(in: index + 1, reading) {
                self.init(speakers, "the speaker is taken from the sentence behind", cost: 0.15)
                return
            }
        }
        let before = statements.filter { $0.last < index && $0.last >= index - 6 }
        guard let latest = before.map(\.last).max(), paragraph - sentences[latest].paragraph <= 1,
            case let told = before.filter({ $0.last == latest }),
            let spoken = told.last(where: { inner in
                told.contains { $0.draft.content != inner.draft.content && $0.holds(inner) }
            }) ?? told.last
        else { return nil }
        self.init(spoken.draft.speakers, "the speaker is taken from the paragraph before", cost: 0.1)
    }

    /// The actors that are the subject of a sentence's main verb.
    private static func mainSubject(of sentence: Int, _ reading: Reading) -> [ActorMention]? {
        let tokens = reading.document.sentences[sentence].tokens
        guard let root = tokens.first(where: { reading.relation($0) == .root }), !reading.isQuoted[root],
            let subject = reading.isPassive(root) ? reading.agent(of: root) : reading.subject(of: root)
        else { return nil }
        let actors = reading.actors(at: subject)
        return actors.isEmpty ? nil : actors
    }

    /// Whoever says something right before the colon: "will go to Oslo, as Ito reports:".
    private static func lastSayer(of sentence: Int, _ reading: Reading) -> [ActorMention]? {
        let tokens = reading.document.sentences[sentence].tokens
        let sayer = tokens.reversed().lazy.compactMap { verb -> [ActorMention]? in
            guard !reading.isQuoted[verb], reading.token(verb).tag == .verb,
                ReportingVerbs.frames(of: verb, in: reading) != nil, !reading.isPassive(verb)
            else { return nil }
            return reading.subject(of: verb).map { reading.actors(at: $0) }
        }.first
        return sayer.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The subject of a sentence that speaks of speaking: "Okafor repeated the warning".
    private static func commenting(in sentence: Int, _ reading: Reading) -> [ActorMention]? {
        let tokens = reading.document.sentences[sentence].tokens
        guard let root = tokens.first(where: { reading.relation($0) == .root }), !reading.isQuoted[root]
        else { return nil }
        let object = reading.tree.child(of: root, by: [.object]).map { reading.lemma($0) } ?? ""
        guard
            ReportingVerbs.frames(of: root, in: reading) != nil
                || reading.lexicons.nouns.sayings[object] != nil
                || reading.lexicons.nouns.documents.contains(object)
        else { return nil }
        return mainSubject(of: sentence, reading)
    }
}
