import EventStore
import EventStoreSQLite
import EventStoreTesting
import Testing

@Suite("The contract of every log")
struct ContractTests {
    @Test("in an SQLite file", arguments: EventLogContract.cases)
    func sqlite(_ contractCase: EventLogContract.Case) async throws {
        let folder = try TemporaryFolder()
        let fixture = EventLogFixture(tampering: tampering(folder.file())) { upcasters, clock in
            try SQLiteEventLog.open(at: folder.file(), access: .create, upcasters: upcasters, clock: clock)
        }
        try await contractCase.run(fixture)
        let report = try folder.log().verifyChain()
        #expect(report.isIntact)
    }

    @Test("in memory", arguments: EventLogContract.cases)
    func memory(_ contractCase: EventLogContract.Case) async throws {
        let storage = MemoryEventLog.Storage()
        let fixture = EventLogFixture { upcasters, clock in
            MemoryEventLog(storage, upcasters: upcasters, clock: clock)
        }
        try await contractCase.run(fixture)
    }

    @Test("projections in an SQLite file", arguments: ProjectionContract.cases)
    func projections(_ contractCase: ProjectionContract.Case) throws {
        let folder = try TemporaryFolder()
        let fixture = ProjectionContract.Fixture { upcasters in try folder.log(upcasters: upcasters) }
        try contractCase.run(fixture)
        #expect(try folder.log().verify().isIntact)
    }

    /// What a careless or dishonest program might try.
    private func tampering(_ path: String) -> [@Sendable () throws -> Void] {
        [
            "UPDATE events SET type = 'Other' WHERE position = 2",
            "UPDATE events SET hash = zeroblob(32)",
            "DELETE FROM events WHERE position = 3",
            "DELETE FROM events",
            "UPDATE payloads SET data = '{}' WHERE position = 1",
            "UPDATE payloads SET data = NULL WHERE position = 1",
            "DELETE FROM payloads",
            "REPLACE INTO payloads VALUES (1, '{}')",
            "REPLACE INTO events SELECT 4, 'x', 1, event_id, type, 1, NULL, 0, '', hash, hash FROM events LIMIT 1",
            "REPLACE INTO events SELECT 4, stream, 1, 'new', type, 1, NULL, 0, '', hash, hash FROM events LIMIT 1",
            "REPLACE INTO events SELECT * FROM events WHERE position = 3",
            "INSERT INTO events VALUES (9, 'x', 1, 'new', 'T', 1, NULL, 0, '', zeroblob(32), zeroblob(32))",
            "INSERT INTO events VALUES (4, 'x', 2, 'new', 'T', 1, NULL, 0, '', zeroblob(32), zeroblob(32))",
            "UPDATE head SET position = 2",
            "UPDATE head SET hash = zeroblob(32)",
            "DELETE FROM head",
            "REPLACE INTO head VALUES (1, 0, zeroblob(32))",
        ].map { sql in { try RawDatabase(path).execute(sql) } }
    }
}
