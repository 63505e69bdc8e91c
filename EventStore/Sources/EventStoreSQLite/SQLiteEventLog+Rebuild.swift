// Rebuilding beside the live tables.
//
//   1. One transaction makes empty tables named "<table>__rebuild" and notes the attempt in `rebuilds` under
//      a generation never used before, with the fingerprint the tables are built under. If a rebuild of the
//      same projections under the same fingerprints was broken off, its tables are taken over instead, under
//      a new attempt number; anything else that is left from before is dropped.
//   2. Batches follow, each a transaction of its own: it checks that the attempt is still the one noted
//      (another process may have started anew), applies the next events and moves the attempt's position.
//      Between batches there is a pause, in which other writers get the lock.
//   3. When no more than a batch is left, one last transaction applies it, drops the live tables, renames the
//      new ones and writes checkpoint and fingerprint. Readers see the old tables before it and the new ones
//      after it.
//
// A crash leaves the live tables as they were, and the next rebuild goes on where it stopped: rows and
// position of a batch were committed together. A rebuild that fails drops its tables. Appends go on
// throughout; the last transaction holds the lock while it reads the tail, so none is missed and none is
// applied twice.

public import EventStore

extension SQLiteEventLog {
    /// How many batches a rebuild follows writers that append as fast as it reads, before it locks them out.
    private static let patience = 16

    /// Rebuilds projections from the first event beside the live tables and swaps them in one transaction.
    ///
    /// A rebuild that was killed is taken up where it stopped; one that goes on in another process is taken
    /// over, and fails there.
    /// - Parameters:
    ///   - projections: Those to rebuild, each once; others are left alone.
    ///   - progress: Called after every batch and after the swap, while no lock is held: it may read and
    ///     append.
    /// - Returns: How many events were read and how many rows made.
    /// - Throws: `projectionFailed` or `upcastFailed` at the first event that cannot be applied; the live
    ///   tables are as they were.
    public func rebuild(
        _ projections: [any Projection],
        progress: ((RebuildProgress) -> Void)? = nil
    ) throws(EventStoreError) -> RebuildReport {
        try validate(projections)
        guard !projections.isEmpty else { return RebuildReport(events: 0, rows: [:]) }
        let upcasters = upcasters
        var attempt = try write { (connection) throws(EventStoreError) in
            try connection.writing { () throws(EventStoreError) in
                try connection.beginRebuild(of: projections, upcasters: upcasters)
            }
        }
        do throws(EventStoreError) {
            return try finish(&attempt, of: projections, progress: progress)
        } catch {
            do throws(EventStoreError) {
                try abandon(attempt, of: projections)
            } catch _ {
                // The first failure is the cause and is thrown; what is left over, the next rebuild clears
                // away.
            }
            throw error
        }
    }

    private func finish(
        _ attempt: inout Rebuild,
        of projections: [any Projection],
        progress: ((RebuildProgress) -> Void)?
    ) throws(EventStoreError) -> RebuildReport {
        let upcasters = upcasters
        let limit = batches.rebuild
        let initialHead = attempt.head
        let start = Position(rawValue: attempt.position)
        var extra = 0
        while attempt.head - attempt.position > Int64(limit),
            extra < SQLiteEventLog.patience
        {
            if attempt.position >= initialHead { extra += 1 }
            let current = attempt
            attempt = try write { (connection) throws(EventStoreError) in
                try connection.writing { () throws(EventStoreError) in
                    try connection.continueRebuild(
                        current,
                        of: projections,
                        limit: limit,
                        upcasters: upcasters
                    )
                }
            }
            report(attempt, initialHead, to: progress)
            Connection.pause(milliseconds: 2)
        }
        let current = attempt
        let (finished, rows) = try write { (connection) throws(EventStoreError) in
            let result = try connection.writing { () throws(EventStoreError) in
                try connection.finishRebuild(current, of: projections, limit: limit, upcasters: upcasters)
            }
            connection.forgetStatements()
            return result
        }
        report(finished, initialHead, to: progress)
        return RebuildReport(events: finished.events, rows: rows, resumedAfter: start)
    }

    private func report(_ attempt: Rebuild, _ head: Int64, to progress: ((RebuildProgress) -> Void)?) {
        progress?(
            RebuildProgress(
                position: Position(rawValue: attempt.position),
                head: Position(rawValue: head)
            )
        )
    }

    private func abandon(_ attempt: Rebuild, of projections: [any Projection]) throws(EventStoreError) {
        try write { (connection) throws(EventStoreError) in
            try connection.writing { () throws(EventStoreError) in
                try connection.requireCurrent(attempt, of: projections)
                try connection.clearRebuild(of: projections)
            }
        }
    }
}

/// One attempt to rebuild some projections, and how far it has come.
private struct Rebuild: Sendable {
    /// Told apart from all tables built before by this number.
    let generation: Int64
    /// Told apart by this number from an attempt that went on with the same tables.
    let attempt: Int64
    /// The last position applied.
    var position: Int64
    /// The log's head when last looked at.
    var head: Int64
    /// Number of events read.
    var events: Int64
}

