/// The identity of an event, chosen by whoever appends it; ordered ids keep the index compact.
public struct EventID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The id as stored; never empty.
    public let rawValue: String

    /// Makes an id.
    @inlinable public init(rawValue: String) { self.rawValue = rawValue }

    /// The id itself.
    public var description: String { rawValue }

    /// Compares byte by byte, as the log does: "\u{E9}" and "e\u{301}" are two names.
    public static func == (a: EventID, b: EventID) -> Bool { a.rawValue.hasSameBytes(as: b.rawValue) }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        var text = rawValue
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
