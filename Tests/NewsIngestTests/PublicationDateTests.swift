import NewsIngest
import NewsText
import Testing

@Suite("Finding the publication date")
struct PublicationDateTests {
    struct Case: CustomTestStringConvertible {
        let text: String
        let day: String
        let from: String
        init(_ text: String, _ day: String, from: String) {
            (self.text, self.day, self.from) = (text, day, from)
        }
        var testDescription: String { text }
    }

    @Test(
        "reads full dates where their place marks them",
        arguments: [
            Case(
                "Published 25 October 2025\nText.",
                "2025-10-25",
                from: "\"Published 25 October 2025\" (line 1)"
            ),
            Case(
                "Text.\n\nPublished: Oct. 25, 2025 at 3:14 pm",
                "2025-10-25",
                from: "\"Published: Oct. 25, 2025\" (line 3)"
            ),
            Case(
                "Posted on Saturday, 25th Oct 2025\nText.",
                "2025-10-25",
                from: "\"Posted on Saturday, 25th Oct 2025\" (line 1)"
            ),
            Case(
                "Date: 2025-10-25T14:00:00Z\nText.",
                "2025-10-25",
                from: "\"Date: 2025-10-25T14:00:00Z\" (line 1)"
            ),
            Case(
                "JERUSALEM, Oct 25, 2025 (Reuters) - Israel said.",
                "2025-10-25",
                from: "\"JERUSALEM, Oct 25, 2025\" (line 1)"
            ),
            Case(
                "NEW DELHI, 3 Sept. 2024 — India said.",
                "2024-09-03",
                from: "\"NEW DELHI, 3 Sept. 2024\" (line 1)"
            ),
            Case(
                "A headline\nBy Jane Doe | October 25, 2025\nText.",
                "2025-10-25",
                from: "\"October 25, 2025\" (line 2)"
            ),
            Case(
                "A headline\n2025-10-25 14:03 GMT\nText.",
                "2025-10-25",
                from: "\"2025-10-25 14:03 GMT\" (line 2)"
            ),
            Case(
                "Saturday 25 October 2025\nPublished 26 October 2025\nText.",
                "2025-10-26",
                from: "\"Published 26 October 2025\" (line 2)"
            ),
        ]
    )
    func finds(_ c: Case) throws {
        let article = try ArticleReader().article(text: c.text, from: "f", metadata: .init())
        #expect(article.published.description == c.day)
        #expect(article.publishedFrom == c.from)
    }

    @Test(
        "takes no date from running text, half dates, numeric dates or days that do not exist",
        arguments: [
            "They met on 25 October 2025 in Doha.",
            "JERUSALEM, Oct 25 (Reuters) - Israel said.",
            "Published 25/10/2025\nText.",
            "Published 30 February 2025\nText.",
            "Updated 25 October 2025\nText.",
            "May 2025 be a better year. Dated jokes aside.",
            "THE REPORT 25 October 2025 said nothing.",
        ]
    )
    func findsNone(_ text: String) {
        #expect(throws: IngestError.noDate(input: "f")) {
            try ArticleReader().article(text: text, from: "f", metadata: .init())
        }
    }

    @Test(
        "takes a first line as headline only when it clearly is one",
        arguments: [
            ("Leaders meet in Doha\n\nThey met.", "Leaders meet in Doha"),
            ("Will Turkey join the force?\n\nThey met.", "Will Turkey join the force?"),
            ("\u{FEFF}\n  Leaders meet in Doha  \r\n\r\nThey met.", "Leaders meet in Doha"),
            ("Leaders call plan ‘unfair’\n\nThey met.", "Leaders call plan ‘unfair’"),
            ("“We met in Doha”\n\nThey met.", nil),
            ("Leaders met in Doha.\n\nThey met.", nil),
            ("Leaders meet in Doha\nThey met.", nil),
            ("Leaders meet in Doha\n\n", nil),
            ("By Jane Doe Smith\n\nThey met.", nil),
            ("Saturday 25 October 2025\n\nThey met.", nil),
        ] as [(String, String?)]
    )
    func headline(text: String, title: String?) throws {
        let day = try #require(CalendarDate(iso: "2025-10-25"))
        let article = try ArticleReader().article(text: text, from: "f", metadata: .init(published: day))
        #expect(article.title == title)
    }
}
