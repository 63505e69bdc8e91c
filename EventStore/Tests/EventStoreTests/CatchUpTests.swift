import EventStore
import EventStoreSQLite
import Testing

@Suite("Catching up")
struct CatchUpTests {
    let folder: TemporaryFolder
    let log: SQLiteEventLog
    let projection = BalanceProjection()

    init() throws {
        folder = try TemporaryFolder()
        log = try folder.log()
    }

    @Test("makes what is missing, applies what is new, and is then current")
    func fromMissingToCurrent() throws {
        #expect(try log.state(projection) == .missing)
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        try log.catchUp([projection])
        #expect(
            try log.status(of: [projection]) == [
                ProjectionStatus(name: "balances", position: Position(rawValue: 3), state: .current)
            ]
        )
        _ = try log.append(NewEvent.deposits(4...4, type: "Withdrawn"), to: .a, expecting: .any)
        #expect(try log.state(projection) == .behind)
        try log.catchUp([projection])
        #expect(
            try log.rows("SELECT account, amount, last FROM balance", []) == [
                [.text("a"), .integer(2), .null]
            ]
        )
        try log.catchUp([projection])
        #expect(try log.rows("SELECT count(*) FROM booking", []) == [[.integer(4)]])
    }

    @Test("of an empty log gives empty tables")
    func emptyLog() throws {
        try log.catchUp([projection])
        #expect(try log.balances() == [])
        #expect(try log.state(projection) == .current)
    }

    @Test("passes over events that nobody reads and does not look at them again")
    func foreignEvents() throws {
        _ = try log.append(NewEvent.deposits(1...5000, type: "Noted"), to: .a, expecting: .none)
        try log.catchUp([projection])
        #expect(try log.status(of: [projection]).first?.position == Position(rawValue: 5000))
        #expect(try log.balances() == [])
    }

    @Test("takes more than one batch")
    func batches() throws {
        _ = try log.append(NewEvent.deposits(1...4001), to: .a, expecting: .none)
        try log.catchUp([projection])
        #expect(try log.rows("SELECT amount FROM balance", []) == [[.integer(4001)]])
    }

    @Test("leaves neither rows nor checkpoint of a batch in which an event fails")
    func failure() throws {
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        try log.catchUp([projection])
        _ = try log.append(NewEvent.deposits(4...6), to: .a, expecting: .any)
        let before = try log.balances()
        let poisoned = BalanceProjection(poison: EventID(rawValue: "d5"))
        #expect(
            throws: EventStoreError.projectionFailed(
                name: "balances",
                position: Position(rawValue: 5),
                reason: "Poisoned()"
            )
        ) { try log.catchUp([poisoned]) }
        #expect(try log.balances() == before)
        #expect(try log.status(of: [projection]).first?.position == Position(rawValue: 3))
        try log.catchUp([projection])
        #expect(try log.rows("SELECT amount FROM balance", []) == [[.integer(6)]])
    }

    @Test("goes on with the others when one projection fails")
    func othersGoOn() throws {
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        let poisoned = BalanceProjection(poison: EventID(rawValue: "d2"))
        let counter = CountProjection()
        #expect(throws: EventStoreError.self) { try log.catchUp([poisoned, counter]) }
        #expect(try log.state(counter) == .current)
        #expect(try log.state(poisoned) == .missing)
        #expect(try log.rows("SELECT count FROM counts", []) == [[.integer(3)]])
    }

    @Test("brings projections that stand at different places to the head, each event once")
    func differentPlaces() throws {
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        try log.catchUp([projection])
        _ = try log.append(NewEvent.deposits(4...7), to: .b, expecting: .none)
        try log.catchUp([CountProjection(), projection])
        #expect(try log.rows("SELECT sum(amount) FROM balance", []) == [[.integer(7)]])
        #expect(try log.rows("SELECT count FROM counts", []) == [[.integer(7)]])
    }

    @Test("leaves a stale projection alone", arguments: ["version", "upcasters", "types"])
    func stale(_ change: String) throws {
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        try log.catchUp([projection])
        let before = try log.balances()
        var changed = projection
        var upcasters = Upcasters.none
        switch change {
        case "version": changed.version = 2
        case "types": changed.types = []
        default:
            upcasters = try Upcasters([
                Upcaster(type: EventType(rawValue: "Deposited"), from: 1) { $0 + " " }
            ])
        }
        let newer = try folder.log(upcasters: upcasters)
        _ = try newer.append(NewEvent.deposits(4...4), to: .a, expecting: .any)
        #expect(try newer.state(changed) == .stale)
        try newer.catchUp([changed])
        #expect(try newer.balances() == before)
        #expect(try newer.state(changed) == .stale)
        _ = try newer.rebuild([changed], progress: nil)
        #expect(try newer.state(changed) == .current)
        #expect(try newer.rows("SELECT amount FROM balance", []) == [[.integer(4)]])
    }

    @Test("does not mind upcasters of types the projection does not read")
    func foreignUpcasters() throws {
        try log.catchUp([projection])
        let upcasters = try Upcasters([Upcaster(type: EventType(rawValue: "Noted"), from: 1) { $0 }])
        #expect(try folder.log(upcasters: upcasters).state(projection) == .current)
    }

    @Test("counts as stale when the log is older than the tables")
    func olderLog() throws {
        try log.catchUp([projection])
        try RawDatabase(folder.file()).execute("UPDATE projections SET position = 9")
        #expect(try log.state(projection) == .stale)
    }

    @Test("refuses two projections or tables of one name, and a table of another projection")
    func collisions() throws {
        #expect(throws: EventStoreError.self) { try log.catchUp([projection, projection]) }
        #expect(throws: EventStoreError.self) {
            try log.catchUp([projection, BalanceProjection(name: "others")])
        }
        try log.catchUp([projection])
        #expect(throws: EventStoreError.self) { try log.catchUp([BalanceProjection(name: "others")]) }
        #expect(try log.state(projection) == .current)
    }

    @Test("by two processes at once applies each event once")
    func twoAtOnce() async throws {
        _ = try log.append(NewEvent.deposits(1...9000), to: .a, expecting: .none)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 1...2 {
                let other = try folder.log()
                group.addTask { try other.catchUp([BalanceProjection(), CountProjection()]) }
            }
            try await group.waitForAll()
        }
        #expect(try log.rows("SELECT amount FROM balance", []) == [[.integer(9000)]])
        #expect(try log.rows("SELECT count FROM counts", []) == [[.integer(9000)]])
    }
}

/// Counts all events in one row.
struct CountProjection: Projection {
    let name = "counter"
    let version = 1
    let types: Set<EventType> = []
    static let table = Table(
        name: "counts",
        columns: [Column("key", .text), Column("count", .integer)],
        primaryKey: ["key"]
    )
    var tables: [Table] { [Self.table] }

    func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        guard case .integer(let count)? = try rows.row([.text("all")], in: Self.table)?[1] else {
            return try rows.insert([.text("all"), .integer(1)], into: Self.table)
        }
        try rows.upsert([.text("all"), .integer(count + 1)], into: Self.table)
    }
}
