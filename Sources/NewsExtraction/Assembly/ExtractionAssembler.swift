import NewsEvents
import NewsText

/// Turns what the rules found into domain events: ids for actors, scalar offsets for spans, topics for events.
struct ExtractionAssembler {
    private let reading: Reading
    private let article: ArticleRecorded
    private let offsets: ScalarOffsets
    private let topics: [(topic: Topic, tokens: [Int])]
    private let ids: [Int: ActorID]

    init(reading: Reading, article: ArticleRecorded, drafts: [EventDraft], topics: [TopicFinder.Candidate]) {
        self.reading = reading
        self.article = article
        offsets = ScalarOffsets(reading.document.bytes)
        self.topics = topics.map { candidate in
            (
                Topic(id: TopicID(rawValue: NameSlug.make(candidate.name)), name: candidate.name),
                candidate.tokens
            )
        }
        ids = Self.identify(drafts.flatMap(\.actorMentions).map(\.entity), in: reading.document)
    }

    /// Ids by name; two entities of one name are told apart by a number.
    private static func identify(_ used: [Int], in document: Document) -> [Int: ActorID] {
        var ids: [Int: ActorID] = [:]
        var taken: [String: Int] = [:]
        for entity in used.sorted() where ids[entity] == nil {
            let slug = NameSlug.make(document.entities[entity].name)
            taken[slug, default: 0] += 1
            let count = taken[slug] ?? 1
            ids[entity] = ActorID(rawValue: count == 1 ? slug : "\(slug)-\(count)")
        }
        return ids
    }

    func extraction(of drafts: [EventDraft], version: String) -> Extraction {
        let actors = ids.sorted { $0.key < $1.key }.map { entity, id in
            let entity = reading.document.entities[entity]
            return Actor(
                id: id,
                name: entity.name,
                kind: Actor.Kind(entity.kind),
                role: entity.role,
                aliases: entity.aliases
            )
        }
        let events = drafts.sorted { ($0.sentence, $0.order) < ($1.sentence, $1.order) }.map(event)
        let used = Set(events.compactMap(\.finding).flatMap(\.topics))
        let diagnostics = reading.document.diagnostics.sorted { $0.range < $1.range }.map { diagnostic in
            ExtractionDiagnostic(
                code: diagnostic.code.rawValue,
                at: span(diagnostic.range, withText: false),
                message: diagnostic.message
            )
        }
        return Extraction(
            extractor: version,
            article: article,
            actors: actors,
            topics: topics.map(\.topic).filter { used.contains($0.id) },
            events: events,
            diagnostics: diagnostics
        )
    }

    private func event(_ draft: EventDraft) -> NewsEvent {
        let finding = finding(draft)
        switch draft.body {
        case .statement(let body):
            return .statementMade(
                StatementMade(
                    finding: finding,
                    speakers: actorIDs(body.speakers),
                    cue: body.cue.map { span($0) },
                    content: body.content.map { span($0) },
                    quotes: body.quotes.map { span($0) },
                    directness: body.directness,
                    audience: body.audience.map(reading.document.string)
                )
            )
        case .meeting(let body):
            return .meetingHeld(
                MeetingHeld(
                    finding: finding,
                    participants: actorIDs(body.participants),
                    status: body.status,
                    mode: body.mode,
                    place: body.place.map(reading.document.string),
                    about: body.about.map(reading.document.string),
                    via: body.via.flatMap { ids[$0.entity] },
                    triggers: body.triggers.map { span($0) }
                )
            )
        case .visit(let body):
            return .visitMade(
                VisitMade(
                    finding: finding,
                    visitors: actorIDs(body.visitors),
                    destination: body.destination.map(reading.document.string),
                    status: body.status,
                    triggers: body.triggers.map { span($0) }
                )
            )
        case .position(let body):
            return .positionTaken(
                PositionTaken(
                    finding: finding,
                    holders: actorIDs(body.holders),
                    stance: body.stance,
                    cue: span(body.cue),
                    target: body.target.map { span($0) }
                )
            )
        }
    }

    private func actorIDs(_ mentions: [ActorMention]) -> [ActorID] {
        mentions.uniqued().compactMap { ids[$0.entity] }
    }

    private func finding(_ draft: EventDraft) -> Finding {
        let sentence = reading.document.sentences[draft.sentence]
        var mentions: [ActorID: [TextSpan]] = [:]
        for mention in draft.actorMentions {
            guard let id = ids[mention.entity] else { continue }
            let span = span(mention.range, withText: false)
            if mentions[id]?.contains(span) != true { mentions[id, default: []].append(span) }
        }
        let repeats = draft.repeats + repeatedSentences(of: draft.sentence)
        return Finding(
            article: article.article,
            topics: topicIDs(of: draft, sentence: sentence),
            when: when(draft),
            evidence: span(evidence(of: draft)),
            mentions: mentions,
            repeats: repeats.map { span($0, withText: false) },
            confidence: (draft.confidence * 100).rounded() / 100,
            doubts: draft.doubts
        )
    }

    /// The sentence that proves an event; all of them where its content runs over several.
    private func evidence(of draft: EventDraft) -> TextRange {
        var range = reading.document.sentences[draft.sentence].range
        if case .statement(let body) = draft.body {
            for sentence in reading.document.sentences
            where body.content.contains(where: { $0.overlaps(sentence.range) }) {
                range = range.union(sentence.range)
            }
        }
        return range
    }

    private func repeatedSentences(of sentence: Int) -> [TextRange] {
        reading.repeatedSentence.indices.filter { reading.repeatedSentence[$0] == sentence }
            .map { reading.document.sentences[$0].range }
    }

    private func when(_ draft: EventDraft) -> When? {
        guard let date = draft.date else { return nil }
        let reading =
            draft.dateIsInherited
            ? DateReading(
                from: date.reading.from,
                to: date.reading.to,
                precision: date.reading.precision,
                basis: .inherited
            )
            : date.reading
        return When(
            reading,
            phrase: self.reading.document.string(date.range),
            at: span(date.range, withText: false)
        )
    }

    /// Topics told in the event's sentence, else in the sentences its words run over.
    private func topicIDs(of draft: EventDraft, sentence: Sentence) -> [TopicID] {
        let evidence = evidence(of: draft)
        return topics.filter { entry in
            entry.tokens.contains { evidence.contains(reading.token($0).range) }
        }.map(\.topic.id)
    }

    private func span(_ range: TextRange, withText: Bool = true) -> TextSpan {
        TextSpan(
            start: offsets.scalarOffset(ofByte: range.start),
            end: offsets.scalarOffset(ofByte: range.end),
            text: withText ? reading.document.string(range) : nil
        )
    }
}

extension EventDraft {
    /// Everybody the event names.
    var actorMentions: [ActorMention] {
        switch body {
        case .statement(let body): body.speakers
        case .meeting(let body): body.participants + (body.via.map { [$0] } ?? [])
        case .visit(let body): body.visitors
        case .position(let body): body.holders
        }
    }
}

extension Actor.Kind {
    init(_ kind: Entity.Kind) {
        switch kind {
        case .person: self = .person
        case .organisation: self = .organisation
        case .country: self = .country
        case .group: self = .group
        }
    }
}
