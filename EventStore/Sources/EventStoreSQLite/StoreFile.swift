// Opening a file without harm.
//
// A file is looked at before it is opened for good, through a connection that takes no locks, ignores the
// write-ahead log and makes nothing beside the file ("immutable"). So a file that is not ours is refused
// untouched. What is found there decides nothing that could change meanwhile: after the real opening
// everything is checked again, under SQLite's locks and after its recovery.
//
// READING WHERE NOTHING CAN BE WRITTEN. SQLite reads a WAL file through an index beside it ("-shm"), which it
// must be able to make. On a read-only medium it cannot. If there is no "-wal" and no "-shm" file, all is in
// the main file and nobody has it open to write: it is read as immutable. If there is, the main file alone
// may be out of date, and the caller is told.

import EventStore

/// A store's file and how to open connections to it.
struct StoreFile: Sendable {
    let path: String

    /// How connections that only read are opened, as found to work.
    let readMode: Connection.Mode

    /// The layer under SQLite that reads and writes; nil for the system's own.
    var vfs: String?

    /// Opens a file that holds a store, or makes it one.
    ///
    /// - Returns: The file, and the connection that writes; nil if it is opened to read only.
    static func open(
        _ path: String,
        access: SQLiteEventLog.Access,
        vfs: String? = nil
    ) throws(EventStoreError) -> (file: StoreFile, writer: ConnectionSlot?) {
        let isEmpty = try look(path, access: access)
        guard access != .readOnly else {
            if isEmpty { throw .notAStore(path: path) }
            return (StoreFile(path: path, readMode: try findReadMode(path)), nil)
        }
        let mode: Connection.Mode = access == .create ? .create : .write
        let writer = ConnectionSlot(try Connection(path: path, mode: mode, vfs: vfs))
        try writer.use { (connection) throws(EventStoreError) in
            try prepare(connection)
        }
        // Readers may write too, as far as SQLite is concerned: whoever closes last folds the write-ahead log
        // in.
        return (StoreFile(path: path, readMode: .write, vfs: vfs), writer)
    }

    /// A new connection that only reads.
    func reader() throws(EventStoreError) -> ConnectionSlot {
        let slot = ConnectionSlot(try Connection(path: path, mode: readMode, vfs: vfs))
        try slot.use { (connection) throws(EventStoreError) in
            for pragma in Schema.readerPragmas { try connection.execute(pragma) }
        }
        return slot
    }

    /// Looks at the file without touching it.
    ///
    /// - Returns: Whether it is empty or, where that is allowed, missing.
    private static func look(
        _ path: String,
        access: SQLiteEventLog.Access
    ) throws(EventStoreError) -> Bool {
        if access == .create, !Connection.hasFile(path) { return true }
        let isTorn = Connection.hasFile(path + "-journal")
        let connection = try Connection(path: path, mode: lookMode(path, access: access))
        guard Connection.hasFile(path) else {
            // There, but of no length: or SQLite would have failed to open it.
            return true
        }
        let isEmpty = try check(connection)
        // SQLite takes a file of one byte for an empty one.
        guard !isEmpty || isTorn else { throw .notAStore(path: path) }
        return isEmpty
    }

    /// How to look at a file so that what a crash has left beside it is heeded.
    ///
    /// A rollback journal is left by a crash that came while the store was being made: SQLite takes the file
    /// back to what it was when it is opened in earnest. A write-ahead log may have been folded in by half:
    /// the file alone, with a header that counts pages it does not have yet, would look damaged.
    private static func lookMode(_ path: String, access: SQLiteEventLog.Access) -> Connection.Mode {
        if Connection.hasFile(path + "-journal") { return access == .readOnly ? .read : .write }
        guard Connection.hasFile(path + "-wal") else { return .immutable }
        do throws(EventStoreError) {
            _ = try Connection(path: path, mode: .read).format()
            return .read
        } catch {
            // The log cannot be read here, as on a read-only medium; what to do about it is decided later.
            return .immutable
        }
    }

    /// Checks that the file is ours and not from the future.
    ///
    /// - Returns: Whether it holds nothing at all.
    private static func check(_ connection: Connection) throws(EventStoreError) -> Bool {
        // A transaction that has begun to write counts the first page of an empty file already.
        let emptiness =
            connection.isInTransaction ? "SELECT count(*) FROM sqlite_schema" : "PRAGMA page_count"
        let (applicationID, version, size) = try connection.reading { () throws(EventStoreError) in
            (
                try connection.integer("PRAGMA application_id"),
                try connection.integer("PRAGMA user_version"),
                try connection.integer(emptiness)
            )
        }
        if applicationID != Schema.applicationID {
            guard size == 0 else { throw .notAStore(path: connection.path) }
            return true
        }
        guard version <= Schema.version else {
            throw .newerStore(path: connection.path, found: Int(version), readable: Int(Schema.version))
        }
        guard version >= 1 else { throw .notAStore(path: connection.path) }
        return false
    }

    private static func prepare(_ connection: Connection) throws(EventStoreError) {
        // First of all: reading fails too where the index of a write-ahead log cannot be made.
        guard !connection.isReadOnly else { throw .readOnly(path: connection.path) }
        let isEmpty = try check(connection)
        let isOlder = try connection.format() < Schema.version
        if isEmpty || isOlder {
            try connection.writing { () throws(EventStoreError) in
                // Another may have made or upgraded the tables while this one waited for the lock.
                if try check(connection) {
                    try Schema.create(in: connection)
                } else if try connection.format() < Schema.version {
                    try Schema.upgrade(connection)
                }
            }
        }
        try useWAL(connection)
        for pragma in Schema.writerPragmas { try connection.execute(pragma) }
    }

    /// Turns on the write-ahead log, which the file then remembers.
    private static func useWAL(_ connection: Connection) throws(EventStoreError) {
        guard try journalMode(connection, "PRAGMA journal_mode") != "wal" else { return }
        // Turning it on needs the file to itself, and SQLite does not wait for that: others may be about to
        // do the same.
        var attempts = 0
        while true {
            do throws(EventStoreError) {
                guard try journalMode(connection, "PRAGMA journal_mode = WAL") != "wal" else { return }
                throw .cannotOpen(
                    path: connection.path,
                    reason: "its file system cannot keep a write-ahead log"
                )
            } catch {
                guard case .busy = error, attempts < 5000 else { throw error }
                attempts += 1
                Connection.pause(milliseconds: 1)
            }
        }
    }

    private static func journalMode(
        _ connection: Connection,
        _ pragma: String
    ) throws(EventStoreError) -> String {
        let statement = try connection.statement(pragma)
        defer { statement.reset() }
        return try statement.step() ? try statement.text(0) : ""
    }

    private static func findReadMode(_ path: String) throws(EventStoreError) -> Connection.Mode {
        do {
            _ = try check(try Connection(path: path, mode: .read))
            return .read
        } catch {
            switch error {
            case .cannotOpen, .readOnly: break
            default: throw error
            }
        }
        guard !Connection.hasFile(path + "-wal"), !Connection.hasFile(path + "-shm") else {
            throw .cannotOpen(
                path: path,
                reason:
                    "it cannot be written here and has a write-ahead log (\(path)-wal) that is not folded in yet; "
                    + "open it once where it can be written, or copy it together with that file"
            )
        }
        _ = try check(try Connection(path: path, mode: .immutable))
        return .immutable
    }
}
