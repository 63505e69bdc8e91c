import EventStore
import EventStoreSQLite
import Foundation

/// A folder that goes when the last reference to it does.
final class TemporaryFolder: Sendable {
    let path: String

    /// Makes a folder; in memory, where the system has such a place, for tests that need no disk and sync
    /// often.
    init(inMemory: Bool = false) throws {
        let memory = "/dev/shm"
        let isThere = inMemory && FileManager.default.isWritableFile(atPath: memory)
        path = (isThere ? memory : NSTemporaryDirectory()) + "/event-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            print("\(path) was not removed: \(error)")
        }
    }

    /// The path of a file in the folder.
    func file(_ name: String = "log.db") -> String { path + "/" + name }

    /// The URL of a file in the folder.
    func url(_ name: String) -> URL { URL(fileURLWithPath: file(name)) }

    /// Opens the log in the folder; its clock stands still.
    func log(
        _ name: String = "log.db",
        access: SQLiteEventLog.Access = .create,
        upcasters: Upcasters = .none,
        at time: Int64 = 1_000_000
    ) throws(EventStoreError) -> SQLiteEventLog {
        try SQLiteEventLog.open(at: file(name), access: access, upcasters: upcasters) {
            Timestamp(rawValue: time)
        }
    }

    /// The names of the files in the folder.
    func contents() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    /// The bytes of a file.
    func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: file(name)))
    }
}
