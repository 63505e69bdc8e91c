import NewsLanguage
import Testing

@Suite("Lexicons")
struct LexiconTests {
    @Test("comments and empty lines are left out, empty fields kept")
    func reading() {
        let lexicon = Lexicon(text: "# comment\na\tb\n\nc\t\td\n#x\ne")
        #expect(lexicon.rows == [["a", "b"], ["c", "", "d"], ["e"]])
    }

    @Test(
        "every embedded lexicon has rows of one width or documented kinds",
        arguments: EmbeddedLexicon.allCases
    )
    func embedded(_ lexicon: EmbeddedLexicon) {
        let rows = Lexicon(lexicon).rows
        #expect(rows.count > 10)
        #expect(rows.allSatisfy { (1...3).contains($0.count) && !$0[0].isEmpty })
    }
}
