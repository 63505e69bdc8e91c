import NewsText
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
    struct Known: Sendable, CustomTestStringConvertible {
        let iso: String
        let days: Int
        let weekday: Weekday
        var testDescription: String { iso }
    }

    @Test(
        "known days have their number and weekday",
        arguments: [
            Known(iso: "1970-01-01", days: 0, weekday: .thursday),
            Known(iso: "1969-12-31", days: -1, weekday: .wednesday),
            Known(iso: "2000-02-29", days: 11_016, weekday: .tuesday),
            Known(iso: "2025-10-25", days: 20_386, weekday: .saturday),
            Known(iso: "1900-03-01", days: -25_508, weekday: .thursday),
            Known(iso: "0001-01-01", days: -719_162, weekday: .monday),
            Known(iso: "9999-12-31", days: 2_932_896, weekday: .friday),
        ]
    )
    func knownDays(_ known: Known) throws {
        let date = try #require(CalendarDate(iso: known.iso))
        #expect(date.daysSinceEpoch == known.days)
        #expect(date.weekday == known.weekday)
        #expect(CalendarDate(daysSinceEpoch: known.days) == date)
        #expect(date.description == known.iso)
    }

    @Test("every day from 1580 to 2120 is the day after the one before and survives a round trip")
    func roundTrips() throws {
        let first = try #require(CalendarDate(year: 1580, month: 1, day: 1))
        var previous = first
        for days in (first.daysSinceEpoch + 1)...(first.daysSinceEpoch + 540 * 366) {
            let date = CalendarDate(daysSinceEpoch: days)
            #expect(date.daysSinceEpoch == days)
            #expect(previous < date)
            #expect(date.day == 1 || date.day == previous.day + 1)
            previous = date
        }
    }

    @Test(
        "text that names no day is refused",
        arguments: [
            "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "0000-01-01", "2025-1-01",
            "2025/01/01",
            "", "2025-01-0x", "+025-01-01",
        ]
    )
    func refused(_ text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }

    @Test(
        "adding months keeps the day where the month reached has it",
        arguments: [
            ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2025-10-25", -10, "2024-12-25"),
            ("2025-12-01", 1, "2026-01-01"), ("2025-03-31", -1, "2025-02-28"),
            ("0001-01-15", -1, "0001-01-15"),
        ]
    )
    func addsMonths(_ start: String, _ months: Int, _ end: String) throws {
        let date = try #require(CalendarDate(iso: start))
        #expect(date.adding(months: months).description == end)
    }

    @Test("day numbers outside the calendar are held at its ends")
    func clamps() {
        #expect(CalendarDate(daysSinceEpoch: .max).description == "9999-12-31")
        #expect(CalendarDate(daysSinceEpoch: .min).description == "0001-01-01")
    }
}
