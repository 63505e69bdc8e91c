public import EventStore

extension SQLiteEventLog: ProjectionStore {
    /// How each projection stands to the log; reads only.
    ///
    /// A projection that has seen more than the log holds, as after an older copy of the log was put back
    /// under newer tables, counts as stale.
    public func status(
        of projections: [any Projection]
    ) throws(EventStoreError) -> [ProjectionStatus] {
        try validate(projections)
        let upcasters = upcasters
        return try withReader { (connection) throws(EventStoreError) in
            try connection.reading { () throws(EventStoreError) in
                let head = try connection.head().position
                var all: [ProjectionStatus] = []
                for projection in projections {
                    all.append(try connection.status(of: projection, upcasters: upcasters, head: head))
                }
                return all
            }
        }
    }

    /// Applies the events that fresh or missing projections have not seen yet, rows and checkpoint in one
    /// transaction.
    ///
    /// Batches of at most 2,000 events. A stale projection is left alone. If one projection fails, its rows
    /// and checkpoint stay as they were after its last good batch, the others go on, and the failure is
    /// thrown at the end.
    public func catchUp(_ projections: [any Projection]) throws(EventStoreError) {
        try validate(projections)
        var open = projections
        var failure: EventStoreError?
        while !open.isEmpty {
            do throws(EventStoreError) {
                open = try catchUpOnce(open)
            } catch {
                switch error {
                case .projectionFailed(let name, _, _):
                    open.removeAll { $0.name == name }
                case .upcastFailed(let type, _, _, _):
                    open.removeAll { $0.types.isEmpty || $0.types.contains(type) }
                default: throw error
                }
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
    }

    /// Applies one batch.
    ///
    /// - Returns: The projections that have more to see.
    private func catchUpOnce(
        _ projections: [any Projection]
    ) throws(EventStoreError) -> [any Projection] {
        let upcasters = upcasters
        let limit = batches.catchUp
        // Looking needs no lock: nothing to do is the usual answer for who reads.
        let open = try status(of: projections)
        let isDue = open.contains { $0.state == .missing || $0.state == .behind }
        guard isDue || Snapshot.current(of: self) != nil else { return [] }
        let names = try write { (connection) throws(EventStoreError) in
            try connection.writing { () throws(EventStoreError) in
                try connection.catchUpOnce(
                    projections,
                    limit: limit,
                    upcasters: upcasters
                )
            }
        }
        return projections.filter { names.contains($0.name) }
    }

    /// Runs one SQL query over the live tables of projections; `?` marks take the arguments in order.
    ///
    /// Allowed is one statement that reads, whatever its text: SQLite's authorizer decides while it is
    /// compiled.
    /// - Throws: `invalidDeclaration` for anything else and for a wrong number of arguments, `database` for
    ///   wrong SQL.
    public func rows(_ sql: String, _ arguments: [Value] = []) throws(EventStoreError) -> [[Value]] {
        try withReader { (connection) throws(EventStoreError) in
            let statement = try connection.query(sql)
            guard statement.parameterCount == arguments.count else {
                throw .invalidDeclaration(
                    reason: "\(arguments.count) arguments for \(statement.parameterCount) marks in \"\(sql)\""
                )
            }
            defer { statement.reset() }
            for (index, value) in arguments.enumerated() {
                try statement.bind(value, at: Int32(index) + 1)
            }
            var rows: [[Value]] = []
            while try statement.step() { rows.append(try statement.row()) }
            return rows
        }
    }
}

extension Connection {
    /// Applies one batch to each projection that is missing or behind, within a transaction.
    ///
    /// - Returns: The names of those that have more to see.
    fileprivate func catchUpOnce(
        _ projections: [any Projection],
        limit: Int,
        upcasters: Upcasters
    ) throws(EventStoreError) -> Set<String> {
        let head = try head().position
        var due: [(projection: any Projection, position: Int64, generation: Int64)] = []
        for projection in projections {
            let status = try status(of: projection, upcasters: upcasters, head: head)
            switch status.state {
            case .current, .stale: continue
            case .missing:
                try requireFree([projection])
                let generation = try nextGeneration()
                try createTables(of: projection, in: .live, generation: generation)
                due.append((projection, 0, generation))
            case .behind:
                let generation = try record(of: projection.name)?.generation ?? 1
                due.append((projection, status.position.rawValue, generation))
            }
        }
        guard let start = due.map(\.position).min() else { return [] }
        let batch = try batch(
            for: due.map(\.projection),
            after: start,
            limit: limit,
            upcasters: upcasters
        )
        var open: Set<String> = []
        for (projection, position, generation) in due {
            let end = max(position, batch.end)
            try apply(batch.events, to: projection, after: position, in: .live)
            try setRecord(of: projection, upcasters: upcasters, position: end, generation: generation)
            if end < batch.head { open.insert(projection.name) }
        }
        return open
    }
}
