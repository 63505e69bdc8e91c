import NewsViews
import Testing

@Suite("Progress")
struct ProgressLineTests {
    struct Case: CustomTestStringConvertible {
        let done: Int64
        let rate: Double
        let line: String
        var testDescription: String { line }
    }

    @Test(
        "is told with a bar, the share, the rate and the time left",
        arguments: [
            Case(
                done: 0,
                rate: 0,
                line: "replaying ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%  0 of 1,000,000 events"
            ),
            Case(
                done: 500_000,
                rate: 100_000,
                line:
                    "replaying ███████████████░░░░░░░░░░░░░░░ 50%  500,000 of 1,000,000 events · 100,000/s · 5 s left"
            ),
            Case(
                done: 1_000,
                rate: 1_000,
                line:
                    "replaying ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░ 0%  1,000 of 1,000,000 events · 1,000/s · 16 min 39 s left"
            ),
            Case(
                done: 1_000_000,
                rate: 100,
                line:
                    "replaying ██████████████████████████████ 100%  1,000,000 of 1,000,000 events · 100/s · 0 s left"
            ),
        ]
    )
    func line(_ c: Case) {
        let line = ProgressLine(
            label: "replaying",
            done: c.done,
            total: 1_000_000,
            rate: c.rate,
            unit: "events"
        )
        #expect(line.text(width: 200) == c.line)
    }

    @Test("never takes more than its columns; the bar goes first", arguments: [0, 10, 40, 60, 80])
    func width(_ width: Int) {
        let line = ProgressLine(label: "replaying", done: 3, total: 9_000_000, rate: 3, unit: "events")
        let text = line.text(width: width)
        #expect(text.count <= width)
        #expect(text.contains("░") == (width >= 80))
    }

    @Test("of nothing is no share of anything")
    func nothing() {
        let line = ProgressLine(label: "chain", done: 0, total: 0, rate: 0, unit: "events")
        #expect(line.text(width: 20) == "chain 0%  0 of 0 eve")
    }
}
