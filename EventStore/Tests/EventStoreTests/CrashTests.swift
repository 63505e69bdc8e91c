import EventStore
import EventStoreSQLite
import Foundation
import Testing

@testable import event_store_torture

/// Processes killed at random moments.
///
/// TORTURE_KILLS sets how many, TORTURE_SEED which moments.
@Suite("Killed processes")
struct CrashTests {
    /// How often a process is killed in all.
    private static let kills = setting("TORTURE_KILLS", or: 208)
    private static let seed = setting("TORTURE_SEED", or: 1)
    /// How many kills one store lives through.
    private static let killsPerStore = 13

    private static func setting(_ name: String, or value: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? value
    }

    @Test(
        "leave every acknowledged event, no half batch, an intact chain and true projections",
        arguments: ["mixed", "rebuild"]
    )
    func killed(_ task: String) throws {
        let stores = max(1, (CrashTests.kills / 2 + CrashTests.killsPerStore - 1) / CrashTests.killsPerStore)
        var kills = 0
        var resumed = 0
        for store in 0..<stores {
            let folder = try TemporaryFolder()
            var random = SplitMix(seed: UInt64(CrashTests.seed * 1_000_003 + store))
            var acknowledged: [[Int]] = []
            for round in 1...CrashTests.killsPerStore {
                let seed = Int(random.next() % 1_000_000)
                let program = try TortureProgram(task, folder.file(), round, seed)
                acknowledged += try program.kill(after: Int32(random.next() % 60))
                kills += 1
                let place = Comment("store \(store), round \(round), seed \(CrashTests.seed)")
                resumed += try check(folder.file(), acknowledged, finishes: round % 4 == 0, place) ? 1 : 0
            }
        }
        #expect(kills >= CrashTests.kills / 2)
        #expect(resumed > 0, "no rebuild was killed half-way: the moments are not well chosen")
    }

    /// Checks a store that a killed process left.
    ///
    /// - Returns: Whether a rebuild had been broken off and went on where it stopped.
    private func check(
        _ path: String,
        _ acknowledged: [[Int]],
        finishes: Bool,
        _ place: Comment
    ) throws -> Bool {
        let log = try Torture.open(path)
        let report = try log.verify()
        #expect(report.isIntact, place)
        var batches: [[Int]: (found: Int, count: Int)] = [:]
        for event in try log.read(EventQuery(limit: .max)) {
            let parts = event.id.rawValue.split { $0 == "-" || $0 == "/" }.compactMap { Int($0) }
            #expect(parts[2] == (batches[[parts[0], parts[1]]]?.found ?? 0) + 1, place)
            batches[[parts[0], parts[1]]] = (parts[2], parts[3])
        }
        #expect(batches.values.allSatisfy { $0.found == $0.count }, place)
        for batch in acknowledged { #expect(batches[[batch[0], batch[1]]]?.count == batch[2], place) }
        let comparison = try #require(try log.verifyProjections([LedgerProjection()]).first)
        #expect(comparison.isEqual || comparison.status.state == .missing, place)
        guard finishes else { return false }
        let rebuild = try log.rebuild([LedgerProjection()], progress: nil)
        let rebuilt = try log.verifyProjections([LedgerProjection()])
        #expect(rebuilt.allSatisfy { $0.isEqual && $0.status.state == .current }, place)
        return rebuild.resumedAfter > .start
    }
}
