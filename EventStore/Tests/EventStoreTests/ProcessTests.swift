import EventStore
import EventStoreSQLite
import Testing

@testable import event_store_torture

@Suite("Many processes on one file")
struct ProcessTests {
    @Test("eight append, four read and one rebuilds: nothing is lost, no hole is seen, nobody is turned away")
    func manyProcesses() throws {
        let folder = try TemporaryFolder()
        let batches = 25
        let writers = 8
        let expected = (1...writers).reduce(0) { $0 + TortureCount.events(round: $1, batches: batches) }
        let readers = try (1...4).map { try TortureProgram("follow", folder.file(), $0, expected) }
        let appenders = try (1...writers).map { try TortureProgram("append", folder.file(), $0, batches) }
        let log = try Torture.open(folder.file())
        var rebuilds = 0
        while try log.head().position.rawValue < expected {
            _ = try log.rebuild([LedgerProjection()], progress: nil)
            rebuilds += 1
        }
        #expect(rebuilds > 0)
        for program in appenders {
            let (code, lines) = program.end()
            #expect(code == 0)
            #expect(lines.count == batches + 1)
        }
        // A reader that sees a hole says so and ends with code 1; one that is turned away ends with an error.
        for program in readers { #expect(program.end().code == 0) }
        let report = try log.verify()
        #expect(report.isIntact)
        #expect(report.events == Int64(expected))
        try log.catchUp([LedgerProjection()])
        #expect(try log.verifyProjections([LedgerProjection()]).allSatisfy(\.isEqual))
        #expect(try log.rows("SELECT sum(bookings) FROM ledger_balance") == [[.integer(Int64(expected))]])
    }
}

/// Works out what the program will append.
private enum TortureCount {
    static func events(round: Int, batches: Int) -> Int {
        var random = SplitMix(seed: UInt64(round))
        var total = 0
        for _ in 1...batches {
            let count = Int(random.next() % 20) + 1
            total += count
            for _ in 0...count { _ = random.next() }
        }
        return total
    }
}
