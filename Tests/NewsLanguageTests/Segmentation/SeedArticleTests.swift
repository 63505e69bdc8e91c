import NewsLanguage
import NewsText
import Testing

@Suite("An article as it comes")
struct SeedArticleTests {
    /// The shape of the sample article: a mark that is missing, a caption told twice, a heading.
    private let text = """
        The president said troops would be sent if needed while sitting next to the emir during a Saturday meeting.

        This should be an enduring peace,” he told reporters. He added that efforts were advancing.

        "Many of the countries are going to need that (a resolution) because their laws require it," Roe told reporters.

        "So we have a whole team working on that outline of it."

        JD Roe meets the prime minister at the Prime Minister’s Office on Wednesday. The stream has been extraordinary.
        JD Roe meets the prime minister at the Prime Minister’s Office on Wednesday. The stream has been extraordinary. \
        (credit: REUTERS/Jane Doe)

        Will Turkey contribute to the force?

        """

    @Test("its parts are all found")
    func parts() throws {
        let document = try segmented(text)
        #expect(
            document.paragraphs.map(\.kind) == [.body, .body, .body, .body, .caption, .caption, .heading]
        )
        #expect(document.paragraphs.map(\.repeats) == [nil, nil, nil, nil, nil, 4, nil])
        #expect(document.sentences.count == 10)
        #expect(document.quotations.map(\.closure) == [.neverOpened, .balanced, .balanced])
        #expect(document.diagnostics.map(\.code) == [.quotationNeverOpened, .repeatedParagraph])
    }
}
