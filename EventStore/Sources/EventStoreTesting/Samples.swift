import EventStore

extension NewEvent {
    /// A small event; its id tells it from others.
    static func sample(
        _ id: String,
        type: String = "Deposited",
        payload: String? = nil,
        metadata: String = "{}",
        schemaVersion: Int = 1,
        occurredAt: Int64? = nil
    ) -> NewEvent {
        NewEvent(
            id: EventID(rawValue: id),
            type: EventType(rawValue: type),
            schemaVersion: schemaVersion,
            payload: payload ?? #"{"note":"\#(id)"}"#,
            metadata: metadata,
            occurredAt: occurredAt.map(Timestamp.init(rawValue:))
        )
    }

    /// Many small events.
    static func samples(_ range: ClosedRange<Int>, prefix: String = "e") -> [NewEvent] {
        range.map { .sample("\(prefix)\($0)") }
    }
}

extension StreamName {
    static let a = StreamName(rawValue: "account-a")
    static let b = StreamName(rawValue: "account-b")
}

extension EventLog {
    /// All events, in pages of `limit`.
    func everything(stream: StreamName? = nil, limit: Int = 1000) throws -> [RecordedEvent] {
        var all: [RecordedEvent] = []
        while true {
            let after = stream == nil ? all.last?.position.rawValue : all.last?.version
            let page = try read(EventQuery(stream: stream, after: after, limit: limit))
            all += page
            if page.count < limit { return all }
        }
    }

    /// The ids of a query's events.
    func ids(_ query: EventQuery) throws -> [String] { try read(query).map(\.id.rawValue) }

    /// Runs an append that must fail, and checks that it left nothing behind.
    func refuses(
        _ events: [NewEvent],
        to stream: StreamName,
        expecting expected: ExpectedVersion,
        file: String = #fileID,
        line: Int = #line,
        because isExpected: (EventStoreError) -> Bool
    ) throws {
        let before = try head()
        do {
            _ = try append(events, to: stream, expecting: expected)
        } catch {
            try require(isExpected(error), "refused with the wrong error: \(error)", file: file, line: line)
            try requireEqual(try head(), before, "the head after a refusal", file: file, line: line)
            return
        }
        throw ContractViolation(message: "an append was not refused", file: file, line: line)
    }
}

extension EventStoreError {
    var isVersionConflict: Bool { if case .versionConflict = self { true } else { false } }
    var isIDConflict: Bool { if case .idConflict = self { true } else { false } }
    var isInvalid: Bool { if case .invalidDeclaration = self { true } else { false } }
}
