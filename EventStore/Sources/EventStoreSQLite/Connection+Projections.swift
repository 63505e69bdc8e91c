import EventStore

/// What the file knows of a projection.
struct ProjectionRecord {
    let fingerprint: EventHash
    let position: Int64
    let generation: Int64
}

extension Connection {
    /// What the file knows of a projection; nil if it was never built.
    func record(of projection: String) throws(EventStoreError) -> ProjectionRecord? {
        let statement = try statement(
            "SELECT fingerprint, position, generation FROM projections WHERE name = ?"
        )
        defer { statement.reset() }
        try statement.bind(projection, at: 1)
        guard try statement.step() else { return nil }
        return ProjectionRecord(
            fingerprint: try statement.hash(0),
            position: statement.integer(1),
            generation: statement.integer(2)
        )
    }

    /// How a projection stands to the log whose head is given.
    func status(
        of projection: any Projection,
        upcasters: Upcasters,
        head: Position
    ) throws(EventStoreError) -> ProjectionStatus {
        guard let record = try record(of: projection.name) else {
            return ProjectionStatus(name: projection.name, position: .start, state: .missing)
        }
        let state: ProjectionStatus.State =
            // A position behind the head comes from another history of the file: nothing built on it can be
            // trusted.
            if record.fingerprint != projection.fingerprint(with: upcasters)
                || record.position > head.rawValue
            {
                .stale
            } else if record.position < head.rawValue {
                .behind
            } else {
                .current
            }
        return ProjectionStatus(
            name: projection.name,
            position: Position(rawValue: record.position),
            state: state
        )
    }

    /// A number that no set of tables was built under before.
    func nextGeneration() throws(EventStoreError) -> Int64 {
        try integer(
            """
            SELECT 1 + max((SELECT coalesce(max(generation), 0) FROM projections),
                (SELECT coalesce(max(generation), 0) FROM rebuilds))
            """
        )
    }

    /// Makes the tables of a projection, empty, and notes whose they are.
    func createTables(
        of projection: any Projection,
        in place: TablePlace,
        generation: Int64
    ) throws(EventStoreError) {
        for table in projection.tables {
            for sql in TableDefinition(table: table, place: place).creation(generation: generation) {
                try execute(sql)
            }
            guard place != .aside else { continue }
            try own(place.name(of: table.name), by: projection.name, isLive: place == .live)
        }
    }

    /// Drops the tables of all rebuilds that go on or were broken off.
    func dropUnfinishedTables() throws(EventStoreError) {
        let unfinished = try statement("SELECT DISTINCT projection FROM projection_tables WHERE is_live = 0")
        var names: [String] = []
        do {
            defer { unfinished.reset() }
            while try unfinished.step() { names.append(try unfinished.text(0)) }
        }
        for name in names { try dropTables(of: name, areLive: false) }
    }

    /// Drops the tables of a projection, live ones or those under construction, whatever it declares today.
    func dropTables(of projection: String, areLive: Bool) throws(EventStoreError) {
        let owned = try statement("SELECT name FROM projection_tables WHERE projection = ? AND is_live = ?")
        try owned.bind(projection, at: 1)
        try owned.bind(Int64(areLive ? 1 : 0), at: 2)
        var names: [String] = []
        do {
            defer { owned.reset() }
            while try owned.step() { names.append(try owned.text(0)) }
        }
        forgetStatements()
        for name in names {
            try execute("DROP TABLE IF EXISTS \(quoted(name))")
            let disown = try statement("DELETE FROM projection_tables WHERE name = ?")
            try disown.bind(name, at: 1)
            try disown.run()
        }
    }

    /// Notes that a table belongs to a projection.
    func own(_ table: String, by projection: String, isLive: Bool) throws(EventStoreError) {
        let statement = try statement("INSERT INTO projection_tables VALUES (?, ?, ?)")
        try statement.bind(table, at: 1)
        try statement.bind(projection, at: 2)
        try statement.bind(Int64(isLive ? 1 : 0), at: 3)
        try statement.run()
    }

