public import EventStore

extension SQLiteEventLog {
    /// Reads one page; an unknown stream reads as empty.
    ///
    /// Every event passes the upcasters here, and nowhere else.
    /// - Throws: `upcastFailed`, `invalidDeclaration` for a query that contradicts itself, `busy`, `damaged`.
    /// - Complexity: O(page) for a stream or the whole log; a filter by type looks at every event on its way,
    ///   and order by `occurredAt` sorts all that match.
    public func read(_ query: EventQuery) throws(EventStoreError) -> [RecordedEvent] {
        var events = try readStored(query)
        guard !upcasters.isEmpty else { return events }
        for index in events.indices where !upcasters.isCurrent(events[index]) {
            events[index] = try upcasters.upcast(events[index])
        }
        return events
    }

    /// Reads one page as it is stored, without upcasters: to verify, to export, to look into the log.
    public func readStored(_ query: EventQuery) throws(EventStoreError) -> [RecordedEvent] {
        try query.validate()
        return try withReader { (connection) throws(EventStoreError) in
            try connection.events(query)
        }
    }

    /// The version of a stream's last event; 0 for an unknown stream.
    public func version(of stream: StreamName) throws(EventStoreError) -> Int64 {
        try withReader { (connection) throws(EventStoreError) in
            try connection.version(of: stream)
        }
    }

    /// The end of the log.
    public func head() throws(EventStoreError) -> Head {
        try withReader { (connection) throws(EventStoreError) in
            try connection.head()
        }
    }
}

extension Connection {
    /// The end of the log as stored.
    func head() throws(EventStoreError) -> Head {
        let statement = try statement("SELECT position, hash FROM head")
        defer { statement.reset() }
        guard try statement.step() else { throw .damaged(path: path, reason: "the head is missing") }
        return Head(position: Position(rawValue: statement.integer(0)), hash: try statement.hash(1))
    }

    /// The events of a checked query, as stored.
    func events(_ query: EventQuery) throws(EventStoreError) -> [RecordedEvent] {
        guard let recorded = query.recorded else { return try select(query, positions: nil) }
        return try reading { () throws(EventStoreError) in
            try select(query, positions: try positions(recordedIn: recorded))
        }
    }

    private func select(
        _ query: EventQuery,
        positions: Range<Int64>?
    ) throws(EventStoreError) -> [RecordedEvent] {
        let statement = try statement(EventSelection.sql(query, isWithinPositions: positions != nil))
        defer { statement.reset() }
        var index: Int32 = 0
        func next() -> Int32 {
            index += 1
            return index
        }
        if let stream = query.stream { try statement.bind(stream.rawValue, at: next()) }
        if let after = query.after { try statement.bind(after, at: next()) }
        if let through = query.through { try statement.bind(through, at: next()) }
        if let positions {
            try statement.bind(positions.lowerBound, at: next())
            try statement.bind(positions.upperBound, at: next())
        }
        for type in query.types { try statement.bind(type.rawValue, at: next()) }
        try statement.bind(Int64(query.limit), at: next())
        var events: [RecordedEvent] = []
        events.reserveCapacity(min(query.limit, 4096))
        // What events that follow each other have in common: one text serves them all.
        var stream = ""
        var type = ""
        var metadata = ""
        while try statement.step() {
            if !statement.isText(1, equalTo: &stream) { stream = try statement.text(1) }
            if !statement.isText(4, equalTo: &type) { type = try statement.text(4) }
            if !statement.isText(6, equalTo: &metadata) { metadata = try statement.text(6) }
            events.append(try event(statement, stream: stream, type: type, metadata: metadata))
        }
        return events
    }

    private func event(
        _ row: Statement,
        stream: String,
        type: String,
        metadata: String
    ) throws(EventStoreError) -> RecordedEvent {
        let position = Position(rawValue: row.integer(0))
        let payload = try row.optionalText(9)
        if payload == nil { try requirePayloadRow(at: position) }
        return RecordedEvent(
            position: position,
            stream: StreamName(rawValue: stream),
            version: row.integer(2),
            id: EventID(rawValue: try row.text(3)),
            type: EventType(rawValue: type),
            schemaVersion: Int(row.integer(5)),
            payload: payload ?? "",
            metadata: metadata,
            occurredAt: row.isNull(7) ? nil : Timestamp(rawValue: row.integer(7)),
            recordedAt: Timestamp(rawValue: row.integer(8)),
            isErased: payload == nil
        )
    }

    /// Tells a payload that was erased, whose row holds NULL, from one whose row is missing.
    private func requirePayloadRow(at position: Position) throws(EventStoreError) {
        let statement = try statement("SELECT 1 FROM payloads WHERE position = ?")
        defer { statement.reset() }
        try statement.bind(position.rawValue, at: 1)
        guard try statement.step() else {
            throw .damaged(path: path, reason: "the event at position \(position) has no payload")
        }
    }

    /// The positions of the events recorded in a range of time.
    ///
    /// Positions have no gaps and `recorded_at` never goes backwards, so bisecting finds both ends without an
    /// index: O(log² N).
    private func positions(recordedIn range: Range<Timestamp>) throws(EventStoreError) -> Range<Int64> {
        let last = try head().position.rawValue
        let lower = try firstPosition(recordedSince: range.lowerBound, last: last)
        let upper = try firstPosition(recordedSince: range.upperBound, last: last)
        return lower..<max(lower, upper)
    }

    private func firstPosition(
        recordedSince time: Timestamp,
        last: Int64
    ) throws(EventStoreError) -> Int64 {
        let statement = try statement("SELECT recorded_at FROM events WHERE position = ?")
        var low: Int64 = 1
        var high = last + 1
        while low < high {
            let middle = (low + high) / 2
            defer { statement.reset() }
            try statement.bind(middle, at: 1)
            guard try statement.step() else {
                throw .damaged(path: path, reason: "there is no event at position \(middle)")
            }
            if statement.integer(0) < time.rawValue { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
