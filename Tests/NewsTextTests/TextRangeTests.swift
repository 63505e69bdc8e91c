import NewsText
import Testing

@Suite("Text ranges")
struct TextRangeTests {
    @Test("a range holds its start and not its end")
    func halfOpen() {
        let range = TextRange(3, 7)
        #expect(range.length == 4)
        #expect(range.contains(3) && range.contains(6))
        #expect(!range.contains(7) && !range.contains(2))
        #expect(TextRange(5, 5).isEmpty)
    }

    @Test("ranges that only touch do not overlap")
    func overlap() {
        #expect(TextRange(0, 3).overlaps(TextRange(2, 5)))
        #expect(!TextRange(0, 3).overlaps(TextRange(3, 5)))
        #expect(TextRange(0, 9).contains(TextRange(3, 9)))
        #expect(!TextRange(0, 9).contains(TextRange(3, 10)))
        #expect(TextRange(4, 6).union(TextRange(1, 2)) == TextRange(1, 6))
    }

    @Test("ranges sort by start, then by end")
    func order() {
        let sorted = [TextRange(2, 3), TextRange(0, 9), TextRange(0, 4)].sorted()
        #expect(sorted == [TextRange(0, 4), TextRange(0, 9), TextRange(2, 3)])
    }
}
