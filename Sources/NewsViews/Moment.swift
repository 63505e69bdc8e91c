public import EventStore
public import NewsText

extension Timestamp {
    /// The moment in UTC to the second, `2025-10-25T14:03:11Z`.
    public var iso8601: String {
        let seconds = Int(rawValue.quotientFloor(1_000_000))
        let days = Int(Int64(seconds).quotientFloor(86_400))
        let ofDay = seconds - days * 86_400
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(CalendarDate(daysSinceEpoch: days))T\(padded(ofDay / 3600)):\(padded(ofDay / 60 % 60)):\(padded(ofDay % 60))Z"
    }
}

extension Int64 {
    fileprivate func quotientFloor(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension CalendarDate {
    /// The date as English readers write it, `Sat 25 Oct 2025`.
    public var spelled: String { "\(weekday.abbreviation) \(day) \(Self.months[month - 1]) \(year)" }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension Weekday {
    /// The English name, `Saturday`.
    public var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }

    /// The first three letters of the name.
    var abbreviation: String { String(name.prefix(3)) }
}
