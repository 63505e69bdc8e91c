public import EventStore

/// The end of the log, to publish or to sign.
public enum HeadView {
    /// One word: position and hash.
    public static func text(_ head: Head) -> String { "\(head)\n" }

    /// Schema `timeline.head/1`.
    public static func document(_ head: Head, recorded: Timestamp?) -> JSON {
        .object([
            "schema": .string("timeline.head/1"),
            "seq": .integer(Int(head.position.rawValue)),
            "hash": .string(head.hash.description),
            "head": .string(head.description),
            "recorded": .string(recorded?.iso8601),
        ])
    }

    /// Position and hash inside another document.
    static func json(of head: Head) -> JSON {
        .object(["seq": .integer(Int(head.position.rawValue)), "hash": .string(head.hash.description)])
    }
}
