public import EventStore
import NewsEvents
import NewsText

extension TimelineReader {
    /// The events a query asks for, by day, dated before undated ones of the same bound, then by position.
    ///
    /// - Complexity: For one actor or one topic, alone or with other filters, its first entries are looked at and no
    ///   others; otherwise the first of all.
    public func entries(_ query: TimelineQuery) throws(TimelineError) -> [TimelineEntry] {
        let selection = try EntrySelection(query, areTotalled: areTotalled())
        var sql =
            "SELECT e.position, e.event_id, e.kind, e.published, e.recorded_at, e.payload FROM "
            + selection.source + " ORDER BY " + selection.order
        var bound = selection.arguments
        if let limit = query.limit {
            sql += " LIMIT ?"
            bound.append(.integer(Int64(limit)))
        }
        return try entries(from: rows(sql, bound))
    }

    /// Number of events a query asks for, whatever its limit, and of the articles they were found in.
    public func count(_ query: TimelineQuery) throws(TimelineError) -> (events: Int, articles: Int) {
        let areTotalled = try areTotalled()
        let selection = EntrySelection(query, areTotalled: areTotalled)
        var sql = "SELECT COUNT(*), COUNT(DISTINCT e.article) FROM " + selection.source
        var arguments = selection.arguments
        if areTotalled, let (table, column, name) = query.onlyName {
            sql = "SELECT events, articles FROM \(table) WHERE \(column) = ?"
            arguments = [.text(name)]
        }
        guard let row = try rows(sql, arguments).first else { return (0, 0) }
        return (Int(try row.integer(0)), Int(try row.integer(1)))
    }

    /// Whether the tables are those of today.
    ///
    /// Before there were totals, the entries of an actor lay in the order of the log. Such tables go on answering
    /// until a replay.
    func areTotalled() throws(TimelineError) -> Bool {
        try !rows("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'actor_totals'").isEmpty
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
