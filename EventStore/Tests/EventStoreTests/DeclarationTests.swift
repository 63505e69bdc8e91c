import EventStore
import EventStoreSQLite
import Testing

@Suite("Declarations")
struct DeclarationTests {
    let folder: TemporaryFolder
    let log: SQLiteEventLog

    init() throws {
        folder = try TemporaryFolder()
        log = try folder.log()
    }

    /// A projection made of one table, whose rows come from a closure.
    struct OneTable: Projection {
        var name = "one"
        let version = 1
        let types: Set<EventType> = []
        let table: Table
        var write: @Sendable (any RowWriter, Table) throws -> Void = { _, _ in }
        var tables: [Table] { [table] }
        func apply(_ event: RecordedEvent, to rows: any RowWriter) throws { try write(rows, table) }
    }

    struct Bad: CustomStringConvertible, Sendable {
        let description: String
        let table: Table

        init(
            _ description: String,
            name: String = "good",
            columns: [Column] = [Column("key", .text)],
            primaryKey: [String] = ["key"],
            indexes: [[String]] = []
        ) {
            self.description = description
            table = Table(name: name, columns: columns, primaryKey: primaryKey, indexes: indexes)
        }
    }

    @Test(
        "a table that cannot be made is refused before anything is touched",
        arguments: [
            Bad("upper case", name: "Good"), Bad("a quote", name: "a\"b"), Bad("empty", name: ""),
            Bad("a digit first", name: "1a"), Bad("reserved", name: "events"),
            Bad("SQLite's", name: "sqlite_x"),
            Bad("two underscores", name: "a__rebuild"), Bad("a trailing underscore", name: "a_"),
            Bad("not ASCII", name: "größe"), Bad("too long", name: String(repeating: "a", count: 49)),
            Bad("a bad column", columns: [Column("key", .text), Column("a b", .text)]),
            Bad("a column twice", columns: [Column("key", .text), Column("key", .text)]),
            Bad("no key", primaryKey: []), Bad("an unknown key", primaryKey: ["other"]),
            Bad("an optional key", columns: [Column("key", .text, isOptional: true)]),
            Bad("an unknown index", indexes: [["other"]]), Bad("an empty index", indexes: [[]]),
            Bad("a key twice", primaryKey: ["key", "key"]),
        ]
    )
    func badTable(_ bad: Bad) throws {
        for attempt in [
            log.catchUp, { _ = try log.rebuild($0, progress: nil) }, { _ = try log.status(of: $0) },
        ] {
            #expect {
                try attempt([OneTable(table: bad.table)])
            } throws: { error in
                if case EventStoreError.invalidDeclaration = error { true } else { false }
            }
        }
    }

    @Test("every word of SQL is a good name of a column")
    func keywords() throws {
        let names = ["order", "group", "select", "from", "table", "index", "where", "default"]
        let table = Table(
            name: "values",
            columns: names.map { Column($0, .integer) },
            primaryKey: ["order", "group"],
            indexes: [["select", "from"], ["where"]]
        )
        _ = try log.append(NewEvent.deposits(1...2), to: .a, expecting: .none)
        let projection = OneTable(table: table) { rows, table in
            try rows.upsert((0..<8).map { .integer($0) }, into: table)
        }
        try log.catchUp([projection])
        _ = try log.rebuild([projection], progress: nil)
        _ = try log.rebuild([projection], progress: nil)
        #expect(try log.rows(#"SELECT * FROM "values""#, []) == [(0..<8).map { .integer($0) }])
    }

    static let shapes: [Table] = [
        Table(
            name: "t",
            columns: [Column("id", .integer), Column("v", .text, isOptional: true)],
            primaryKey: ["id"]
        ),
        Table(
            name: "t",
            columns: [Column("id", .text), Column("v", .integer, isOptional: true)],
            primaryKey: ["id"]
        ),
        Table(
            name: "t",
            columns: [Column("v", .text, isOptional: true), Column("id", .text)],
            primaryKey: ["id"]
        ),
        Table(name: "t", columns: [Column("id", .integer), Column("b", .text)], primaryKey: ["b", "id"]),
        Table(name: "t", columns: [Column("id", .real)], primaryKey: ["id"]),
    ]

    @Test("rows of every shape can be written, found, replaced and removed", arguments: shapes)
    func rows(_ table: Table) throws {
        _ = try log.append(NewEvent.deposits(1...1), to: .a, expecting: .none)
        let projection = OneTable(table: table) { rows, table in
            func row(_ number: Int64, isNull: Bool) -> [Value] {
                table.columns.map { column in
                    if isNull, column.isOptional { return .null }
                    switch column.type {
                    case .integer: return .integer(number)
                    case .real: return .real(Double(number))
                    case .text: return .text("n\(number)")
                    }
                }
            }
            func key(_ row: [Value]) -> [Value] {
                table.primaryKey.map { name in row[table.columns.firstIndex { $0.name == name } ?? 0] }
            }
            let first = row(1, isNull: false)
            #expect(try rows.row(key(first), in: table) == nil)
            try rows.delete(key(first), from: table)
            try rows.insert(first, into: table)
            #expect(try rows.row(key(first), in: table) == first)
            #expect(throws: EventStoreError.self) { try rows.insert(first, into: table) }
            try rows.upsert(row(1, isNull: true), into: table)
            #expect(try rows.row(key(first), in: table) == row(1, isNull: true))
            try rows.upsert(row(2, isNull: false), into: table)
            try rows.delete(key(first), from: table)
            #expect(try rows.row(key(first), in: table) == nil)
            #expect(throws: EventStoreError.self) { try rows.insert(first + [.null], into: table) }
            #expect(throws: EventStoreError.self) { try rows.row([], in: table) }
            let foreign = Table(name: "other", columns: table.columns, primaryKey: table.primaryKey)
            #expect(throws: EventStoreError.self) { try rows.insert(first, into: foreign) }
            #expect(throws: EventStoreError.self) {
                try rows.insert(table.columns.map { _ in .null }, into: table)
            }
        }
        try log.catchUp([projection])
        #expect(try log.rows("SELECT count(*) FROM t", []) == [[.integer(1)]])
    }

    @Test("steps that cannot work together are refused")
    func upcasters() throws {
        func step(_ from: Int, _ type: String = "A") -> Upcaster {
            Upcaster(type: EventType(rawValue: type), from: from) { $0 }
        }
        for bad in [
            [step(1), step(1)], [step(2)], [step(1), step(3)], [step(0), step(1)],
            [step(1), step(2), step(2)],
        ] {
            #expect {
                try Upcasters(bad)
            } throws: { error in
                if case EventStoreError.invalidUpcasters = error { true } else { false }
            }
        }
        let good = try Upcasters([step(2), step(1), step(1, "B")])
        #expect(good.currentVersion(of: EventType(rawValue: "A")) == 3)
        #expect(good.currentVersion(of: EventType(rawValue: "B")) == 2)
        #expect(good.currentVersion(of: EventType(rawValue: "C")) == nil)
        let reordered = try Upcasters([step(1, "B"), step(1), step(2)])
        #expect(good.fingerprint() == reordered.fingerprint())
        #expect(good.fingerprint() != Upcasters.none.fingerprint())
        #expect(
            try good.fingerprint(of: [EventType(rawValue: "B")]) == Upcasters([step(1, "B")]).fingerprint()
        )
    }

    @Test("every part of a projection shows in its fingerprint")
    func fingerprints() {
        let table = Table(name: "t", columns: [Column("a", .text), Column("b", .text)], primaryKey: ["a"])
        let variants: [Table] = [
            table,
            Table(name: "u", columns: table.columns, primaryKey: ["a"]),
            Table(name: "t", columns: table.columns, primaryKey: ["b"]),
            Table(name: "t", columns: table.columns, primaryKey: ["a", "b"]),
            Table(name: "t", columns: table.columns, primaryKey: ["a"], indexes: [["b"]]),
            Table(name: "t", columns: [Column("a", .text), Column("b", .integer)], primaryKey: ["a"]),
            Table(
                name: "t",
                columns: [Column("a", .text), Column("b", .text, isOptional: true)],
                primaryKey: ["a"]
            ),
            Table(name: "t", columns: [Column("b", .text), Column("a", .text)], primaryKey: ["a"]),
        ]
        let prints =
            variants.map { OneTable(table: $0).fingerprint(with: .none) }
            + [OneTable(name: "two", table: table).fingerprint(with: .none)]
        #expect(Set(prints).count == variants.count + 1)
        #expect(OneTable(table: table).fingerprint(with: .none) == prints[0])
    }
}
