/// Why a recorded event could not be read as a domain event.
public enum NewsEventError: Error, Hashable, Sendable {
    /// The log holds a kind of event this program does not know: it was written by a newer one.
    case unknownType(String, position: Int64)
    /// The payload does not have the shape its type and version promise.
    case unreadablePayload(String, position: Int64, reason: String)
    /// The payload was erased on purpose.
    case erased(position: Int64)
}

extension NewsEventError: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .unknownType(let type, let position):
            "event \(position) is of type \(type), which this version does not know; use a newer timeline"
        case .unreadablePayload(let type, let position, let reason):
            "event \(position) (\(type)) has a payload that cannot be read: \(reason); run timeline log --from-seq \(position) to see it"
        case .erased(let position):
            "event \(position) was erased; timeline list articles shows when and why"
        }
    }
}
