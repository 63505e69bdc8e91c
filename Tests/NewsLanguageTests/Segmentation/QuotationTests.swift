import NewsLanguage
import NewsText
import Testing

@Suite("Quotations")
struct QuotationTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let quotations: [String]
        init(_ text: String, _ quotations: String...) { (self.text, self.quotations) = (text, quotations) }
        var testDescription: String { text }
    }

    @Test(
        "marks are paired and their kinds told apart",
        arguments: [
            Case("\"It is frank,\" said Havel.", "balanced 0 It is frank,"),
            Case("“It is frank,” said Havel. \"Yes.\"", "balanced 0 It is frank,", "balanced 0 Yes."),
            Case(
                "“He told me ‘never again’,” Ito said.",
                "balanced 0 He told me ‘never again’,",
                "balanced 1 never again"
            ),
            Case(
                "\"He told me 'never again',\" Ito said.",
                "balanced 0 He told me 'never again',",
                "balanced 1 never again"
            ),
            Case(
                "\"The \"United States\" is not there.\"",
                "balanced 0 The \"United States\" is not there.",
                "balanced 1 United States"
            ),
            Case("This should be peace,” Trump said. He left.", "neverOpened 0 This should be peace,"),
            Case("It rained. This is peace,\" Trump said.", "neverOpened 0 This is peace,"),
            Case("\"This is peace, Trump told reporters. He left.", "neverClosed 0 This is peace,"),
            Case("He said \"we stay. Nobody moved.", "neverClosed 0 we stay."),
            Case("\"We stay. We go.", "neverClosed 0 We stay. We go."),
            Case(
                "\"A,\" he said. \"Nobody left.\n\"We agreed.\"",
                "balanced 0 A,",
                "continued 0 Nobody left.",
                "balanced 0 We agreed."
            ),
            Case(
                "'We stay,' he said, and the state's 'role' grew.",
                "balanced 0 We stay,",
                "balanced 0 role"
            ),
            Case("‘The states’ rights are ours,’ he said.", "balanced 0 The states’ rights are ours,"),
            Case("He is 6'2\" tall and owns a 27\" screen."),
            Case("Rock 'n' roll of the '90s: get 'em, it's the boss' car, don't."),
            Case("«Oui,» he said, and „ja“ too.", "balanced 0 Oui,", "balanced 0 ja"),
            Case("``We stay,'' he said.", "balanced 0 We stay,"),
            Case(
                "a (\"good\") plan—\"great\"—or \"so-so\".",
                "balanced 0 good",
                "balanced 0 great",
                "balanced 0 so-so"
            ),
            Case("He said: ”we stay” and left.", "balanced 0 we stay"),
            Case("He said the words\" we stay\" and left.", "balanced 0 we stay"),
            Case("York, the \"City of Festivals \"as it is known, is old.", "balanced 0 City of Festivals"),
            Case(
                "He said, \"We stay.\nWe do. Nobody leaves.\" He left.",
                "continued 0 We stay.",
                "neverOpened 0 We do. Nobody leaves."
            ),
            Case("\" We stay \" he said.", "balanced 0 We stay"),
        ]
    )
    func pairs(_ example: Case) throws {
        let document = try segmented(example.text)
        let found = document.quotations.map { "\($0.closure) \($0.depth) \(document.string($0.inside))" }
        #expect(found == example.quotations)
    }

    @Test("a missing mark is noted where the other stands and spoils its own paragraph only")
    func missing() throws {
        let document = try segmented("So it ends,” he said.\n“Well,” she said. “No.\nThey left. “Yes.”")
        #expect(document.diagnostics.map(\.code) == [.quotationNeverOpened, .quotationNeverClosed])
        #expect(document.diagnostics.map { document.string($0.range) } == ["”", "“"])
        #expect(document.quotations.last?.closure == .balanced)
    }

    @Test("outside is inside with the marks that are there")
    func outside() throws {
        let document = try segmented("\"We stay,\" he said. So it ends,\" he said. \"It rained.")
        let outside = document.quotations.map { document.string($0.outside) }
        #expect(outside == ["\"We stay,\"", "So it ends,\"", "\"It rained."])
    }
}
