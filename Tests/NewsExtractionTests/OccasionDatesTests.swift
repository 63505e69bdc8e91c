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
}
