import EventStore
import Synchronization

extension SQLiteEventLog {
    /// Runs `body` so that all reads of this log within it see one state of the store.
    ///
    /// What others append meanwhile, and what `body` appends itself, shows after it. Snapshots may be nested:
    /// the inner one sees what the outer one does.
    public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
        guard Snapshot.current(of: self) == nil else { return try body() }
        let slot = try readers.take()
        try slot.use { (connection) throws(EventStoreError) in
            try connection.statement("BEGIN").run()
            // A deferred transaction fixes its state at its first read.
            _ = try connection.head()
        }
        let snapshot = Snapshot(slot)
        let result = Swift.Result {
            try Snapshot.$running.withValue(
                Snapshot.running.merging([ObjectIdentifier(self): snapshot]) { $1 },
                operation: body
            )
        }
        snapshot.end()
        try slot.use { (connection) throws(EventStoreError) in
            try connection.statement("COMMIT").run()
        }
        readers.giveBack(slot)
        return try result.get()
    }

    /// Runs `body` on a connection that only reads: the snapshot's if one is running.
    func withReader<Result: Sendable>(
        _ body: (Connection) throws(EventStoreError) -> Result
    ) throws(EventStoreError) -> Result {
        if let snapshot = Snapshot.current(of: self) { return try snapshot.slot.use(body) }
        let slot = try readers.take()
        // A connection whose read failed may be the reason why: it is not given back.
        let result = try slot.use(body)
        readers.giveBack(slot)
        return result
    }
}

/// A running snapshot and the connection that holds it.
final class Snapshot: Sendable {
    let slot: ConnectionSlot
    private let hasEnded = Atomic(false)

    /// The snapshots around the code that asks, one a log at most.
    @TaskLocal static var running: [ObjectIdentifier: Snapshot] = [:]

    init(_ slot: ConnectionSlot) { self.slot = slot }

    /// The snapshot around the code that asks; nil in a task that was started within one and outlives it.
    static func current(of log: SQLiteEventLog) -> Snapshot? {
        guard let snapshot = running[ObjectIdentifier(log)] else { return nil }
        return snapshot.hasEnded.load(ordering: .acquiring) ? nil : snapshot
    }

    func end() { hasEnded.store(true, ordering: .releasing) }
}
