import NewsLanguage
import Testing

@Suite("Lexicons")
struct LexiconTests {
    @Test("comments and empty lines are left out, empty fields kept")
    func reading() {
        let lexicon = Lexicon(text: "# comment\na\tb\n\nc\t\td\n#x\ne")
        #expect(lexicon.rows == [["a", "b"], ["c", "", "d"], ["e"]])
    }

    @Test("every embedded lexicon has rows of its own widths", arguments: EmbeddedLexicon.allCases)
    func embedded(_ lexicon: EmbeddedLexicon) {
        let rows = Lexicon(lexicon).rows
        #expect(rows.count >= 10)
        #expect(rows.allSatisfy { !$0[0].isEmpty })
        #expect(Set(rows.map(\.count)).isSubset(of: Self.widths[lexicon] ?? [1, 2, 3]))
    }

    /// Fields a row may have, where it is not one to three.
    private static let widths: [EmbeddedLexicon: Set<Int>] = [
        .countries: [5], .places: [4], .stances: [4, 5], .meetings: [2, 4], .organisations: [3, 4],
        .visits: [2, 3],
        .cities: [2], .regions: [2], .givenNames: [2], .personNouns: [2, 3], .reportingVerbs: [2],
        .vagueNouns: [1],
    ]
}
