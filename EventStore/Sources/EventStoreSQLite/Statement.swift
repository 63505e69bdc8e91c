internal import CSQLite
import EventStore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A prepared statement; finalized when the last reference goes.
///
/// Parameters and columns count from 1 and 0, as in SQLite. `@safe`: the pointer never leaves, and is valid
/// from `init` to `deinit`.
@safe
final class Statement {
    private let handle: OpaquePointer
    private let path: String

    /// Where bound texts and hashes lie until the statement is reset: nothing is allocated to bind them.
    private var arena: UnsafeMutableRawBufferPointer?
    private var arenaEnd = 0

    /// Texts that do not fit go to SQLite, which takes a copy of its own.
    private static let arenaSize = 8192

    /// The statement's text.
    let sql: String

    /// Compiles one statement.
    ///
    /// - Throws: `invalidDeclaration` if `sql` holds none or more than one; the error of `sqlite3_prepare_v3`
    ///   otherwise.
    init(_ sql: String, connection: OpaquePointer, path: String) throws(EventStoreError) {
        var text = sql
        var handle: OpaquePointer?
        var hasMore = false
        let code = text.withUTF8 { bytes in
            // Bytes of a native string are followed by a terminator only if asked for: the length says where
            // it ends.
            unsafe bytes.withMemoryRebound(to: CChar.self) { chars in
                var tail: UnsafePointer<CChar>?
                let code = unsafe sqlite3_prepare_v3(
                    connection,
                    chars.baseAddress,
                    Int32(clamping: chars.count),
                    UInt32(SQLITE_PREPARE_PERSISTENT),
                    &handle,
                    &tail
                )
                if let start = chars.baseAddress, let tail = unsafe tail {
                    hasMore = unsafe !Statement.isBlank(
                        UnsafeBufferPointer(rebasing: chars[(tail - start)...])
                    )
                }
                return code
            }
        }
        guard code == SQLITE_OK else {
            throw unsafe Connection.error(ResultCode(rawValue: code), connection, path: path, sql: sql)
        }
        guard let handle = unsafe handle else {
            throw .invalidDeclaration(reason: "there is no statement in \"\(sql)\"")
        }
        unsafe self.handle = handle
        self.path = path
        self.sql = sql
        if hasMore {
            throw .invalidDeclaration(reason: "there is more than one statement in \"\(sql)\"")
        }
    }

    deinit {
        unsafe sqlite3_finalize(handle)
        unsafe arena?.deallocate()
    }

    private static func isBlank(_ chars: UnsafeBufferPointer<CChar>) -> Bool {
        unsafe chars.allSatisfy { char in
            [9, 10, 12, 13, 32, UInt8(ascii: ";")].contains(UInt8(bitPattern: char))
        }
    }

    // MARK: Parameters

    func bind(_ number: Int64, at index: Int32) throws(EventStoreError) {
        try require(unsafe sqlite3_bind_int64(handle, index, number))
    }

    func bind(optional number: Int64?, at index: Int32) throws(EventStoreError) {
        guard let number else { return try bindNull(at: index) }
        try bind(number, at: index)
    }

    func bindNull(at index: Int32) throws(EventStoreError) {
        try require(unsafe sqlite3_bind_null(handle, index))
    }

    func bind(_ number: Double, at index: Int32) throws(EventStoreError) {
        try require(unsafe sqlite3_bind_double(handle, index, number))
    }

    func bind(_ text: String, at index: Int32) throws(EventStoreError) {
        var text = text
        try require(
            text.withUTF8 { bytes in
                let (start, lifetime) = unsafe keep(UnsafeRawBufferPointer(bytes))
                return unsafe sqlite3_bind_text64(
                    handle,
                    index,
                    start.assumingMemoryBound(to: CChar.self),
                    UInt64(bytes.count),
                    lifetime,
                    UInt8(SQLITE_UTF8)
                )
            }
        )
    }

    func bind(_ hash: EventHash, at index: Int32) throws(EventStoreError) {
        try require(
            unsafe hash.withBytes { bytes in
                let (start, lifetime) = unsafe keep(bytes)
                return unsafe sqlite3_bind_blob64(handle, index, start, UInt64(bytes.count), lifetime)
            }
        )
    }

    /// Copies bytes to where they stay until `reset`.
    ///
    /// - Returns: Where they are, never NULL, and whether SQLite still has to copy them (SQLITE_TRANSIENT) or
    ///   not (SQLITE_STATIC).
    private func keep(
        _ bytes: UnsafeRawBufferPointer
    ) -> (start: UnsafeRawPointer, lifetime: sqlite3_destructor_type?) {
        let arena: UnsafeMutableRawBufferPointer
        if let known = unsafe self.arena {
            unsafe arena = known
        } else {
            unsafe arena = .allocate(byteCount: Statement.arenaSize, alignment: 8)
            unsafe self.arena = arena
        }
        // An empty buffer may have no address, and SQLite takes that for NULL: the arena always has one.
        guard let target = arena.baseAddress else { preconditionFailure("the arena is never empty") }
        guard bytes.count <= Statement.arenaSize - arenaEnd else {
            return unsafe (bytes.baseAddress ?? UnsafeRawPointer(target), Statement.copied)
        }
        let start = unsafe target + arenaEnd
        if let source = bytes.baseAddress {
            unsafe start.copyMemory(from: source, byteCount: bytes.count)
        }
        arenaEnd += bytes.count
        return (UnsafeRawPointer(start), nil)
    }

