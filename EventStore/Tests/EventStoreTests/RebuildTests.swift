import EventStore
import EventStoreSQLite
import Synchronization
import Testing

@Suite("Rebuilding")
struct RebuildTests {
    let folder: TemporaryFolder
    let log: SQLiteEventLog
    let projection = BalanceProjection()

    init() throws {
        folder = try TemporaryFolder()
        log = try folder.log()
    }

    @Test("gives what catching up gave, each time")
    func sameResult() throws {
        for round in 0..<10 {
            let events = NewEvent.deposits(
                (round * 7 + 1)...(round * 7 + 7),
                type: round % 3 == 2 ? "Withdrawn" : "Deposited"
            )
            _ = try log.append(events, to: round % 2 == 0 ? .a : .b, expecting: .any)
            try log.catchUp([projection])
        }
        let incremental = try log.balances()
        for _ in 1...3 {
            let report = try log.rebuild([projection], progress: nil)
            #expect(report == RebuildReport(events: 70, rows: ["balances": 72]))
            #expect(try log.balances() == incremental)
        }
        try log.catchUp([projection])
        #expect(try log.balances() == incremental)
    }

    @Test("removes a row that no event accounts for, and brings back one that is gone")
    func plantedRow() throws {
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        try log.catchUp([projection])
        let before = try log.balances()
        let raw = try RawDatabase(folder.file())
        try raw.execute("INSERT INTO balance VALUES ('planted', 1000000, NULL)")
        try raw.execute("DELETE FROM booking WHERE position = 2")
        _ = try log.rebuild([projection], progress: nil)
        #expect(try log.balances() == before)
    }

    @Test("leaves other projections alone")
    func othersUntouched() throws {
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        try log.catchUp([projection, CountProjection()])
        try RawDatabase(folder.file()).execute("UPDATE counts SET count = 77")
        _ = try log.rebuild([projection], progress: nil)
        #expect(try log.rows("SELECT count FROM counts", []) == [[.integer(77)]])
    }

