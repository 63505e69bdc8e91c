import EventStore
import Foundation
import Testing

@testable import EventStoreSQLite

@Suite("The file")
struct FileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let allAccess: [SQLiteEventLog.Access] = [.readOnly, .readWrite, .create]

    @Test("a text file, however short, is refused untouched", arguments: allAccess, [1, 15, 16, 100, 5000])
    func textFile(_ access: SQLiteEventLog.Access, _ length: Int) throws {
        let text = Data(String(repeating: "dear diary ", count: 500).utf8.prefix(length))
        try text.write(to: URL(fileURLWithPath: folder.file()))
        try expectRefusal(.notAStore(path: folder.file()), access, leaving: text)
    }

    @Test("a file that starts like a database but is none is refused untouched", arguments: allAccess)
    func fakeHeader(_ access: SQLiteEventLog.Access) throws {
        let bytes = Data("SQLite format 3\0".utf8) + Data(repeating: 0x41, count: 5000)
        try bytes.write(to: URL(fileURLWithPath: folder.file()))
        try expectRefusal(.notAStore(path: folder.file()), access, leaving: bytes)
    }

    @Test("another program's database is refused untouched", arguments: allAccess, ["DELETE", "WAL"])
    func foreignDatabase(_ access: SQLiteEventLog.Access, _ journal: String) throws {
        do {
            let raw = try RawDatabase(folder.file())
            try raw.execute(
                "PRAGMA journal_mode = \(journal); CREATE TABLE events (a); INSERT INTO events VALUES (1)"
            )
        }
        try expectRefusal(.notAStore(path: folder.file()), access, leaving: try folder.bytes("log.db"))
    }

    @Test("a folder is refused", arguments: allAccess)
    func directory(_ access: SQLiteEventLog.Access) throws {
        try FileManager.default.createDirectory(atPath: folder.file(), withIntermediateDirectories: false)
        #expect(throws: EventStoreError.cannotOpen(path: folder.file(), reason: "it is a folder")) {
            try folder.log(access: access)
        }
    }

    @Test("a file of a newer format is refused untouched", arguments: allAccess)
    func newer(_ access: SQLiteEventLog.Access) throws {
        _ = try folder.log()
        try RawDatabase(folder.file()).execute("PRAGMA user_version = 3; PRAGMA wal_checkpoint(TRUNCATE)")
        try expectRefusal(
            .newerStore(path: folder.file(), found: 3, readable: 2),
            access,
            leaving: try folder.bytes("log.db")
        )
    }

    @Test("a missing file is made by .create only")
    func missing() throws {
        for access in [SQLiteEventLog.Access.readOnly, .readWrite] {
            #expect(
                throws: EventStoreError.cannotOpen(
                    path: folder.file(),
                    reason: "there is no such file or folder"
                )
            ) { try folder.log(access: access) }
            #expect(try folder.contents() == [])
        }
        #expect(try folder.log(access: .create).head().position == .start)
        #expect(try folder.contents().contains("log.db"))
    }

    @Test("a missing folder is not made", arguments: allAccess)
    func missingFolder(_ access: SQLiteEventLog.Access) throws {
        let reason =
            access == .create
            ? "its folder is missing or cannot be written" : "there is no such file or folder"
        #expect(throws: EventStoreError.cannotOpen(path: folder.file("no/log.db"), reason: reason)) {
            try folder.log("no/log.db", access: access)
        }
        #expect(try folder.contents() == [])
    }

    @Test("an empty file becomes a store when it is opened to write, and is none to read")
    func emptyFile() throws {
        try Data().write(to: URL(fileURLWithPath: folder.file()))
        #expect(throws: EventStoreError.notAStore(path: folder.file())) { try folder.log(access: .readOnly) }
        #expect(try folder.bytes("log.db").isEmpty)
        #expect(try folder.log(access: .readWrite).head().position == .start)
    }

    @Test(
        "names that mean something to SQLite are names of files",
        arguments: [
            ":memory:", "file:x", "a?mode=memory", "100%41", "é b#c",
        ]
    )
    func names(_ name: String) throws {
        _ = try folder.log(name).append(NewEvent.deposits(1...1), to: .a, expecting: .none)
        #expect(try folder.contents() == [name])
        #expect(try folder.log(name, access: .readOnly).head().position.rawValue == 1)
    }

    @Test("no path and a path with a zero byte are refused", arguments: ["", "/tmp/a\0b"])
    func noPath(_ path: String) {
        #expect(throws: EventStoreError.cannotOpen(path: path, reason: "this is not a path")) {
            try SQLiteEventLog.open(at: path, access: .create) { Timestamp(rawValue: 0) }
        }
    }

    @Test("closing leaves one file, which says what it is")
    func oneFile() throws {
        do {
            let log = try folder.log()
            _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
            _ = try log.read(EventQuery())
        }
        #expect(try folder.contents() == ["log.db"])
        let raw = try RawDatabase(folder.file())
        #expect(try raw.column("PRAGMA application_id") == ["1163285332"])
        #expect(try raw.column("PRAGMA user_version") == ["2"])
        #expect(try raw.column("PRAGMA journal_mode") == ["wal"])
        #expect(try raw.column("PRAGMA integrity_check") == ["ok"])
        #expect(try raw.column("PRAGMA foreign_key_check") == [])
    }

    @Test("opened to read only, it reads and refuses to write")
    func readOnly() throws {
        let writer = try folder.log()
        _ = try writer.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        try writer.catchUp([BalanceProjection()])
        let reader = try folder.log(access: .readOnly)
        #expect(try reader.read(EventQuery()).count == 3)
        #expect(throws: EventStoreError.readOnly(path: folder.file())) {
            try reader.append(NewEvent.deposits(4...4), to: .a, expecting: .any)
        }
        #expect(throws: EventStoreError.readOnly(path: folder.file())) {
            try reader.rebuild([BalanceProjection()], progress: nil)
        }
        try reader.catchUp([BalanceProjection()])
        _ = try writer.append(NewEvent.deposits(4...4), to: .a, expecting: .any)
        #expect(try reader.state(BalanceProjection()) == .behind)
        #expect(throws: EventStoreError.readOnly(path: folder.file())) {
            try reader.catchUp([BalanceProjection()])
        }
    }

    @Test(
        "without the right to write it, it can be read, in a folder that cannot be written too",
        .disabled(if: isRoot)
    )
    func noRights() throws {
        _ = try folder.log().append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        try setRights(0o444, folder.file())
        try setRights(0o555, folder.path)
        defer { restoreRights() }
        #expect(try folder.log(access: .readOnly).head().position.rawValue == 3)
        for access in [SQLiteEventLog.Access.readWrite, .create] {
            #expect(throws: EventStoreError.readOnly(path: folder.file())) { try folder.log(access: access) }
        }
        let reason = "its folder is missing or cannot be written"
        #expect(throws: EventStoreError.cannotOpen(path: folder.file("new.db"), reason: reason)) {
            try folder.log("new.db")
        }
        #expect(try folder.contents() == ["log.db"])
        try setRights(0o755, folder.path)
        #expect(throws: EventStoreError.readOnly(path: folder.file())) { try folder.log(access: .readWrite) }
        #expect(try folder.log(access: .readOnly).head().position.rawValue == 3)
    }

    @Test("with a write-ahead log that cannot be folded in, reading says so", .disabled(if: isRoot))
    func unfoldedLog() throws {
        let log = try folder.log()
        _ = try log.append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        let copy = try TemporaryFolder()
        for name in ["log.db", "log.db-wal"] {
            try FileManager.default.copyItem(atPath: folder.file(name), toPath: copy.file(name))
        }
        try setRights(0o555, copy.path)
        defer { do { try setRights(0o755, copy.path) } catch { Issue.record(error) } }
        #expect {
            try copy.log(access: .readOnly)
        } throws: { error in
            guard case EventStoreError.cannotOpen(_, let reason) = error else { return false }
            return reason.contains("log.db-wal")
        }
    }

    @Test("a file that nobody can change is read without its index")
    func immutable() throws {
        _ = try folder.log().append(NewEvent.deposits(1...3), to: .a, expecting: .none)
        let slot = try StoreFile(path: folder.file(), readMode: .immutable).reader()
        #expect(
            try slot.use { connection throws(EventStoreError) in try connection.head() }.position.rawValue
                == 3
        )
        #expect(try folder.contents() == ["log.db"])
    }

    @Test("many may open a missing file at once; it becomes one store")
    func openedAtOnce() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...8 {
                group.addTask {
                    _ = try folder.log().append(NewEvent.deposits(number...number), to: .a, expecting: .any)
                }
            }
            try await group.waitForAll()
        }
        #expect(try folder.log().verifyChain().events == 8)
    }

    private func expectRefusal(
        _ error: EventStoreError,
        _ access: SQLiteEventLog.Access,
        leaving bytes: Data
    ) throws {
        let before = try folder.contents()
        #expect(throws: error) { try folder.log(access: access) }
        #expect(try folder.bytes("log.db") == bytes)
        #expect(try folder.contents() == before)
    }

    private func setRights(_ rights: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
    }

    private func restoreRights() {
        do { try setRights(0o755, folder.path) } catch { Issue.record(error) }
    }
}

/// Root may write everywhere, whatever the rights say.
private let isRoot = FileManager.default.isWritableFile(atPath: "/")
