public import EventStore
import NewsEvents

/// Answers questions from the projections of a store.
///
/// Every answer comes from tables that are as fresh as the last catch-up; asking never writes.
public struct TimelineReader: Sendable {
    let store: any ProjectionStore
    let codec = NewsEventCodec()

    /// Makes a reader of `store`, whose news projections must have been built.
    public init(store: any ProjectionStore) {
        self.store = store
    }

    /// Number of events in the log, those about articles included.
    public func headPosition() throws(TimelineError) -> Position {
        do { return try store.head().position } catch { throw .store(error) }
    }

    /// The recorded event at a position; nil behind the end of the log.
    public func recordedEvent(at position: Position) throws(TimelineError) -> RecordedEvent? {
        do {
            return try store.read(
                EventQuery(after: position.rawValue - 1, through: position.rawValue, limit: 1)
            ).first
        } catch {
            throw .store(error)
        }
    }

    func rows(_ sql: String, _ arguments: [Value] = []) throws(TimelineError) -> [RowValues] {
        do {
            return try store.rows(sql, arguments).map(RowValues.init)
        } catch {
            throw .store(error)
        }
    }

    func marks(_ count: Int) -> String {
        Array(repeating: "?", count: count).joined(separator: ",")
    }
}

/// Reads one row by column number, checking the types.
struct RowValues {
    let values: [Value]

    func text(_ column: Int) throws(TimelineError) -> String {
        guard case .text(let text)? = value(column) else { throw wrong(column, "text") }
        return text
    }

    func optionalText(_ column: Int) throws(TimelineError) -> String? {
        if case .null? = value(column) { return nil }
        return try text(column)
    }

    func integer(_ column: Int) throws(TimelineError) -> Int64 {
        guard case .integer(let integer)? = value(column) else { throw wrong(column, "an integer") }
        return integer
    }

    private func value(_ column: Int) -> Value? { values.indices.contains(column) ? values[column] : nil }

    private func wrong(_ column: Int, _ expected: String) -> TimelineError {
        .malformedRow(table: "of a query", reason: "column \(column) does not hold \(expected)")
    }
}
