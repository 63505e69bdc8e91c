/// Why the store did not do what was asked; in every case the log is as it was before.
public enum EventStoreError: Error, Hashable, Sendable {
    /// The stream is not as the writer expected; `actual` is its last version, 0 if it holds nothing.
    case versionConflict(stream: StreamName, expected: ExpectedVersion, actual: Int64)
    /// The id is taken by an event with another body or in another stream.
    case idConflict(id: EventID, stream: StreamName)
    /// The file is not a store of ours.
    case notAStore(path: String)
    /// The file was written by a newer version of the program.
    case newerStore(path: String, found: Int, readable: Int)
    /// The file or its folder cannot be written.
    case readOnly(path: String)
    /// The disk is full.
    case diskFull(path: String)
    /// Another process held the store longer than the documented wait.
    case busy(path: String)
    /// The file cannot be opened: missing folder, no permission, a directory.
    case cannotOpen(path: String, reason: String)
    /// The stored bytes contradict themselves.
    case damaged(path: String, reason: String)
    /// Upcasters that cannot work together: a gap, a cycle, two for one step.
    case invalidUpcasters(reason: String)
    /// An event's payload could not be brought to the current version.
    case upcastFailed(type: EventType, from: Int, position: Position, reason: String)
    /// A projection could not apply an event.
    case projectionFailed(name: String, position: Position, reason: String)
    /// A declaration that cannot be carried out: two projections of one name, a bad table or column name, an
    /// empty event id.
    case invalidDeclaration(reason: String)
    /// Any other result of the database, with its code and the statement.
    case database(code: Int32, message: String, sql: String?)
}
