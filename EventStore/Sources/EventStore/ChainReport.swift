/// What a walk over the whole chain found.
public struct ChainReport: Hashable, Sendable {
    /// Number of events whose hash was recomputed and agreed.
    public let events: Int64
    /// Number of events among them whose payload has been erased; their headers still verify.
    public let erased: Int64
    /// The end of the log as stored; keep it elsewhere to notice a log cut short or written anew.
    public let head: Head
    /// The first event that does not agree; nil when the whole log verifies.
    public let failure: Failure?

    /// Whether every event agrees with the chain.
    public var isIntact: Bool { failure == nil }

    /// Makes a report.
    public init(events: Int64, erased: Int64, head: Head, failure: Failure?) {
        self.events = events
        self.erased = erased
        self.head = head
        self.failure = failure
    }

    /// The first place where the log contradicts itself.
    public struct Failure: Hashable, Sendable {
        /// The position; one behind the last event if the head itself is wrong.
        public let position: Position
        /// What does not agree.
        public let reason: String

        /// Makes a failure.
        public init(position: Position, reason: String) {
            self.position = position
            self.reason = reason
        }
    }
}
