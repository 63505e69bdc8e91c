import EventStore
import EventStoreSQLite
import Foundation
import Testing

@Suite("The hash chain")
struct ChainTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        let timed = NewEvent(
            id: EventID(rawValue: "é"),
            type: EventType(rawValue: "Withdrawn"),
            schemaVersion: 2,
            payload: "\u{0}👩‍👧",
            metadata: #"{"by":"Zoë"}"#,
            occurredAt: Timestamp(rawValue: -5)
        )
        _ = try log.append([timed], to: .b, expecting: .none)
        _ = try log.append(NewEvent.deposits(5...1100), to: .a, expecting: .any)
    }

    @Test("has known values, for ever")
    func knownValues() {
        #expect(
            HashChain.digest(ofPayload: "").description
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
        let header = EventHeader(
            position: Position(rawValue: 1),
            stream: .a,
            version: 1,
            id: EventID(rawValue: "1"),
            type: EventType(rawValue: "Deposited"),
            schemaVersion: 1,
            metadata: "{}",
            occurredAt: nil,
            recordedAt: Timestamp(rawValue: 1_000_000),
            payloadDigest: HashChain.digest(ofPayload: "{}")
        )
        #expect(
            HashChain.hash(of: header, after: HashChain.start).description
                == "42e20f0a3788fde15be09d4e4691cd830b98f2d61da2825074f8af549578315b"
        )
        let timed = EventHeader(
            position: Position(rawValue: 1),
            stream: .a,
            version: 1,
            id: EventID(rawValue: "1"),
            type: EventType(rawValue: "Deposited"),
            schemaVersion: 1,
            metadata: "{}",
            occurredAt: Timestamp(rawValue: -1),
            recordedAt: Timestamp(rawValue: 1_000_000),
            payloadDigest: HashChain.digest(ofPayload: "{}")
        )
        #expect(
            HashChain.hash(of: timed, after: HashChain.start).description
                == "9b55904e7b621a0a317b9d3047128b98e2362f60904f0cae6b8d9f40e4e8e49d"
        )
    }

    @Test("of an untouched log verifies")
    func intact() throws {
        let log = try folder.log()
        let report = try log.verifyChain()
        #expect(report == ChainReport(events: 1100, head: try log.head()))
    }

    @Test("of an empty log verifies")
    func empty() throws {
        let report = try folder.log("empty.db").verifyChain()
        #expect(report.isIntact)
        #expect(report.events == 0)
    }

    /// A change made behind the triggers' back, and the position where it shows first.
    struct Forgery: CustomStringConvertible, Sendable {
        let description: String
        let position: Int64
        let sql: String

        static let all: [Forgery] = [
            Forgery(
                description: "a payload",
                position: 2,
                sql: "UPDATE payloads SET data = '{}' WHERE position = 2"
            ),
            Forgery(
                description: "a payload and its digest",
                position: 2,
                sql: """
                    UPDATE payloads SET data = '' WHERE position = 2;
                    UPDATE events SET payload_digest = (SELECT
                        x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855') WHERE position = 2
                    """
            ),
            Forgery(
                description: "a type",
                position: 3,
                sql: "UPDATE events SET type = 'Withdrawn' WHERE position = 3"
            ),
            Forgery(
                description: "metadata",
                position: 4,
                sql: "UPDATE events SET metadata = '{}' WHERE position = 4"
            ),
            Forgery(
                description: "an id",
                position: 5,
                sql: "UPDATE events SET event_id = 'x' WHERE position = 5"
            ),
            Forgery(
                description: "a stream",
                position: 4,
                sql: "UPDATE events SET stream = 'c' WHERE position = 4"
            ),
            Forgery(
                description: "a schema version",
                position: 6,
                sql: "UPDATE events SET schema_version = 2 WHERE position = 6"
            ),
            Forgery(
                description: "a time taken away",
                position: 4,
                sql: "UPDATE events SET occurred_at = NULL WHERE position = 4"
            ),
            Forgery(
                description: "a time added",
                position: 7,
                sql: "UPDATE events SET occurred_at = 0 WHERE position = 7"
            ),
            Forgery(
                description: "a time recorded",
                position: 8,
                sql: "UPDATE events SET recorded_at = 1 WHERE position = 8"
            ),
            Forgery(
                description: "a text moved from one field to the next",
                position: 9,
                sql: "UPDATE events SET event_id = event_id || 'D', type = 'eposited' WHERE position = 9"
            ),
            Forgery(
                description: "a hash",
                position: 10,
                sql: "UPDATE events SET hash = zeroblob(32) WHERE position = 10"
            ),
            Forgery(
                description: "a hash of another length",
                position: 10,
                sql: "UPDATE events SET hash = zeroblob(31) WHERE position = 10"
            ),
            Forgery(
                description: "an event taken away",
                position: 1050,
                sql: "DELETE FROM events WHERE position = 1050"
            ),
            Forgery(
                description: "two events in each other's place",
                position: 6,
                sql: ["events", "payloads"].map { table in
                    """
                    UPDATE \(table) SET position = -1 WHERE position = 6;
                    UPDATE \(table) SET position = 6 WHERE position = 7;
                    UPDATE \(table) SET position = 7 WHERE position = -1;
                    """
                }.joined()
            ),
            Forgery(
                description: "an event slipped in",
                position: 8,
                sql: ["events", "payloads"].map { table in
                    """
                    UPDATE \(table) SET position = -position WHERE position > 7;
                    UPDATE \(table) SET position = 1 - position WHERE position < 0;
                    """
                }.joined() + """
                    INSERT INTO payloads SELECT 8, data FROM payloads WHERE position = 7;
                    INSERT INTO events SELECT 8, 'x', 1, 'new', type, schema_version, occurred_at, recorded_at,
                        metadata, payload_digest, hash FROM events WHERE position = 7;
                    UPDATE head SET position = position + 1
                    """
            ),
            Forgery(
                description: "a payload taken away",
                position: 1050,
                sql: "DELETE FROM payloads WHERE position = 1050"
            ),
            Forgery(
                description: "the last event taken away",
                position: 1100,
                sql: "DELETE FROM events WHERE position = 1100"
            ),
            Forgery(
                description: "the head's hash",
                position: 1100,
                sql: "UPDATE head SET hash = zeroblob(32)"
            ),
            Forgery(
                description: "the head set back",
                position: 1100,
                sql: "UPDATE head SET position = 1099, hash = (SELECT hash FROM events WHERE position = 1099)"
            ),
        ]
    }

    @Test("shows where something was changed", arguments: Forgery.all)
    func forged(_ forgery: Forgery) throws {
        try forge(forgery.sql)
        let report = try folder.log().verifyChain()
        #expect(report.failure?.position == Position(rawValue: forgery.position))
    }

    @Test("shows a payload that was removed without an erasure")
    func removed() throws {
        try forge("UPDATE payloads SET data = NULL WHERE position IN (2, 4)")
        let report = try folder.log().verifyChain()
        #expect(report.failures.map(\.position?.rawValue) == [2, 4])
        #expect(report.events == 1098)
    }

    @Test("goes on behind a forged event and tells of each")
    func several() throws {
        try forge(
            """
            UPDATE payloads SET data = '{}' WHERE position = 2;
            DELETE FROM events WHERE position BETWEEN 10 AND 12;
            UPDATE events SET type = 'Other' WHERE position = 1050
            """
        )
        let report = try folder.log().verifyChain()
        #expect(
            report.failures.map(\.description) == [
                "position 2: its payload does not have the recorded digest",
                "position 10: the events from here to 12 are missing",
                "position 1050: its hash does not follow from what it holds",
            ]
        )
    }

    @Test("a log whose last event was forged takes no more events")
    func nothingIsBuiltOnABrokenChain() throws {
        try forge("UPDATE head SET hash = zeroblob(32)")
        let log = try folder.log()
        #expect(throws: EventStoreError.self) {
            try log.append(NewEvent.deposits(9000...9000), to: .a, expecting: .any)
        }
    }

    @Test("is recomputed alike by the script, which needs no code of ours", .enabled(if: Python.isThere))
    func script() throws {
        let log = try folder.log()
        let honest = try Python.verify(folder.file())
        #expect(honest.output == "1100 \(try log.head().hash)\n")
        #expect(honest.code == 0)
    }

    @Test(
        "the script finds what was changed",
        .enabled(if: Python.isThere),
        arguments: Forgery.all.filter { [2, 9, 1050].contains($0.position) }
    )
    func scriptFinds(_ forgery: Forgery) throws {
        // The script leaves time's order to the chain's hashes.
        try forge(forgery.sql)
        let forged = try Python.verify(folder.file())
        #expect(forged.code == 1)
        #expect(forged.output.isEmpty)
    }

    @Test("the script verifies without erased payloads", .enabled(if: Python.isThere))
    func scriptErased() throws {
        try forge(
            "INSERT INTO erasures VALUES (2, 4, 'x'); UPDATE payloads SET data = NULL WHERE position = 2"
        )
        #expect(try Python.verify(folder.file()).code == 0)
        try forge("DELETE FROM erasures")
        #expect(try Python.verify(folder.file()).code == 1)
    }

    /// Does what the triggers forbid, by dropping them.
    private func forge(_ sql: String) throws {
        let raw = try RawDatabase(folder.file())
        for trigger in try raw.column("SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
            try raw.execute("DROP TRIGGER \(trigger)")
        }
        try raw.execute(sql)
    }
}

/// Runs the script that verifies a store.
private enum Python {
    static let isThere = Python.run(["-c", "import sqlite3"]).map { $0.code == 0 } ?? false

    static func verify(_ path: String) throws -> (output: String, code: Int32) {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try #require(run([folder.appendingPathComponent("verify_chain.py").path, path]))
    }

    private static func run(_ arguments: [String]) -> (output: String, code: Int32)? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            return nil
        }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: output, as: UTF8.self), process.terminationStatus)
    }
}
