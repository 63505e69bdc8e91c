/// A domain event: one thing the log knows.
public enum NewsEvent: Hashable, Sendable {
    /// An article came in.
    case articleRecorded(ArticleRecorded)
    /// An extractor read it.
    case articleExtracted(ArticleExtracted)
    /// Somebody said something.
    case statementMade(StatementMade)
    /// Actors met or talked.
    case meetingHeld(MeetingHeld)
    /// An actor travelled.
    case visitMade(VisitMade)
    /// An actor took a stance.
    case positionTaken(PositionTaken)
    /// An article was taken out of the store.
    case articleErased(ArticleErased)

    /// What the extracted kinds have in common; nil for the events about the article itself.
    public var finding: Finding? {
        switch self {
        case .articleRecorded, .articleExtracted, .articleErased: nil
        case .statementMade(let event): event.finding
        case .meetingHeld(let event): event.finding
        case .visitMade(let event): event.finding
        case .positionTaken(let event): event.finding
        }
    }

    /// Who acts: speakers, participants, visitors or holders; empty for events about the article.
    public var actors: [ActorID] {
        switch self {
        case .articleRecorded, .articleExtracted, .articleErased: []
        case .statementMade(let event): event.speakers
        case .meetingHeld(let event): event.participants
        case .visitMade(let event): event.visitors
        case .positionTaken(let event): event.holders
        }
    }

    /// The word users and JSON call this kind by: article, extraction, statement, meeting, visit, position,
    /// erasure.
    public var kind: String {
        switch self {
        case .articleRecorded: "article"
        case .articleExtracted: "extraction"
        case .statementMade: "statement"
        case .meetingHeld: "meeting"
        case .visitMade: "visit"
        case .positionTaken: "position"
        case .articleErased: "erasure"
        }
    }
}
