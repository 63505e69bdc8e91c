public import EventStore
import NewsEvents
import NewsText

extension TimelineReader {
    /// The events a query asks for, by day, dated before undated ones of the same bound, then by position.
    public func entries(_ query: TimelineQuery) throws(TimelineError) -> [TimelineEntry] {
        let (condition, arguments) = Self.condition(of: query)
        var sql =
            "SELECT position, event_id, kind, published, recorded_at, payload FROM timeline_entries e"
            + condition + " ORDER BY day_from, undated, position"
        var bound = arguments
        if let limit = query.limit {
            sql += " LIMIT ?"
            bound.append(.integer(Int64(limit)))
        }
        return try entries(from: rows(sql, bound))
    }

    /// Number of events a query asks for, whatever its limit, and of the articles they were found in.
    public func count(_ query: TimelineQuery) throws(TimelineError) -> (events: Int, articles: Int) {
        var (condition, arguments) = Self.condition(of: query)
        var table = "timeline_entries e"
        if let actor = query.onlyActor {
            // One actor's whole timeline is counted in the index alone.
            (table, condition, arguments) = ("entry_actors", " WHERE actor = ?", [.text(actor.rawValue)])
        }
        guard
            let row = try rows(
                "SELECT COUNT(*), COUNT(DISTINCT article) FROM \(table)" + condition,
                arguments
            ).first
        else { return (0, 0) }
        return (Int(try row.integer(0)), Int(try row.integer(1)))
    }

    /// The entry at a position; nil when no event of a timeline stands there.
    public func entry(at position: Position) throws(TimelineError) -> TimelineEntry? {
        try entries(
            from: rows(
                "SELECT position, event_id, kind, published, recorded_at, payload FROM timeline_entries WHERE position = ?",
                [.integer(position.rawValue)]
            )
        ).first
    }

    /// The entry with an event id; nil when there is none.
    public func entry(eventID: String) throws(TimelineError) -> TimelineEntry? {
        try entries(
            from: rows(
                "SELECT position, event_id, kind, published, recorded_at, payload FROM timeline_entries WHERE event_id = ?",
                [.text(eventID)]
            )
        ).first
    }

    private static func condition(of query: TimelineQuery) -> (sql: String, arguments: [Value]) {
        var parts: [String] = []
        var arguments: [Value] = []
        func anyOf(_ values: [String], _ wrap: (String) -> String) {
            guard !values.isEmpty else { return }
            parts.append(
                wrap("IN (" + Array(repeating: "?", count: values.count).joined(separator: ",") + ")")
            )
            arguments += values.map(Value.text)
        }
        anyOf(query.actors.map(\.rawValue)) {
            "EXISTS (SELECT 1 FROM entry_actors a WHERE a.position = e.position AND a.actor \($0))"
        }
        anyOf(query.topics.map(\.rawValue)) {
            "EXISTS (SELECT 1 FROM entry_topics t WHERE t.position = e.position AND t.topic \($0))"
        }
        anyOf(query.kinds.map(\.rawValue)) { "kind \($0)" }
        anyOf(query.articles.map(\.rawValue)) { "article \($0)" }
        if let since = query.since {
            parts.append("day_to >= ?")
            arguments.append(.text(since.description))
        }
        if let until = query.until {
            parts.append("day_from <= ?")
            arguments.append(.text(until.description))
        }
        return (parts.isEmpty ? "" : " WHERE " + parts.joined(separator: " AND "), arguments)
    }

    private func entries(from rows: [RowValues]) throws(TimelineError) -> [TimelineEntry] {
        var decoded: [(row: RowValues, event: NewsEvent, finding: Finding, kind: EventKind)] = []
        var actorIDs: Set<ActorID> = []
        var topicIDs: Set<TopicID> = []
        for row in rows {
            guard let kind = EventKind(rawValue: try row.text(2)) else {
                throw .malformedRow(table: "timeline_entries", reason: "unknown kind \(try row.text(2))")
            }
            let event = try decode(row, kind: kind)
            guard let finding = event.finding else {
                throw .malformedRow(table: "timeline_entries", reason: "the payload is no \(kind.rawValue)")
            }
            decoded.append((row, event, finding, kind))
            actorIDs.formUnion(Self.namedActors(of: event))
            topicIDs.formUnion(finding.topics)
        }
        let actors = try profiles(of: actorIDs.sorted())
        let topics = try topicNames(of: topicIDs.sorted())
        var entries: [TimelineEntry] = []
        for (row, event, finding, kind) in decoded {
            guard let published = CalendarDate(iso: try row.text(3)) else {
                throw .malformedRow(table: "timeline_entries", reason: "published is no day")
            }
            var named: [ActorID: ActorProfile] = [:]
            for id in Self.namedActors(of: event) { named[id] = actors[id] ?? Self.unnamed(id) }
            entries.append(
                TimelineEntry(
                    position: Position(rawValue: try row.integer(0)),
                    eventID: try row.text(1),
                    kind: kind,
                    event: event,
                    finding: finding,
                    when: ValidTime(of: event, published: published),
                    published: published,
                    recordedAt: Timestamp(rawValue: try row.integer(4)),
                    actors: named,
                    topics: finding.topics.map { Topic(id: $0, name: topics[$0] ?? $0.rawValue) }
                )
            )
        }
        return entries
    }

    private func decode(_ row: RowValues, kind: EventKind) throws(TimelineError) -> NewsEvent {
        let event = RecordedEvent(
            position: Position(rawValue: try row.integer(0)),
            stream: StreamName(rawValue: ""),
            version: 0,
            id: EventID(rawValue: try row.text(1)),
            type: kind.type,
            schemaVersion: NewsEventCodec.currentVersions[kind.type] ?? 1,
            payload: try row.text(5),
            metadata: "{}",
            occurredAt: nil,
            recordedAt: Timestamp(rawValue: try row.integer(4))
        )
        do { return try codec.decode(event) } catch { throw .event(error) }
    }

    /// Who acts, who the event is known through, and who is mentioned: every id a view may have to name.
    private static func namedActors(of event: NewsEvent) -> Set<ActorID> {
        var ids = Set(event.actors)
        if case .meetingHeld(let meeting) = event, let via = meeting.via { ids.insert(via) }
        if let finding = event.finding { ids.formUnion(finding.mentions.keys) }
        return ids
    }

    private static func unnamed(_ id: ActorID) -> ActorProfile {
        ActorProfile(id: id, name: id.rawValue, kind: .group, role: nil)
    }
}
