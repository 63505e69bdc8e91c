public import EventStore

extension SQLiteEventLog {
    /// Walks the whole log and recomputes its chain, as `HashChain` defines it.
    ///
    /// Checks that positions and the versions of each stream have no gaps, that time never goes backwards, that every
    /// payload has its digest and every event its hash, and that the head is the last event's. What is appended
    /// meanwhile is not looked at. Takes one page of memory at a time, and one number a stream.
    /// - Throws: Storage errors; what does not agree is in the report.
    /// - Complexity: O(log); about 2 µs an event.
    public func verifyChain() throws(EventStoreError) -> ChainReport {
        let end = try head()
        var walk = ChainWalk()
        while walk.failure == nil, walk.position < end.position.rawValue {
            let current = walk
            walk = try withReader { (connection) throws(EventStoreError) in
                try connection.walk(current, through: end.position.rawValue)
            }
        }
        if walk.failure == nil, walk.hash != end.hash {
            walk.fail("the head's hash is not that of the last event")
        }
        if walk.failure == nil, try hasEventBehindHead() {
            walk.position += 1
            walk.fail("there is an event behind the head")
        }
        return ChainReport(events: walk.verified, erased: walk.erased, head: end, failure: walk.failure)
    }

    private func hasEventBehindHead() throws(EventStoreError) -> Bool {
        try withReader { (connection) throws(EventStoreError) in
            try connection.integer("SELECT max(position) > (SELECT position FROM head) FROM events") == 1
        }
    }
}

/// How far a verification has come.
private struct ChainWalk: Sendable {
    var position: Int64 = 0
    var verified: Int64 = 0
    var erased: Int64 = 0
    var hash = HashChain.start
    var recordedAt = Timestamp(rawValue: .min)
    var versions: [StreamName: Int64] = [:]
    var failure: ChainReport.Failure?

    mutating func fail(_ reason: String) {
        failure = ChainReport.Failure(position: Position(rawValue: position), reason: reason)
    }

    /// Checks one event; `payload` is nil if it was erased, and `isPresent` tells whether its row is there.
    mutating func visit(
        _ header: EventHeader,
        hash stored: EventHash,
        payload: String?,
        isPresent: Bool
    ) {
        position += 1
        guard header.position.rawValue == position else { return fail("this event is missing") }
        let version = versions[header.stream, default: 0] + 1
        guard header.version == version else {
            return fail("its version is \(header.version), but \(version) is next in \(header.stream)")
        }
        guard header.recordedAt >= recordedAt else {
            return fail("it was recorded before the event in front of it")
        }
        guard isPresent else { return fail("its payload is missing") }
        if let payload, HashChain.digest(ofPayload: payload) != header.payloadDigest {
            return fail("its payload does not have the recorded digest")
        }
        let expected = HashChain.hash(of: header, after: hash)
        guard expected == stored else { return fail("its hash does not follow from what it holds") }
        versions[header.stream] = version
        recordedAt = header.recordedAt
        hash = stored
        verified += 1
        if payload == nil { erased += 1 }
    }
}

extension Connection {
    /// Walks over the next thousand events.
    fileprivate func walk(_ start: ChainWalk, through end: Int64) throws(EventStoreError) -> ChainWalk {
        var walk = start
        let statement = try statement(
            """
            SELECT e.position, e.stream, e.version, e.event_id, e.type, e.schema_version, e.metadata,
                e.occurred_at, e.recorded_at, e.payload_digest, e.hash, p.data, p.position
            FROM events e LEFT JOIN payloads p ON p.position = e.position
            WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT 1000
            """
        )
        defer { statement.reset() }
        try statement.bind(start.position, at: 1)
        try statement.bind(end, at: 2)
        var isEmpty = true
        while walk.failure == nil, try statement.step() {
            isEmpty = false
            do throws(EventStoreError) {
                let header = try header(statement)
                walk.visit(
                    header,
                    hash: try statement.hash(10),
                    payload: statement.isNull(11) ? nil : try statement.text(11),
                    isPresent: !statement.isNull(12)
                )
            } catch {
                // A hash of the wrong length, a text that is no text: not a failure to read but a finding.
                guard case .damaged(_, let reason) = error else { throw error }
                walk.position += 1
                walk.fail(reason)
            }
        }
        if isEmpty {
            walk.position += 1
            walk.fail("this event is missing")
        }
        return walk
    }

    private func header(_ row: Statement) throws(EventStoreError) -> EventHeader {
        EventHeader(
            position: Position(rawValue: row.integer(0)),
            stream: StreamName(rawValue: try row.text(1)),
            version: row.integer(2),
            id: EventID(rawValue: try row.text(3)),
            type: EventType(rawValue: try row.text(4)),
            schemaVersion: Int(row.integer(5)),
            metadata: try row.text(6),
            occurredAt: row.isNull(7) ? nil : Timestamp(rawValue: row.integer(7)),
            recordedAt: Timestamp(rawValue: row.integer(8)),
            payloadDigest: try row.hash(9)
        )
    }
}
