import EventStore
import EventStoreSQLite
import Foundation
import NewsEvents
import Testing

@Suite("Old payload versions")
struct UpcastingTests {
    private func statement(_ file: String) throws -> NewEvent {
        NewEvent(
            id: EventID(rawValue: file),
            type: .statementMade,
            schemaVersion: 1,
            payload: try Fixture.text(file)
        )
    }

    private static let stream = StreamName(rawValue: "article-a0123456789ab")

    @Test("StatementMade 1 is read as version 2: its one speaker becomes a list")
    func speaker() throws {
        let upcast = try Upcasters(Upcaster.news).upcast(Recorded.event(statement("StatementMade.1.json")))
        #expect(upcast.schemaVersion == 2)
        let expected = try #require(SampleEvents.all.first { $0.name == "StatementMade" }).event
        #expect(try NewsEventCodec().decode(upcast) == expected)
    }

    @Test("StatementMade 1 without a speaker is read as one nobody is named for")
    func noSpeaker() throws {
        let upcast = try Upcasters(Upcaster.news).upcast(
            Recorded.event(statement("StatementMade.1.unattributed.json"))
        )
        guard case .statementMade(let statement) = try NewsEventCodec().decode(upcast) else {
            Issue.record("not a statement")
            return
        }
        #expect(statement.speakers.isEmpty)
    }

    @Test("ArticleRecorded 1 is read as version 2: nobody said what it was read from")
    func input() throws {
        let event = NewEvent(
            id: EventID(rawValue: "x"),
            type: .articleRecorded,
            schemaVersion: 1,
            payload: try Fixture.text("ArticleRecorded.1.json")
        )
        let upcast = try Upcasters(Upcaster.news).upcast(Recorded.event(event))
        #expect(upcast.schemaVersion == 2)
        guard case .articleRecorded(var expected) = SampleEvents.all.first?.event else {
            Issue.record("not an article")
            return
        }
        expected.input = nil
        #expect(try NewsEventCodec().decode(upcast) == .articleRecorded(expected))
    }

    @Test("a log in memory reads an old event in its current version")
    func throughMemory() throws {
        let log = MemoryEventLog(upcasters: try Upcasters(Upcaster.news)) { Timestamp(rawValue: 1) }
        try readsCurrent(log)
    }

    @Test("a log on disk reads an old event in its current version and leaves the stored bytes alone")
    func throughSQLite() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "log.db").path
        let log = try SQLiteEventLog.open(at: path, access: .create, upcasters: Upcasters(Upcaster.news)) {
            Timestamp(rawValue: 1)
        }
        try readsCurrent(log)
        let bare = try SQLiteEventLog.open(at: path, access: .readOnly) { Timestamp(rawValue: 1) }
        let stored = try bare.read(EventQuery())
        #expect(stored.map(\.schemaVersion) == [1])
        #expect(stored.map(\.payload) == [try Fixture.text("StatementMade.1.json")])
    }

    private func readsCurrent(_ log: some EventLog) throws {
        _ = try log.append([statement("StatementMade.1.json")], to: Self.stream, expecting: .none)
        let read = try log.read(EventQuery(stream: Self.stream))
        let expected = try #require(SampleEvents.all.first { $0.name == "StatementMade" }).event
        #expect(try read.map { try NewsEventCodec().decode($0) } == [expected])
    }

    @Test("every type's current version is one above its last upcaster")
    func versionsAgree() throws {
        let upcasters = try Upcasters(Upcaster.news)
        for (type, version) in NewsEventCodec.currentVersions {
            #expect(upcasters.currentVersion(of: type) ?? 1 == version)
        }
    }
}
