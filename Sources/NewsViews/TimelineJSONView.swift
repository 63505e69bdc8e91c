import EventStore
public import NewsEvents
import NewsText
public import NewsTimeline

/// A timeline as JSON, schema `timeline.events/1`: flat events with every field always present.
public struct TimelineJSONView: Sendable {
    /// The events in order.
    public let entries: [TimelineEntry]
    /// What was asked.
    public let query: TimelineQuery
    /// The texts of the articles, for the exact words of the evidence.
    public let texts: [ArticleID: ScalarText]

    /// Makes a view.
    public init(entries: [TimelineEntry], query: TimelineQuery, texts: [ArticleID: ScalarText]) {
        self.entries = entries
        self.query = query
        self.texts = texts
    }

    /// The document; `as_of` is null because it is read from the whole log.
    public var json: JSON {
        let names = ActorNames(entries)
        return .object([
            "schema": .string("timeline.events/1"),
            "as_of": .null,
            "query": .object([
                "actors": .array(query.actors.map { .string($0.rawValue) }),
                "topics": .array(query.topics.map { .string($0.rawValue) }),
                "kinds": .array(query.kinds.map { .string($0.rawValue) }),
                "sources": .array(query.articles.map { .string($0.rawValue) }),
                "since": .string(query.since?.description),
                "until": .string(query.until?.description),
                "limit": .integer(query.limit),
            ]),
            "count": .integer(entries.count),
            "events": .array(entries.map { event($0, names: names) }),
        ])
    }

    private func event(_ entry: TimelineEntry, names: ActorNames) -> JSON {
        .object([
            "id": .string(entry.eventID),
            "seq": .integer(Int(entry.position.rawValue)),
            "kind": .string(entry.kind.rawValue),
            "actors": .array(
                entry.event.actors.map { id in
                    .object([
                        "id": .string(id.rawValue),
                        "name": .string(entry.actors[id]?.name ?? id.rawValue),
                        "role": .string(entry.actors[id]?.role),
                    ])
                }
            ),
            "topics": .array(
                entry.topics.map { .object(["id": .string($0.id.rawValue), "name": .string($0.name)]) }
            ),
            "place": .string(Self.place(of: entry.event)),
            "when": Self.when(entry.when),
            "published": .string(entry.published.description),
            "recorded": .string(entry.recordedAt.iso8601),
            "summary": .string(EventSummary(entry.event, names: names).line),
            "quote": .string(Self.quote(of: entry.event)),
            "stance": .string(Self.stance(of: entry.event)),
            "confidence": .object([
                "score": .number(entry.finding.confidence),
                "reasons": .array(entry.finding.doubts.map { .string($0) }),
            ]),
            "sources": .array(
                ([entry.finding.evidence] + entry.finding.repeats).map { source($0, of: entry) }
            ),
            "origins": .null,
            "status": .string("active"),
            "supersedes": .null,
            "occurrence": .string(Self.occurrence(of: entry.event)),
        ])
    }

    private func source(_ span: TextSpan, of entry: TimelineEntry) -> JSON {
        .object([
            "article": .string(entry.finding.article.rawValue),
            "start": .integer(span.start),
            "end": .integer(span.end),
            "exact": .string(span.text ?? texts[entry.finding.article]?[span.start, span.end]),
        ])
    }

    /// An undated event has only one end, on the day of publication.
    private static func when(_ valid: ValidTime) -> JSON {
        let (from, to, when): (String?, String?, When?) =
            switch valid {
            case .known(let when): (when.from, when.to, when)
            case .noLaterThan(let day): (nil, day.description, nil)
            case .noEarlierThan(let day): (day.description, nil, nil)
            }
        return .object([
            "from": .string(from),
            "to": .string(to),
            "precision": .string(when?.precision),
            "basis": .string(when?.basis ?? "published"),
            "phrase": .string(when?.phrase),
        ])
    }

    private static func place(of event: NewsEvent) -> String? {
        switch event {
        case .meetingHeld(let meeting): meeting.place
        case .visitMade(let visit): visit.destination
        default: nil
        }
    }

    private static func quote(of event: NewsEvent) -> String? {
        guard case .statementMade(let statement) = event else { return nil }
        let words = statement.quotes.compactMap(\.text)
        return words.isEmpty ? nil : words.joined(separator: " … ")
    }

    private static func stance(of event: NewsEvent) -> String? {
        guard case .positionTaken(let position) = event else { return nil }
        return position.stance.rawValue
    }

    private static func occurrence(of event: NewsEvent) -> String? {
        switch event {
        case .meetingHeld(let meeting): meeting.status.rawValue
        case .visitMade(let visit): visit.status.rawValue
        default: nil
        }
    }
}
