public import EventStore

extension SQLiteEventLog {
    /// Writes the whole log as lines of JSON: CloudEvents 1.0, with hashes, as `CloudEventLine` defines them.
    ///
    /// All lines are of one moment. Payloads are those stored, before any upcaster; projections are not
    /// exported, for they follow from the events.
    /// - Parameters:
    ///   - source: The `source` of every event: a URI reference that tells whose events these are.
    ///   - write: Takes the bytes of one or more whole lines.
    /// - Returns: The head of what was written: keep it, since lines missing at the end show only against it.
    /// - Throws: What `write` throws, and storage errors.
    /// - Complexity: O(log) time; one page of memory.
    public func export(
        source: String = "event-store",
        to write: ([UInt8]) throws -> Void
    ) throws -> Head {
        try snapshot {
            let head = try head()
            var position: Int64 = 0
            while position < head.position.rawValue {
                let after = position
                let events = try withReader { (connection) throws(EventStoreError) in
                    try connection.sealedEvents(after: after, limit: 500)
                }
                guard let last = events.last else {
                    throw EventStoreError.damaged(path: path, reason: "there is no event behind \(after)")
                }
                var lines: [UInt8] = []
                for event in events { lines += CloudEventLine.write(event, source: source) }
                try write(lines)
                position = last.header.position.rawValue
            }
            return head
        }
    }
}

extension Connection {
    /// Events as stored, with what seals them.
    fileprivate func sealedEvents(after position: Int64, limit: Int) throws(EventStoreError) -> [SealedEvent]
    {
        let statement = try sealedEventsStatement()
        defer { statement.reset() }
        try statement.bind(position, at: 1)
        try statement.bind(Int64.max, at: 2)
        try statement.bind(Int64(limit), at: 3)
        var events: [SealedEvent] = []
        while try statement.step() {
            let header = try header(statement)
            let payload: String?
            var erasure: ErasedPayload?
            switch try self.payload(statement) {
            case .text(let text): payload = text
            case .erased(let recordedBy, let reason):
                payload = nil
                erasure = ErasedPayload(position: header.position, recordedBy: recordedBy, reason: reason)
            case .removed, .missing:
                throw .damaged(path: path, reason: "the event at position \(header.position) has no payload")
            }
            events.append(
                SealedEvent(header: header, hash: try statement.hash(10), payload: payload, erasure: erasure)
            )
        }
        return events
    }
}
