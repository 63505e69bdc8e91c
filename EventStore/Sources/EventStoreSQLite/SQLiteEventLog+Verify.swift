// Verifying a log.
//
// What is looked at, in this order:
//   1. the structure of the tables and their indexes, by SQLite itself (PRAGMA integrity_check of each
//      table): a byte that changed in a page of theirs either breaks it or changes a value
//   2. the schema: each table and trigger of the log as this format declares it; a trigger that is gone was
//      dropped
//   3. the chain, over every value of every event; a NULL payload needs an erasure that a later event tells
//      of
//   4. the head: it is the last event's, and the head it is held against lies on the chain
//
// Bytes that hold no value (free space within a page, free pages) are not looked at: they change nothing that
// is read.
//
// After a failure the walk goes on from the stored hash, so that one forged event does not hide the next.

public import EventStore

extension SQLiteEventLog {
    /// Verifies the whole log: structure, schema, chain and head, and holds it against a head kept elsewhere.
    ///
    /// Finds changed bytes, and events deleted, inserted or put in another order. A tail cut off, or a log
    /// written anew from some event on, is found only against a head that was kept.
    /// - Parameter kept: A head of this log from before; nil to check the log against itself alone.
    /// - Returns: What was found; at most 100 failures in full.
    /// - Throws: Storage errors other than damage.
    /// - Complexity: O(log) time; one page of memory, and one number a stream.
    public func verify(against kept: Head? = nil) throws(EventStoreError) -> ChainReport {
        var failures: [ChainReport.Failure] = []
        do throws(EventStoreError) {
            failures += try withReader { (connection) throws(EventStoreError) in
                try connection.structureFailures() + connection.schemaFailures()
            }
            let chain = try verifyChain()
            failures += chain.failures
            if let kept { failures += try failure(against: kept, head: chain.head) }
            return ChainReport(
                events: chain.events,
                erasures: chain.erasures,
                head: chain.head,
                failures: failures,
                furtherFailures: chain.furtherFailures
            )
        } catch {
            // Pages so broken that they cannot be read are a finding, not a failure to look.
            guard let reason = error.damage else { throw error }
            failures.append(ChainReport.Failure(position: nil, reason: reason))
            let head = Head(position: .start, hash: HashChain.start)
            return ChainReport(events: 0, head: head, failures: failures)
        }
    }

    /// Walks the whole log and recomputes its chain, as `HashChain` defines it.
    ///
    /// Checks that positions and the versions of each stream have no gaps, that time never goes backwards,
    /// that every payload has its digest and every event its hash, and that the head is the last event's.
    /// What is appended meanwhile is not looked at.
    /// - Throws: Storage errors; what does not agree is in the report.
    /// - Complexity: O(log) time; one page of memory, and one number a stream.
    public func verifyChain() throws(EventStoreError) -> ChainReport {
        let end = try head()
        var walk = ChainWalk()
        while walk.position < end.position.rawValue {
            let current = walk
            walk = try withReader { (connection) throws(EventStoreError) in
                try connection.walk(current, through: end.position.rawValue)
            }
        }
        if walk.hash != end.hash { walk.fail("the head's hash is not that of the last event") }
        let behind = try positionsBehindHead(end.position)
        for position in behind {
            walk.position = position
            walk.fail("there is an event behind the head")
        }
        return ChainReport(
            events: walk.verified,
            erasures: walk.erasures,
            head: end,
            failures: walk.failures,
            furtherFailures: walk.furtherFailures
        )
    }

    /// Positions of up to ten events behind the head of one state of the store, if that head is still the
    /// given one.
    private func positionsBehindHead(_ end: Position) throws(EventStoreError) -> [Int64] {
        try withReader { (connection) throws(EventStoreError) in
            let statement = try connection.statement(
                """
                SELECT position FROM events
                WHERE position > (SELECT position FROM head) ORDER BY position LIMIT 10
                """
            )
            defer { statement.reset() }
            var positions: [Int64] = []
            while try statement.step() { positions.append(statement.integer(0)) }
            return positions
        }
    }

