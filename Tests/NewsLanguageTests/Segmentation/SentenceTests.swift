import NewsLanguage
import NewsText
import Testing

@Suite("Sentences")
struct SentenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let sentences: [String]
        init(_ sentences: String...) { self.sentences = sentences }
        var testDescription: String { sentences.joined(separator: " ⏐ ") }
    }

    @Test(
        "a text in one line is cut where its sentences end",
        arguments: [
            Case("\"It is frank.", "Nobody walked out,\" he said.", "Then he left."),
            Case("\"Why now?\" Ito asked reporters.", "No one knew."),
            Case("“Stop!”", "He ran."),
            Case("He met Mr. Roe and Gen. Doe of the U.S. Navy in Washington D.C.", "The talks went on."),
            Case("It happened at 7 p.m. local time on Oct. 22.", "Nobody saw it."),
            Case("President Joseph R. Biden, Jr. met Gov. J. B. Pritzker."),
            Case("They want a \"constructive role\".", "Others do not."),
            Case("He fought for it [...]", "Now it is done."),
            Case("We waited... and waited.", "Nothing came."),
            Case("JERUSALEM (AP) — The truce held on Sunday.", "Aid came in."),
            Case("Prices rose 3.5 percent to $1.2 million.", "Sales fell."),
            Case("It rained. (credit: REUTERS/Nathan Howard)"),
            Case("See No. 5 on p. 12 of vol. 3.", "Then stop."),
            Case("Yes?", "No!", "Perhaps."),
            Case("He was born in 1788.[19]", "His mother died in 1811.[2]", "So he sailed."),
            Case("Firms such as Acme Inc. and Widget Co. lost, e.g. on steel, etc.", "Others won."),
            Case("\"A gift,\" he said.", "\"We thank you.", "We do.\"", "It was over."),
        ]
    )
    func oneLine(_ example: Case) throws {
        let document = try segmented(example.sentences.joined(separator: " "))
        #expect(document.sentences.map { document.string($0.range) } == example.sentences)
    }

    @Test("a line without a stop is a sentence of its own")
    func headings() throws {
        let document = try segmented("Talks resume in Doha\nBy Jane Roe\r\n\r\nEnvoys met. They left.")
        #expect(
            document.sentences.map { document.string($0.range) } == [
                "Talks resume in Doha", "By Jane Roe", "Envoys met.", "They left.",
            ]
        )
        #expect(document.sentences.map(\.paragraph) == [0, 1, 2, 2])
    }

    @Test("a run of 900 words is cut and noted")
    func overlong() throws {
        let document = try segmented(String(repeating: "word ", count: 900))
        #expect(document.sentences.map(\.tokens.count) == [400, 400, 100])
        #expect(document.diagnostics.count { $0.code == .overlongSentence } == 2)
    }
}
