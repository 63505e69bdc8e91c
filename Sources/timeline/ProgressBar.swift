import EventStore
import NewsViews

/// Tells a person at a terminal how far a long command has come; draws nothing before half a second.
final class ProgressBar {
    private let label: String
    private let unit: String
    private let columns: Int
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var first: (done: Int64, at: ContinuousClock.Instant)?
    private var drawn: ContinuousClock.Instant?

    private init(label: String, unit: String) {
        (self.label, self.unit) = (label, unit)
        columns = StandardError.terminalColumns ?? 80
        start = clock.now
    }

    /// A bar; nil where nobody watches.
    static func onTerminal(_ label: String, unit: String = "events") -> ProgressBar? {
        StandardError.isTerminal ? ProgressBar(label: label, unit: unit) : nil
    }

    /// What rebuilds and replays report to.
    var rebuild: (RebuildProgress) -> Void {
        { [self] in report($0.position.rawValue, of: $0.head.rawValue) }
    }

    /// Tells at once what begins, for work that does not report.
    func announce(_ what: String) {
        drawn = clock.now
        StandardError.write("\r\u{1B}[K\(label) \(what) …")
    }

    /// Draws the bar if it is due.
    func report(_ done: Int64, of total: Int64) {
        let now = clock.now
        // What a resumed rebuild found done already says nothing about the speed of this one.
        let origin = first ?? (done, now)
        first = origin
        guard now - start > .milliseconds(500), drawn.map({ now - $0 > .milliseconds(100) }) ?? true else {
            return
        }
        drawn = now
        let seconds = (now - origin.at) / .seconds(1)
        let rate = seconds > 0 ? Double(done - origin.done) / seconds : 0
        let line = ProgressLine(label: label, done: done, total: total, rate: rate, unit: unit)
        StandardError.write("\r\u{1B}[K" + line.text(width: columns - 1))
    }

    /// Takes the bar away.
    func clear() {
        guard drawn != nil else { return }
        drawn = nil
        StandardError.write("\r\u{1B}[K")
    }

    /// Runs `body` with the reports of a bar, and takes the bar away whatever happens.
    static func during<Result>(
        _ label: String,
        unit: String = "events",
        _ body: (ProgressBar?) throws -> Result
    ) rethrows -> Result {
        let bar = onTerminal(label, unit: unit)
        defer { bar?.clear() }
        return try body(bar)
    }
}
