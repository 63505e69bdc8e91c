internal import CSQLite
import EventStore

/// One connection to a database file, with the statements it has prepared.
///
/// Not Sendable: one thread at a time, which `ConnectionSlot` sees to. `@safe`: the pointer never leaves this
/// file and `Statement`, and is valid from `init` to `deinit`.
@safe
final class Connection {
    private let handle: OpaquePointer
    private var statements: [String: Statement] = [:]
    /// Those of `Routine`, by their number.
    private var routines: [Statement?]

    /// The file.
    let path: String

    /// How a file is opened.
    enum Mode: String, Sendable {
        /// Reads only; needs the WAL's index, which SQLite makes beside the file if it can.
        case read = "mode=ro"
        /// Reads a file that nobody changes: no locks, no WAL, nothing made beside it.
        case immutable = "mode=ro&immutable=1"
        /// Reads and writes a file that is there.
        case write = "mode=rw"
        /// Reads and writes, and makes the file if it is missing.
        case create = "mode=rwc"
    }

    /// How often a lock held by another is tried, once a millisecond: about five seconds.
    private static let attempts: Int32 = 5000

    /// How many statements are kept; a program has some dozens, a tool that composes queries may have any
    /// number.
    private static let capacity = 256

    /// Opens a file; `vfs` names the layer under SQLite that reads and writes, nil for the system's own.
    init(path: String, mode: Mode, vfs: String? = nil) throws(EventStoreError) {
        var handle: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        let code = unsafe ResultCode(
            rawValue: sqlite3_open_v2(try Connection.uri(path, mode), &handle, flags, vfs)
        )
        guard code == .ok, let handle = unsafe handle else {
            let error = unsafe Connection.error(code, handle, path: path, sql: nil)
            unsafe sqlite3_close_v2(handle)
            // SQLite hides why it could not make a file behind a second try to read it, which finds none.
            guard mode == .create, case .cannotOpen = error else { throw error }
            if Connection.isReadOnlyFolder(of: path) { throw .readOnly(path: path) }
            throw .cannotOpen(path: path, reason: "its folder is missing or cannot be written")
        }
        unsafe self.handle = handle
        self.path = path
        routines = Array(repeating: nil, count: Routine.allCases.count)
        unsafe sqlite3_extended_result_codes(handle, 1)
        // The built-in wait polls ever more seldom, up to 100 ms apart, and would miss the short gaps that a
        // rebuild leaves between its batches. A poll a millisecond finds them.
        unsafe sqlite3_busy_handler(
            handle,
            { _, count in
                guard count < Connection.attempts else { return 0 }
                sqlite3_sleep(1)
                return 1
            },
            nil
        )
    }

    deinit { unsafe sqlite3_close_v2(handle) }

