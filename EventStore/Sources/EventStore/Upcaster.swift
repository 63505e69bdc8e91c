/// A pure step from one payload schema version to the next.
public struct Upcaster: Sendable {
    /// The kind of event it reads.
    public let type: EventType
    /// The version it reads; it writes the next one.
    public let from: Int
    /// Turns a payload of version `from` into one of version `from + 1`.
    public let upcast: @Sendable (String) throws -> String

    /// Makes a step.
    public init(type: EventType, from: Int, upcast: @escaping @Sendable (String) throws -> String) {
        self.type = type
        self.from = from
        self.upcast = upcast
    }
}
