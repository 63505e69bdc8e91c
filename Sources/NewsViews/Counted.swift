/// Counts in words.
public enum Counted {
    /// "1 event", "14 events".
    public static func of(_ count: Int, _ singular: String) -> String {
        let plural = singular.hasSuffix("y") ? singular.dropLast() + "ies" : singular + "s"
        return grouped(count) + " " + (count == 1 ? singular : String(plural))
    }

    /// The number with commas between thousands: 2,906.
    public static func grouped(_ number: Int) -> String {
        let digits = Array(String(abs(number)))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }
}
