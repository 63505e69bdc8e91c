import EventStore

extension Connection {
    /// What SQLite finds wrong with the log's tables and their indexes.
    func structureFailures() throws(EventStoreError) -> [ChainReport.Failure] {
        var failures: [ChainReport.Failure] = []
        let tables =
            try format() < 2 ? ["events", "payloads", "head"] : ["events", "payloads", "erasures", "head"]
        for table in tables {
            for line in try structureFaults(of: table) {
                failures.append(ChainReport.Failure(position: nil, reason: "in table \(table): \(line)"))
            }
        }
        if try integer("SELECT count(*) = 1 AND min(id) = 1 FROM head") == 0 {
            failures.append(ChainReport.Failure(position: nil, reason: "there is not one head row with id 1"))
        }
        let orphans = try statement(
            "SELECT position FROM payloads WHERE position NOT IN (SELECT position FROM events) LIMIT 10"
        )
        defer { orphans.reset() }
        while try orphans.step() {
            let position = Position(rawValue: orphans.integer(0))
            failures.append(
                ChainReport.Failure(position: position, reason: "there is a payload and no event")
            )
        }
        return failures
    }

    /// The first thing SQLite finds wrong with a table or its indexes; nil if all is well.
    func structureDamage(of table: String) throws(EventStoreError) -> String? {
        try structureFaults(of: table).first
    }

    private func structureFaults(of table: String) throws(EventStoreError) -> [String] {
        let check = try statement("PRAGMA main.integrity_check(\(quoted(table)))")
        defer { check.reset() }
        var faults: [String] = []
        while try check.step() {
            let line = try check.text(0)
            if line != "ok" { faults.append(line) }
        }
        return faults
    }

    /// The tables and triggers of the log that are not as this format declares them, and triggers that are
    /// strangers.
    func schemaFailures() throws(EventStoreError) -> [ChainReport.Failure] {
        guard try format() == Schema.version else { return [] }
        var failures: [ChainReport.Failure] = []
        let stored = try statement("SELECT sql FROM sqlite_schema WHERE type = ? AND name = ?")
        for object in Schema.objects {
            defer { stored.reset() }
            try stored.bind(object.kind.lowercased(), at: 1)
            try stored.bind(object.name, at: 2)
            let what = "the \(object.kind.lowercased()) \(object.name)"
            if try !stored.step() {
                failures.append(ChainReport.Failure(position: nil, reason: "\(what) is missing"))
            } else if try stored.text(0) != object.sql {
                failures.append(ChainReport.Failure(position: nil, reason: "\(what) was changed"))
            }
        }
        let known = Set(Schema.objects.map(\.name))
        let triggers = try statement("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        defer { triggers.reset() }
        while try triggers.step() {
            let name = try triggers.text(0)
            guard !known.contains(name) else { continue }
            failures.append(
                ChainReport.Failure(position: nil, reason: "the trigger \(name) is not the store's")
            )
        }
        return failures
    }
}
