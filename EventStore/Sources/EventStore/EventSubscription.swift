/// Events as they come: first all that are recorded behind a position, then each new one, in order, each
/// once.
///
/// Ends when the task that iterates is cancelled. It looks at the log's head when it has caught up: after 1
/// ms, then ever more seldom, up to every 50 ms, and again after 1 ms once something came. So a new event,
/// whichever process appended it, arrives within 50 ms and the time to read it, and a quiet log costs about
/// twenty look-ups a second.
///
/// A consumer that keeps the position of the last event it has done with goes on behind it after a crash:
/// `.after(position)`.
public struct EventSubscription: AsyncSequence, Sendable {
    /// A recorded event, its payload in the current version.
    public typealias Element = RecordedEvent

    private let log: any EventLog
    private let start: Start
    private let types: Set<EventType>

    /// Where a subscription begins.
    public enum Start: Hashable, Sendable {
        /// With the first event of the log.
        case beginning
        /// Behind this position.
        case after(Position)
        /// With what is appended from now on.
        case end
    }

    init(log: any EventLog, start: Start, types: Set<EventType>) {
        self.log = log
        self.start = start
        self.types = types
    }

    /// Begins to iterate; where `.end` is, is decided at the first call of `next`.
    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(log: log, start: start, types: types)
    }

    /// Hands out the events.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let log: any EventLog
        private let start: Start
        private let types: Set<EventType>
        /// The last position looked at, matching or not; nil before the first look.
        private var position: Position?
        private var page: ArraySlice<RecordedEvent> = []

        private static let pageSize = 500
        /// How many positions one read looks through at most when few of them match.
        private static let window: Int64 = 16_000
        private static let longestPause = Duration.milliseconds(50)

        init(log: any EventLog, start: Start, types: Set<EventType>) {
            self.log = log
            self.start = start
            self.types = types
        }

        /// The next event; waits until there is one, and gives nil once the task is cancelled.
        ///
        /// - Throws: What reading the log throws, and `invalidDeclaration` if the log ends before the
        ///   position to go on from: it is an older copy.
        public mutating func next() async throws -> RecordedEvent? {
            var pause = Duration.milliseconds(1)
            while !Task.isCancelled {
                if let event = page.popFirst() { return event }
                if try readPage() { continue }
                do {
                    try await Task.sleep(for: pause)
                } catch is CancellationError {
                    return nil
                }
                pause = Swift.min(pause * 2, Self.longestPause)
            }
            return nil
        }

        /// Reads on.
        ///
        /// - Returns: Whether there was anything to look at.
        private mutating func readPage() throws(EventStoreError) -> Bool {
            let head = try log.head().position
            let after = position ?? start.position(at: head)
            position = after
            guard after <= head else {
                throw .invalidDeclaration(
                    reason:
                        "the log ends at position \(head), but the subscription is to go on behind \(after); "
                        + "it is an older copy of the log"
                )
            }
            guard after < head else { return false }
            let through = Swift.min(head.rawValue, after.rawValue + Self.window)
            let events = try log.read(
                EventQuery(types: types, after: after.rawValue, through: through, limit: Self.pageSize)
            )
            page = events[...]
            let isFull = events.count == Self.pageSize
            position = isFull ? events.last?.position : Position(rawValue: through)
            return true
        }
    }
}

extension EventSubscription.Start {
    fileprivate func position(at head: Position) -> Position {
        switch self {
        case .beginning: .start
        case .after(let position): position
        case .end: head
        }
    }
}

extension EventLog {
    /// Events as they come: catches up from a place in the log and then goes on live, across processes.
    ///
    /// - Parameters:
    ///   - start: Where to begin.
    ///   - types: Only these kinds; empty for all. Others are passed over and not looked at again.
    /// - Returns: A sequence without end; see `EventSubscription` for its latency.
    public func subscribe(
        from start: EventSubscription.Start,
        types: Set<EventType> = []
    ) -> EventSubscription {
        EventSubscription(log: self, start: start, types: types)
    }
}
