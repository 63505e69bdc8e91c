/// The name of a stream: one article, one order, one account.
public struct StreamName: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name as stored; any text, never empty.
    public let rawValue: String

    /// Makes a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name itself.
    public var description: String { rawValue }
}

/// The name of a kind of event ("ArticleRecorded").
public struct EventType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name as stored; never empty.
    public let rawValue: String

    /// Makes a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The name itself.
    public var description: String { rawValue }
}

/// The identity of an event, chosen by whoever appends it; ordered ids keep the index compact.
public struct EventID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The id as stored; never empty.
    public let rawValue: String

    /// Makes an id.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The id itself.
    public var description: String { rawValue }
}