extension Connection {
    fileprivate func beginRebuild(
        of projections: [any Projection],
        upcasters: Upcasters
    ) throws(EventStoreError) -> Rebuild {
        try requireFree(projections)
        let head = try head().position.rawValue
        let attempt = try integer("SELECT 1 + coalesce(max(attempt), 0) FROM rebuilds")
        if let (generation, position) = try unfinishedRebuild(
            of: projections,
            upcasters: upcasters,
            head: head
        ) {
            for projection in projections {
                let statement = try statement("UPDATE rebuilds SET attempt = ? WHERE projection = ?")
                try statement.bind(attempt, at: 1)
                try statement.bind(projection.name, at: 2)
                try statement.run()
            }
            return Rebuild(
                generation: generation,
                attempt: attempt,
                position: position,
                head: head,
                events: 0
            )
        }
        let generation = try nextGeneration()
        try clearRebuild(of: projections)
        for projection in projections {
            try createTables(of: projection, in: .rebuild, generation: generation)
            let statement = try statement("INSERT INTO rebuilds VALUES (?, ?, ?, ?, 0)")
            try statement.bind(projection.name, at: 1)
            try statement.bind(generation, at: 2)
            try statement.bind(attempt, at: 3)
            try statement.bind(projection.fingerprint(with: upcasters), at: 4)
            try statement.run()
        }
        return Rebuild(generation: generation, attempt: attempt, position: 0, head: head, events: 0)
    }

    /// The tables that a rebuild of these projections, as they are declared today, has left; nil if there are
    /// none.
    private func unfinishedRebuild(
        of projections: [any Projection],
        upcasters: Upcasters,
        head: Int64
    ) throws(EventStoreError) -> (generation: Int64, position: Int64)? {
        let statement = try statement(
            "SELECT generation, position, fingerprint FROM rebuilds WHERE projection = ?"
        )
        var found: (generation: Int64, position: Int64)?
        for projection in projections {
            defer { statement.reset() }
            try statement.bind(projection.name, at: 1)
            guard try statement.step(),
                try statement.hash(2) == projection.fingerprint(with: upcasters)
            else { return nil }
            let here = (generation: statement.integer(0), position: statement.integer(1))
            guard here.position <= head, found == nil || found ?? here == here else { return nil }
            found = here
        }
        return found
    }

    fileprivate func continueRebuild(
        _ attempt: Rebuild,
        of projections: [any Projection],
        limit: Int,
        upcasters: Upcasters
    ) throws(EventStoreError) -> Rebuild {
        try requireCurrent(attempt, of: projections)
        let batch = try batch(
            for: projections,
            after: attempt.position,
            limit: limit,
            upcasters: upcasters
        )
        for projection in projections {
            try apply(batch.events, to: projection, after: attempt.position, in: .rebuild)
            let statement = try statement("UPDATE rebuilds SET position = ? WHERE projection = ?")
            try statement.bind(batch.end, at: 1)
            try statement.bind(projection.name, at: 2)
            try statement.run()
        }
        return Rebuild(
            generation: attempt.generation,
            attempt: attempt.attempt,
            position: batch.end,
            head: batch.head,
            events: attempt.events + Int64(batch.events.count)
        )
    }

    fileprivate func finishRebuild(
        _ attempt: Rebuild,
        of projections: [any Projection],
        limit: Int,
        upcasters: Upcasters
    ) throws(EventStoreError) -> (Rebuild, [String: Int64]) {
        try requireCurrent(attempt, of: projections)
        var attempt = attempt
        attempt.head = try head().position.rawValue
        while attempt.position < attempt.head {
            attempt = try continueRebuild(attempt, of: projections, limit: limit, upcasters: upcasters)
        }
        // All live tables go before the first new one comes: a table may have moved to another projection.
        for projection in projections { try dropTables(of: projection.name, areLive: true) }
        var rows: [String: Int64] = [:]
        for projection in projections {
            rows[projection.name] = 0
            for table in projection.tables {
                let name = quoted(TablePlace.rebuild.name(of: table.name))
                rows[projection.name, default: 0] += try integer("SELECT count(*) FROM \(name)")
                try execute("ALTER TABLE \(name) RENAME TO \(quoted(table.name))")
                try own(table.name, by: projection.name, isLive: true)
            }
            try setRecord(
                of: projection,
                upcasters: upcasters,
                position: attempt.position,
                generation: attempt.generation
            )
        }
        try clearRebuild(of: projections)
        return (attempt, rows)
    }

    /// Drops what rebuilds of these projections have left, and forgets them.
    fileprivate func clearRebuild(of projections: [any Projection]) throws(EventStoreError) {
        for projection in projections {
            try dropTables(of: projection.name, areLive: false)
            let statement = try statement("DELETE FROM rebuilds WHERE projection = ?")
            try statement.bind(projection.name, at: 1)
            try statement.run()
        }
    }

    /// Makes sure that nobody else has started to rebuild one of these projections, or erased an event,
    /// meanwhile.
    fileprivate func requireCurrent(
        _ attempt: Rebuild,
        of projections: [any Projection]
    ) throws(EventStoreError) {
        let statement = try statement(
            "SELECT 1 FROM rebuilds WHERE projection = ? AND generation = ? AND attempt = ? AND position = ?"
        )
        for projection in projections {
            defer { statement.reset() }
            try statement.bind(projection.name, at: 1)
            try statement.bind(attempt.generation, at: 2)
            try statement.bind(attempt.attempt, at: 3)
            try statement.bind(attempt.position, at: 4)
            guard try statement.step() else {
                throw .projectionFailed(
                    name: projection.name,
                    position: Position(rawValue: attempt.position),
                    reason: "another process began to rebuild it meanwhile, or an erasure; run it again"
                )
            }
        }
    }
}
