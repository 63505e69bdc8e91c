public import EventStore
public import NewsEvents

/// Why a timeline could not be built or read.
public enum TimelineError: Error, Hashable, Sendable {
    /// The store failed.
    case store(EventStoreError)
    /// An event's payload could not be read.
    case event(NewsEventError)
    /// An event refers to an article the log has not recorded before it.
    case unknownArticle(String, position: Int64)
    /// A row of a projection does not have the shape its table promises.
    case malformedRow(table: String, reason: String)
}

extension TimelineError: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .store(let error): String(describing: error)
        case .event(let error): error.description
        case .unknownArticle(let article, let position):
            "event \(position) belongs to article \(article), which is not recorded before it; the log was not written by timeline append"
        case .malformedRow(let table, let reason):
            "a row of projection table \(table) cannot be read (\(reason)); run timeline replay to rebuild it from the log"
        }
    }
}
