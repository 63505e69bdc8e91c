import EventStore

/// Balances of accounts, and every booking: one row changed again and again, and one row added for each
/// event.
struct BalanceProjection: Projection {
    var name = "balances"
    var version = 1
    var types: Set<EventType> = [EventType(rawValue: "Deposited"), EventType(rawValue: "Withdrawn")]
    /// Fails at this event, after having written its rows.
    var poison: EventID?

    static let balance = Table(
        name: "balance",
        columns: [
            Column("account", .text), Column("amount", .integer), Column("last", .real, isOptional: true),
        ],
        primaryKey: ["account"]
    )
    static let booking = Table(
        name: "booking",
        columns: [Column("position", .integer), Column("account", .text), Column("order", .text)],
        primaryKey: ["position"],
        indexes: [["account", "position"], ["order"]]
    )

    var tables: [Table] { [Self.balance, Self.booking] }

    struct Poisoned: Error {}

    func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        let account = Value.text(event.stream.rawValue)
        var amount: Int64 = 0
        if case .integer(let before)? = try rows.row([account], in: Self.balance)?[1] { amount = before }
        amount += event.type.rawValue == "Deposited" ? 1 : -1
        try rows.upsert([account, .integer(amount), .null], into: Self.balance)
        try rows.insert(
            [.integer(event.position.rawValue), account, .text(event.payload)],
            into: Self.booking
        )
        if event.id == poison { throw Poisoned() }
    }
}

extension NewEvent {
    /// Deposits, one unit each.
    static func deposits(_ range: ClosedRange<Int>, type: String = "Deposited") -> [NewEvent] {
        range.map {
            NewEvent(
                id: EventID(rawValue: "d\($0)"),
                type: EventType(rawValue: type),
                schemaVersion: 1,
                payload: #"{"number":\#($0)}"#
            )
        }
    }
}

extension StreamName {
    static let a = StreamName(rawValue: "a")
    static let b = StreamName(rawValue: "b")
}

extension ProjectionStore {
    /// All rows of the balance projection, in order.
    func balances() throws -> [[Value]] {
        try rows("SELECT * FROM balance ORDER BY account", [])
            + rows(#"SELECT position, account, "order" FROM booking ORDER BY position"#, [])
    }

    /// How one projection stands.
    func state(_ projection: any Projection) throws -> ProjectionStatus.State? {
        try status(of: [projection]).first?.state
    }
}
