/// The name of a kind of event ("ArticleRecorded").
public struct EventType: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name as stored; never empty.
    public let rawValue: String

    /// Makes a name.
    @inlinable public init(rawValue: String) { self.rawValue = rawValue }

    /// The name itself.
    public var description: String { rawValue }

    /// Compares byte by byte, as the log does: "\u{E9}" and "e\u{301}" are two names.
    public static func == (a: EventType, b: EventType) -> Bool { a.rawValue.hasSameBytes(as: b.rawValue) }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        var text = rawValue
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
