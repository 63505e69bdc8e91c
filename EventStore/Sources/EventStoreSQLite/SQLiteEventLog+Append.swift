public import EventStore

extension SQLiteEventLog {
    /// Appends all events to the end of a stream, or none; durable when it returns.
    ///
    /// - Throws: `versionConflict`, `idConflict`, `invalidDeclaration`, `readOnly`, `diskFull`, `busy`,
    ///   `damaged`; in every case the log is as it was before.
    /// - Complexity: O(n log N) for n events into a log of N, and one sync of the disk.
    public func append(
        _ events: [NewEvent],
        to stream: StreamName,
        expecting expected: ExpectedVersion
    ) throws(EventStoreError) -> AppendReceipt {
        let rule = try AppendRule(events, to: stream, expecting: expected)
        let clock = clock
        guard !events.isEmpty else {
            return AppendReceipt(positions: [], version: try version(of: stream), alreadyRecorded: true)
        }
        return try write { (connection) throws(EventStoreError) in
            do throws(EventStoreError) {
                return try connection.writing { () throws(EventStoreError) in
                    try connection.append(rule, trustsIDs: true, clock: clock)
                }
            } catch {
                guard error.isOfConstraint else { throw error }
                return try connection.writing { () throws(EventStoreError) in
                    try connection.append(rule, trustsIDs: false, clock: clock)
                }
            }
        }
    }
}

extension Connection {
    /// Appends within a transaction.
    ///
    /// With `trustsIDs`, ids are taken to be new where the stream is as expected. The file itself refuses one
    /// that is not, and the transaction is then to be run again without trust: what is the rule for an event
    /// is not asked of every other.
    func append(
        _ rule: AppendRule,
        trustsIDs: Bool,
        clock: () -> Timestamp
    ) throws(EventStoreError) -> AppendReceipt {
        let actual = try version(of: rule.stream)
        if !trustsIDs || !rule.isExpected(actual) {
            var recorded: [RecordedBody?] = []
            recorded.reserveCapacity(rule.events.count)
            for event in rule.events { recorded.append(try body(of: event.id)) }
            if let positions = try rule.positionsIfRecorded(recorded, actual: actual) {
                return AppendReceipt(positions: positions, version: actual, alreadyRecorded: true)
            }
        }
        let end = try end()
        var hash = end.hash
        let recordedAt = max(clock(), end.recordedAt)
        var positions: [Position] = []
        positions.reserveCapacity(rule.events.count)
        for index in rule.events.indices {
            let header = rule.header(
                at: index,
                position: Position(rawValue: end.position + Int64(index) + 1),
                version: actual + Int64(index) + 1,
                recordedAt: recordedAt
            )
            hash = HashChain.hash(of: header, after: hash)
            try insert(header, hash: hash)
            try insert(rule.events[index].payload, at: header.position)
            positions.append(header.position)
        }
        try moveHead(to: end.position + Int64(positions.count), hash: hash)
        return AppendReceipt(
            positions: positions,
            version: actual + Int64(positions.count),
            alreadyRecorded: false
        )
    }

    /// The last version of a stream, 0 if it holds nothing.
    func version(of stream: StreamName) throws(EventStoreError) -> Int64 {
        let statement = try statement(.streamVersion)
        defer { statement.reset() }
        try statement.bind(stream.rawValue, at: 1)
        return try statement.step() ? statement.integer(0) : 0
    }

    private func body(of id: EventID) throws(EventStoreError) -> RecordedBody? {
        let statement = try statement(.recordedBody)
        defer { statement.reset() }
        try statement.bind(id.rawValue, at: 1)
        guard try statement.step() else { return nil }
        return RecordedBody(
            position: Position(rawValue: statement.integer(0)),
            stream: StreamName(rawValue: try statement.text(1)),
            version: statement.integer(2),
            type: EventType(rawValue: try statement.text(3)),
            schemaVersion: Int(statement.integer(4)),
            occurredAt: statement.isNull(5) ? nil : Timestamp(rawValue: statement.integer(5)),
            payloadDigest: try statement.hash(6)
        )
    }

    /// The end of the log, checked against its last event so that nothing is built on a broken chain.
    private func end() throws(EventStoreError) -> (position: Int64, hash: EventHash, recordedAt: Timestamp) {
        let statement = try statement(.end)
        defer { statement.reset() }
        guard try statement.step() else { throw .damaged(path: path, reason: "the head is missing") }
        let position = statement.integer(0)
        let hash = try statement.hash(1)
        guard position > 0 else { return (position, hash, Timestamp(rawValue: .min)) }
        guard !statement.isNull(2), try statement.hash(2) == hash else {
            throw .damaged(
                path: path,
                reason: "the head does not agree with the event at position \(position)"
            )
        }
        return (position, hash, Timestamp(rawValue: statement.integer(3)))
    }

    /// Writes an event without its payload.
    func insert(_ header: EventHeader, hash: EventHash) throws(EventStoreError) {
        let event = try statement(.insertEvent)
        try event.bind(header.position.rawValue, at: 1)
        try event.bind(header.stream.rawValue, at: 2)
        try event.bind(header.version, at: 3)
        try event.bind(header.id.rawValue, at: 4)
        try event.bind(header.type.rawValue, at: 5)
        try event.bind(Int64(header.schemaVersion), at: 6)
        try event.bind(optional: header.occurredAt?.rawValue, at: 7)
        try event.bind(header.recordedAt.rawValue, at: 8)
        try event.bind(header.metadata, at: 9)
        try event.bind(header.payloadDigest, at: 10)
        try event.bind(hash, at: 11)
        try event.run()
    }

    /// Writes a payload; nil for one that an erasure tells of.
    func insert(_ payload: String?, at position: Position) throws(EventStoreError) {
        let data = try statement(.insertPayload)
        try data.bind(position.rawValue, at: 1)
        if let payload { try data.bind(payload, at: 2) } else { try data.bindNull(at: 2) }
        try data.run()
    }

    /// Moves the head forwards.
    func moveHead(to position: Int64, hash: EventHash) throws(EventStoreError) {
        let statement = try statement(.moveHead)
        try statement.bind(position, at: 1)
        try statement.bind(hash, at: 2)
        try statement.run()
    }
}

extension EventStoreError {
    /// Whether the file refused a row: an id that is taken, if all else is right.
    fileprivate var isOfConstraint: Bool {
        guard case .database(let code, _, _) = self else { return false }
        return ResultCode(rawValue: code).isConstraint
    }
}
