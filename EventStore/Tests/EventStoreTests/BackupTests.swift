import EventStore
import EventStoreSQLite
import Foundation
import Synchronization
import Testing

@Suite("Backups")
struct BackupTests {
    let folder: TemporaryFolder
    let log: SQLiteEventLog

    init() throws {
        folder = try TemporaryFolder()
        log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...5000), to: .a, expecting: .none)
        try log.catchUp([BalanceProjection()])
    }

    @Test("are one file that holds the log hash for hash, and the projections")
    func whole() throws {
        let report = try log.backup(to: folder.file("copy.db"))
        #expect(report.head == (try log.head()))
        #expect(report.isIntact)
        #expect(try folder.contents().filter { $0.hasPrefix("copy") } == ["copy.db"])
        let copy = try folder.log("copy.db", access: .readWrite)
        #expect(try copy.verify(against: log.head()).isIntact)
        #expect(try copy.balances() == log.balances())
        #expect(try copy.state(BalanceProjection()) == .current)
        _ = try copy.append(NewEvent.deposits(9000...9001), to: .b, expecting: .none)
        #expect(try log.head() == report.head)
    }

    @Test("are of one moment, whatever is appended meanwhile")
    func oneMoment() throws {
        let other = try folder.log()
        let before = try log.head()
        let calls = Mutex(0)
        let report = try log.backup(to: folder.file("copy.db")) { _, _ in
            let call = calls.withLock {
                $0 += 1; return $0
            }
            do {
                _ = try other.append(
                    NewEvent.deposits(10_000 + call...10_000 + call),
                    to: .b,
                    expecting: .any
                )
            } catch {
                Issue.record(error)
            }
        }
        #expect(report.head == before)
        #expect(try log.head().position > before.position)
    }

    @Test("never replace a file, and leave none behind when they fail")
    func refused() throws {
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder.file("copy.db")))
        #expect(
            throws: EventStoreError.cannotOpen(
                path: folder.file("copy.db"),
                reason: "there is a file already, and it is not replaced"
            )
        ) { try log.backup(to: folder.file("copy.db")) }
        #expect(try folder.bytes("copy.db") == Data("mine".utf8))
        #expect(throws: EventStoreError.self) { try log.backup(to: folder.file("no/copy.db")) }
        let raw = try RawDatabase(folder.file())
        try raw.execute("DROP TRIGGER payloads_unchanged; UPDATE payloads SET data = '' WHERE position = 7")
        #expect {
            try log.backup(to: folder.file("forged.db"))
        } throws: { error in
            guard case EventStoreError.damaged(_, let reason) = error else { return false }
            return reason.contains("payloads_unchanged")
        }
        #expect(try folder.contents().allSatisfy { !$0.hasPrefix("forged") })
    }
}
