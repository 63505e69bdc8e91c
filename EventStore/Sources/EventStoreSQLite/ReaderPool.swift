import EventStore
import Synchronization

/// Connections that only read: as many as there are readers at once, each lent to one of them at a time.
final class ReaderPool: Sendable {
    let file: StoreFile
    private let idle = Mutex<[ConnectionSlot]>([])

    /// How many connections wait for their next use; more are closed.
    private static let capacity = 4

    init(_ file: StoreFile) { self.file = file }

    /// A connection that nobody else uses until it is given back.
    func take() throws(EventStoreError) -> ConnectionSlot {
        if let slot = idle.withLock({ $0.popLast() }) { return slot }
        return try file.reader()
    }

    /// Gives a connection back.
    func giveBack(_ slot: ConnectionSlot) {
        idle.withLock { if $0.count < ReaderPool.capacity { $0.append(slot) } }
    }
}
