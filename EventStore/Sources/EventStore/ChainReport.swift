/// What a walk over the whole log found.
public struct ChainReport: Hashable, Sendable {
    /// Number of events whose hash was recomputed and agreed.
    public let events: Int64
    /// The events among them whose payload has been erased, with the event that tells of it; their headers
    /// verify.
    public let erasures: [ErasedPayload]
    /// The end of the log as stored; keep it elsewhere to notice a log cut short or written anew.
    public let head: Head
    /// What does not agree, in the order of position; empty when the whole log verifies.
    public let failures: [Failure]
    /// How many more were found than `failures` holds.
    public let furtherFailures: Int64

    /// Whether everything agrees.
    public var isIntact: Bool { failures.isEmpty }

    /// The first thing that does not agree.
    public var failure: Failure? { failures.first }

    /// Number of events whose payload has been erased.
    public var erased: Int64 { Int64(erasures.count) }

    /// Makes a report.
    public init(
        events: Int64,
        erasures: [ErasedPayload] = [],
        head: Head,
        failures: [Failure] = [],
        furtherFailures: Int64 = 0
    ) {
        self.events = events
        self.erasures = erasures
        self.head = head
        self.failures = failures
        self.furtherFailures = furtherFailures
    }

    /// A place where the log contradicts itself, or the head it is held against.
    public struct Failure: Hashable, Sendable, CustomStringConvertible {
        /// The position; one behind the last event if the head itself is wrong, nil if it concerns the file
        /// as a whole.
        public let position: Position?
        /// What does not agree.
        public let reason: String

        /// Makes a failure.
        public init(position: Position?, reason: String) {
            self.position = position
            self.reason = reason
        }

        /// Where and what.
        public var description: String { position.map { "position \($0): \(reason)" } ?? reason }
    }
}
