import NewsText
import Testing

@testable import NewsLanguage

@Suite("Datelines")
struct DatelineTests {
    @Test(
        "are found where a paragraph opens with a place before a dash or colon",
        arguments: [
            ("KYIV, Ukraine (AP) — Four envoys voiced support for the plan.", "KYIV, Ukraine (AP) —"),
            ("GENEVA, March 3 (Reuters) - Four envoys voiced support for it.", "GENEVA, March 3 (Reuters) -"),
            ("NAIROBI: Farmers left the town on Monday.", "NAIROBI:"),
            ("New Delhi: Farmers left the town on Monday.", "New Delhi:"),
            ("Khartoum — Farmers left the town on Monday.", "Khartoum —"),
            ("Islamabad, Oct 19 (IANS): Farmers left the town on Monday.", "Islamabad, Oct 19 (IANS):"),
            ("Khartoum — a town of farmers — is quiet today.", nil),
            ("London, Paris and Oslo: Farmers left all three towns.", nil),
            ("(Reuters): Farmers left the town on Monday.", nil),
            ("Norway: Farmers left the town on Monday.", nil),
            ("Okafor: Farmers left the town on Monday.", nil),
            ("Farmers — four of them — left the town.", nil),
        ] as [(String, String?)]
    )
    func dateline(text: String, found: String?) throws {
        let document = try read(text)
        #expect(document.datelines.first.map { document.string(document.range(of: $0)) } == found)
    }

    @Test("are no part of the sentence behind them")
    func subject() throws {
        let document = try read("KYIV, Ukraine (AP) — Four envoys voiced support for the plan.")
        let verb = try #require(document.tokens.firstIndex { $0.form == "voiced" })
        let subject = try #require(
            SyntaxTree(document).child(of: verb, by: [.nominalSubject])
        )
        #expect(document.tokens[subject].form == "envoys")
        #expect(document.tokens.filter { $0.relation == .root }.map(\.form) == ["voiced"])
    }

    private func read(_ text: String) throws -> Document {
        let day = try #require(CalendarDate(year: 2024, month: 5, day: 6))
        return try sharedPipeline.get().read(Article(text: text, published: day, publishedFrom: "--date"))
    }
}
