public import EventStore

extension EventType {
    /// An article came in.
    public static let articleRecorded = EventType(rawValue: "ArticleRecorded")
    /// An extractor read an article.
    public static let articleExtracted = EventType(rawValue: "ArticleExtracted")
    /// Somebody said something.
    public static let statementMade = EventType(rawValue: "StatementMade")
    /// Actors met or talked.
    public static let meetingHeld = EventType(rawValue: "MeetingHeld")
    /// An actor travelled.
    public static let visitMade = EventType(rawValue: "VisitMade")
    /// An actor took a stance.
    public static let positionTaken = EventType(rawValue: "PositionTaken")
    /// An article was taken out of the store.
    public static let articleErased = EventType(rawValue: "ArticleErased")
}
