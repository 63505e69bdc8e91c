import NewsLanguage
import NewsText
import Testing

@Suite("Paragraphs")
struct ParagraphTests {
    @Test(
        "a paragraph's kind shows in its form",
        arguments: [
            ("Talks resume in Doha", Paragraph.Kind.heading), ("Will Turkey join the force?", .heading),
            ("The talks resumed in Doha on Sunday.", .body), ("By Jane Roe", .byline),
            ("By then it was over.", .body),
            ("Wednesday, January 23, 2019", .byline), ("Photo: Jane Roe", .credit),
            ("All rights reserved.", .credit),
            ("A guard stands in Doha on Sunday. (AP Photo/Jane Roe)", .caption),
            ("JD Vance in Jerusalem. (credit: REUTERS/Nathan Howard)", .caption),
            ("FILE PHOTO: A guard stands.", .caption),
            ("• Talks resume", .body), ("“We will stay,” he said.", .body),
            ("Published: 22 October 2025", .byline),
        ]
    )
    func kinds(_ text: String, _ kind: Paragraph.Kind) throws {
        #expect(try segmented(text).paragraphs.map(\.kind) == [kind])
    }

    @Test("a caption told again with its credit repeats the first, and both are captions")
    func repeats() throws {
        let caption = "JD Vance meets Benjamin Netanyahu in Jerusalem on Wednesday."
        let document = try segmented("It rained.\n\(caption)\n\(caption) (credit: REUTERS/Nathan Howard)")
        #expect(document.paragraphs.map(\.repeats) == [nil, nil, 1])
        #expect(document.paragraphs.map(\.kind) == [.body, .caption, .caption])
        #expect(document.diagnostics.map(\.code) == [.repeatedParagraph])
    }

    @Test("lines broken by hand at one column join, and blank lines still divide")
    func hardWrapped() throws {
        let first = """
            Negotiators from three countries met in the old town hall on Sunday
            and agreed that the ceasefire along the river should be extended by
            another two weeks, according to people who were told of the talks.
            """
        let document = try segmented(
            "River truce extended\n\n" + first + "\n\n" + first.replacing("Sunday", with: "Monday")
        )
        #expect(document.paragraphs.count == 3)
        #expect(document.sentences.count == 3)
        #expect(document.string(document.paragraphs[1].range) == first)
    }

    @Test("short lines are paragraphs, not wrapped text")
    func shortLines() throws {
        let document = try segmented("Talks resume\nEnvoys met in Doha.\nThey left.\nNobody spoke.")
        #expect(document.paragraphs.count == 4)
    }

    @Test("a line that goes on in lower case goes on with the paragraph")
    func brokenLines() throws {
        let long = String(
            repeating: "The talks went on for a day without a result that anybody would name. ",
            count: 3
        )
        let document = try segmented(
            "Talks resume\n\(long)\nLund accused the envoys of leaving the\nroom early.\nThey left."
        )
        #expect(document.paragraphs.count == 4)
    }

    @Test("text in another language is noted")
    func notEnglish() throws {
        let german = String(
            repeating: "Der Minister sagte am Montag, dass die Gespräche weitergehen werden. ",
            count: 4
        )
        #expect(try segmented(german).diagnostics.map(\.code) == [.notEnglish])
        let russian = "Министр заявил в понедельник, что переговоры продолжатся."
        #expect(try segmented(russian).diagnostics.map(\.code) == [.notEnglish])
        let chinese = "外交部长周一表示，会谈将继续进行，双方将在下周再次会面讨论停火协议。"
        #expect(try segmented(chinese).diagnostics.map(\.code) == [.notEnglish])
        let arabic = "قال الوزير يوم الاثنين إن المحادثات ستستمر في العاصمة"
        #expect(try segmented(arabic).diagnostics.map(\.code) == [.notEnglish])
        let english = String(repeating: "The minister said on Monday that the talks would go on. ", count: 4)
        #expect(try segmented(english).diagnostics.isEmpty)
    }
}
