/// A fold of the log into tables that can be thrown away and rebuilt.
public protocol Projection: Sendable {
    /// Its name, unique in a store: lower case, digits and underscores.
    var name: String { get }
    /// Raised whenever `apply` gives other rows for the same events.
    var version: Int { get }
    /// The tables it owns.
    var tables: [Table] { get }
    /// The kinds of event it reads; empty for all.
    var types: Set<EventType> { get }
    /// Writes what one event means into the projection's own tables.
    func apply(_ event: RecordedEvent, to rows: any RowWriter) throws
}
