import CFaultyVFS
import EventStore
import EventStoreSQLite
import Foundation
import Testing

/// A disk that fails at the n-th write, sync or truncation, for every n that a scenario reaches.
///
/// The layer that fails is each thread's own, so the cases run side by side.
@Suite("Faulty disks")
struct FaultyDiskTests {
    init() throws { try #require(faulty_vfs_register() == 0) }

    /// What fails, and whether it goes on failing.
    struct Fault: CustomTestStringConvertible, Sendable {
        let kind: faulty_kind
        let stays: Bool
        let testDescription: String

        static let all = [
            Fault(kind: FAULTY_WRITE, stays: false, testDescription: "a write fails once"),
            Fault(kind: FAULTY_WRITE, stays: true, testDescription: "all writes fail from then on"),
            Fault(kind: FAULTY_TORN_WRITE, stays: false, testDescription: "a write is torn"),
            Fault(kind: FAULTY_SYNC, stays: false, testDescription: "a sync fails once"),
            Fault(kind: FAULTY_SYNC, stays: true, testDescription: "all syncs fail from then on"),
            Fault(kind: FAULTY_TRUNCATE, stays: true, testDescription: "files cannot be cut short"),
            Fault(kind: FAULTY_FULL, stays: false, testDescription: "the disk is full once"),
            Fault(kind: FAULTY_FULL, stays: true, testDescription: "the disk is full from then on"),
        ]
    }

    @Test("give an error or keep the promise, and leave an intact store", arguments: Fault.all)
    func everyOperation(_ fault: Fault) throws {
        var n = 1
        var failures = 0
        while true {
            let folder = try TemporaryFolder(inMemory: true)
            faulty_vfs_arm(fault.kind, n, fault.stays ? 1 : 0)
            var scenario = Scenario(path: folder.file())
            scenario.run()
            let hasFired = faulty_vfs_has_fired() != 0
            faulty_vfs_arm(FAULTY_NONE, 0, 0)
            if scenario.failure != nil { failures += 1 }
            if !hasFired {
                // The scenario is done before its n-th operation: all were tried.
                #expect(scenario.failure == nil)
                break
            }
            try check(folder.file(), scenario, goesOn: n % 4 == 0, "operation \(n)")
            n += 1
        }
        // Cutting a file short only gives space back: it happens seldom and may fail unseen.
        #expect(n > (fault.kind == FAULTY_TRUNCATE ? 1 : 10))
        #expect(failures > 0 || fault.kind == FAULTY_TRUNCATE)
    }

    @Test("that lose power at any moment keep every acknowledged event", arguments: [1, 2] as [UInt64])
    func powerLoss(_ seed: UInt64) throws {
        var n = 1
        while true {
            let folder = try TemporaryFolder(inMemory: true)
            faulty_vfs_track()
            faulty_vfs_arm(FAULTY_POWER, n, 1)
            var scenario = Scenario(path: folder.file())
            scenario.run()
            let hasFired = faulty_vfs_has_fired() != 0
            faulty_vfs_cut_power(seed &* 1000 &+ UInt64(n))
            faulty_vfs_arm(FAULTY_NONE, 0, 0)
            let after = try TemporaryFolder(inMemory: true)
            for name in try folder.contents() where name.hasSuffix(".durable") {
                try folder.bytes(name).write(to: after.url(String(name.dropLast(".durable".count))))
            }
            if !(try after.contents().isEmpty) {
                try check(after.file(), scenario, goesOn: n % 4 == 0, "operation \(n)")
            }
            if !hasFired { break }
            n += 1
        }
        #expect(n > 50)
    }

    private func check(_ path: String, _ scenario: Scenario, goesOn: Bool, _ place: Comment) throws {
        let log = try SQLiteEventLog.open(at: path, access: .create) { Timestamp(rawValue: 2_000_000) }
        let report = try log.verify()
        #expect(report.isIntact, place)
        // What was acknowledged is there; of what failed, all or nothing.
        #expect(report.events >= scenario.acknowledged, place)
        #expect(report.events % Scenario.batch == 0, place)
        let comparisons = try log.verifyProjections([BalanceProjection()])
        #expect(comparisons.allSatisfy { $0.isEqual || [.missing, .stale].contains($0.status.state) }, place)
        guard goesOn else { return }
        _ = try log.append(NewEvent.deposits(900...904), to: .b, expecting: .any)
        _ = try log.rebuild([BalanceProjection()], progress: nil)
        #expect(try log.verify().isIntact, place)
        #expect(try log.verifyProjections([BalanceProjection()]).allSatisfy(\.isEqual), place)
    }
}

/// Appends, catches up, rebuilds and closes; ends at the first error.
private struct Scenario {
    let path: String
    /// Number of events whose append returned.
    private(set) var acknowledged: Int64 = 0
    private(set) var failure: EventStoreError?

    static let batch: Int64 = 5

    init(path: String) { self.path = path }

    mutating func run() {
        do throws(EventStoreError) {
            let log = try SQLiteEventLog.open(
                at: path,
                access: .create,
                vfs: "faulty",
                batches: BatchSizes(catchUp: 10, rebuild: 10)
            ) { Timestamp(rawValue: 1_000_000) }
            for index in 0..<3 {
                _ = try log.append(NewEvent.deposits(index * 5 + 1...index * 5 + 5), to: .a, expecting: .any)
                acknowledged += Scenario.batch
                if index % 3 == 1 { try log.catchUp([BalanceProjection()]) }
            }
            _ = try log.rebuild([BalanceProjection()], progress: nil)
            _ = try log.append(NewEvent.deposits(100...104), to: .b, expecting: .none)
            acknowledged += Scenario.batch
        } catch {
            failure = error
        }
    }
}
