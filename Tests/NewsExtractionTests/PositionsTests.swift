import NewsEvents
import NewsText
import Testing

@testable import NewsExtraction

/// What whole articles give as positions, beyond what a single rule finds in a single sentence.
@Suite("Positions")
struct PositionsTests {
    private func positions(_ text: String) throws -> [PositionTaken] {
        let published = try #require(CalendarDate(iso: "2025-10-25"))
        let article = Article(text: text, published: published, publishedFrom: "test")
        return try sharedExtractor.get().extract(article).events.compactMap { event in
            if case .positionTaken(let position) = event { position } else { nil }
        }
    }

    private func targets(_ positions: [PositionTaken]) -> [String] {
        positions.compactMap { $0.target?.text }
    }

    @Test("gives a list of demands one position an item")
    func list() throws {
        let found = try positions(
            "The rebels demanded the release of prisoners, a new election and an end to the war."
        )
        #expect(targets(found) == ["the release of prisoners", "a new election", "an end to the war"])
        #expect(Set(found.map { $0.holders.map(\.rawValue) }) == [["rebels"]])
    }

    @Test("makes a stance told twice one position with a repeat")
    func repeated() throws {
        let found = try positions(
            "Norway condemned the attack on the bridge.\n\nNorway condemned the attack on the bridge again."
        )
        #expect(found.count == 1)
        #expect(found.first?.finding.repeats.count == 1)
    }

    @Test("keeps two targets of the same holder apart")
    func distinct() throws {
        let found = try positions(
            "Norway condemned the attack on the bridge.\n\nNorway condemned the new tax."
        )
        #expect(targets(found) == ["the attack on the bridge", "the new tax"])
    }

    @Test("takes the date of the verb that governs the stance word")
    func governingDate() throws {
        let found = try positions("On Thursday Norway criticised the plan, urging Sweden to reject it.")
        #expect(found.map { $0.finding.when?.from } == ["2025-10-23", "2025-10-23"])
    }

    @Test("takes the date of the statement its words are part of")
    func statementDate() throws {
        let found = try #require(try positions("Lund said on Thursday that the bridge must be closed.").first)
        #expect(found.finding.when?.from == "2025-10-23")
        #expect(found.finding.when?.basis == "inherited")
    }

    @Test("gives a quoted speaker's own stance to the speaker", arguments: ["I", "We"])
    func firstPerson(pronoun: String) throws {
        let found = try positions("\"\(pronoun) welcome the new treaty,\" said Havel on Monday.")
        #expect(found.map { $0.holders.map(\.rawValue) } == [["havel"]])
        #expect(found.map(\.stance) == [.support])
    }

    @Test("is less sure of what is known only through somebody else")
    func doubts() throws {
        let own = try #require(try positions("Norway rejected the plan.").first)
        let told = try #require(try positions("Havel said that Norway rejected the plan.").first)
        #expect(told.holders.map(\.rawValue) == ["norway"])
        #expect(told.finding.confidence < own.finding.confidence)
        #expect(told.finding.doubts.contains("it is known only through somebody else's words"))
    }

    @Test(
        "reads no stance into questions, hopes and refusals to comment",
        arguments: [
            "\"Should Norway reject the plan?\" asked Havel.", "Havel hopes Norway will support the plan.",
            "Norway declined to comment on the plan.", "Norway did not say whether it supported the plan.",
        ]
    )
    func nothing(text: String) throws {
        #expect(try positions(text).isEmpty)
    }
}
