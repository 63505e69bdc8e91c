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
    }

    @Test(
        "that are not JSON of the shape promised are refused with their position and the reason",
        arguments: [
            ("{}", "\"article\" is missing"),
            ("", "an object is expected"),
            ("[]", "an object is expected"),
            ("null", "an object is expected"),
            (#"{"article":"a","#, "a string is expected"),
            (#"{"article":"a""#, "a comma or the end is expected"),
            (#"{"article":7}"#, "a string is expected"),
            (#"{"article":"a\#u{1}"}"#, "a control character"),
            (#"{"article":"\q"}"#, "this is no escape"),
            (#"{"article":"\ud800"}"#, "\\u is expected"),
            (#"{"article":"\ud800\u0041"}"#, "surrogate"),
            (#"{"article":"\udc00"}"#, "surrogate"),
            (#"{"article":"\u00g0"}"#, "four hexadecimal digits"),
            (#"{"confidence":.5}"#, "a digit is expected"),
            (#"{"confidence":1e999}"#, "out of range"),
            (#"{"confidence":+1}"#, "a digit is expected"),
            (#"{"status":"perhaps"}"#, "none of the known words"),
            (#"{"triggers":[{"start":1.5,"end":2}]}"#, "no whole number"),
            (#"{"triggers":[{"start":99999999999999999999,"end":2}]}"#, "no whole number"),
            (#"{"triggers":[{"start":-,"end":2}]}"#, "a digit is expected"),
            (#"{"triggers":[{"start":1e2,"end":2}]}"#, "no whole number"),
            (#"{"triggers":[{"start":1234567890123456.5,"end":2}]}"#, "no whole number"),
            (#"{"aFutureField":tru}"#, "true is expected"),
            (#"{"aFutureField":"\q"}"#, "this is no escape"),
            (#"{"aFutureField":"\ud83d\ude0"}"#, "four hexadecimal digits"),
            (#"{"aFutureField":"eight by\#u{1F}es"}"#, "a control character"),
            (#"{"aFutureField":"plain"#, "a string does not end"),
            (#"{"aFutureField":"plain\"#, "a string does not end"),
            (#"{"aFutureField":{"a":01}}"#, "a comma or the end"),
            (#"{"aFutureField":\#(String(repeating: "[", count: 300))"#, "nested too deep"),
        ]
    )
    func malformed(payload: String, reason: String) throws {
        let broken = NewEvent(
            id: EventID(rawValue: "x"),
            type: .visitMade,
            schemaVersion: 1,
            payload: payload
        )
        #expect {
            try codec.decode(Recorded.event(broken, position: 7))
        } throws: { error in
            guard case NewsEventError.unreadablePayload("VisitMade", position: 7, let told) = error else {
                return false
            }
            return told.contains(reason)
        }
    }

    @Test("with anything behind their object are refused")
    func trailing() throws {
        let payload = try Fixture.text("VisitMade.1.json") + "}"
        let event = NewEvent(id: EventID(rawValue: "x"), type: .visitMade, schemaVersion: 1, payload: payload)
        #expect {
            try codec.decode(Recorded.event(event, position: 7))
        } throws: { error in
            guard case NewsEventError.unreadablePayload("VisitMade", position: 7, let told) = error else {
                return false
            }
            return told.contains("more follows")
        }
    }

    @Test(
        "give numbers as the standard library reads them",
        arguments: [
            "0", "1", "-0", "0.5", "0.92", "1e0", "0.1", "0.123456789012345", "0.1234567890123456789",
            "123456789012345", "9007199254740993", "0.30000000000000004", "1E-7", "5e-324", "-12.75",
            "0.000000000000001",
        ]
    )
    func numbers(written: String) throws {
        let payload = try Fixture.text("VisitMade.1.json")
        let confidence = try #require(payload.firstMatch(of: /"confidence":[0-9.]+/))
        let event = NewEvent(
            id: EventID(rawValue: "x"),
            type: .visitMade,
            schemaVersion: 1,
            payload: payload.replacing(confidence.output, with: "\"confidence\":\(written)")
        )
        let finding = try #require(try codec.decode(Recorded.event(event)).finding)
        #expect(finding.confidence.bitPattern == Double(written)?.bitPattern)
    }

    @Test("tell of an article which it is and when it was published, and are refused alike")
    func publication() throws {
        let payload = try Fixture.text("ArticleRecorded.2.json")
        func recorded(_ payload: String, _ type: EventType) -> RecordedEvent {
            Recorded.event(
                NewEvent(id: EventID(rawValue: "x"), type: type, schemaVersion: 2, payload: payload)
            )
        }
        let event = recorded(payload, .articleRecorded)
        guard case .articleRecorded(let article) = try codec.decode(event) else {
            Issue.record("not an article")
            return
        }
        let publication = try #require(try codec.publication(of: event))
        #expect(publication == (article.article, article.published))
        #expect(try codec.publication(of: recorded("{}", .visitMade)) == nil)
        #expect(throws: NewsEventError.self) {
            try codec.publication(of: recorded(payload + "}", .articleRecorded))
        }
    }

    @Test("may be written by other programs: blanks, escapes, any order, exponents")
    func otherHands() throws {
        let payload = #"""
             { "triggers" : [ {"end":13 ,"start":6} ] , "status":"he\u006cd", "destination" : null ,
              "visitors":["marco-rubio"], "topics":["g\u0061za"], "evidence":{"start":0,"end":90,"text":"A\tsentence \ud83d\ude00\/"},
              "mentions":{}, "r\u0065peats":[], "confidence":75E-2, "doubts":[], "article":"a" }
            """#
        let event = NewEvent(id: EventID(rawValue: "x"), type: .visitMade, schemaVersion: 1, payload: payload)
        guard case .visitMade(let visit) = try codec.decode(Recorded.event(event)) else {
            Issue.record("not a visit")
            return
        }
        #expect(visit.finding.evidence.text == "A\tsentence 😀/")
        #expect(visit.finding.confidence == 0.75)
        #expect(visit.finding.topics == [TopicID(rawValue: "gaza")])
        #expect(visit.status == .held)
        #expect(visit.triggers == [TextSpan(start: 6, end: 13)])
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
