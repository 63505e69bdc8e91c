import EventStore
import EventStoreSQLite
import Testing

@Suite("Asking the tables")
struct QueryTests {
    let folder: TemporaryFolder
    let log: SQLiteEventLog

    init() throws {
        folder = try TemporaryFolder()
        log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        _ = try log.append(NewEvent.deposits(4...5), to: .b, expecting: .none)
        try log.catchUp([BalanceProjection()])
    }

    @Test("takes arguments in order and gives values as they are")
    func arguments() throws {
        let sql = "SELECT account, amount, ?, ?, ?, ? FROM balance WHERE account = ?"
        let values: [Value] = [.null, .integer(.min), .real(0.5), .text("x\0y"), .text("b")]
        #expect(try log.rows(sql, values) == [[.text("b"), .integer(2)] + values.prefix(4)])
    }

    @Test(
        "allows what only reads",
        arguments: [
            "SELECT 1", "  select 1 ; \n", "WITH t AS (SELECT amount FROM balance) SELECT max(amount) FROM t",
            "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT sum(i) FROM n",
            "VALUES (1)", "SELECT data ->> 'number' FROM payloads",
        ]
    )
    func allowed(_ sql: String) throws {
        #expect(try !log.rows(sql, []).isEmpty)
        #expect(try !log.rows(sql, []).isEmpty)
    }

    @Test(
        "refuses all else and leaves the tables",
        arguments: [
            "DELETE FROM balance", "UPDATE balance SET amount = 0 RETURNING amount", "DROP TABLE balance",
            "INSERT INTO balance VALUES ('x', 1, NULL)", "CREATE TABLE x (a)",
            "SELECT 1; DELETE FROM balance",
            "SELECT 1; SELECT 2", "BEGIN", "COMMIT", "PRAGMA query_only = OFF", "PRAGMA user_version",
            "PRAGMA journal_mode = DELETE", "ATTACH ':memory:' AS other", "VACUUM", "REINDEX", "",
            "-- nothing",
            "EXPLAIN DELETE FROM balance", "SELECT * FROM pragma_query_only", "DROP TRIGGER events_kept",
            "SAVEPOINT a", "ANALYZE",
        ]
    )
    func refused(_ sql: String) throws {
        let before = try log.balances()
        #expect {
            try log.rows(sql, [])
        } throws: { error in
            if case EventStoreError.invalidDeclaration = error { true } else { false }
        }
        #expect(try log.balances() == before)
    }

    @Test("wrong SQL is an error that names the statement")
    func wrong() {
        #expect {
            try log.rows("SELECT nonsense FROM balance", [])
        } throws: { error in
            "\(error)".contains("no such column: nonsense") && "\(error)".contains("SELECT nonsense")
        }
    }

    @Test("a wrong number of arguments is an error", arguments: [0, 2])
    func argumentCount(_ count: Int) {
        #expect(throws: EventStoreError.self) {
            try log.rows("SELECT 1 WHERE 1 = ?", Array(repeating: .integer(1), count: count))
        }
    }

    @Test("any number of different queries may be asked")
    func manyQueries() throws {
        for number in 1...600 { #expect(try log.rows("SELECT \(number)", []) == [[.integer(Int64(number))]]) }
    }

    @Test("a snapshot sees one state, whatever is appended meanwhile")
    func snapshot() throws {
        let other = try folder.log()
        try log.snapshot {
            #expect(try log.head().position.rawValue == 5)
            _ = try other.append(NewEvent.deposits(6...6), to: .a, expecting: .any)
            _ = try log.append(NewEvent.deposits(7...7), to: .a, expecting: .any)
            try other.catchUp([BalanceProjection()])
            #expect(try log.head().position.rawValue == 5)
            #expect(try log.version(of: .a) == 3)
            #expect(try log.read(EventQuery()).count == 5)
            #expect(try log.rows("SELECT sum(amount) FROM balance", []) == [[.integer(5)]])
            #expect(try log.snapshot { try log.head().position.rawValue } == 5)
            #expect(try other.head().position.rawValue == 7)
        }
        #expect(try log.head().position.rawValue == 7)
        #expect(try log.rows("SELECT sum(amount) FROM balance", []) == [[.integer(7)]])
    }

    @Test("a snapshot gives what its body gives, and passes on its error")
    func snapshotResult() throws {
        #expect(try log.snapshot { 7 } == 7)
        struct Stop: Error {}
        #expect(throws: Stop.self) { try log.snapshot { throw Stop() } }
        #expect(throws: EventStoreError.self) { try log.snapshot { try log.rows("nonsense", []) } }
        #expect(try log.snapshot { try log.head().position.rawValue } == 5)
    }

    @Test("catching up within a snapshot shows after it")
    func catchUpInSnapshot() throws {
        try log.snapshot {
            _ = try log.append(NewEvent.deposits(6...6), to: .a, expecting: .any)
            try log.catchUp([BalanceProjection()])
            #expect(try log.rows("SELECT sum(amount) FROM balance", []) == [[.integer(5)]])
        }
        #expect(try log.rows("SELECT sum(amount) FROM balance", []) == [[.integer(6)]])
    }

    @Test("a task that outlives its snapshot reads what is there now")
    func outlivedSnapshot() async throws {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let log = log
        let late = try log.snapshot {
            Task {
                for await _ in gate { break }
                return try log.head().position.rawValue
            }
        }
        _ = try log.append(NewEvent.deposits(6...6), to: .a, expecting: .any)
        open.yield()
        #expect(try await late.value == 6)
    }
}
