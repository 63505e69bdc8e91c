// What an append does, decided apart from any storage, so that every log decides alike.
//
// An event is recorded once, under its id, for ever. The rule looks at how many of the given ids are recorded
// already:
//
//     none     the expected version decides; the events are written.
//     all      if stream, order and bodies agree, a success that writes nothing, whatever version was expected:
//              the writer is asking again for what it has. The recorded versions must follow each other.
//     some     a version conflict: the stream moved since the batch was made.
//
// An id that is recorded in another stream or with another body is an id conflict, before all else.
//
// Two bodies are equal when type, schema version, occurredAt and the payload's digest are. Metadata is left
// out: it tells of the recording (who, with which program, in which run) and rightly differs when a run is
// repeated. What was recorded first stays. The digest is compared, not the payload, so that an erased payload
// is still recognised.

/// What a log knows of an event whose id was given again.
package struct RecordedBody: Sendable {
    package let position: Position
    package let stream: StreamName
    package let version: Int64
    package let type: EventType
    package let schemaVersion: Int
    package let occurredAt: Timestamp?
    package let payloadDigest: EventHash

    package init(
        position: Position,
        stream: StreamName,
        version: Int64,
        type: EventType,
        schemaVersion: Int,
        occurredAt: Timestamp?,
        payloadDigest: EventHash
    ) {
        self.position = position
        self.stream = stream
        self.version = version
        self.type = type
        self.schemaVersion = schemaVersion
        self.occurredAt = occurredAt
        self.payloadDigest = payloadDigest
    }
}

/// Events on their way into a stream, checked, with the digests of their payloads.
package struct AppendRule: Sendable {
    package let events: [NewEvent]
    package let digests: [EventHash]
    package let stream: StreamName
    package let expected: ExpectedVersion

    /// Checks what can be checked without the log.
    ///
    /// - Throws: `invalidDeclaration` for an empty name or a schema version below 1, `idConflict` for an id
    ///   given twice.
    package init(
        _ events: [NewEvent],
        to stream: StreamName,
        expecting expected: ExpectedVersion
    ) throws(EventStoreError) {
        guard !stream.rawValue.isEmpty else { throw .invalidDeclaration(reason: "a stream needs a name") }
        var ids: Set<EventID> = []
        ids.reserveCapacity(events.count)
        for event in events {
            guard !event.id.rawValue.isEmpty else {
                throw .invalidDeclaration(
                    reason: "an event of type \(event.type) for stream \(stream) has no id"
                )
            }
            guard !event.type.rawValue.isEmpty else {
                throw .invalidDeclaration(reason: "event \(event.id) has no type")
            }
            guard event.schemaVersion >= 1 else {
                throw .invalidDeclaration(
                    reason: "event \(event.id) has schema version \(event.schemaVersion); they count from 1"
                )
            }
            guard ids.insert(event.id).inserted else { throw .idConflict(id: event.id, stream: stream) }
        }
        self.events = events
        self.digests = events.map { HashChain.digest(ofPayload: $0.payload) }
        self.stream = stream
        self.expected = expected
    }

    /// Decides, inside the transaction that would write.
    ///
    /// - Parameters:
    ///   - recorded: What the log holds under each event's id, in the order of `events`.
    ///   - actual: The stream's last version, 0 if it holds nothing.
    /// - Returns: The positions if all is recorded already; nil if the events are to be written.
    /// - Throws: `idConflict` or `versionConflict`.
    package func positionsIfRecorded(
        _ recorded: [RecordedBody?],
        actual: Int64
    ) throws(EventStoreError) -> [Position]? {
        for (index, body) in recorded.enumerated() {
            guard let body else { continue }
            guard body.stream == stream, hasEqualBody(index, body) else {
                throw .idConflict(id: events[index].id, stream: body.stream)
            }
        }
        let known = recorded.compactMap(\.self)
        if known.isEmpty {
            try requireExpected(actual)
            return nil
        }
        let isContiguous = zip(known, known.dropFirst()).allSatisfy { $1.version == $0.version + 1 }
        guard known.count == events.count, isContiguous else {
            throw .versionConflict(stream: stream, expected: expected, actual: actual)
        }
        return known.map(\.position)
    }

    private func hasEqualBody(_ index: Int, _ body: RecordedBody) -> Bool {
        let event = events[index]
        return event.type == body.type && event.schemaVersion == body.schemaVersion
            && event.occurredAt == body.occurredAt && digests[index] == body.payloadDigest
    }

    /// Whether a stream whose last version is `actual`, 0 if it holds nothing, is as the writer expects it.
    package func isExpected(_ actual: Int64) -> Bool {
        switch expected {
        case .any: true
        case .none: actual == 0
        case .exists: actual > 0
        case .exactly(let version): actual == version
        }
    }

    private func requireExpected(_ actual: Int64) throws(EventStoreError) {
        guard isExpected(actual) else {
            throw .versionConflict(stream: stream, expected: expected, actual: actual)
        }
    }

    /// The header of the event at `index`, as it is sealed and stored.
    package func header(
        at index: Int,
        position: Position,
        version: Int64,
        recordedAt: Timestamp
    ) -> EventHeader {
        let event = events[index]
        return EventHeader(
            position: position,
            stream: stream,
            version: version,
            id: event.id,
            type: event.type,
            schemaVersion: event.schemaVersion,
            metadata: event.metadata,
            occurredAt: event.occurredAt,
            recordedAt: recordedAt,
            payloadDigest: digests[index]
        )
    }
}
