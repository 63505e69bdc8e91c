public import NewsEvents
public import NewsText

/// When an event of a timeline happened: known days, or only a bound.
public enum ValidTime: Hashable, Sendable {
    /// The article says when.
    case known(When)
    /// Undated and told as past: it happened no later than the day the article was published.
    case noLaterThan(CalendarDate)
    /// Undated and told as planned or proposed: not before the day the article was published.
    case noEarlierThan(CalendarDate)

    /// Works out the valid time of an event of an article published on `published`.
    public init(of event: NewsEvent, published: CalendarDate) {
        if let when = event.finding?.when {
            self = .known(when)
            return
        }
        let status: Occurrence =
            switch event {
            case .meetingHeld(let meeting): meeting.status
            case .visitMade(let visit): visit.status
            default: .held
            }
        self = status == .planned || status == .proposed ? .noEarlierThan(published) : .noLaterThan(published)
    }

    /// The first and last day the event is filed under, `YYYY-MM-DD`; a bound is filed under its own day.
    public var days: (from: String, to: String) {
        switch self {
        case .known(let when): (when.from, when.to)
        case .noLaterThan(let day), .noEarlierThan(let day): (day.description, day.description)
        }
    }

    /// Whether the article says when.
    public var isKnown: Bool {
        if case .known = self { true } else { false }
    }
}
