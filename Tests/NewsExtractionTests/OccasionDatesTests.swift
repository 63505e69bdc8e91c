import NewsEvents
import NewsText
import Testing

@testable import NewsExtraction

@Suite("Dates carried over within an occasion")
struct OccasionDatesTests {
    private func dates(of text: String) throws -> [String: String] {
        let published = try #require(CalendarDate(iso: "2025-10-25"))
        let extraction = try sharedExtractor.get().extract(
            Article(text: text, published: published, publishedFrom: "test")
        )
        var dates: [String: String] = [:]
        for case .statementMade(let statement) in extraction.events {
            let words = statement.content.compactMap(\.text).joined(separator: " … ")
            dates[words] = statement.finding.when?.from ?? "none"
        }
        return dates
    }

    @Test("what one who met told another, they said when they met")
    func told() throws {
        let found = try dates(
            of: """
                Peter Havel and Anna Smith spoke by phone on Thursday. The call was long.

                The plan has been debated for years.

                Smith told Havel that the bridge was safe. John Ito told Havel that the road was open.
                """
        )
        #expect(found == ["the bridge was safe": "2025-10-23", "the road was open": "none"])
    }

    @Test("what is told before a meeting does not take its date")
    func before() throws {
        let found = try dates(
            of: """
                Senator Anna Smith said the bridge was safe.

                President Peter Havel met with Anna Smith in Vienna on Friday. Havel rejected the plan.
                """
        )
        #expect(found == ["the bridge was safe": "none"])
    }

    @Test("what a speaker goes on to say has the date of the saying before")
    func onward() throws {
        let found = try dates(
            of: "Anna Smith said on Friday that the bridge was safe. She added that trains would follow."
        )
        #expect(found == ["the bridge was safe": "2025-10-24", "trains would follow": "2025-10-24"])
    }

    /// An article and the day that each of its statements should have.
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let dates: [String: String]
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "a statement pointed back to has the date of its release",
            text: """
                The ministry released a statement on Friday. Anna Smith, a senator, called for calm.

                "The bridge is safe," the statement said.
                """,
            dates: ["The bridge is safe": "2025-10-24"]
        ),
        Case(
            name: "a speech repeated in other words keeps its own day",
            text: """
                In a Tuesday speech in Vienna, Anna Smith said that the bridge was safe. "We seek nobody's harm", she said, repeating her January 2 remarks.
                """,
            dates: ["the bridge was safe": "2025-10-21", "We seek nobody's harm": "2025-10-21"]
        ),
        Case(
            name: "the first words of a quotation have the date of its cue",
            text: "\"The bridge is safe. Trains will follow,\" Anna Smith said on Friday.",
            dates: ["The bridge is safe. Trains will follow": "2025-10-24"]
        ),
        Case(
            name: "what the opening reports goes on through the article",
            text: """
                President Peter Havel said on Tuesday that the bridge would close.

                The bridge was built by the army. Trade unions want it open.

                "It is not safe," Havel said.
                """,
            dates: ["the bridge would close": "2025-10-21", "It is not safe": "2025-10-21"]
        ),
        Case(
            name: "an interview further down is another occasion",
            text: """
                President Peter Havel said on Tuesday that the bridge would close.

                The bridge was built by the army. Trade unions want it open.

                "It is not safe," Havel said in an interview.
                """,
            dates: ["the bridge would close": "2025-10-21", "It is not safe": "none"]
        ),
        Case(
            name: "a news conference further down is where it was said",
            text: """
                President Peter Havel on Tuesday assured the farmers of his support.

                The bridge was built by the army. Trade unions want it open.

                "It is not safe," Havel said at a news conference.
                """,
            dates: ["It is not safe": "2025-10-21"]
        ),
        Case(
            name: "an envoy of a state that spoke spoke with it",
            text: """
                Norway insisted on Tuesday that the bridge would close.

                "It is not safe," said Peter Havel, Norway's envoy.
                """,
            dates: ["the bridge would close": "2025-10-21", "It is not safe": "2025-10-21"]
        ),
        Case(
            name: "what is said right after landing was said that day",
            text: """
                President Peter Havel arrived in Vienna on Tuesday. The city was quiet.

                Speaking to soldiers shortly after landing, Havel said the bridge was safe.
                """,
            dates: ["the bridge was safe": "2025-10-21"]
        ),
        Case(
            name: "a plan announced later dates nothing",
            text: "Peter Havel said the bridge was safe before the plan was announced on Friday.",
            dates: ["the bridge was safe before the plan was announced on Friday": "none"]
        ),
        Case(
            name: "what somebody said earlier was not said then",
            text:
                "Anna Smith said on Friday that the bridge was safe. She said earlier that trains would follow.",
            dates: ["the bridge was safe": "2025-10-24", "trains would follow": "none"]
        ),
        Case(
            name: "the perfect tells of no single day",
            text: """
                President Peter Havel said on Tuesday that the bridge would close. Havel has said that it is not safe.
                """,
            dates: ["the bridge would close": "2025-10-21", "it is not safe": "none"]
        ),
    ]

    @Test("occasions", arguments: cases)
    func occasions(_ example: Case) throws {
        #expect(try dates(of: example.text) == example.dates)
    }

    private func positions(of text: String) throws -> [String: String] {
        let published = try #require(CalendarDate(iso: "2025-10-25"))
        let extraction = try sharedExtractor.get().extract(
            Article(text: text, published: published, publishedFrom: "test")
        )
        var dates: [String: String] = [:]
        for case .positionTaken(let position) in extraction.events {
            dates[position.cue.text ?? ""] = position.finding.when?.from ?? "none"
        }
        return dates
    }

    @Test("a stance voiced to reporters does not have the date of the article's meeting")
    func aside() throws {
        let found = try positions(
            of: """
                President Peter Havel met with Anna Smith in Vienna on Friday.

                "This is a great day for all of us and for the whole region," Havel told reporters. He praised the army as a key ally.
                """
        )
        #expect(found["praised"] == "none")
    }

    @Test("a speaker who tells of another's stance takes none on that day")
    func others() throws {
        let found = try positions(of: "Anna Smith said on Friday that Norway had rejected the plan.")
        #expect(found["rejected"] == "none")
    }

    @Test("yesterday in a quotation counts from the day of saying, told a sentence earlier")
    func quotedDays() throws {
        let found = try positions(
            of: """
                Anna Smith spoke in Vienna on Thursday. She said: "I rejected the plan yesterday."
                """
        )
        #expect(found["rejected"] == "2025-10-22")
    }

    @Test("yesterday in a quotation is no day as long as nobody knows when it was said")
    func quotedUnknown() throws {
        let found = try positions(of: "Anna Smith said: \"I rejected the plan yesterday.\"")
        #expect(found["rejected"] == "none")
    }
}