    private func failure(
        against kept: Head,
        head: Head
    ) throws(EventStoreError) -> [ChainReport.Failure] {
        guard kept.position <= head.position else {
            let reason =
                "the log ends at position \(head.position), but held \(kept.position) events when the head was kept: "
                + "its tail was cut off, or this is an older copy"
            return [ChainReport.Failure(position: head.position, reason: reason)]
        }
        let hash = try withReader { (connection) throws(EventStoreError) in
            try connection.hash(at: kept.position)
        }
        guard hash != kept.hash else { return [] }
        let reason = "its hash is not that of the head that was kept: the log was written anew up to here"
        return [ChainReport.Failure(position: kept.position, reason: reason)]
    }
}

extension EventStoreError {
    /// What is broken, if the error is about broken bytes.
    fileprivate var damage: String? {
        switch self {
        case .damaged(_, let reason): reason
        case .notAStore: "the file's header is not that of a database"
        case .database(let code, let message, _) where code & 0xff == 1: message
        default: nil
        }
    }
}

extension Connection {
    /// The hash stored at a position; 32 zero bytes before the first event.
    fileprivate func hash(at position: Position) throws(EventStoreError) -> EventHash? {
        guard position > .start else { return HashChain.start }
        let statement = try statement("SELECT hash FROM events WHERE position = ?")
        defer { statement.reset() }
        try statement.bind(position.rawValue, at: 1)
        return try statement.step() ? try statement.hash(0) : nil
    }

    /// Walks over the next thousand events.
    fileprivate func walk(_ start: ChainWalk, through end: Int64) throws(EventStoreError) -> ChainWalk {
        var walk = start
        let statement = try sealedEventsStatement()
        defer { statement.reset() }
        try statement.bind(start.position, at: 1)
        try statement.bind(end, at: 2)
        try statement.bind(Int64(1000), at: 3)
        var isEmpty = true
        while try statement.step() {
            isEmpty = false
            do throws(EventStoreError) {
                walk.visit(
                    try header(statement),
                    hash: try statement.hash(10),
                    payload: try payload(statement)
                )
            } catch {
                // A hash of the wrong length, a text that is no text: not a failure to read but a finding.
                guard case .damaged(_, let reason) = error else { throw error }
                walk.position = max(walk.position + 1, statement.integer(0))
                walk.fail(reason)
            }
        }
        if isEmpty {
            walk.position += 1
            walk.fail(
                walk.position == end ? "this event is missing" : "the events from here to \(end) are missing"
            )
            walk.position = end
        }
        return walk
    }

    /// What stands in the place of the payload, in a row of `sealedEventsStatement`.
    func payload(_ row: Statement) throws(EventStoreError) -> StoredPayload {
        if row.isNull(12) { return .missing }
        if !row.isNull(11) { return .text(try row.text(11)) }
        guard !row.isNull(13) else { return .removed }
        return .erased(recordedBy: Position(rawValue: row.integer(13)), reason: try row.text(14))
    }

    /// Events as stored, with all that seals them: those behind one position, up to another, at most so many.
    func sealedEventsStatement() throws(EventStoreError) -> Statement {
        // Format 1 knew no erasures.
        let erasures = try format() < 2 ? "(SELECT NULL position, NULL recorded_by, NULL reason)" : "erasures"
        return try statement(
            """
            SELECT e.position, e.stream, e.version, e.event_id, e.type, e.schema_version, e.metadata,
                e.occurred_at, e.recorded_at, e.payload_digest, e.hash, p.data, p.position, r.recorded_by,
                r.reason
            FROM events e LEFT JOIN payloads p ON p.position = e.position
                LEFT JOIN \(erasures) r ON r.position = e.position
            WHERE e.position > ? AND e.position <= ? ORDER BY e.position LIMIT ?
            """
        )
    }

    /// The header, in a row of `sealedEventsStatement`.
    func header(_ row: Statement) throws(EventStoreError) -> EventHeader {
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
