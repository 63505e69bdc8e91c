/// One line that tells how far something has come, how fast it goes and how long it still takes.
public struct ProgressLine: Hashable, Sendable {
    private let label: String
    private let done: Int64
    private let total: Int64
    private let rate: Double
    private let unit: String

    /// Makes a line.
    /// - Parameters:
    ///   - label: What is being done.
    ///   - done: How much is done.
    ///   - total: How much there is.
    ///   - rate: How much a second; 0 while that is not known.
    ///   - unit: What is counted.
    public init(label: String, done: Int64, total: Int64, rate: Double, unit: String) {
        (self.label, self.done, self.total, self.rate, self.unit) = (label, done, total, rate, unit)
    }

    /// The line, at most `width` columns; the bar goes first where there is no room.
    public func text(width: Int) -> String {
        let share = total > 0 ? min(1, max(0, Double(done) / Double(total))) : 0
        var parts = ["\(Counted.grouped(Int(done))) of \(Counted.grouped(Int(total))) \(unit)"]
        if rate >= 1 {
            parts.append("\(Counted.grouped(Int(rate)))/s")
            parts.append(Self.time(Double(max(0, total - done)) / rate) + " left")
        }
        let figures = "\(Int(share * 100))%  " + parts.joined(separator: " · ")
        let room = min(30, width - label.count - figures.count - 4)
        guard room >= 5 else { return String("\(label) \(figures)".prefix(max(0, width))) }
        let filled = Int((share * Double(room)).rounded(.down))
        let bar =
            String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
        return "\(label) \(bar) \(figures)"
    }

    /// "8 s", "2 min 05 s", "1 h 12 min".
    static func time(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        if whole < 60 { return "\(whole) s" }
        let minutes = whole / 60
        let rest = whole % 60
        if minutes < 60 { return "\(minutes) min \(rest < 10 ? "0" : "")\(rest) s" }
        return "\(minutes / 60) h \(minutes % 60) min"
    }
}
