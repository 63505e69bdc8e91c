/// Which events to read, in which order, and how many.
public struct EventQuery: Hashable, Sendable {
    /// Only this stream; nil for the whole log.
    public var stream: StreamName?
    /// Only these kinds; empty for all.
    public var types: Set<EventType>
    /// Only events recorded in this range.
    public var recorded: Range<Timestamp>?
    /// Only events behind this place in reading direction: a position, or a version when `stream` is set; nil
    /// for all.
    public var after: Int64?
    /// Only events up to and including this place in reading direction; nil for no bound.
    public var through: Int64?
    /// The reading direction.
    public var direction: Direction
    /// What decides the order; `after` and `through` need `.position`.
    public var order: Order
    /// At most this many events; the limit applies after all filters.
    public var limit: Int

    /// Makes a query; the defaults read the first 1,000 events of the whole log.
    public init(
        stream: StreamName? = nil,
        types: Set<EventType> = [],
        recorded: Range<Timestamp>? = nil,
        after: Int64? = nil,
        through: Int64? = nil,
        direction: Direction = .forwards,
        order: Order = .position,
        limit: Int = 1000
    ) {
        self.stream = stream
        self.types = types
        self.recorded = recorded
        self.after = after
        self.through = through
        self.direction = direction
        self.order = order
        self.limit = limit
    }

    /// The reading direction.
    public enum Direction: Hashable, Sendable {
        /// Oldest first, or newest first.
        case forwards, backwards
    }

    /// What decides the order of events; ties are broken by position.
    public enum Order: Hashable, Sendable {
        /// Place in the log; when the log learnt it; when it happened (events without such a moment come
        /// last).
        case position, recordedAt, occurredAt
    }
}
