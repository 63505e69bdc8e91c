import Testing

@testable import NewsLanguage

@Suite("Words are cut into pieces")
struct WordPieceTests {
    @Test("as the original tokeniser cuts them")
    func original() throws {
        let file = try ModelFile(LanguageModel.embeddedBytes)
        let model = try LanguageModel.embedded()
        let cases = try ModelFixtures.pieces()
        #expect(cases.count > 60)
        for (word, pieces) in cases {
            let rows = try pieces.map {
                try #require(file.vocabulary.row(of: $0), "\($0) is not in the vocabulary")
            }
            #expect(model.pieces(of: word) == rows, "\(word): \(pieces)")
        }
    }

    @Test(
        "to one unknown piece when nothing is left or too much",
        arguments: ["", " ", "\u{0}", "\u{301}", "\u{200b}", String(repeating: "a", count: 10_000)]
    )
    func unknown(word: String) throws {
        let file = try ModelFile(LanguageModel.embeddedBytes)
        #expect(try LanguageModel.embedded().pieces(of: word) == [file.vocabulary.row(of: "[UNK]")])
    }

    @Test("to no more pieces than the model takes")
    func cap() throws {
        let file = try ModelFile(LanguageModel.embeddedBytes)
        let pieces = try LanguageModel.embedded().pieces(of: String(repeating: "!", count: 10_000))
        #expect(pieces.count == file.shape.piecesPerWord)
    }

    @Test(
        "with their casing beside them",
        arguments: [
            ("trump", Casing.lower), ("Trump", .capitalised), ("TRUMP", .upper), ("McCain", .mixed),
            ("A", .capitalised),
            ("iPhone", .mixed), ("2025", .none), ("", .none), ("“", .none), ("U.S.", .upper),
            ("Éamon", .capitalised),
            ("ÉÀ", .upper), ("غزة", .none), ("ǅ", .mixed), ("JD", .upper), ("x2", .lower),
        ]
    )
    func casing(word: String, casing: Casing) {
        #expect(Casing(of: word) == casing)
    }
}
