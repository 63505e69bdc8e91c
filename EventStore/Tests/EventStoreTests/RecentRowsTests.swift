import EventStore
import EventStoreSQLite
import Synchronization
import Testing

@Suite("Rows a projection reads back")
struct RecentRowsTests {
    let folder: TemporaryFolder
    let log: SQLiteEventLog

    init() throws {
        folder = try TemporaryFolder()
        log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...1), to: .a, expecting: .none)
    }

    @Test(
        "are those that SQLite stores, whatever was written",
        arguments: [
            [.text("a"), .integer(1), .real(1.5)],
            [.text("a"), .text("12"), .integer(3)],
            [.integer(7), .integer(1), .real(0)],
            [.text("a"), .real(2), .real(-0.0)],
            [.text("a"), .null, .real(.nan)],
            [.text("nul\0nul"), .integer(.min), .real(.infinity)],
        ] as [[Value]]
    )
    func stored(row: [Value]) throws {
        for write in [Step.insert, Step.upsert] {
            let read = try run([.read([row[0]]), write(row), .read([row[0]]), .upsert(row), .read([row[0]])])
            let stored = try #require(try log.rows("SELECT * FROM scripted", []).first)
            #expect(read.map(described) == [nil, described(stored), described(stored)])
        }
    }

    @Test("are found by the bytes of their key")
    func bytes() throws {
        let composed = [Value.text("\u{E9}"), .integer(1), .null]
        let decomposed = [Value.text("e\u{301}"), .integer(2), .null]
        let read = try run([
            .read([composed[0]]), .upsert(composed), .read([decomposed[0]]), .upsert(decomposed),
            .read([composed[0]]), .read([decomposed[0]]),
        ])
        #expect(read == [nil, nil, composed, decomposed])
        #expect(try log.rows("SELECT count(*) FROM scripted", []) == [[.integer(2)]])
    }

    @Test("follow what is written over them, by its bytes, and what is removed")
    func changes() throws {
        let first = [Value.text("a"), .integer(1), .null]
        let second = [Value.text("a"), .integer(2), .null]
        let read = try run([
            .read([first[0]]), .upsert(first), .upsert(first), .upsert(second), .read([first[0]]),
            .delete([first[0]]), .read([first[0]]), .upsert(first), .read([first[0]]),
        ])
        #expect(read == [nil, second, nil, first])
        #expect(try log.rows("SELECT * FROM scripted", []) == [first])
    }

    @Test("stay right when there are more of them than are kept")
    func many() throws {
        let rows = (0..<5000).map { [Value.text("k\($0)"), .integer(Int64($0)), .null] }
        let read = try run(
            rows.flatMap { [Step.read([$0[0]]), .upsert($0)] } + rows.map { .read([$0[0]]) }
        )
        #expect(read == rows.map { _ in nil } + rows)
        #expect(try log.rows("SELECT count(*) FROM scripted", []) == [[.integer(5000)]])
    }

    /// Takes the steps in one batch over a new table.
    private func run(_ steps: [Step]) throws -> [[Value]?] {
        let projection = ScriptedProjection(steps: steps)
        _ = try log.rebuild([projection], progress: nil)
        return projection.read.withLock { $0 }
    }

    /// Tells a NaN and a negative zero from their like.
    private func described(_ row: [Value]?) -> String? { row.map { "\($0)" } }
}

/// What a scripted projection does.
private enum Step: Sendable {
    case insert([Value]), upsert([Value]), delete([Value]), read([Value])
}

/// Takes the same steps for every event, and tells what it reads.
private final class ScriptedProjection: Projection {
    let name = "scripted"
    let version = 1
    let types: Set<EventType> = []
    let tables = [
        Table(
            name: "scripted",
            columns: [
                Column("key", .text), Column("number", .integer, isOptional: true),
                Column("fraction", .real, isOptional: true),
            ],
            primaryKey: ["key"]
        )
    ]
    let steps: [Step]
    let read = Mutex<[[Value]?]>([])

    init(steps: [Step]) { self.steps = steps }

    func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        for step in steps {
            switch step {
            case .insert(let row): try rows.insert(row, into: tables[0])
            case .upsert(let row): try rows.upsert(row, into: tables[0])
            case .delete(let key): try rows.delete(key, from: tables[0])
            case .read(let key):
                let row = try rows.row(key, in: tables[0])
                read.withLock { $0.append(row) }
            }
        }
    }
}
