import EventStore
import EventStoreSQLite
import Foundation
import Testing

/// Stores as each format wrote them; they must open for ever.
@Suite("Older stores")
struct FixtureTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: Fixture.formatOne.path, toPath: folder.file())
    }

    /// A file under Tests/Fixtures.
    struct Fixture {
        let path: String
        let head: String

        static let formatOne = Fixture(
            path: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("Fixtures/format-1.eventstore").path,
            head: "18:36f1b164db957a59bcadca5165f758cf4b3409fe2fa2bdc8a1a0e01b632ef486"
        )
    }

    @Test("of format 1 are read as they are, without being changed")
    func readOnly() throws {
        let before = try folder.bytes("log.db")
        do {
            let log = try folder.log(access: .readOnly)
            let report = try log.verify(against: Head(Fixture.formatOne.head))
            #expect(report.isIntact)
            #expect(report.events == 18)
            #expect(try log.read(EventQuery(stream: .b)).map(\.version) == [1, 2, 3, 4, 5, 6])
            #expect(try log.state(BalanceProjection()) == .behind)
            #expect(
                try log.verifyProjections([BalanceProjection(), CountProjection()]).allSatisfy(\.isEqual)
            )
        }
        #expect(try folder.bytes("log.db") == before)
    }

    @Test("of format 1 become what a fresh store is when they are opened to write, hash for hash")
    func upgraded() throws {
        let log = try folder.log(access: .readWrite)
        #expect(try log.head() == Head(Fixture.formatOne.head))
        let report = try log.verify()
        #expect(report.isIntact)
        let fresh = try folder.log("fresh.db")
        try fresh.catchUp([BalanceProjection(), CountProjection()])
        let schema = """
            SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema
            WHERE tbl_name NOT IN ('balance', 'booking', 'counts') ORDER BY 1
            """
        #expect(
            try RawDatabase(folder.file()).column(schema)
                == RawDatabase(folder.file("fresh.db")).column(schema)
        )
        #expect(try RawDatabase(folder.file()).column("PRAGMA user_version") == ["2"])
        // What the older program had begun to rebuild is gone, and all else goes on.
        #expect(try RawDatabase(folder.file()).column("SELECT count(*) FROM rebuilds") == ["0"])
        try log.catchUp([BalanceProjection(), CountProjection()])
        #expect(try log.verifyProjections([BalanceProjection(), CountProjection()]).allSatisfy(\.isEqual))
        _ = try log.append(NewEvent.deposits(100...101), to: .a, expecting: .exactly(12))
        _ = try log.rebuild([BalanceProjection(), CountProjection()], progress: nil)
        #expect(try log.rows("SELECT count FROM counts", []) == [[.integer(20)]])
    }

    @Test("of format 1 are upgraded once when many open them at the same time")
    func upgradedAtOnce() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...4 {
                group.addTask {
                    _ = try folder.log(access: .readWrite).append(
                        NewEvent.deposits(1000 + number...1000 + number),
                        to: .a,
                        expecting: .any
                    )
                }
            }
            try await group.waitForAll()
        }
        let report = try folder.log().verify()
        #expect(report.isIntact)
        #expect(report.events == 22)
    }
}