    func bind(_ value: Value, at index: Int32) throws(EventStoreError) {
        switch value {
        case .null: try bindNull(at: index)
        case .integer(let number): try bind(number, at: index)
        case .real(let number): try bind(number, at: index)
        case .text(let text): try bind(text, at: index)
        }
    }

    /// Tells SQLite to take a copy before the call returns: SQLITE_TRANSIENT.
    ///
    /// The C macro casts -1, which Swift cannot import.
    private static var copied: sqlite3_destructor_type {
        unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }

    // MARK: Running

    /// Goes to the next row.
    ///
    /// - Returns: Whether there is one.
    func step() throws(EventStoreError) -> Bool {
        let code = unsafe ResultCode(rawValue: sqlite3_step(handle))
        switch code {
        case .row: return true
        case .done: return false
        default: throw unsafe Connection.error(code, sqlite3_db_handle(handle), path: path, sql: sql)
        }
    }

    /// Runs a statement that gives no rows, and makes it ready for its next use.
    func run() throws(EventStoreError) {
        defer { reset() }
        while try step() {}
    }

    /// Makes the statement ready for its next use and lets go of its parameters.
    ///
    /// `sqlite3_reset` repeats the code of the last `step`, which has been looked at there.
    func reset() {
        unsafe sqlite3_reset(handle)
        unsafe sqlite3_clear_bindings(handle)
        arenaEnd = 0
    }

    /// Whether it reads only and gives rows: BEGIN, COMMIT and their like read only too, but give none.
    var isQuery: Bool {
        unsafe sqlite3_stmt_readonly(handle) != 0 && sqlite3_column_count(handle) > 0
    }

    /// Number of `?` marks.
    var parameterCount: Int { unsafe Int(sqlite3_bind_parameter_count(handle)) }

    // MARK: Columns

    /// Number of columns of a row.
    var columnCount: Int32 { unsafe sqlite3_column_count(handle) }

    func isNull(_ column: Int32) -> Bool {
        unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

    /// A text, empty for NULL; `damaged` if its bytes are not UTF-8.
    func text(_ column: Int32) throws(EventStoreError) -> String { try optionalText(column) ?? "" }

    /// A text, nil for NULL; `damaged` if its bytes are not UTF-8.
    func optionalText(_ column: Int32) throws(EventStoreError) -> String? {
        guard let bytes = unsafe bytes(column) else {
            guard isNull(column) else {
                throw .database(code: SQLITE_NOMEM, message: "out of memory", sql: sql)
            }
            return nil
        }
        do throws(UTF8.ValidationError) {
            // Checked once, and then copied as it is.
            return unsafe String(copying: try UTF8Span(validating: bytes.span))
        } catch {
            throw .damaged(path: path, reason: "a text is not UTF-8, in the result of \(sql)")
        }
    }

    /// The bytes of a text, where SQLite keeps them until the next step; nil for NULL.
    ///
    /// The value is looked up once: `sqlite3_column_text` and `sqlite3_column_bytes` would each do so. What
    /// `sqlite3_column_value` gives is safe to ask because one thread at a time has the connection.
    @inline(__always)
    private func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8>? {
        let value = unsafe sqlite3_column_value(handle, column)
        guard let start = unsafe sqlite3_value_text(value) else { return nil }
        return unsafe UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
    }

    /// Whether two regions hold the same bytes.
    private static func isEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
        guard a.count == b.count else { return false }
        guard let start = a.baseAddress, let other = b.baseAddress else { return true }
        return unsafe memcmp(start, other, a.count) == 0
    }

    /// Whether a column holds the bytes of this text.
    func isText(_ column: Int32, equalTo text: inout String) -> Bool {
        guard let stored = unsafe bytes(column) else { return false }
        return text.withUTF8 { bytes in
            unsafe Statement.isEqual(UnsafeRawBufferPointer(bytes), UnsafeRawBufferPointer(stored))
        }
    }

    /// A digest; `damaged` unless it is a blob of 32 bytes.
    func hash(_ column: Int32) throws(EventStoreError) -> EventHash {
        let count = unsafe Int(sqlite3_column_bytes(handle, column))
        let start = unsafe sqlite3_column_blob(handle, column)
        guard let hash = unsafe EventHash(copying: UnsafeRawBufferPointer(start: start, count: count)) else {
            throw .damaged(path: path, reason: "a hash has \(count) bytes instead of 32")
        }
        return hash
    }

    /// A value of whatever kind; blobs are not made by projections and refused.
    func value(_ column: Int32) throws(EventStoreError) -> Value {
        switch unsafe sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER: return .integer(integer(column))
        case SQLITE_FLOAT: return unsafe .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT: return .text(try text(column))
        case SQLITE_NULL: return .null
        default:
            throw .invalidDeclaration(
                reason: "column \(column + 1) of \"\(sql)\" is a blob; select hex() of it"
            )
        }
    }

    /// All columns of the row.
    func row() throws(EventStoreError) -> [Value] {
        var row: [Value] = []
        row.reserveCapacity(Int(columnCount))
        for column in 0..<columnCount { row.append(try value(column)) }
        return row
    }

    private func require(_ code: Int32) throws(EventStoreError) {
        guard code != SQLITE_OK else { return }
        throw unsafe Connection.error(
            ResultCode(rawValue: code),
            sqlite3_db_handle(handle),
            path: path,
            sql: sql
        )
    }
}
