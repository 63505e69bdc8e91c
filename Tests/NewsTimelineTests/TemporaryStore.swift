import EventStore
import EventStoreSQLite
import Foundation
import NewsEvents
import NewsText
import NewsTimeline

/// A store on disk that goes with the test, and whose clock stands still.
final class TemporaryStore {
    let log: SQLiteEventLog
    let reader: TimelineReader
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        log = try SQLiteEventLog.open(
            at: folder.appending(path: "timeline.db").path,
            access: .create,
            upcasters: Upcasters(Upcaster.news)
        ) { Timestamp(rawValue: 1_761_400_991_000_000) }
        reader = TimelineReader(store: log)
        try log.catchUp(NewsProjections.all)
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    /// Appends an extraction and brings the projections up to date.
    func append(_ extraction: Extraction) throws {
        _ = try log.append(
            extraction.newEvents(metadata: "{}"),
            to: extraction.article.article.stream,
            expecting: .none
        )
        try log.catchUp(NewsProjections.all)
    }

    /// All rows of every projection's tables, for comparing two builds.
    func dump() throws -> [String: [[Value]]] {
        var dump: [String: [[Value]]] = [:]
        for table in NewsProjections.all.flatMap(\.tables) {
            let key = table.primaryKey.joined(separator: ", ")
            dump[table.name] = try log.rows("SELECT * FROM \(table.name) ORDER BY \(key)", [])
        }
        return dump
    }
}
