// Replaying aside: what the tables should hold, without touching them.
//
// A connection of its own holds one read transaction over the store, so log and live tables are of one
// moment. The replay writes into a temporary database that SQLite makes where temporary files go and removes
// with the connection. Nobody is locked out, nothing in the store is written, and a store that cannot be
// written can be checked too.
//
// Both tables are then read in the order of their keys and merged: rows with one key stand side by side.

public import EventStore

extension SQLiteEventLog {
    /// Compares the live tables of projections with a fresh replay up to the position each has seen.
    ///
    /// A projection that is stale or was never built is not replayed: its status says so. Neither readers nor
    /// writers wait for it.
    /// - Throws: `projectionFailed` or `upcastFailed` if an event cannot be applied, and storage errors. A
    ///   difference is no error.
    /// - Complexity: That of a rebuild, and the rows of all tables.
    public func verifyProjections(
        _ projections: [any Projection],
        progress: ((RebuildProgress) -> Void)? = nil
    ) throws(EventStoreError) -> [ProjectionComparison] {
        try compare(projections, withReplayTo: .checkpoint, differences: 1, progress: progress)
    }

    /// Replays projections beside the live tables, compares row by row, and leaves the live tables as they
    /// are.
    ///
    /// - Parameters:
    ///   - projections: Those to compare.
    ///   - target: `.head` shows what a rebuild would change, `.checkpoint` what is wrong now.
    ///   - differences: At most so many rows are told for each table; all are counted.
    ///   - progress: Called after every batch.
    /// - Returns: One comparison a projection, in the order given.
    /// - Throws: `projectionFailed` or `upcastFailed` if an event cannot be applied, and storage errors.
    public func compare(
        _ projections: [any Projection],
        withReplayTo target: ReplayTarget,
        differences: Int = 100,
        progress: ((RebuildProgress) -> Void)? = nil
    ) throws(EventStoreError) -> [ProjectionComparison] {
        try validate(projections)
        let connection = try readers.file.scratch()
        let upcasters = upcasters
        let limit = batches.rebuild
        return try connection.reading { () throws(EventStoreError) in
            let head = try connection.head().position
            var replays: [Replay] = []
            for projection in projections {
                let status = try connection.status(of: projection, upcasters: upcasters, head: head)
                let isReplayed = target == .head || status.state == .current || status.state == .behind
                let end = target == .head ? head : status.position
                replays.append(
                    Replay(projection: projection, status: status, end: end, isReplayed: isReplayed)
                )
            }
            try connection.replayAside(
                replays.filter(\.isReplayed),
                limit: limit,
                upcasters: upcasters,
                progress: progress
            )
            var comparisons: [ProjectionComparison] = []
            for replay in replays {
                var tables: [TableComparison] = []
                for table in replay.isReplayed ? replay.projection.tables : [] {
                    tables.append(try connection.compare(table, limit: differences))
                }
                comparisons.append(
                    ProjectionComparison(status: replay.status, replayedThrough: replay.end, tables: tables)
                )
            }
            return comparisons
        }
    }
}

/// A projection to be replayed aside, and how far.
private struct Replay {
    let projection: any Projection
    let status: ProjectionStatus
    let end: Position
    let isReplayed: Bool
}

extension StoreFile {
    /// A connection that reads the store and has a temporary database "aside" to write into.
    fileprivate func scratch() throws(EventStoreError) -> Connection {
        let connection = try Connection(path: path, mode: readMode, vfs: vfs)
        try connection.execute("PRAGMA trusted_schema = OFF")
        try connection.execute("ATTACH DATABASE '' AS aside")
        try connection.execute("PRAGMA aside.journal_mode = OFF")
        try connection.execute("PRAGMA aside.synchronous = OFF")
        try connection.execute("PRAGMA aside.cache_size = -16000")
        return connection
    }
}

extension Connection {
    fileprivate func replayAside(
        _ replays: [Replay],
        limit: Int,
        upcasters: Upcasters,
        progress: ((RebuildProgress) -> Void)?
    ) throws(EventStoreError) {
        for replay in replays { try createTables(of: replay.projection, in: .aside, generation: 0) }
        let end = replays.map(\.end).max() ?? .start
        var position: Int64 = 0
        while position < end.rawValue {
            let batch = try batch(
                for: replays.map(\.projection),
                after: position,
                limit: limit,
                upcasters: upcasters
            )
            for replay in replays {
                let events = batch.events.prefix { $0.position <= replay.end }
                try apply(Array(events), to: replay.projection, after: position, in: .aside)
            }
            position = batch.end
            progress?(RebuildProgress(position: Position(rawValue: min(position, end.rawValue)), head: end))
        }
    }

    fileprivate func compare(_ table: Table, limit: Int) throws(EventStoreError) -> TableComparison {
        let replayed = try statement(TableDefinition(table: table, place: .aside).rowsByKey)
        defer { replayed.reset() }
        var merge = RowMerge(key: table.keyIndexes, limit: limit)
        guard try hasColumns(of: table) else {
            while try replayed.step() { merge.replayed.add(try replayed.row()) }
            return merge.comparison(of: table, isLive: false, damage: nil)
        }
        var damage = try indexDamage(of: table)
        if damage == nil { damage = try structureDamage(of: table.name) }
        let live = try statement(TableDefinition(table: table, place: .live).rowsByKey)
        defer { live.reset() }
        var left = try live.step() ? try live.row() : nil
        var right = try replayed.step() ? try replayed.row() : nil
        while left != nil || right != nil {
            let order = merge.visit(left, right)
            if order <= 0 { left = try live.step() ? try live.row() : nil }
            if order >= 0 { right = try replayed.step() ? try replayed.row() : nil }
        }
        return merge.comparison(of: table, isLive: true, damage: damage)
    }

    /// What differs between the indexes of a live table and those declared; nil if nothing does.
    ///
    /// A merge of rows does not see it: it reads tables in the order of their keys.
    private func indexDamage(of table: Table) throws(EventStoreError) -> String? {
        let list = try statement("SELECT name FROM pragma_index_list(?, 'main') WHERE origin = 'c'")
        let info = try statement("SELECT name FROM pragma_index_info(?, 'main') ORDER BY seqno")
        defer { list.reset() }
        try list.bind(table.name, at: 1)
        var found: [String] = []
        while try list.step() {
            defer { info.reset() }
            try info.bind(try list.text(0), at: 1)
            var columns: [String] = []
            while try info.step() { columns.append(try info.text(0)) }
            found.append(columns.joined(separator: ", "))
        }
        let declared = table.indexes.map { $0.joined(separator: ", ") }
        if let missing = declared.first(where: { !found.contains($0) }) {
            return "its index over \(missing) is missing"
        }
        if let stranger = found.first(where: { !declared.contains($0) }) {
            return "it has an index over \(stranger) that is not declared"
        }
        return nil
    }

    /// Whether the live table is there with the columns and key declared today.
    private func hasColumns(of table: Table) throws(EventStoreError) -> Bool {
        let info = try statement("SELECT name, type, pk FROM pragma_table_info(?, 'main') ORDER BY cid")
        defer { info.reset() }
        try info.bind(table.name, at: 1)
        var columns: [[String]] = []
        while try info.step() { columns.append([try info.text(0), try info.text(1), try info.text(2)]) }
        let declared = table.columns.map { column in
            let place = table.primaryKey.firstIndex(of: column.name).map { $0 + 1 } ?? 0
            return [column.name, column.type.rawValue.uppercased(), String(place)]
        }
        return columns == declared
    }
}
