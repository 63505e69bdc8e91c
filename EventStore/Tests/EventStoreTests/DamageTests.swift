import EventStore
import Foundation
import Testing

@testable import EventStoreSQLite

@Suite("Full disks, cut-off logs, damaged pages")
struct DamageTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("on a full disk an append fails whole and the log stays as it was")
    func fullDisk() throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...100), to: .a, expecting: .none)
        try log.catchUp([BalanceProjection()])
        let before = try log.everything()
        try log.limitPages(to: 60)
        #expect(throws: EventStoreError.diskFull(path: folder.file())) {
            try log.append(NewEvent.deposits(1001...9000), to: .a, expecting: .any)
        }
        #expect(try log.everything() == before)
        #expect(try log.verifyChain().isIntact)
        // What still fits is still taken, and when there is room again, so is all.
        _ = try log.append(NewEvent.deposits(101...101), to: .a, expecting: .any)
        try log.limitPages(to: 1_000_000)
        _ = try log.append(NewEvent.deposits(1001...9000), to: .a, expecting: .any)
        #expect(try log.verifyChain().events == 8101)
    }

    @Test("on a full disk a rebuild fails and the live tables stay")
    func fullDiskDuringRebuild() throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...9000), to: .a, expecting: .none)
        try log.catchUp([BalanceProjection()])
        let before = try log.balances()
        let pages = try #require(try Int(RawDatabase(folder.file()).column("PRAGMA page_count")[0]))
        try log.limitPages(to: pages + 10)
        #expect(throws: EventStoreError.diskFull(path: folder.file())) {
            try log.rebuild([BalanceProjection()], progress: nil)
        }
        #expect(try log.balances() == before)
        #expect(try log.state(BalanceProjection()) == .current)
    }

    @Test("a write-ahead log cut off anywhere leaves whole appends and an intact chain")
    func powerLoss() throws {
        let log = try folder.log()
        for index in 0..<8 {
            _ = try log.append(NewEvent.deposits(index * 5 + 1...index * 5 + 5), to: .a, expecting: .any)
        }
        let main = try folder.bytes("log.db")
        let wal = try folder.bytes("log.db-wal")
        var heads: Set<Int64> = []
        for length in stride(from: 0, through: wal.count, by: 5077) {
            let crashed = try TemporaryFolder()
            try main.write(to: URL(fileURLWithPath: crashed.file()))
            // What was not synced may hold anything.
            let rest = Data(repeating: 0xA5, count: min(wal.count - length, 3000))
            try (wal.prefix(length) + rest).write(to: URL(fileURLWithPath: crashed.file("log.db-wal")))
            let reopened = try crashed.log()
            let report = try reopened.verifyChain()
            #expect(report.isIntact)
            #expect(report.events % 5 == 0)
            heads.insert(report.events)
            _ = try reopened.append(NewEvent.deposits(100...104), to: .b, expecting: .none)
            #expect(try reopened.verifyChain().events == report.events + 5)
        }
        #expect(heads.count > 4)
    }

    @Test("a damaged page is an error, not an answer")
    func damagedPage() throws {
        do {
            _ = try folder.log().append(NewEvent.deposits(1...2000), to: .a, expecting: .none)
        }
        var bytes = try folder.bytes("log.db")
        for page in 20..<40 {
            bytes.replaceSubrange(page * 4096..<page * 4096 + 100, with: Data(repeating: 0xFF, count: 100))
        }
        try bytes.write(to: URL(fileURLWithPath: folder.file()))
        let log = try folder.log(access: .readOnly)
        #expect {
            try log.everything()
        } throws: { error in
            if case EventStoreError.damaged = error { true } else { false }
        }
    }

    @Test(
        "a text that is not UTF-8 is an error, not mended, even if mending would give as many bytes",
        arguments: ["F09F98", "FF", "C0AF", "EDA080", "414243F8"]
    )
    func notUTF8(_ bytes: String) throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        try RawDatabase(folder.file()).execute(
            """
            DROP TRIGGER payloads_unchanged;
            UPDATE payloads SET data = CAST(x'\(bytes)' AS TEXT) WHERE position = 2
            """
        )
        #expect {
            try log.everything()
        } throws: { error in
            guard case EventStoreError.damaged(_, let reason) = error else { return false }
            return reason.contains("not UTF-8")
        }
    }

    @Test("an event whose payload is missing is an error; one whose payload is gone reads as erased")
    func missingPayload() throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        let raw = try RawDatabase(folder.file())
        try raw.execute(
            """
            DROP TRIGGER payloads_unchanged; DROP TRIGGER payloads_kept;
            UPDATE payloads SET data = NULL WHERE position = 1
            """
        )
        #expect(try log.everything().map(\.isErased) == [true, false, false])
        try raw.execute("DELETE FROM payloads WHERE position = 3")
        #expect(
            throws: EventStoreError.damaged(
                path: folder.file(),
                reason: "the event at position 3 has no payload"
            )
        ) { try log.everything() }
    }
}

extension EventLog {
    /// All events.
    func everything() throws -> [RecordedEvent] { try read(EventQuery(limit: .max)) }
}
