public import EventStore
public import NewsEvents
public import NewsText

/// One line of a timeline: an event with everything a view needs to show it.
public struct TimelineEntry: Hashable, Sendable {
    /// The event's place in the log; users see it as `e12`.
    public let position: Position
    /// The event's identity in the log.
    public let eventID: String
    /// What sort of event it is.
    public let kind: EventKind
    /// The event itself, in the current schema version.
    public let event: NewsEvent
    /// What all extracted events carry.
    public let finding: Finding
    /// When it happened.
    public let when: ValidTime
    /// The day its article was published.
    public let published: CalendarDate
    /// When the log learnt it.
    public let recordedAt: Timestamp
    /// Every actor its fields name, by id: who acts, and through whom it is known.
    public let actors: [ActorID: ActorProfile]
    /// The names of its topics, in the event's order.
    public let topics: [Topic]

    /// Makes an entry.
    public init(
        position: Position,
        eventID: String,
        kind: EventKind,
        event: NewsEvent,
        finding: Finding,
        when: ValidTime,
        published: CalendarDate,
        recordedAt: Timestamp,
        actors: [ActorID: ActorProfile],
        topics: [Topic]
    ) {
        self.position = position
        self.eventID = eventID
        self.kind = kind
        self.event = event
        self.finding = finding
        self.when = when
        self.published = published
        self.recordedAt = recordedAt
        self.actors = actors
        self.topics = topics
    }
}
