/// A checked set of upcasters: from every version of a payload there is exactly one way to the current one.
///
/// A step leads from a version to the next, so a cycle cannot be written down; `init` refuses what can go
/// wrong: two steps from one version, and a version from which no step leads on.
public struct Upcasters: Sendable {
    private let steps: [EventType: [Upcaster]]

    /// Makes a set and checks it.
    ///
    /// - Throws: `invalidUpcasters` when a type has two steps from one version, a version below 1, or a gap:
    ///   the steps of a type start at version 1 and follow each other.
    public init(_ upcasters: [Upcaster]) throws(EventStoreError) {
        var steps: [EventType: [Upcaster]] = [:]
        for upcaster in upcasters { steps[upcaster.type, default: []].append(upcaster) }
        for (type, unordered) in steps {
            let ordered = unordered.sorted { $0.from < $1.from }
            for (index, step) in ordered.enumerated() where step.from != index + 1 {
                let reason =
                    index > 0 && ordered[index - 1].from == step.from
                    ? "two steps lead from version \(step.from) of \(type)"
                    : "no step leads from version \(index + 1) of \(type), but one from version \(step.from)"
                throw .invalidUpcasters(reason: reason)
            }
            steps[type] = ordered
        }
        self.steps = steps
    }

    private init() { steps = [:] }

    /// The empty set: every payload is read as it was written.
    public static let none = Upcasters()

    /// Whether the set holds no step, so that nothing needs to pass it.
    package var isEmpty: Bool { steps.isEmpty }

    /// The version `upcast` brings payloads of this type to; nil when the set has no step for it.
    public func currentVersion(of type: EventType) -> Int? {
        steps[type].map { $0.count + 1 }
    }

    /// Whether `upcast` would give the event back as it is.
    package func isCurrent(_ event: RecordedEvent) -> Bool {
        guard let path = steps[event.type] else { return true }
        return event.schemaVersion == path.count + 1 || event.isErased
    }

    /// Brings an event's payload to the current version of its schema.
    ///
    /// Events of a type without steps, and events whose payload was erased, come back as they are.
    /// - Throws: `upcastFailed` when a step throws, and when the event is of a later version than the set
    ///   knows: a newer program wrote it.
    public func upcast(_ event: RecordedEvent) throws(EventStoreError) -> RecordedEvent {
        guard let path = steps[event.type], !isCurrent(event) else { return event }
        guard (1...path.count).contains(event.schemaVersion) else {
            throw .upcastFailed(
                type: event.type,
                from: event.schemaVersion,
                position: event.position,
                reason: "this program reads versions 1 to \(path.count + 1)"
            )
        }
        var payload = event.payload
        for step in path[(event.schemaVersion - 1)...] {
            do {
                payload = try step.upcast(payload)
            } catch {
                throw .upcastFailed(
                    type: event.type,
                    from: step.from,
                    position: event.position,
                    reason: "\(error)"
                )
            }
        }
        return event.replacing(payload: payload, schemaVersion: path.count + 1)
    }

    /// A digest of which steps the set holds for these types; for all types when the set is empty.
    ///
    /// It tells that a step was added, not that the code of a step changed: a projection raises its own
    /// version then.
    public func fingerprint(of types: Set<EventType> = []) -> EventHash {
        var bytes = CanonicalBytes(tag: "upcasts1")
        let names = steps.keys.filter { types.isEmpty || types.contains($0) }.map(\.rawValue)
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            bytes.append(name)
            bytes.append(Int64(currentVersion(of: EventType(rawValue: name)) ?? 1))
        }
        return EventHash(digesting: bytes.bytes)
    }
}

extension RecordedEvent {
    /// The same event with another form of its payload.
    func replacing(payload: String, schemaVersion: Int) -> RecordedEvent {
        RecordedEvent(
            position: position,
            stream: stream,
            version: version,
            id: id,
            type: type,
            schemaVersion: schemaVersion,
            payload: payload,
            metadata: metadata,
            occurredAt: occurredAt,
            recordedAt: recordedAt
        )
    }
}
