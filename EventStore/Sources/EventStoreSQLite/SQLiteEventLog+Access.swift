extension SQLiteEventLog {
    /// What may be done with a file.
    public enum Access: Hashable, Sendable {
        /// Reads a store; nothing is written, though SQLite may leave its `-wal` and `-shm` files beside it.
        case readOnly
        /// Reads and writes a store that is there; an empty file becomes one.
        case readWrite
        /// Reads and writes; a missing or empty file becomes a store.
        case create
    }
}
