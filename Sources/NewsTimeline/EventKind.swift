public import EventStore
public import NewsEvents

/// A kind of event that stands in a timeline.
public enum EventKind: String, Sendable, CaseIterable, Hashable {
    /// Somebody said something; actors met or talked; an actor travelled; an actor took a stance.
    case statement, meeting, visit, position

    /// The type its events have in the log.
    public var type: EventType {
        switch self {
        case .statement: .statementMade
        case .meeting: .meetingHeld
        case .visit: .visitMade
        case .position: .positionTaken
        }
    }

    /// The kind of an event; nil for the events about the article itself.
    public init?(_ event: NewsEvent) {
        switch event {
        case .articleRecorded, .articleExtracted, .articleErased: return nil
        case .statementMade: self = .statement
        case .meetingHeld: self = .meeting
        case .visitMade: self = .visit
        case .positionTaken: self = .position
        }
    }
}
