public import NewsEvents

/// What was found in one article as JSON, schema `timeline.extraction/1`.
public struct ExtractionJSONView: Sendable {
    /// The extraction.
    public let extraction: Extraction

    /// Makes a view.
    public init(_ extraction: Extraction) { self.extraction = extraction }

    /// The document; offsets count Unicode scalars.
    public var json: JSON {
        let article = extraction.article
        return .object([
            "schema": .string("timeline.extraction/1"),
            "article": .object([
                "id": .string(article.article.rawValue),
                "title": .string(article.title),
                "published": .string(article.published),
                "characters": .integer(article.characters),
                "sha256": .string(article.sha256),
            ]),
            "actors": .array(extraction.actors.map(Self.actor)),
            "topics": .array(
                extraction.topics.map { topic in
                    .object(["id": .string(topic.id.rawValue), "name": .string(topic.name)])
                }
            ),
            "events": .array(
                extraction.events.enumerated().compactMap { index, event in
                    Self.event(event, id: extraction.eventID(ordinal: index + 1))
                }
            ),
            "diagnostics": .array(
                extraction.diagnostics.map { diagnostic in
                    .object([
                        "code": .string(diagnostic.code),
                        "at": Self.span(diagnostic.at),
                        "message": .string(diagnostic.message),
                    ])
                }
            ),
        ])
    }

    private static func actor(_ actor: Actor) -> JSON {
        .object([
            "id": .string(actor.id.rawValue),
            "name": .string(actor.name),
            "kind": .string(actor.kind.rawValue),
            "role": .string(actor.role),
            "aliases": .array(actor.aliases.map { .string($0) }),
        ])
    }

    private static func event(_ event: NewsEvent, id: String) -> JSON? {
        guard let finding = event.finding, case .object(let own) = fields(of: event) else { return nil }
        guard
            case .object(let head) = JSON.object(["id": .string(id), "kind": .string(event.kind)]),
            case .object(let common) = JSON.object([
                "when": when(finding.when),
                "evidence": span(finding.evidence),
                "mentions": mentions(finding.mentions),
                "repeats": .array(finding.repeats.map(span)),
                "topics": .array(finding.topics.map { .string($0.rawValue) }),
                "confidence": .number(finding.confidence),
            ])
        else { return nil }
        return .object(head + own + common)
    }

    private static func fields(of event: NewsEvent) -> JSON {
        switch event {
        case .articleRecorded, .articleExtracted, .articleErased: .null
        case .statementMade(let statement):
            .object([
                "speakers": actors(statement.speakers),
                "cue": statement.cue.map(span) ?? .null,
                "content": .array(statement.content.map(span)),
                "quotes": .array(statement.quotes.map(span)),
                "directness": .string(statement.directness.rawValue),
                "audience": .string(statement.audience),
            ])
        case .meetingHeld(let meeting):
            .object([
                "participants": actors(meeting.participants),
                "status": .string(meeting.status.rawValue),
                "mode": .string(meeting.mode.rawValue),
                "place": .string(meeting.place),
                "about": .string(meeting.about),
                "via": .string(meeting.via?.rawValue),
                "triggers": .array(meeting.triggers.map(span)),
            ])
        case .visitMade(let visit):
            .object([
                "visitors": actors(visit.visitors),
                "destination": .string(visit.destination),
                "status": .string(visit.status.rawValue),
                "triggers": .array(visit.triggers.map(span)),
            ])
        case .positionTaken(let position):
            .object([
                "holders": actors(position.holders),
                "stance": .string(position.stance.rawValue),
                "cue": span(position.cue),
                "target": position.target.map(span) ?? .null,
                "plover": .string(position.stance.plover),
            ])
        }
    }

    private static func actors(_ ids: [ActorID]) -> JSON { .array(ids.map { .string($0.rawValue) }) }

    private static func span(_ span: TextSpan) -> JSON {
        .object(["start": .integer(span.start), "end": .integer(span.end)])
    }

    private static func mentions(_ mentions: [ActorID: [TextSpan]]) -> JSON {
        .object(
            mentions.sorted { $0.key < $1.key }.map {
                JSON.Member(key: $0.key.rawValue, value: .array($0.value.map(span)))
            }
        )
    }

    private static func when(_ when: When?) -> JSON {
        guard let when else { return .null }
        return .object([
            "from": .string(when.from),
            "to": .string(when.to),
            "precision": .string(when.precision),
            "basis": .string(when.basis),
            "phrase": .string(when.phrase),
        ])
    }
}
