import Foundation
import Testing

// README: begin
import EventStore
import EventStoreSQLite

/// Who has which book: one row a loan, gone when the book comes back.
struct Loans: Projection {
    let name = "loans"
    let version = 1
    let types: Set<EventType> = [.lent, .returned]
    static let loan = Table(
        name: "loan",
        columns: [Column("book", .text), Column("reader", .text), Column("since", .integer)],
        primaryKey: ["book"],
        indexes: [["reader"]]
    )
    var tables: [Table] { [Self.loan] }

    func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        let book = Value.text(event.stream.rawValue)
        switch event.type {
        case .lent:
            let since = event.recordedAt.rawValue
            try rows.insert([book, .text(event.payload), .integer(since)], into: Self.loan)
        default:
            try rows.delete([book], from: Self.loan)
        }
    }
}

extension EventType {
    static let lent = EventType(rawValue: "BookLent")
    static let returned = EventType(rawValue: "BookReturned")
}

func aDayAtTheLibrary(path: String, clock: @escaping @Sendable () -> Timestamp) throws -> [[Value]] {
    let log = try SQLiteEventLog.open(at: path, access: .create, clock: clock)
    let dune = StreamName(rawValue: "book-dune")
    func event(_ id: String, _ type: EventType, _ payload: String) -> NewEvent {
        NewEvent(id: EventID(rawValue: id), type: type, schemaVersion: 1, payload: payload)
    }

    // Append. Whoever holds the same version and comes second gets an error instead of the book.
    let first = try log.append([event("1", .lent, #""Ada""#)], to: dune, expecting: .none)
    _ = try log.append([event("2", .returned, "{}")], to: dune, expecting: .exactly(first.version))
    _ = try log.append([event("3", .lent, #""Ben""#)], to: dune, expecting: .exactly(2))

    // The same event again: a success that writes nothing.
    let again = try log.append([event("3", .lent, #""Ben""#)], to: dune, expecting: .exactly(2))
    assert(again.alreadyRecorded && again.version == 3)

    // Read: the whole story of a book, newest first.
    let story = try log.read(EventQuery(stream: dune, direction: .backwards))
    assert(story.map(\.type) == [.lent, .returned, .lent])

    // Project: bring the tables up to date, and ask them.
    try log.catchUp([Loans()])

    // Replay: build them anew from the first event, beside the old ones, and swap.
    let report = try log.rebuild([Loans()], progress: nil)
    assert(report.events == 3 && report.rows == ["loans": 1])

    // Verify: nothing was changed behind the log's back.
    let isIntact = try log.verifyChain().isIntact
    assert(isIntact)
    return try log.rows("SELECT book, reader FROM loan WHERE since > ?", [.integer(0)])
}
// README: end

@Suite("The README's example")
struct ReadmeExampleTests {
    @Test("does what it says")
    func runs() throws {
        let folder = try TemporaryFolder()
        let rows = try aDayAtTheLibrary(path: folder.file()) { Timestamp(rawValue: 1_000_000) }
        #expect(rows == [[.text("book-dune"), .text(#""Ben""#)]])
    }

    @Test("stands in the README as it is run here")
    func isTheSame() throws {
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        let begin = try #require(source.range(of: "// README: begin\n"))
        let end = try #require(source.range(of: "// README: end\n"))
        let example = source[begin.upperBound..<end.lowerBound]
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let readme = try String(contentsOf: package.appendingPathComponent("README.md"), encoding: .utf8)
        #expect(readme.contains("```swift\n\(example)```\n"))
    }
}
