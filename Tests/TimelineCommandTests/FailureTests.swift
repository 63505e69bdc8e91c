import EventStore
import NewsEvents
import NewsIngest
import NewsTimeline
import Testing

@testable import timeline

@Suite("Exit statuses")
struct FailureTests {
    struct Case: CustomTestStringConvertible {
        let error: any Error
        let status: Failure.Status
        init(_ error: any Error, _ status: Failure.Status) { (self.error, self.status) = (error, status) }
        var testDescription: String { String(describing: error) }
    }

    private static let input = "f"
    private static let path = "/data/timeline.db"

    @Test(
        "follow from the error, wherever it comes from",
        arguments: [
            Case(IngestError.missing(input: input), .inputMissing),
            Case(IngestError.directory(input: input), .inputMissing),
            Case(IngestError.unreadable(input: input, reason: "Permission denied"), .inputMissing),
            Case(IngestError.empty(input: input, bytes: 0), .badData),
            Case(IngestError.tooLarge(input: input, limit: 1), .badData),
            Case(IngestError.notUTF8(input: input, offset: 0, byte: 0xFF), .badData),
            Case(IngestError.binary(input: input, offset: 0, byte: 0), .badData),
            Case(IngestError.noDate(input: input), .badData),
            Case(EventStoreError.readOnly(path: path), .storage),
            Case(EventStoreError.diskFull(path: path), .storage),
            Case(EventStoreError.notAStore(path: path), .storage),
            Case(EventStoreError.newerStore(path: path, found: 9, readable: 1), .storage),
            Case(EventStoreError.cannotOpen(path: path, reason: "no permission"), .storage),
            Case(EventStoreError.damaged(path: path, reason: "a page is torn"), .storage),
            Case(EventStoreError.database(code: 10 | 3 << 8, message: "disk I/O error", sql: nil), .storage),
            Case(EventStoreError.busy(path: path), .busy),
            Case(EventStoreError.database(code: 1, message: "SQL logic error", sql: nil), .other),
            Case(TimelineError.store(.busy(path: path)), .busy),
            Case(TimelineError.malformedRow(table: "actors", reason: "x"), .other),
            Case(NewsEventError.unknownType("X", position: 1), .other),
        ]
    )
    func mapping(_ c: Case) {
        let failure = Failure(c.error)
        #expect(failure.status == c.status)
        #expect(!failure.message.isEmpty)
        #expect(!Failure.isParserOutcome(c.error))
    }

    @Test("a message about the store names its path")
    func paths() {
        for error in [
            EventStoreError.readOnly(path: Self.path), .diskFull(path: Self.path), .busy(path: Self.path),
            .notAStore(path: Self.path),
        ] {
            #expect(Failure(error).message.contains(Self.path))
        }
    }
}
