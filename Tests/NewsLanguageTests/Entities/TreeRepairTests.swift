import NewsText
import Testing

@testable import NewsLanguage

@Suite("Mended trees")
struct TreeRepairTests {
    @Test(
        "that have closed a circle are noticed, others are not",
        arguments: [
            ([0], false), ([1, 1, 1], false), ([1, 2, 2, 2], false), ([0, 1, 2], false),
            ([1, 0], true), ([1, 2, 0], true), ([0, 2, 3, 1], true), ([3, 3, 1, 2], true),
        ]
    )
    func circle(heads: [Int], isCircle: Bool) {
        var document = Document(text: "", published: CalendarDate(daysSinceEpoch: 0))
        document.tokens = heads.map { Token(range: TextRange(0, 0), form: "word", head: $0) }
        #expect(TreeRepair(gazetteer: Gazetteer()).hasCircle(heads.indices, in: document) == isCircle)
    }
}
