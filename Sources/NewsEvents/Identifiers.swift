/// The identity of an article: `a` and the first 12 hexadecimal digits of its text's SHA-256.
public struct ArticleID: RawRepresentable, Hashable, Sendable, Encodable, CustomStringConvertible {
    /// The id as stored.
    public let rawValue: String

    /// Makes an id from its text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The id itself.
    public var description: String { rawValue }
}

/// The identity of an actor across articles: its name in lower case, words joined by hyphens ("marco-rubio").
public struct ActorID: RawRepresentable, Hashable, Comparable, Sendable, Encodable, CodingKeyRepresentable,
    CustomStringConvertible
{
    /// The id as stored.
    public let rawValue: String

    /// Makes an id from its text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The id itself.
    public var description: String { rawValue }

    /// Orders by text.
    public static func < (a: ActorID, b: ActorID) -> Bool { a.rawValue < b.rawValue }
}

/// The identity of a topic across articles: its name in lower case, words joined by hyphens ("un-resolution").
public struct TopicID: RawRepresentable, Hashable, Comparable, Sendable, Encodable, CustomStringConvertible {
    /// The id as stored.
    public let rawValue: String

    /// Makes an id from its text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The id itself.
    public var description: String { rawValue }

    /// Orders by text.
    public static func < (a: TopicID, b: TopicID) -> Bool { a.rawValue < b.rawValue }
}
