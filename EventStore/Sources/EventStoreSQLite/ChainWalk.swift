import EventStore

/// How far a verification has come.
struct ChainWalk: Sendable {
    var position: Int64 = 0
    var verified: Int64 = 0
    var erasures: [ErasedPayload] = []
    var hash = HashChain.start
    var recordedAt = Timestamp(rawValue: .min)
    var versions: [StreamName: Int64] = [:]
    var failures: [ChainReport.Failure] = []
    var furtherFailures: Int64 = 0

    /// How many failures are told in full.
    private static let limit = 100

    mutating func fail(_ reason: String) {
        guard failures.count < ChainWalk.limit else { return furtherFailures += 1 }
        failures.append(ChainReport.Failure(position: Position(rawValue: position), reason: reason))
    }

    /// Checks one event.
    mutating func visit(_ header: EventHeader, hash stored: EventHash, payload: StoredPayload) {
        let isNext = header.position.rawValue == position + 1
        if !isNext {
            position += 1
            let last = header.position.rawValue - 1
            fail(position == last ? "this event is missing" : "the events from here to \(last) are missing")
        }
        position = header.position.rawValue
        let found = problem(with: header, hash: stored, payload: payload, followsPrevious: isNext)
        if let found { fail(found) } else if isNext { verified += 1 }
        if case .erased(let recordedBy, let reason) = payload {
            erasures.append(
                ErasedPayload(position: header.position, recordedBy: recordedBy, reason: reason)
            )
        }
        versions[header.stream] = header.version
        recordedAt = max(recordedAt, header.recordedAt)
        hash = stored
    }

    private func problem(
        with header: EventHeader,
        hash stored: EventHash,
        payload: StoredPayload,
        followsPrevious: Bool
    ) -> String? {
        let version = versions[header.stream, default: 0] + 1
        if followsPrevious, header.version != version {
            return "its version is \(header.version), but \(version) is next in \(header.stream)"
        }
        if header.recordedAt < recordedAt { return "it was recorded before the event in front of it" }
        switch payload {
        case .missing: return "its payload is missing"
        case .removed: return "its payload was removed, and no erasure tells of it"
        case .erased(let recordedBy, _):
            if recordedBy <= header.position {
                return "its payload was erased, but no later event tells of it"
            }
        case .text(let text):
            if HashChain.digest(ofPayload: text) != header.payloadDigest {
                return "its payload does not have the recorded digest"
            }
        }
        // Behind a gap there is no hash to start from.
        guard followsPrevious, HashChain.hash(of: header, after: hash) != stored else { return nil }
        return "its hash does not follow from what it holds"
    }
}

/// What the store holds in the place of a payload.
enum StoredPayload: Sendable {
    /// Its bytes; nothing, and an erasure; nothing, and no erasure; not even a row.
    case text(String)
    case erased(recordedBy: Position, reason: String)
    case removed
    case missing
}
