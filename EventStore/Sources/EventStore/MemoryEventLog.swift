import Synchronization

/// A log in memory: the reference for what every log must do, and a stand-in for tests.
///
/// It keeps the promises of `EventLog` except durability. A read looks at every event: O(log).
public final class MemoryEventLog: EventLog {
    private let storage: Storage
    private let upcasters: Upcasters
    private let clock: @Sendable () -> Timestamp

    /// What several logs may share, as they would a file.
    public final class Storage: Sendable {
        fileprivate let state = Mutex(State())

        /// Makes an empty storage.
        public init() {}
    }

    fileprivate struct State {
        var events: [RecordedEvent] = []
        var bodies: [EventID: RecordedBody] = [:]
        var versions: [StreamName: Int64] = [:]
        var hash = HashChain.start
    }

    /// Makes a log, empty unless the storage is another log's too.
    public init(
        _ storage: Storage = Storage(),
        upcasters: Upcasters = .none,
        clock: @escaping @Sendable () -> Timestamp
    ) {
        self.storage = storage
        self.upcasters = upcasters
        self.clock = clock
    }

    /// Appends all events to the end of a stream, or none.
    ///
    /// - Throws: `versionConflict`, `idConflict`, and `invalidDeclaration` for an empty name.
    public func append(
        _ events: [NewEvent],
        to stream: StreamName,
        expecting expected: ExpectedVersion
    ) throws(EventStoreError) -> AppendReceipt {
        let rule = try AppendRule(events, to: stream, expecting: expected)
        let clock = clock
        return try storage.state.withLock { (state) throws(EventStoreError) in
            try state.append(rule, clock: clock)
        }
    }

    /// Reads one page; an unknown stream reads as empty.
    public func read(_ query: EventQuery) throws(EventStoreError) -> [RecordedEvent] {
        try query.validate()
        let all = storage.state.withLock { $0.events }
        var page = all.filter { query.selects($0) }
        if query.order == .occurredAt {
            page.sort { query.places($0, before: $1) }
        } else if query.direction == .backwards {
            page.reverse()
        }
        var upcast: [RecordedEvent] = []
        for event in page.prefix(query.limit) { upcast.append(try upcasters.upcast(event)) }
        return upcast
    }

    /// The version of a stream's last event; 0 for an unknown stream.
    public func version(of stream: StreamName) -> Int64 {
        storage.state.withLock { $0.versions[stream] ?? 0 }
    }

    /// The end of the log.
    public func head() -> Head {
        storage.state.withLock { $0.head }
    }
}

extension MemoryEventLog.State {
    fileprivate var head: Head {
        Head(position: Position(rawValue: Int64(events.count)), hash: hash)
    }

    fileprivate mutating func append(
        _ rule: AppendRule,
        clock: () -> Timestamp
    ) throws(EventStoreError) -> AppendReceipt {
        let actual = versions[rule.stream] ?? 0
        guard !rule.events.isEmpty else {
            return AppendReceipt(positions: [], version: actual, alreadyRecorded: true)
        }
        let recorded = rule.events.map { bodies[$0.id] }
        if let positions = try rule.positionsIfRecorded(recorded, actual: actual) {
            return AppendReceipt(positions: positions, version: actual, alreadyRecorded: true)
        }
        let recordedAt = max(clock(), events.last?.recordedAt ?? Timestamp(rawValue: .min))
        var positions: [Position] = []
        for (index, event) in rule.events.enumerated() {
            let position = Position(rawValue: Int64(events.count) + 1)
            let version = actual + Int64(index) + 1
            let header = rule.header(at: index, position: position, version: version, recordedAt: recordedAt)
            hash = HashChain.hash(of: header, after: hash)
            events.append(
                RecordedEvent(
                    position: position,
                    stream: rule.stream,
                    version: version,
                    id: event.id,
                    type: event.type,
                    schemaVersion: event.schemaVersion,
                    payload: event.payload,
                    metadata: event.metadata,
                    occurredAt: event.occurredAt,
                    recordedAt: recordedAt
                )
            )
            bodies[event.id] = RecordedBody(
                position: position,
                stream: rule.stream,
                version: version,
                type: event.type,
                schemaVersion: event.schemaVersion,
                occurredAt: event.occurredAt,
                payloadDigest: rule.digests[index]
            )
            positions.append(position)
        }
        let version = actual + Int64(rule.events.count)
        versions[rule.stream] = version
        return AppendReceipt(positions: positions, version: version, alreadyRecorded: false)
    }
}

extension EventQuery {
    /// Whether an event passes all filters.
    fileprivate func selects(_ event: RecordedEvent) -> Bool {
        if let stream, event.stream != stream { return false }
        if !types.isEmpty, !types.contains(event.type) { return false }
        if let recorded, !recorded.contains(event.recordedAt) { return false }
        let place = stream == nil ? event.position.rawValue : event.version
        switch direction {
        case .forwards: return place > (after ?? .min) && place <= (through ?? .max)
        case .backwards: return place < (after ?? .max) && place >= (through ?? .min)
        }
    }

    /// Whether `a` comes before `b` when ordered by `occurredAt`; events without such a moment come last
    /// either way.
    fileprivate func places(_ a: RecordedEvent, before b: RecordedEvent) -> Bool {
        let forwards = direction == .forwards
        switch (a.occurredAt, b.occurredAt) {
        case (nil, .some): return false
        case (.some, nil): return true
        case (.some(let x), .some(let y)) where x != y: return forwards ? x < y : x > y
        default: return forwards ? a.position < b.position : a.position > b.position
        }
    }
}
