import EventStore
import EventStoreSQLite
import Foundation
import Testing

@Suite("Verifying")
struct VerifyTests {
    let folder: TemporaryFolder
    let projections: [any Projection] = [BalanceProjection(), CountProjection()]

    init() throws { folder = try TemporaryFolder(inMemory: true) }

    @Test("of an untouched log finds nothing, with its head, an older head, and none")
    func intact() throws {
        let log = try folder.log()
        let empty = try log.head()
        _ = try log.append(NewEvent.deposits(1...5), to: .a, expecting: .none)
        let older = try log.head()
        _ = try log.append(NewEvent.deposits(6...9), to: .a, expecting: .any)
        for head in [nil, empty, older, try log.head()] {
            let report = try log.verify(against: head)
            #expect(report == ChainReport(events: 9, head: try log.head()))
        }
        let written = try #require(Head(older.description))
        #expect(written == older)
        #expect(Head("5:42") == nil)
    }

    @Test("finds a tail cut off, and a log written anew, against a head that was kept")
    func keptHead() throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...5), to: .a, expecting: .none)
        let kept = try log.head()
        let shorter = try folder.log("shorter.db")
        _ = try shorter.append(NewEvent.deposits(1...4), to: .a, expecting: .none)
        let cut = try shorter.verify(against: kept)
        #expect(cut.failure?.reason.contains("its tail was cut off") == true)
        let other = try folder.log("other.db", at: 2_000_000)
        _ = try other.append(NewEvent.deposits(1...7), to: .a, expecting: .none)
        let anew = try other.verify(against: kept)
        #expect(anew.failures.map(\.position) == [kept.position])
        #expect(try other.verify().isIntact)
    }

    @Test("names a trigger that is gone, was changed, or is a stranger")
    func triggers() throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...2), to: .a, expecting: .none)
        try RawDatabase(folder.file()).execute(
            """
            DROP TRIGGER events_kept;
            DROP TRIGGER payloads_kept;
            CREATE TRIGGER payloads_kept BEFORE DELETE ON payloads BEGIN SELECT 1; END;
            CREATE TRIGGER spy AFTER INSERT ON events BEGIN SELECT 1; END
            """
        )
        #expect(
            try Set(log.verify().failures.map(\.reason)) == [
                "the trigger events_kept is missing", "the trigger payloads_kept was changed",
                "the trigger spy is not the store's",
            ]
        )
    }

    @Test("finds every change of a byte that changes what the log holds")
    func flippedBytes() throws {
        do {
            let log = try folder.log()
            _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
            _ = try log.append(NewEvent.deposits(4...5), to: .b, expecting: .none)
        }
        let original = try LogContent(folder.file())
        let pages = try RawDatabase(folder.file()).column(
            """
            SELECT pageno FROM dbstat WHERE name IN ('events', 'payloads', 'head', 'erasures')
                OR name LIKE 'sqlite_autoindex_events%'
            """
        )
        let bytes = try folder.bytes("log.db")
        let file = folder.file("flipped.db")
        var found = 0
        for page in pages.compactMap(Int.init) {
            let start = (page - 1) * 4096
            // The gap between cell pointers and cells holds nothing; every other byte is tried.
            for offset in start..<start + 4096 where bytes[offset] != 0 || offset < start + 24 {
                var flipped = bytes
                flipped[offset] ^= UInt8(1 << (offset % 8))
                try flipped.write(to: URL(fileURLWithPath: file))
                let isFound = try isFound(file)
                if isFound { found += 1 }
                // What is not found must not have changed anything.
                if !isFound { #expect(try LogContent(file) == original, "byte \(offset)") }
            }
        }
        #expect(found > 500)
    }

    private func isFound(_ file: String) throws -> Bool {
        do {
            return try !SQLiteEventLog.open(at: file, access: .readOnly) { Timestamp(rawValue: 0) }.verify()
                .isIntact
        } catch EventStoreError.damaged, EventStoreError.notAStore, EventStoreError.database {
            return true
        }
    }

    // MARK: Projections

    @Test("of projections finds nothing when they are what a replay gives")
    func projectionsIntact() throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...50), to: .a, expecting: .none)
        try log.catchUp(projections)
        // What came since is not held against tables that have not seen it.
        _ = try log.append(NewEvent.deposits(51...60), to: .b, expecting: .none)
        let comparisons = try log.verifyProjections(projections)
        #expect(comparisons.map(\.status.name) == ["balances", "counter"])
        #expect(comparisons.allSatisfy { $0.isEqual && $0.replayedThrough.rawValue == 50 })
        #expect(comparisons.first?.tables.map(\.replayed.rows) == [1, 50])
    }

    @Test("of projections names the first row that differs, however it does")
    func projectionsDiffer() throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...50), to: .a, expecting: .none)
        try log.catchUp([BalanceProjection()])
        let raw = try RawDatabase(folder.file())
        try raw.execute("DELETE FROM booking WHERE position = 7")
        try raw.execute("UPDATE balance SET amount = 49")
        let comparison = try #require(try log.verifyProjections([BalanceProjection()]).first)
        #expect(!comparison.isEqual)
        #expect(
            comparison.tables.flatMap(\.differences) == [
                .changed(
                    live: [.text("a"), .integer(49), .null],
                    replayed: [.text("a"), .integer(50), .null]
                ),
                .missing([.integer(7), .text("a"), .text(#"{"number":7}"#)]),
            ]
        )
        try raw.execute("INSERT INTO booking VALUES (0, 'planted', ''), (99, 'planted', '')")
        let planted = try log.verifyProjections([BalanceProjection()])[0].tables[1]
        #expect(planted.differenceCount == 3)
        #expect(planted.differences == [.unexpected([.integer(0), .text("planted"), .text("")])])
    }

    @Test("of projections finds an index that does not lead to the rows, and one that is gone or added")
    func projectionIndexes() throws {
        _ = try folder.log().append(NewEvent.deposits(1...50), to: .a, expecting: .none)
        try folder.log().catchUp([BalanceProjection()])
        let raw = try RawDatabase(folder.file())
        let order = try #require(
            try raw.column("SELECT name FROM sqlite_schema WHERE sql LIKE '%(\"order\")%'").first
        )
        func damage() throws -> String? {
            let table = try folder.log().verifyProjections([BalanceProjection()])[0].tables[1]
            #expect(table.live == table.replayed)
            #expect(table.isEqual == (table.damage == nil))
            return table.damage
        }
        #expect(try damage() == nil)

        try raw.execute("CREATE INDEX stranger ON booking (account)")
        #expect(try damage() == "it has an index over account that is not declared")
        try raw.execute("DROP INDEX stranger")
        #expect(try damage() == nil)

        // One letter of one key, in the page of the index alone.
        let root = try #require(
            Int(try raw.column("SELECT rootpage FROM sqlite_schema WHERE name = '\(order)'")[0])
        )
        try raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        var bytes = try folder.bytes("log.db")
        let page = (root - 1) * 4096..<root * 4096
        let key = try #require(bytes.range(of: Data(#""number":7"#.utf8), in: page))
        bytes[key.upperBound - 1] = UInt8(ascii: "8")
        try bytes.write(to: folder.url("log.db"))
        #expect(try damage()?.contains("index") == true)
        #expect(try folder.log().verify().isIntact)
        _ = try folder.log().rebuild([BalanceProjection()], progress: nil)
        #expect(try damage() == nil)

        let rebuilt = try #require(
            try RawDatabase(folder.file()).column(
                "SELECT name FROM sqlite_schema WHERE sql LIKE '%(\"order\")%'"
            ).first
        )
        try RawDatabase(folder.file()).execute("DROP INDEX \(rebuilt)")
        #expect(try damage() == "its index over order is missing")
    }

    @Test("of projections tells texts apart by their bytes")
    func projectionBytes() throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...1), to: StreamName(rawValue: "\u{E9}"), expecting: .none)
        try log.catchUp([BalanceProjection()])
        try RawDatabase(folder.file()).execute("UPDATE booking SET account = 'e\u{301}'")
        let comparison = try log.verifyProjections([BalanceProjection()])[0]
        #expect(comparison.tables[1].differenceCount == 1)
    }

    @Test("of projections passes over stale and missing ones and says so; a preview replays them")
    func stale() throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...5), to: .a, expecting: .none)
        try log.catchUp([BalanceProjection()])
        _ = try log.append(NewEvent.deposits(6...7), to: .a, expecting: .any)
        var changed = BalanceProjection()
        changed.version = 2
        let both: [any Projection] = [changed, CountProjection()]
        let verified = try log.verifyProjections(both)
        #expect(verified.map(\.status.state) == [.stale, .missing])
        #expect(verified.allSatisfy { $0.tables.isEmpty && !$0.isEqual })
        let before = try log.balances()
        let preview = try log.compare(both, withReplayTo: .head, differences: 1)
        #expect(preview[0].tables.map(\.differenceCount) == [1, 2])
        #expect(preview[0].tables[1].differences.count == 1)
        #expect(preview[1].tables[0].live == nil)
        #expect(preview[1].tables[0].replayed.rows == 1)
        #expect(try log.balances() == before)
        #expect(try log.state(CountProjection()) == .missing)
    }

    @Test("of projections writes nothing and works on a store that is open to read only")
    func readOnly() throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...5), to: .a, expecting: .none)
        try log.catchUp([BalanceProjection()])
        let before = try folder.bytes("log.db-wal")
        let reader = try folder.log(access: .readOnly)
        #expect(try reader.verifyProjections([BalanceProjection()])[0].isEqual)
        #expect(try reader.verify().isIntact)
        #expect(try folder.bytes("log.db-wal") == before)
    }

    @Test("of projections stops at an event that cannot be applied and names it")
    func poison() throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...5), to: .a, expecting: .none)
        try log.catchUp([BalanceProjection()])
        let poisoned = BalanceProjection(poison: EventID(rawValue: "d3"))
        #expect(
            throws: EventStoreError.projectionFailed(
                name: "balances",
                position: Position(rawValue: 3),
                reason: "Poisoned()"
            )
        ) { try log.compare([poisoned], withReplayTo: .head) }
    }
}

/// All that the log's tables hold, read by nothing of ours.
private struct LogContent: Equatable {
    let rows: [[String]]

    init(_ path: String) throws {
        let raw = try RawDatabase(path)
        rows = try [
            """
            SELECT quote(position) || quote(stream) || quote(version) || quote(event_id) || quote(type)
                || quote(schema_version) || quote(occurred_at) || quote(recorded_at) || quote(metadata)
                || quote(payload_digest) || quote(hash) FROM events NOT INDEXED ORDER BY position
            """,
            "SELECT quote(position) || quote(data) FROM payloads ORDER BY position",
            "SELECT quote(id) || quote(position) || quote(hash) FROM head",
            "SELECT quote(stream) || quote(version) FROM events ORDER BY stream, version",
            "SELECT event_id FROM events ORDER BY event_id",
        ].map(raw.column)
    }
}
