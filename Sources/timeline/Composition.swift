import EventStore
import EventStoreSQLite
import NewsEvents
import NewsExtraction
import NewsTimeline

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The composition root: the only place that names a concrete store, the real clock and the extractor.
enum Composition {
    /// Opens the store to write, making it and its folder where they are missing.
    static func openToAppend(_ place: StorePath) throws -> any TimelineStore {
        try place.makeFolder()
        return try open(place, access: .create)
    }

    /// Opens a store that must be there, to write.
    static func openToRebuild(_ place: StorePath) throws -> any TimelineStore {
        try requireStore(place)
        return try open(place, access: .readWrite)
    }

    /// Opens a store that must be there, brings its projections up to date where it may be written, and warns of stale ones.
    static func openToRead(_ place: StorePath) throws -> any TimelineStore {
        try requireStore(place)
        let store = try open(place, access: .readOnly)
        let states = try store.status(of: NewsProjections.all)
        if states.contains(where: { $0.state == .behind || $0.state == .missing }) {
            do {
                try open(place, access: .readWrite).catchUp(NewsProjections.all)
            } catch EventStoreError.readOnly where !states.contains(where: { $0.state == .missing }) {
                StandardError.write(
                    "warning: the store cannot be written here, so its newest events are not shown yet\n"
                )
            }
        }
        warnOfStale(states)
        return store
    }

    /// Opens a store that must be there, to look at it as it is: nothing is written.
    static func openToInspect(_ place: StorePath) throws -> any TimelineStore {
        try requireStore(place)
        return try open(place, access: .readOnly)
    }

    /// Makes a new store of exported lines, with its projections.
    ///
    /// - Throws: What `SQLiteEventLog.importLog` throws.
    static func importLog(
        at place: StorePath,
        expecting kept: Head?,
        nextLine: () throws -> [UInt8]?
    ) throws -> (head: Head, store: any TimelineStore) {
        try place.makeFolder()
        let head = try SQLiteEventLog.importLog(at: place.path, expecting: kept, nextLine: nextLine)
        return (head, try open(place, access: .readWrite))
    }

    /// Says which projections were built by another version of the program.
    static func warnOfStale(_ states: [ProjectionStatus]) {
        let stale = states.filter { $0.state == .stale }.map(\.name)
        guard !stale.isEmpty else { return }
        StandardError.write(
            "warning: built by another version: \(stale.joined(separator: ", ")); run timeline replay to rebuild\n"
        )
    }

    /// Makes the extractor.
    static func extractor() throws -> Extractor { try Extractor() }

    private static func open(_ place: StorePath, access: SQLiteEventLog.Access) throws -> any TimelineStore {
        try SQLiteEventLog.open(
            at: place.path,
            access: access,
            upcasters: Upcasters(Upcaster.news),
            clock: now
        )
    }

    private static func requireStore(_ place: StorePath) throws {
        guard place.exists else {
            throw Failure(
                "no store at \(place.path); timeline append makes one, --store PATH chooses another",
                .inputMissing
            )
        }
    }

    @Sendable private static func now() -> Timestamp {
        Timestamp(rawValue: Int64((Date().timeIntervalSince1970 * 1_000_000).rounded()))
    }
}

extension SQLiteEventLog: TimelineStore {}
