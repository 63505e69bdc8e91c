import NewsLanguage
import NewsText
import Testing

@Suite("Dates")
struct DateResolverTests {
    @Test("a bare weekday is the latest such day, publication day included", arguments: DateTables.weekdays)
    func weekdays(_ example: DateCase) throws { try check(example) }

    @Test("what the tense puts in the future moves forward", arguments: DateTables.future)
    func future(_ example: DateCase) throws { try check(example) }

    @Test("a date that names its day is read in every usual form", arguments: DateTables.explicit)
    func explicit(_ example: DateCase) throws { try check(example) }

    @Test("months, quarters, years and their parts", arguments: DateTables.monthsAndYears)
    func monthsAndYears(_ example: DateCase) throws { try check(example) }

    @Test("expressions are counted from the day of publication", arguments: DateTables.relative)
    func relative(_ example: DateCase) throws { try check(example) }

    @Test("ranges have the first and the last day", arguments: DateTables.ranges)
    func ranges(_ example: DateCase) throws { try check(example) }

    @Test("words that only look like dates are left alone", arguments: DateTables.nothing)
    func nothing(_ example: DateCase) throws { try check(example) }

    @Test(
        "the same day, the next day and years later count from what was told before",
        arguments: DateTables.toldBefore
    )
    func toldBefore(_ example: DateCase) throws { try check(example) }

    @Test("a relative day in a quotation counts from the day its words were said")
    func quoted() throws {
        let text =
            "\"We meet tomorrow,\" he said on Tuesday. \"We met yesterday.\" On Monday he said: \"Today we win.\""
        var document = Document(text: text, published: try #require(CalendarDate(iso: "2025-10-25")))
        Segmenter().segment(&document)
        DateResolver().resolve(&document)
        #expect(
            document.dates.map(\.reading.from.description) == [
                "2025-10-22", "2025-10-21", "2025-10-24", "2025-10-20", "2025-10-20",
            ]
        )
    }

    private func check(_ example: DateCase) throws {
        let text = example.text.filter { $0 != "⟦" && $0 != "⟧" }
        var document = Document(text: text, published: example.published)
        Segmenter().segment(&document)
        DateResolver().resolve(&document)
        let dates = example.isLastOfSeveral ? Array(document.dates.suffix(1)) : document.dates
        #expect(dates.map { document.string($0.range) } == [example.words].compactMap { $0 })
        #expect(dates.map(\.reading) == [example.reading].compactMap { $0 })
        for date in document.dates { #expect(date.range == document.range(of: date.tokens)) }
    }
}
