import Foundation
import NewsEvents
import NewsText
import Testing

@testable import NewsExtraction

/// What the sample article must give, by what a reader would name; nothing in the rules knows its people or phrases.
@Suite("The sample article")
struct SeedArticleTests {
    private let extraction: Extraction
    private let text: String

    init() throws {
        let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "seeds/000_2b52e37ed3b89193.txt")
        text = String(decoding: try Data(contentsOf: seeds), as: UTF8.self)
        let published = try #require(CalendarDate(iso: "2025-10-25"))
        extraction = try sharedExtractor.get().extract(
            Article(text: text, published: published, publishedFrom: "--date")
        )
    }

    private var statements: [StatementMade] {
        extraction.events.compactMap { if case .statementMade(let event) = $0 { event } else { nil } }
    }
    private var meetings: [MeetingHeld] {
        extraction.events.compactMap { if case .meetingHeld(let event) = $0 { event } else { nil } }
    }

    private func words(_ spans: [TextSpan]) -> String { spans.compactMap(\.text).joined(separator: " … ") }

    struct Said: CustomTestStringConvertible, Sendable {
        let speaker: String
        let opening: String
        let directness: StatementMade.Directness
        var testDescription: String { "\(speaker): \(opening)" }
    }

    @Test(
        "gives each statement to its speaker",
        arguments: [
            Said(
                speaker: "donald-trump",
                opening: "Qatar would send peacekeeping troops to Gaza if needed",
                directness: .indirect
            ),
            Said(speaker: "donald-trump", opening: "This should be an enduring peace", directness: .direct),
            Said(
                speaker: "donald-trump",
                opening: "efforts to stabilize Gaza were advancing",
                directness: .indirect
            ),
            Said(
                speaker: "donald-trump",
                opening: "what we've done is incredible - peace in the Middle East",
                directness: .direct
            ),
            Said(
                speaker: "marco-rubio",
                opening: "US officials are getting input on a possible UN resolution",
                directness: .indirect
            ),
            Said(
                speaker: "marco-rubio",
                opening: "Many of the countries that have expressed an interest",
                directness: .direct
            ),
            Said(
                speaker: "marco-rubio",
                opening: "So we have a whole team working on that outline of it",
                directness: .direct
            ),
            Said(
                speaker: "marco-rubio",
                opening: "the Gaza international peace force would have to",
                directness: .indirect
            ),
            Said(
                speaker: "hamas",
                opening: "its leadership met with Turkish Foreign Minister",
                directness: .indirect
            ),
            Said(
                speaker: "jd-vance",
                opening: "there would be a \"constructive role\" for Turkey",
                directness: .mixed
            ),
        ]
    )
    func statement(_ said: Said) throws {
        let found = try #require(statements.first { words($0.content).hasPrefix(said.opening) })
        #expect(found.speakers.map(\.rawValue) == [said.speaker])
        #expect(found.directness == said.directness)
    }

    @Test("keeps circumstances out of what was said")
    func circumstances() throws {
        let first = try #require(statements.first)
        #expect(words(first.content) == "Qatar would send peacekeeping troops to Gaza if needed")
    }

    @Test("tells one meeting once though it is told three times")
    func aircraftMeeting() throws {
        let found = try #require(
            meetings.first { $0.participants.contains(ActorID(rawValue: "donald-trump")) }
        )
        #expect(
            Set(found.participants.map(\.rawValue)) == [
                "donald-trump", "emir-of-qatar", "prime-minister-of-qatar", "marco-rubio",
            ]
        )
        #expect(found.triggers.count == 4)
        #expect(found.place == "Al Udeid Air Base")
        #expect(found.finding.when?.from == "2025-10-25" && found.finding.when?.basis == "weekday")
        let held = meetings.filter { $0.status == .held }
        #expect(held.filter { $0.participants.contains(ActorID(rawValue: "donald-trump")) }.count == 1)
    }

    @Test("reads a caption that stands twice as one event")
    func captionMeeting() throws {
        let found = meetings.filter { $0.participants.contains(ActorID(rawValue: "benjamin-netanyahu")) }
        #expect(found.count == 1)
        let meeting = try #require(found.first)
        #expect(Set(meeting.participants.map(\.rawValue)) == ["jd-vance", "benjamin-netanyahu"])
        #expect(meeting.place?.contains("Jerusalem") == true)
        #expect(meeting.finding.when?.from == "2025-10-22")
        #expect(meeting.finding.repeats.count == 1)
    }

    @Test("knows a meeting through the one who told of it")
    func reportedMeeting() throws {
        let found = try #require(
            meetings.first { $0.participants.contains(ActorID(rawValue: "hakan-fidan")) }
        )
        #expect(
            Set(found.participants.map(\.rawValue)) == ["hamas-leadership", "hakan-fidan", "ibrahim-kalin"]
        )
        #expect(found.via?.rawValue == "hamas")
        #expect(found.place?.hasPrefix("Doha") == true)
        #expect(found.finding.when?.from == "2025-10-21")
    }

    @Test("finds the visit of two people as one event")
    func visit() throws {
        let visits = extraction.events.compactMap { event -> VisitMade? in
            if case .visitMade(let visit) = event { visit } else { nil }
        }
        let found = try #require(visits.first { $0.destination == "Israel" })
        #expect(found.visitors.map(\.rawValue) == ["jd-vance", "marco-rubio"])
        #expect(found.status == .held)
    }

    @Test(
        "finds who takes which stance",
        arguments: [
            ("benjamin-netanyahu", Stance.oppose, "Ankara having any role"),
            ("marco-rubio", Stance.demand, "be comprised of countries that Israel approves"),
            ("donald-trump", Stance.support, "the Gulf nation"),
        ]
    )
    func position(holder: String, stance: Stance, target: String) throws {
        let positions = extraction.events.compactMap { event -> PositionTaken? in
            if case .positionTaken(let position) = event { position } else { nil }
        }
        #expect(
            positions.contains {
                $0.holders.map(\.rawValue) == [holder] && $0.stance == stance
                    && $0.target?.text?.contains(target) == true
            }
        )
    }

    @Test("reports the quotation that was never opened")
    func diagnostics() {
        #expect(extraction.diagnostics.map(\.code) == ["quotation-never-opened", "repeated-paragraph"])
    }

    @Test("every span holds the words it says it holds")
    func spans() {
        let scalars = Array(text.unicodeScalars)
        for event in extraction.events {
            var spans = [event.finding?.evidence].compactMap { $0 }
            if case .statementMade(let statement) = event {
                spans += statement.content + statement.quotes + [statement.cue].compactMap { $0 }
            }
            for span in spans {
                var words = String.UnicodeScalarView()
                words.append(contentsOf: scalars[span.start..<span.end])
                #expect(String(words) == span.text)
            }
        }
    }

    @Test("the same text gives the same extraction")
    func determinism() throws {
        let published = try #require(CalendarDate(iso: "2025-10-25"))
        let again = try sharedExtractor.get().extract(
            Article(text: text, published: published, publishedFrom: "--date")
        )
        #expect(again == extraction)
    }
}
