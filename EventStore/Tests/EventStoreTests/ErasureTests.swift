import EventStore
import Foundation
import Testing

@testable import EventStoreSQLite

@Suite("Erasing")
struct ErasureTests {
    let folder: TemporaryFolder
    let log: SQLiteEventLog
    let projection = BalanceProjection()
    let secret = "Rosebud-4711"

    init() throws {
        folder = try TemporaryFolder()
        log = try folder.log()
        // Enough around it that pages split, move and are set free.
        _ = try log.append(NewEvent.deposits(1...300), to: .b, expecting: .none)
        for index in 1...40 {
            let payload =
                #"{"text":"\#(secret) \#(index) \#(String(repeating: "long ", count: index * 30))"}"#
            _ = try log.append([.noted("s\(index)", payload)], to: .a, expecting: .any)
            _ = try log.append(NewEvent.deposits(index * 1000...index * 1000 + 9), to: .b, expecting: .any)
        }
        try log.catchUp([projection, CountProjection()])
        _ = try log.rebuild([projection], progress: nil)
    }

    private func erase(_ projections: [any Projection] = [BalanceProjection(), CountProjection()]) throws
        -> ErasureReceipt
    {
        try log.erase(
            stream: .a,
            reason: "court order",
            recording: .noted("erasure", #"{"reason":"court order"}"#),
            projections: projections
        )
    }

    @Test("leaves none of the bytes in any file, while the chain verifies and the log tells why")
    func bytesGone() throws {
        #expect(try occurrences() > 40)
        let head = try log.head()
        let receipt = try erase()
        #expect(receipt.positions.count == 40)
        #expect(try occurrences() == 0)
        let report = try log.verify(against: head)
        #expect(report.isIntact)
        #expect(report.erasures.count == 40)
        #expect(
            report.erasures.allSatisfy { $0.recordedBy == receipt.recordedBy && $0.reason == "court order" }
        )
        let story = try log.read(EventQuery(stream: .a))
        #expect(story.count == 41)
        #expect(story.dropLast().allSatisfy { $0.isErased && $0.payload.isEmpty })
        #expect(story.last?.payload == #"{"reason":"court order"}"#)
        #expect(story.last?.position == receipt.recordedBy)
    }

    @Test("makes the projections forget")
    func projectionsForget() throws {
        #expect(try log.rows("SELECT count(*) FROM booking WHERE account = 'a'", []) == [[.integer(40)]])
        _ = try erase()
        #expect(try log.rows("SELECT count(*) FROM booking WHERE account = 'a'", []) == [[.integer(1)]])
        #expect(try log.verifyProjections([projection, CountProjection()]).allSatisfy(\.isEqual))
        #expect(try log.state(projection) == .current)
    }

    @Test("drops the tables of projections that are not given, for they may hold copies")
    func othersDropped() throws {
        _ = try erase([projection])
        #expect(try log.state(CountProjection()) == .missing)
        try log.catchUp([CountProjection()])
        #expect(try log.state(CountProjection()) == .current)
    }

    @Test("leaves none of the bytes either where a projection cannot be rebuilt, and says why it could not")
    func poisoned() throws {
        let poisoned = BalanceProjection(poison: EventID(rawValue: "d300"))
        #expect(
            throws: EventStoreError.projectionFailed(
                name: "balances",
                position: Position(rawValue: 300),
                reason: "Poisoned()"
            )
        ) { try erase([poisoned, CountProjection()]) }
        #expect(try occurrences() == 0)
        #expect(try log.verify().erased == 40)
        // Its rows are gone, for they cannot be told from copies; the other one was rebuilt.
        #expect(try log.state(projection) == .missing)
        #expect(try log.state(CountProjection()) == .current)
        try log.catchUp([projection])
        #expect(try log.verifyProjections([projection, CountProjection()]).allSatisfy(\.isEqual))
    }

    @Test("a second time finishes what was broken off and records nothing more")
    func again() throws {
        _ = try erase()
        let head = try log.head()
        let receipt = try erase()
        #expect(receipt == ErasureReceipt(positions: [], recordedBy: nil))
        #expect(try log.head() == head)
    }

    @Test("what was erased is recognised when it is sent again, and stays erased")
    func sentAgain() throws {
        let first = NewEvent.noted(
            "s1",
            #"{"text":"\#(secret) 1 \#(String(repeating: "long ", count: 30))"}"#
        )
        _ = try erase()
        #expect(try log.append([first], to: .a, expecting: .any).alreadyRecorded)
        #expect(try occurrences() == 0)
    }

    @Test("of a stream that holds nothing is refused, and so is an event that is recorded already")
    func refused() throws {
        let head = try log.head()
        #expect(throws: EventStoreError.self) {
            try log.erase(
                stream: StreamName(rawValue: "nobody"),
                reason: "",
                recording: .noted("x", "{}"),
                projections: []
            )
        }
        #expect(throws: EventStoreError.self) {
            try log.erase(
                stream: .a,
                reason: "",
                recording: .noted("s40", try log.read(EventQuery(stream: .a)).last?.payload ?? ""),
                projections: []
            )
        }
        #expect(try log.head() == head)
        #expect(try log.verify().erased == 0)
    }

    @Test("waits for readers, and says so if one does not end; readers keep what they began with")
    func readers() throws {
        let reader = try folder.log(access: .readOnly)
        try reader.snapshot {
            let before = try reader.read(EventQuery(stream: .a))
            #expect(throws: EventStoreError.busy(path: folder.file())) { try erase() }
            #expect(try reader.read(EventQuery(stream: .a)) == before)
        }
        _ = try erase()
        #expect(try occurrences() == 0)
    }

    @Test(
        "has one door: no statement changes a payload unless an erasure tells of it",
        arguments: [
            "UPDATE payloads SET data = NULL WHERE position = 301",
            "UPDATE payloads SET data = '' WHERE position = 301",
            "INSERT INTO erasures VALUES (301, 301, '')",
            "INSERT INTO erasures VALUES (301, 300, '')",
            "INSERT INTO erasures VALUES (301, 99999, '')",
            "INSERT INTO erasures VALUES (301, 302, ''); UPDATE payloads SET data = 'x' WHERE position = 301",
            "INSERT INTO erasures VALUES (301, 302, ''); UPDATE erasures SET reason = 'y'",
            "INSERT INTO erasures VALUES (301, 302, ''); DELETE FROM erasures",
            "INSERT INTO erasures VALUES (301, 302, ''); REPLACE INTO erasures VALUES (301, 303, '')",
        ]
    )
    func door(_ sql: String) throws {
        #expect(throws: RawDatabase.Failure.self) { try RawDatabase(folder.file()).execute(sql) }
    }

    /// How often the secret is found in the files of the store.
    private func occurrences() throws -> Int {
        var count = 0
        for name in try folder.contents() {
            let bytes = try folder.bytes(name)
            var from = bytes.startIndex
            while let range = bytes.range(of: Data(secret.utf8), in: from..<bytes.endIndex) {
                count += 1
                from = range.upperBound
            }
        }
        return count
    }
}

extension NewEvent {
    /// A deposit with a payload of one's own.
    static func noted(_ id: String, _ payload: String) -> NewEvent {
        NewEvent(
            id: EventID(rawValue: id),
            type: EventType(rawValue: "Deposited"),
            schemaVersion: 1,
            payload: payload
        )
    }
}
