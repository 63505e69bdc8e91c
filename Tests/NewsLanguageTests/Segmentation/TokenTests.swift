import NewsLanguage
import NewsText
import Testing

/// Segments a text published on a fixed day.
func segmented(_ text: String) throws -> Document {
    var document = Document(text: text, published: try #require(CalendarDate(iso: "2025-10-25")))
    Segmenter().segment(&document)
    return document
}

@Suite("Tokens")
struct TokenTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let tokens: String
        init(_ text: String, _ tokens: String) { (self.text, self.tokens) = (text, tokens) }
        var testDescription: String { text }
    }

    @Test(
        "words are divided as Universal Dependencies divides them",
        arguments: [
            Case("They don't know.", "They|do|n't|know|."),
            Case("We cannot; you can’t", "We|can|not|;|you|ca|n’t"),
            Case("Gaza's Emir and the states' rights", "Gaza|'s|Emir|and|the|states|'|rights"),
            Case("I couldn't've gone", "I|could|n't|'ve|gone"),
            Case("O'Reilly came at nine o'clock", "O'Reilly|came|at|nine|o'clock"),
            Case("a peace-keeping, non-profit co-op", "a|peace|-|keeping|,|non-profit|co-op"),
            Case("Mr. Roe of the U.S. met Gen. Doe", "Mr.|Roe|of|the|U.S.|met|Gen.|Doe"),
            Case("John R. Bolton Jr. left", "John|R.|Bolton|Jr.|left"),
            Case("$3.4bn, US$1,200.50 and 50%", "$|3.4|bn|,|US$|1,200.50|and|50|%"),
            Case("from 5:30pm to 10 p.m. on 9/11", "from|5:30|pm|to|10|p.m.|on|9/11"),
            Case("16–17 percent, 2019-20 and 3-5", "16|–|17|percent|,|2019|-|20|and|3|-|5"),
            Case("2025-10-22 or 713-853-3989", "2025-10-22|or|713-853-3989"),
            Case(
                "See https://example.org/a(b)?c=d. Or www.un.org!",
                "See|https://example.org/a(b)?c=d|.|Or|www.un.org|!"
            ),
            Case("Write to j.roe@example.org, please", "Write|to|j.roe@example.org|,|please"),
            Case("wait... what?! [...] no…", "wait|...|what|?!|[...]|no|…"),
            Case("AT&T, R&D and and/or", "AT&T|,|R&D|and|and|/|or"),
            Case("the 1990s, the 1930's, the '90s", "the|1990s|,|the|1930's|,|the|'90s"),
            Case("Go 👨‍👩‍👧 🇶🇦 👍🏽", "Go|👨‍👩‍👧|🇶🇦|👍🏽"),
            Case("peace\u{AD}keeping in\u{A0}Gaza\u{200B}", "peacekeeping|in|Gaza"),
            Case("in Gaza.The truce held.", "in|Gaza|.|The|truce|held|."),
            Case("(credit: REUTERS/Nathan Howard)", "(|credit|:|REUTERS|/|Nathan|Howard|)"),
            Case("No. 5 and “No.”", "No.|5|and|“|No|.|”"),
            Case("Zoë’s café in Kraków", "Zoë|’s|café|in|Kraków"),
            Case("1. Meet\n• Talk", "1.|Meet|•|Talk"),
            Case("", ""),
        ]
    )
    func tokens(_ example: Case) throws {
        let document = try segmented(example.text)
        #expect(document.tokens.map(\.form).joined(separator: "|") == example.tokens)
    }

    @Test(
        "every byte outside the tokens is blank or invisible, and ranges follow each other",
        arguments: [
            "US “said”\r\n\tit\u{2009}was… \u{200B}‘done’.\u{2028}Next—line",
            "''' \"\" `` '' ’’ ((([[[ ]]] 👍 ﷽ 漢字。かな\u{301}",
            "a.b.c.d@e-f.g \"x\"y'z' 1,2,3 1.2.3 .5 #x @y <3 :-) a+b=c C++ 18+ $ £5 €",
        ]
    )
    func coversAll(_ text: String) throws {
        let document = try segmented(text)
        var end = 0
        for token in document.tokens {
            #expect(token.range.start >= end)
            #expect(!token.range.isEmpty)
            #expect(isInvisible(document.string(TextRange(end, token.range.start))))
            end = token.range.end
        }
        #expect(isInvisible(document.string(TextRange(end, document.bytes.count))))
    }

    private func isInvisible(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0.properties.generalCategory == .format
        }
    }

    @Test(
        "long and lopsided text is read",
        arguments: [
            String(repeating: "a", count: 200_000), String(repeating: "\"", count: 30_000),
            String(repeating: "(", count: 50_000), String(repeating: "“a ", count: 30_000),
            String(repeating: "a.b@", count: 30_000), String(repeating: "x'", count: 50_000),
        ]
    )
    func lopsided(_ text: String) throws {
        let document = try segmented(text)
        #expect(document.tokens.last?.range.end == document.range(of: 0..<document.tokens.count).end)
        #expect(document.sentences.allSatisfy { $0.tokens.count <= 400 })
    }
}
