/// A moment as RFC 3339 writes it, in UTC: "2025-10-25T00:00:00.123456Z".
///
/// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
struct CivilTime: CustomStringConvertible {
    let description: String

    /// Works out day and time; nil beyond the years 0000 to 9999.
    init?(_ timestamp: Timestamp) {
        let (days, microseconds) = CivilTime.split(timestamp.rawValue, by: 86_400_000_000)
        let shifted = days + 719_468
        let (era, dayOfEra) = CivilTime.split(shifted, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        guard (0...9999).contains(year) else { return nil }
        func padded(_ number: Int64, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: width - digits.utf8.count) + digits
        }
        let seconds = microseconds / 1_000_000
        description =
            "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))T\(padded(seconds / 3600, 2)):"
            + "\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2)).\(padded(microseconds % 1_000_000, 6))Z"
    }

    /// Quotient and remainder, the remainder never negative.
    private static func split(_ number: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let remainder = (number % divisor + divisor) % divisor
        return ((number - remainder) / divisor, remainder)
    }
}
