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
    /// After how many kills what was broken off is finished.
    private static let roundsPerCheck = 4

    private static func setting(_ name: String, or value: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? value
    }

    private static let tasks = ["mixed", "rebuild", "erase", "backup", "import"]

    @Test(
        "leave every acknowledged event, no half batch, an intact chain and true projections; nothing that was erased comes back, and no copy has its name before it is whole",
        arguments: tasks
    )
    func killed(_ task: String) throws {
        let share = (CrashTests.kills + CrashTests.tasks.count - 1) / CrashTests.tasks.count
        let stores = (share + CrashTests.killsPerStore - 1) / CrashTests.killsPerStore
        var resumed = 0
        var copies = 0
        for store in 0..<stores {
            let folder = try TemporaryFolder()
            var random = SplitMix(seed: UInt64(CrashTests.seed * 1_000_003 + store))
            var acknowledged: [Acknowledgement] = []
            for round in 1...CrashTests.killsPerStore {
                let seed = Int(random.next() % 1_000_000)
                let program = try TortureProgram(task, folder.file(), round, seed)
                let finishes = round % CrashTests.roundsPerCheck == 0
                // On a slow disk a copy, or a rebuild of more than a batch, may take longer than any of the moments: one is
                // waited for.
                let awaited: String? =
                    switch task {
                    case "backup", "import": round == 1 ? "c " : nil
                    case "mixed", "rebuild": finishes ? "r " : nil
                    default: nil
                    }
                acknowledged += try program.kill(after: Int32(random.next() % 60), awaiting: awaited)
                let place = Comment("\(task), store \(store), round \(round), seed \(CrashTests.seed)")
                resumed += try check(folder, acknowledged, finishes: finishes, place) ? 1 : 0
                copies += try checkCopies(folder, acknowledged, round: round, place)
            }
        }
        if ["mixed", "rebuild"].contains(task) {
            #expect(resumed > 0, "no rebuild was killed half-way: the moments are not well chosen")
        }
        if ["backup", "import"].contains(task) { #expect(copies > 0) }
    }

    /// Checks a store that a killed process left.
    ///
    /// - Returns: Whether a rebuild had been broken off and went on where it stopped.
    private func check(
        _ folder: TemporaryFolder,
        _ acknowledged: [Acknowledgement],
        finishes: Bool,
        _ place: Comment
    ) throws -> Bool {
        let log = try Torture.open(folder.file())
        let report = try log.verify()
        #expect(report.isIntact, place)
        var batches: [[Int]: (found: Int, count: Int)] = [:]
        var secrets: Set<StreamName> = []
        for event in try log.read(EventQuery(limit: .max)) {
            if event.stream.rawValue.hasPrefix("secrets/") {
                secrets.insert(event.stream)
                continue
            }
            let parts = event.id.rawValue.split { $0 == "-" || $0 == "/" }.compactMap { Int($0) }
            #expect(parts[2] == (batches[[parts[0], parts[1]]]?.found ?? 0) + 1, place)
            batches[[parts[0], parts[1]]] = (parts[2], parts[3])
        }
        #expect(batches.values.allSatisfy { $0.found == $0.count }, place)
        for case .batch(let round, let number, let events) in acknowledged {
            #expect(batches[[round, number]]?.count == events, place)
        }
        for case .erasure(let round, let number) in acknowledged {
            #expect(try !folder.contains(Torture.secret(round, number)), place)
        }
        let comparison = try #require(try log.verifyProjections([LedgerProjection()]).first)
        // Between an erasure and the rebuild that follows it the projection is stale, and says so.
        #expect(comparison.isEqual || [.missing, .stale].contains(comparison.status.state), place)
        guard finishes else { return false }
        for stream in secrets { try Torture.erase(stream, of: log) }
        if !secrets.isEmpty { #expect(try !folder.contains("secret-"), place) }
        let rebuild = try log.rebuild([LedgerProjection()], progress: nil)
        let rebuilt = try log.verifyProjections([LedgerProjection()])
        #expect(rebuilt.allSatisfy { $0.isEqual && $0.status.state == .current }, place)
        #expect(try log.verify().isIntact, place)
        return rebuild.resumedAfter > .start
    }

    /// Checks the copies that a killed process made, acknowledged or not, and removes them.
    ///
    /// - Returns: How many there were.
    private func checkCopies(
        _ folder: TemporaryFolder,
        _ acknowledged: [Acknowledgement],
        round: Int,
        _ place: Comment
    ) throws -> Int {
        var heads: [String: Head] = [:]
        for case .copy(let madeIn, let number, let head) in acknowledged where madeIn == round {
            heads["log.db.copy-\(round)-\(number)"] = head
        }
        let names = try folder.contents().filter { $0.hasPrefix("log.db.copy-") }
        let copies = names.filter {
            !$0.contains(".partial") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
        }
        #expect(Set(copies).isSuperset(of: heads.keys), place)
        for name in copies {
            let copy = try folder.log(name, access: .readOnly)
            #expect(try copy.verify(against: heads[name]).isIntact, place)
            #expect(try copy.head().position > .start, place)
        }
        for name in try folder.contents() where name.hasPrefix("log.db.copy-") {
            try FileManager.default.removeItem(at: folder.url(name))
        }
        return copies.count
    }
}

extension TemporaryFolder {
    /// Whether some bytes stand in any file of the store.
    fileprivate func contains(_ text: String) throws -> Bool {
        for name in try contents() where try bytes(name).range(of: Data(text.utf8)) != nil { return true }
        return false
    }
}
