import EventStore
import Synchronization

/// A connection that any thread may use, one at a time.
final class ConnectionSlot: Sendable {
    private let connection: Mutex<Connection>

    init(_ connection: sending Connection) {
        self.connection = Mutex(connection)
    }

    /// Runs `body` with the connection to itself.
    func use<Result: Sendable>(
        _ body: (Connection) throws(EventStoreError) -> Result
    ) throws(EventStoreError) -> Result {
        try connection.withLock { (connection) throws(EventStoreError) in
            try body(connection)
        }
    }
}