    /// Refuses a table name that another projection of the file has, unless that one is given too.
    func requireFree(_ projections: [any Projection]) throws(EventStoreError) {
        let given = Set(projections.map(\.name))
        let statement = try statement("SELECT projection FROM projection_tables WHERE name IN (?, ?)")
        for projection in projections {
            for table in projection.tables {
                defer { statement.reset() }
                try statement.bind(table.name, at: 1)
                try statement.bind(TablePlace.rebuild.name(of: table.name), at: 2)
                while try statement.step() {
                    let owner = try statement.text(0)
                    if given.contains(owner) { continue }
                    throw .invalidDeclaration(
                        reason:
                            "the table \(table.name) of projection \(projection.name) belongs to projection "
                            + "\(owner) in \(path)"
                    )
                }
            }
        }
    }

    /// Notes that a projection was built, by what, and how far.
    func setRecord(
        of projection: any Projection,
        upcasters: Upcasters,
        position: Int64,
        generation: Int64
    ) throws(EventStoreError) {
        let statement = try statement("INSERT OR REPLACE INTO projections VALUES (?, ?, ?, ?, ?)")
        try statement.bind(projection.name, at: 1)
        try statement.bind(Int64(projection.version), at: 2)
        try statement.bind(projection.fingerprint(with: upcasters), at: 3)
        try statement.bind(position, at: 4)
        try statement.bind(generation, at: 5)
        try statement.run()
    }

    /// Applies events in order; the first that fails ends it.
    ///
    /// What was erased is passed over.
    func apply(
        _ events: [RecordedEvent],
        to projection: any Projection,
        after position: Int64,
        in place: TablePlace
    ) throws(EventStoreError) {
        let types = projection.types
        let writer = TableWriter(self, for: projection, in: place)
        defer { writer.close() }
        // By index: an event that is passed over is not copied.
        for index in events.indices
        where events[index].position.rawValue > position && !events[index].isErased {
            guard types.isEmpty || types.contains(events[index].type) else { continue }
            do {
                try projection.apply(events[index], to: writer)
            } catch let error as EventStoreError where error.isOfStorage {
                throw error
            } catch {
                throw .projectionFailed(
                    name: projection.name,
                    position: events[index].position,
                    reason: "\(error)"
                )
            }
        }
    }

    /// The next events that some of the projections read, upcast, and how far the log was looked through for
    /// them.
    ///
    /// Within a transaction. That position, not the last event's, is the checkpoint: events that nobody reads
    /// must not be looked at again and again.
    func batch(
        for projections: [any Projection],
        after position: Int64,
        limit: Int,
        upcasters: Upcasters
    ) throws(EventStoreError) -> EventBatch {
        let head = try head().position.rawValue
        let readsAll = projections.contains { $0.types.isEmpty }
        let types = readsAll ? [] : projections.reduce(into: Set<EventType>()) { $0.formUnion($1.types) }
        // A filter could look through the whole log before it finds a page full: bound what one batch looks
        // at.
        let through = min(head, position + Int64(limit) * (types.isEmpty ? 1 : 16))
        var events = try events(EventQuery(types: types, after: position, through: through, limit: limit))
        if !upcasters.isEmpty {
            for index in events.indices where !upcasters.isCurrent(events[index]) {
                events[index] = try upcasters.upcast(events[index])
            }
        }
        let end = events.count == limit ? events[limit - 1].position.rawValue : through
        return EventBatch(events: events, end: end, head: head)
    }
}

/// Events read in one go.
struct EventBatch {
    let events: [RecordedEvent]
    /// The last position looked at.
    let end: Int64
    /// The log's head.
    let head: Int64
}

extension EventStoreError {
    /// Whether the failure is the storage's, not that of the projection that met it.
    fileprivate var isOfStorage: Bool {
        switch self {
        case .readOnly, .diskFull, .busy, .cannotOpen, .damaged: true
        default: false
        }
    }
}
