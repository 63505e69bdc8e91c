public import EventStore

/// An event log and its projections in one SQLite file.
///
/// One connection writes, one transaction at a time, durable when the call returns. Reads have connections of
/// their own and never wait for a write. Any number of logs, in any number of processes of one machine, may
/// have a file open; a write waits about five seconds for another's before it fails with `busy`.
/// docs/store.md tells the file's format.
public final class SQLiteEventLog: EventLog {
    /// The file.
    public let path: String

    let upcasters: Upcasters
    let clock: @Sendable () -> Timestamp
    let readers: ReaderPool
    let batches: BatchSizes
    private let writer: ConnectionSlot?

    private init(
        _ file: StoreFile,
        writer: ConnectionSlot?,
        upcasters: Upcasters,
        batches: BatchSizes = BatchSizes(),
        clock: @escaping @Sendable () -> Timestamp
    ) {
        self.batches = batches
        self.path = file.path
        self.writer = writer
        self.readers = ReaderPool(file)
        self.upcasters = upcasters
        self.clock = clock
    }

    /// Opens a log.
    ///
    /// A file that is not a store is refused and left as it is. Folders are not made.
    /// - Parameters:
    ///   - path: Where the file is, absolute or relative to the working directory.
    ///   - access: What may be done with it.
    ///   - upcasters: Applied to every event read.
    ///   - clock: Asked once an append for the moment of recording; never goes backwards in the log even if
    ///     it does.
    /// - Returns: The log.
    /// - Throws: `cannotOpen`, `notAStore`, `newerStore`, `readOnly`, `damaged`, `busy`.
    public static func open(
        at path: String,
        access: Access,
        upcasters: Upcasters = .none,
        clock: @escaping @Sendable () -> Timestamp
    ) throws(EventStoreError) -> SQLiteEventLog {
        let (file, writer) = try StoreFile.open(path, access: access)
        return SQLiteEventLog(file, writer: writer, upcasters: upcasters, clock: clock)
    }

    /// Opens a log over a layer of its own under SQLite, or with other batches, for tests.
    package static func open(
        at path: String,
        access: Access,
        vfs: String? = nil,
        batches: BatchSizes,
        clock: @escaping @Sendable () -> Timestamp
    ) throws(EventStoreError) -> SQLiteEventLog {
        let (file, writer) = try StoreFile.open(path, access: access, vfs: vfs)
        return SQLiteEventLog(file, writer: writer, upcasters: .none, batches: batches, clock: clock)
    }

    /// Runs `body` on the connection that writes.
    func write<Result: Sendable>(
        _ body: (Connection) throws(EventStoreError) -> Result
    ) throws(EventStoreError) -> Result {
        guard let writer else { throw .readOnly(path: path) }
        return try writer.use(body)
    }

    /// Limits the file to this many pages, so that a test can fill the disk.
    func limitPages(to count: Int) throws(EventStoreError) {
        try write { (connection) throws(EventStoreError) in
            _ = try connection.integer("PRAGMA max_page_count = \(count)")
        }
    }
}
