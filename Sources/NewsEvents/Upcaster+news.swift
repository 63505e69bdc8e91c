public import EventStore

extension Upcaster {
    /// Every step this program knows.
    public static let news: [Upcaster] = [.articleInput, .statementSpeakers]
}