    /// The path as a URI, so that no path has a meaning of its own (":memory:", "file:", "").
    private static func uri(_ path: String, _ mode: Mode) throws(EventStoreError) -> String {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw .cannotOpen(path: path, reason: "this is not a path")
        }
        let digits = Array("0123456789ABCDEF".utf8)
        var uri = Array((path.utf8.first == UInt8(ascii: "/") ? "file://" : "file:").utf8)
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                uri.append(byte)
            default:
                uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: uri, as: UTF8.self) + "?" + mode.rawValue
    }

    // MARK: Statements

    /// A statement ready to be bound, prepared on first use and kept.
    func statement(_ sql: String) throws(EventStoreError) -> Statement {
        if let statement = statements[sql] { return statement }
        if statements.count >= Connection.capacity { statements.removeAll(keepingCapacity: true) }
        let statement = unsafe try Statement(sql, connection: handle, path: path)
        statements[sql] = statement
        return statement
    }

    /// A statement that every append or page needs; found by its number, without hashing its text.
    func statement(_ routine: Routine) throws(EventStoreError) -> Statement {
        if let statement = routines[routine.rawValue] { return statement }
        let statement = unsafe try Statement(routine.sql, connection: handle, path: path)
        routines[routine.rawValue] = statement
        return statement
    }

    /// Runs a statement without parameters that is not worth keeping.
    func execute(_ sql: String) throws(EventStoreError) {
        try unsafe Statement(sql, connection: handle, path: path).run()
    }

    /// The first column of a statement's only row.
    func integer(_ sql: String) throws(EventStoreError) -> Int64 {
        let statement = try statement(sql)
        defer { statement.reset() }
        return try statement.step() ? statement.integer(0) : 0
    }

    /// The format of the file; 0 if it is no store yet.
    func format() throws(EventStoreError) -> Int64 { try integer("PRAGMA user_version") }

    /// Forgets all statements: after tables were dropped or renamed they name what is gone.
    func forgetStatements() {
        statements.removeAll()
        for index in routines.indices { routines[index] = nil }
    }

    /// Compiles a query of a stranger's making under an authorizer that allows reading and nothing else.
    func query(_ sql: String) throws(EventStoreError) -> Statement {
        if let statement = statements[sql], statement.isQuery { return statement }
        unsafe sqlite3_set_authorizer(
            handle,
            { _, action, _, _, _, _ in
                switch action {
                case SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE: SQLITE_OK
                default: SQLITE_DENY
                }
            },
            nil
        )
        defer { unsafe sqlite3_set_authorizer(handle, nil, nil) }
        let statement: Statement
        do {
            statement = unsafe try Statement(sql, connection: handle, path: path)
        } catch {
            // A refusal within a table that is a function in disguise comes as a plain error with this text.
            guard case .database(let code, let message, _) = error,
                code & 0xff == SQLITE_AUTH || message == "not authorized"
            else { throw error }
            throw .invalidDeclaration(
                reason: "\"\(sql)\" does more than read; only a single query is allowed"
            )
        }
        guard statement.isQuery else {
            throw .invalidDeclaration(reason: "\"\(sql)\" is not a query")
        }
        if statements.count >= Connection.capacity { statements.removeAll(keepingCapacity: true) }
        statements[sql] = statement
        return statement
    }

    // MARK: Transactions

    /// Runs `body` in a transaction that takes the write lock at once, and takes back all of it if anything
    /// fails.
    ///
    /// A transaction that reads first and asks for the lock later fails as soon as another has written in
    /// between, however long it is ready to wait.
    func writing<Result>(
        _ body: () throws(EventStoreError) -> Result
    ) throws(EventStoreError) -> Result {
        try statement(.beginWriting).run()
        do {
            let result = try body()
            try statement(.commit).run()
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    /// Runs `body` so that all its reads see one state of the file.
    func reading<Result>(
        _ body: () throws(EventStoreError) -> Result
    ) throws(EventStoreError) -> Result {
        guard !isInTransaction else { return try body() }
        try statement(.beginReading).run()
        do {
            let result = try body()
            try statement(.commit).run()
            return result
        } catch {
            rollBack()
            throw error
        }
    }

    /// Whether a transaction is open.
    var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

    /// Takes back what the open transaction did; a full disk and some other failures have done so already.
    private func rollBack() {
        guard isInTransaction else { return }
        do {
            try statement("ROLLBACK").run()
        } catch {
            // The failure that led here is the cause and is thrown. A transaction left open fails the next
            // BEGIN.
        }
    }

    // MARK: The file

    /// Copies all pages to another connection's file.
    ///
    /// Within a reading transaction the copy is of one moment, however many steps it takes.
    func copyPages(
        to target: Connection,
        progress: (_ copied: Int64, _ total: Int64) -> Void
    ) throws(EventStoreError) {
        guard let backup = unsafe sqlite3_backup_init(target.handle, "main", handle, "main") else {
            let code = unsafe ResultCode(rawValue: sqlite3_extended_errcode(target.handle))
            throw unsafe Connection.error(code, target.handle, path: target.path, sql: nil)
        }
        var code = ResultCode.ok
        while code == .ok {
            code = unsafe ResultCode(rawValue: sqlite3_backup_step(backup, 4096))
            let total = unsafe Int64(sqlite3_backup_pagecount(backup))
            let left = unsafe Int64(sqlite3_backup_remaining(backup))
            progress(total - left, total)
        }
        let end = unsafe ResultCode(rawValue: sqlite3_backup_finish(backup))
        guard code == .done, end == .ok else {
            let failed = code == .done ? end : code
            throw unsafe Connection.error(failed, target.handle, path: target.path, sql: nil)
        }
    }

    /// Whether the file was opened without the right to write it, whatever was asked for.
    var isReadOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") != 0 }

    /// Waits; used between the batches of a rebuild so that other writers get their turn.
    static func pause(milliseconds: Int32) { sqlite3_sleep(milliseconds) }

    /// Whether there is a file that is not empty.
    static func hasFile(_ path: String) -> Bool {
        // If it cannot be told, assume that it is there: the careful side.
        hasAccess(SQLITE_ACCESS_EXISTS, to: path) ?? true
    }

    /// Whether the folder a file is to stand in is there but nothing can be made in it.
    private static func isReadOnlyFolder(of path: String) -> Bool {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        return hasFile(folder) && hasAccess(SQLITE_ACCESS_READWRITE, to: folder) == false
    }

    private static func hasAccess(_ kind: Int32, to path: String) -> Bool? {
        var answer: Int32 = 0
        guard let vfs = unsafe sqlite3_vfs_find(nil), let access = unsafe vfs.pointee.xAccess else {
            return nil
        }
        return unsafe access(vfs, path, kind, &answer) == SQLITE_OK ? answer != 0 : nil
    }

    /// The error for a code that a call on this connection gave.
    static func error(
        _ code: ResultCode,
        _ handle: OpaquePointer?,
        path: String,
        sql: String?
    ) -> EventStoreError {
        guard let handle = unsafe handle else {
            return .database(code: code.rawValue, message: "out of memory", sql: sql)
        }
        let message = unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? ""
        let systemError = unsafe sqlite3_system_errno(handle)
        return code.error(path: path, message: message, sql: sql, systemError: systemError)
    }
}
