import EventStore
import Testing

@Suite("Error messages")
struct ErrorMessageTests {
    struct Message: CustomStringConvertible, Sendable {
        let error: EventStoreError
        let words: [String]
        var description: String { words.joined(separator: ", ") }

        static let all: [Message] = [
            Message(
                error: .versionConflict(stream: .a, expected: .exactly(4), actual: 6),
                words: ["Stream a", "version 6", "held 4", "Read it and append again"]
            ),
            Message(
                error: .versionConflict(stream: .a, expected: .any, actual: 6),
                words: ["Stream a", "part of these events", "version 6", "append only what is missing"]
            ),
            Message(
                error: .idConflict(id: EventID(rawValue: "e1"), stream: .b),
                words: ["e1", "stream b", "id of its own"]
            ),
            Message(error: .notAStore(path: "/x"), words: ["/x", "not an event store", "choose another"]),
            Message(
                error: .newerStore(path: "/x", found: 2, readable: 1),
                words: ["/x", "format 2", "format 1", "Update"]
            ),
            Message(error: .readOnly(path: "/x"), words: ["/x", "cannot be written", "Check the rights"]),
            Message(error: .diskFull(path: "/x"), words: ["/x", "full", "free some space"]),
            Message(error: .busy(path: "/x"), words: ["/x", "locked", "try again"]),
            Message(
                error: .projectionFailed(name: "loans", position: Position(rawValue: 7), reason: "no book"),
                words: ["loans", "position 7", "no book", "as they were"]
            ),
        ]
    }

    @Test("say what happened, where, and what to do", arguments: Message.all)
    func message(_ message: Message) {
        for word in message.words { #expect("\(message.error)".contains(word)) }
    }
}
