// Erasing what the law says must go.
//
//   1. One transaction appends the event that records the erasure, notes each erased position in `erasures`
//      and sets its payload to NULL. It also drops what rebuilds have begun, drops the tables of projections
//      that are not given, and marks the given ones stale: all of them may hold copies.
//   2. The given projections are rebuilt. Erased events are passed over, so nothing of them comes back. The
//      tables of one that cannot be rebuilt are dropped: an event that nobody can read must not keep words
//      in the file that have to go.
//   3. VACUUM writes the file anew, so that no free page and no free space within a page holds old bytes, and
//      a checkpoint with TRUNCATE empties the write-ahead log.
//
// INVARIANTS. The chain verifies before and after, for it seals the payloads' digests. After a crash between
// the steps the projections are stale, which every reader is told; the same call again goes on where it
// stopped.
//
// LIMITS. What the file held is gone from the file. Copies elsewhere (backups, exports, blocks that a file
// system or a flash disk has set free) are beyond its reach. Headers stay: stream, id, type, times and
// metadata.

public import EventStore

extension SQLiteEventLog {
    /// Erases the payloads of all events of a stream and every copy of them in the file; the chain still
    /// verifies.
    ///
    /// This is the only way through the triggers that keep payloads. Called again for the same stream, it
    /// finishes what was broken off and writes no second event.
    /// - Parameters:
    ///   - stream: Whose payloads go; those of events that record an erasure stay.
    ///   - reason: Why, for those who read the file; what `event` says of it is sealed by the chain.
    ///   - event: Records that, when and why something was erased; appended to the stream in the same
    ///     transaction.
    ///   - projections: All that this store should keep; they are rebuilt. The tables of any other are
    ///     dropped.
    ///   - progress: Called after every batch of the rebuild.
    /// - Returns: The positions erased; their events are read with `isErased` and an empty payload from now
    ///   on.
    /// - Throws: `invalidDeclaration` if the stream is empty or the event is recorded already; `projectionFailed`
    ///   or `upcastFailed` if a projection could not be rebuilt: everything is erased then, and its tables are
    ///   gone; `busy` if another process reads for so long that the write-ahead log cannot be emptied,
    ///   `diskFull` and other storage errors: call again.
    /// - Complexity: That of a rebuild, and of writing the file anew; it needs free space of the file's size.
    public func erase(
        stream: StreamName,
        reason: String,
        recording event: NewEvent,
        projections: [any Projection],
        progress: ((RebuildProgress) -> Void)? = nil
    ) throws(EventStoreError) -> ErasureReceipt {
        try validate(projections)
        let rule = try AppendRule([event], to: stream, expecting: .exists)
        let clock = clock
        let upcasters = upcasters
        let receipt = try write { (connection) throws(EventStoreError) in
            try connection.writing { () throws(EventStoreError) in
                try connection.erase(
                    rule,
                    reason: reason,
                    projections: projections,
                    upcasters: upcasters,
                    clock: clock
                )
            }
        }
        let failure = try rebuildOrDrop(projections, progress: progress)
        try write { (connection) throws(EventStoreError) in try connection.scrub() }
        if let failure { throw failure }
        return receipt
    }

    /// Rebuilds all projections that can be, and drops the tables of the others.
    ///
    /// - Returns: Why the first of the others could not be rebuilt; nil if all were.
    private func rebuildOrDrop(
        _ projections: [any Projection],
        progress: ((RebuildProgress) -> Void)?
    ) throws(EventStoreError) -> EventStoreError? {
        do throws(EventStoreError) {
            _ = try rebuild(projections, progress: progress)
            return nil
        } catch {
            var failure: EventStoreError?
            for projection in projections {
                do throws(EventStoreError) {
                    _ = try rebuild([projection], progress: progress)
                } catch {
                    failure = failure ?? error
                    try write { (connection) throws(EventStoreError) in
                        try connection.writing { () throws(EventStoreError) in
                            try connection.forget(projection.name)
                        }
                    }
                }
            }
            return failure
        }
    }
}

