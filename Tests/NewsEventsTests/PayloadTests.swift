import EventStore
import Foundation
import NewsEvents
import Testing

@Suite("Payloads")
struct PayloadTests {
    private let codec = NewsEventCodec()

    @Test("come back as the event they were made from", arguments: SampleEvents.all.map(\.event))
    func roundTrip(event: NewsEvent) throws {
        let encoded = try codec.encode(event, id: EventID(rawValue: "x"), metadata: "{}")
        #expect(try codec.decode(Recorded.event(encoded)) == event)
        #expect(
            try codec.encode(event, id: EventID(rawValue: "x"), metadata: "{}").payload == encoded.payload
        )
    }

    @Test(
        "are written as the golden file of their kind and version says",
        arguments: SampleEvents.all.map(\.name)
    )
    func golden(name: String) throws {
        let event = try #require(SampleEvents.all.first { $0.name == name }).event
        let encoded = try codec.encode(event, id: EventID(rawValue: "x"), metadata: "{}")
        #expect(encoded.type.rawValue == name)
        let expected = try Fixture.text("\(name).\(encoded.schemaVersion).json")
        #expect(encoded.payload + "\n" == expected)
    }

    @Test("with fields this version does not know are read all the same")
    func unknownFields() throws {
        let payload = try Fixture.text("VisitMade.1.json").replacing(
            "{\"article\"",
            with: "{\"aFutureField\":[1],\"article\""
        )
        let event = NewEvent(
            id: EventID(rawValue: "x"),
            type: .visitMade,
            schemaVersion: 1,
            payload: payload
        )
        let known = try #require(SampleEvents.all.first { $0.name == "VisitMade" }).event
        #expect(try codec.decode(Recorded.event(event)) == known)
    }

    @Test("of an unknown type or a wrong shape are refused with their position")
    func refused() throws {
        let future = NewEvent(
            id: EventID(rawValue: "x"),
            type: EventType(rawValue: "TreatySigned"),
            schemaVersion: 1,
            payload: "{}"
        )
        #expect(throws: NewsEventError.unknownType("TreatySigned", position: 7)) {
            try codec.decode(Recorded.event(future, position: 7))
        }
        let broken = NewEvent(id: EventID(rawValue: "x"), type: .visitMade, schemaVersion: 1, payload: "{}")
        #expect {
            try codec.decode(Recorded.event(broken, position: 7))
        } throws: { error in
            guard case NewsEventError.unreadablePayload("VisitMade", position: 7, _) = error else {
                return false
            }
            return true
        }
    }
}

/// Recorded events for tests that need no log.
enum Recorded {
    static func event(_ event: NewEvent, position: Int64 = 1) -> RecordedEvent {
        RecordedEvent(
            position: Position(rawValue: position),
            stream: StreamName(rawValue: "s"),
            version: 1,
            id: event.id,
            type: event.type,
            schemaVersion: event.schemaVersion,
            payload: event.payload,
            metadata: event.metadata,
            occurredAt: nil,
            recordedAt: Timestamp(rawValue: 0)
        )
    }
}

/// Files beside the tests.
enum Fixture {
    static func text(_ name: String) throws -> String {
        let folder = try #require(Bundle.module.resourceURL)
        return try String(contentsOf: folder.appending(path: "Fixtures/\(name)"), encoding: .utf8)
    }
}
