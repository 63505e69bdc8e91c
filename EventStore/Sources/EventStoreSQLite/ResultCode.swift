internal import CSQLite
import EventStore

/// What an SQLite call answered.
struct ResultCode: RawRepresentable, Hashable {
    /// The extended code.
    let rawValue: Int32

    init(rawValue: Int32) { self.rawValue = rawValue }

    static let ok = ResultCode(rawValue: SQLITE_OK)
    static let row = ResultCode(rawValue: SQLITE_ROW)
    static let done = ResultCode(rawValue: SQLITE_DONE)

    /// The code without its extension.
    var primary: Int32 { rawValue & 0xff }

    /// Whether a row was refused by a constraint or a trigger.
    var isConstraint: Bool { primary == SQLITE_CONSTRAINT }

    /// The store's error for this code.
    ///
    /// - Parameters:
    ///   - path: The file the call was about.
    ///   - message: What SQLite says of it.
    ///   - sql: The statement, if there is one.
    ///   - systemError: `errno` of the call that failed below SQLite; 0 if there is none.
    /// - Returns: An error that names the file.
    func error(path: String, message: String, sql: String?, systemError: Int32) -> EventStoreError {
        switch primary {
        case SQLITE_FULL: .diskFull(path: path)
        case SQLITE_READONLY: .readOnly(path: path)
        case SQLITE_BUSY, SQLITE_LOCKED: .busy(path: path)
        case SQLITE_NOTADB: .notAStore(path: path)
        case SQLITE_CORRUPT: .damaged(path: path, reason: message)
        case SQLITE_CANTOPEN where systemError == ResultCode.isReadOnlyFileSystem: .readOnly(path: path)
        case SQLITE_CANTOPEN, SQLITE_PERM:
            .cannotOpen(path: path, reason: ResultCode.reason(systemError) ?? message)
        case SQLITE_IOERR where ResultCode.noSpace.contains(systemError): .diskFull(path: path)
        case SQLITE_IOERR where systemError == ResultCode.isReadOnlyFileSystem: .readOnly(path: path)
        case SQLITE_IOERR where systemError == ResultCode.isFolder:
            .cannotOpen(path: path, reason: ResultCode.reason(systemError) ?? message)
        default: .database(code: rawValue, message: message, sql: sql)
        }
    }

    /// EROFS: the disk is mounted to read only.
    private static let isReadOnlyFileSystem: Int32 = 30

    /// EFBIG, ENOSPC and EDQUOT (Linux, Darwin): a limit on file size or a quota is a full disk to who writes.
    private static let noSpace: Set<Int32> = [27, 28, 122, 69]

    /// EISDIR: SQLite opens a folder to read as if it were a file, and fails later.
    private static let isFolder: Int32 = 21

    /// The usual reasons why a file cannot be opened; the numbers are the same on every system this runs on.
    private static func reason(_ systemError: Int32) -> String? {
        switch systemError {
        case 1, 13: "permission denied"
        case 2: "there is no such file or folder"
        case 20: "a part of the path is not a folder"
        case isFolder: "it is a folder"
        default: nil
        }
    }
}