extension Connection {
    fileprivate func erase(
        _ rule: AppendRule,
        reason: String,
        projections: [any Projection],
        upcasters: Upcasters,
        clock: () -> Timestamp
    ) throws(EventStoreError) -> ErasureReceipt {
        let positions = try erasablePositions(of: rule.stream)
        var recordedBy: Position?
        if !positions.isEmpty {
            let receipt = try append(rule, trustsIDs: false, clock: clock)
            guard let position = receipt.positions.first, !receipt.alreadyRecorded else {
                throw .invalidDeclaration(
                    reason:
                        "event \(rule.events[0].id) is recorded already and cannot tell of another erasure"
                )
            }
            let removal = try statement("UPDATE payloads SET data = NULL WHERE position = ?")
            for erased in positions {
                try note(
                    ErasedPayload(
                        position: Position(rawValue: erased),
                        recordedBy: position,
                        reason: reason
                    )
                )
                try removal.bind(erased, at: 1)
                try removal.run()
            }
            recordedBy = position
            try distrust(all: projections, upcasters: upcasters)
        } else if try version(of: rule.stream) == 0 {
            throw .invalidDeclaration(reason: "stream \(rule.stream) holds no events to erase in \(path)")
        }
        return ErasureReceipt(positions: positions.map(Position.init(rawValue:)), recordedBy: recordedBy)
    }

    /// Writes down that a payload was erased, which opens the door for removing it.
    func note(_ erasure: ErasedPayload) throws(EventStoreError) {
        let statement = try statement("INSERT INTO erasures VALUES (?, ?, ?)")
        try statement.bind(erasure.position.rawValue, at: 1)
        try statement.bind(erasure.recordedBy.rawValue, at: 2)
        try statement.bind(erasure.reason, at: 3)
        try statement.run()
    }

    /// The events of a stream that still have a payload and record no erasure.
    private func erasablePositions(of stream: StreamName) throws(EventStoreError) -> [Int64] {
        let statement = try statement(
            """
            SELECT e.position FROM events e JOIN payloads p ON p.position = e.position
            WHERE e.stream = ? AND p.data IS NOT NULL
                AND e.position NOT IN (SELECT recorded_by FROM erasures) ORDER BY e.version
            """
        )
        defer { statement.reset() }
        try statement.bind(stream.rawValue, at: 1)
        var positions: [Int64] = []
        while try statement.step() { positions.append(statement.integer(0)) }
        return positions
    }

    /// Marks the given projections stale, and drops the tables of all others and of every rebuild.
    private func distrust(all kept: [any Projection], upcasters: Upcasters) throws(EventStoreError) {
        try dropUnfinishedTables()
        try statement("DELETE FROM rebuilds").run()
        let recorded = try statement("SELECT name FROM projections")
        var names: [String] = []
        do {
            defer { recorded.reset() }
            while try recorded.step() { names.append(try recorded.text(0)) }
        }
        let keptNames = Set(kept.map(\.name))
        for name in names where !keptNames.contains(name) { try forget(name) }
        try statement("UPDATE projections SET fingerprint = zeroblob(32)").run()
    }

    /// Drops the live tables of a projection: it was never built.
    fileprivate func forget(_ projection: String) throws(EventStoreError) {
        try dropTables(of: projection, areLive: true)
        let removal = try statement("DELETE FROM projections WHERE name = ?")
        try removal.bind(projection, at: 1)
        try removal.run()
    }

    /// Writes the file anew and empties the write-ahead log, so that nothing erased is left in either.
    fileprivate func scrub() throws(EventStoreError) {
        forgetStatements()
        try execute("VACUUM")
        let checkpoint = try statement("PRAGMA wal_checkpoint(TRUNCATE)")
        defer { checkpoint.reset() }
        guard try checkpoint.step(), checkpoint.integer(0) == 0 else { throw .busy(path: path) }
    }
}