    @Test("ends with no events, and with only foreign ones", arguments: [0, 3, 9000])
    func nothingToRead(_ count: Int) throws {
        if count > 0 {
            _ = try log.append(NewEvent.deposits(1...count, type: "Noted"), to: .a, expecting: .none)
        }
        let report = try log.rebuild([projection], progress: nil)
        #expect(report == RebuildReport(events: 0, rows: ["balances": 0]))
        #expect(
            try log.status(of: [projection]) == [
                ProjectionStatus(
                    name: "balances",
                    position: Position(rawValue: Int64(count)),
                    state: .current
                )
            ]
        )
    }

    @Test("neither loses nor doubles what is appended meanwhile")
    func appendsMeanwhile() throws {
        _ = try log.append(NewEvent.deposits(1...10_000), to: .a, expecting: .none)
        let other = try folder.log()
        let calls = Mutex(0)
        let report = try log.rebuild([projection]) { progress in
            let call = calls.withLock {
                $0 += 1; return $0
            }
            #expect(progress.head == Position(rawValue: 10_000))
            do {
                // Through this log and through another process's.
                _ = try log.append(
                    NewEvent.deposits(call * 10_000 + 1...call * 10_000 + 5),
                    to: .b,
                    expecting: .any
                )
                _ = try other.append(
                    NewEvent.deposits(call * 10_000 + 6...call * 10_000 + 9),
                    to: .b,
                    expecting: .any
                )
            } catch {
                Issue.record(error)
            }
        }
        let appended = calls.withLock { $0 }
        #expect(appended >= 3)
        // What the last call appended came after the swap.
        #expect(report.events == Int64(10_000 + (appended - 1) * 9))
        #expect(try log.state(projection) == .behind)
        try log.catchUp([projection])
        let total = Int64(10_000 + appended * 9)
        #expect(try log.rows("SELECT sum(amount) FROM balance", []) == [[.integer(total)]])
        #expect(try log.rows("SELECT count(*) FROM booking", []) == [[.integer(total)]])
    }

    @Test("shows readers the old tables until it is done")
    func readersSeeTheOld() throws {
        _ = try log.append(NewEvent.deposits(1...10_000), to: .a, expecting: .none)
        try log.catchUp([projection])
        try RawDatabase(folder.file()).execute("UPDATE balance SET amount = -1")
        let other = try folder.log()
        var seen: [[Value]] = []
        _ = try log.rebuild([projection]) { progress in
            do {
                seen += try log.rows("SELECT amount FROM balance", [])
                seen += try other.rows("SELECT amount FROM balance", [])
            } catch {
                Issue.record(error)
            }
        }
        #expect(seen.count >= 4)
        #expect(seen.dropLast(2).allSatisfy { $0 == [.integer(-1)] })
        #expect(seen.suffix(2).allSatisfy { $0 == [.integer(10_000)] })
    }

    @Test("a snapshot taken before the swap keeps the old tables")
    func snapshotKeepsTheOld() throws {
        _ = try log.append(NewEvent.deposits(1...5), to: .a, expecting: .none)
        try log.catchUp([projection])
        try RawDatabase(folder.file()).execute("UPDATE balance SET amount = -1")
        try log.snapshot {
            _ = try log.rebuild([projection], progress: nil)
            #expect(try log.rows("SELECT amount FROM balance", []) == [[.integer(-1)]])
        }
        #expect(try log.rows("SELECT amount FROM balance", []) == [[.integer(5)]])
    }

    @Test("that fails leaves the live tables and nothing else", arguments: [2, 6000])
    func failure(_ at: Int) throws {
        _ = try log.append(NewEvent.deposits(1...9000), to: .a, expecting: .none)
        try log.catchUp([projection])
        let before = try log.balances()
        let poisoned = BalanceProjection(poison: EventID(rawValue: "d\(at)"))
        #expect(
            throws: EventStoreError.projectionFailed(
                name: "balances",
                position: Position(rawValue: Int64(at)),
                reason: "Poisoned()"
            )
        ) { try log.rebuild([poisoned], progress: nil) }
        #expect(try log.balances() == before)
        #expect(try log.state(projection) == .current)
        let tables = try RawDatabase(folder.file()).column(
            "SELECT name FROM sqlite_schema WHERE name LIKE '%rebuild%'"
        )
        #expect(tables.allSatisfy { $0.hasPrefix("rebuilds") || $0.hasPrefix("sqlite_autoindex_rebuilds") })
    }

    @Test("goes on where a crash broke it off, and leaves nothing behind")
    func afterCrash() throws {
        _ = try log.append(NewEvent.deposits(1...9000), to: .a, expecting: .none)
        // A copy of the file in the middle of a rebuild is what a crash leaves.
        let copied = Mutex(false)
        let file = folder.file()
        let copy = folder.file("copy.db")
        _ = try log.rebuild([projection]) { _ in
            guard
                !copied.withLock({
                    let was = $0; $0 = true; return was
                })
            else { return }
            do {
                try RawDatabase(file).execute("VACUUM INTO '\(copy)'")
            } catch {
                Issue.record(error)
            }
        }
        let expected = try log.balances()
        let crashed = try folder.log("copy.db")
        #expect(try RawDatabase(copy).column("SELECT count(*) FROM booking__rebuild") == ["4000"])
        #expect(try crashed.state(projection) == .missing)
        try crashed.catchUp([projection])
        #expect(try crashed.balances() == expected)
        let report = try crashed.rebuild([projection], progress: nil)
        #expect(report.resumedAfter == Position(rawValue: 4000))
        #expect(report.events == 5000)
        #expect(try crashed.balances() == expected)
        #expect(
            try RawDatabase(copy).column(
                "SELECT count(*) FROM sqlite_schema WHERE name LIKE '%\\_\\_rebuild%' ESCAPE '\\'"
            ) == ["0"]
        )
        #expect(try RawDatabase(copy).column("SELECT count(*) FROM rebuilds") == ["0"])
    }

    @Test("starts over when the projection has changed since it was broken off")
    func afterCrashAndChange() throws {
        _ = try log.append(NewEvent.deposits(1...10), to: .a, expecting: .none)
        let raw = try RawDatabase(folder.file())
        try raw.execute(
            """
            CREATE TABLE balance__rebuild (old TEXT);
            INSERT INTO projection_tables VALUES ('balance__rebuild', 'balances', 0);
            INSERT INTO rebuilds VALUES ('balances', 4, 1, zeroblob(32), 7)
            """
        )
        let report = try log.rebuild([projection], progress: nil)
        #expect(report.resumedAfter == .start)
        #expect(report.events == 10)
        #expect(try raw.column("SELECT count(*) FROM rebuilds") == ["0"])
    }

    @Test("gives way to a rebuild of the same projection that began later")
    func overtaken() throws {
        _ = try log.append(NewEvent.deposits(1...9000), to: .a, expecting: .none)
        let other = try folder.log()
        let projection = projection
        let isFirst = Mutex(true)
        #expect(throws: EventStoreError.self) {
            try log.rebuild([projection]) { _ in
                guard
                    isFirst.withLock({
                        let was = $0; $0 = false; return was
                    })
                else { return }
                do {
                    _ = try other.rebuild([projection], progress: nil)
                } catch {
                    Issue.record(error)
                }
            }
        }
        #expect(try log.rows("SELECT amount FROM balance", []) == [[.integer(9000)]])
        #expect(try log.state(projection) == .current)
    }

    @Test("drops tables that the projection no longer declares and makes those it declares anew")
    func otherTables() throws {
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        try log.catchUp([projection])
        let changed = RenamedProjection()
        #expect(try log.state(changed) == .stale)
        let report = try log.rebuild([changed], progress: nil)
        #expect(report.rows == ["balances": 1])
        #expect(try log.rows("SELECT total FROM totals", []) == [[.integer(3)]])
        #expect(throws: EventStoreError.self) { try log.rows("SELECT * FROM balance", []) }
        #expect(try RawDatabase(folder.file()).column("SELECT name FROM projection_tables") == ["totals"])
    }
}

/// The balances under their old name with other tables.
private struct RenamedProjection: Projection {
    let name = "balances"
    let version = 2
    let types: Set<EventType> = []
    static let totals = Table(
        name: "totals",
        columns: [Column("id", .integer), Column("total", .integer)],
        primaryKey: ["id"]
    )
    var tables: [Table] { [Self.totals] }

    func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        try rows.upsert([.integer(1), .integer(event.position.rawValue)], into: Self.totals)
    }
}
