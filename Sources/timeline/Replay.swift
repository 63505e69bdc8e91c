import ArgumentParser
import EventStore
import NewsTimeline
import NewsViews

/// Rebuilds projections from the log.
struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rebuild the views (projections) from the log.",
        discussion: """
            New tables are built beside the old ones and take their place in one transaction; other commands go on \
            reading meanwhile. The log itself is never changed.

            Examples:
              timeline replay
              timeline replay --projection actors
            """
    )

    @OptionGroup var global: GlobalOptions

    @Option(help: "Only this projection; may be repeated.")
    var projection: [String] = []

    func run() throws {
        let chosen = try projections()
        let store = try Composition.openToRebuild(
            StorePath(global, environment: Surroundings(global).environment)
        )
        let clock = ContinuousClock()
        let start = clock.now
        let report = try store.rebuild(chosen, progress: Self.progress)
        if StandardError.isTerminal { StandardError.write("\r\u{1B}[K") }
        let rows = chosen.map { "\($0.name) \(Counted.of(Int(report.rows[$0.name] ?? 0), "row"))" }
        var out = StandardOutput()
        out.write(
            "\(Counted.of(Int(report.events), "event")) · \(Counted.of(chosen.count, "projection")) rebuilt · "
                + "\(Self.seconds(clock.now - start)) s\n"
        )
        for row in rows { out.write("  \(row)\n") }
        try out.flush()
    }

    private func projections() throws -> [any Projection] {
        let names = NewsProjections.all.map(\.name)
        for name in projection where !names.contains(name) {
            let near = EditDistance.closest(to: name, among: names, limit: 1) { $0 }
            let hint =
                near.first.map { "; did you mean \($0)?" } ?? "; there are \(names.joined(separator: ", "))"
            throw Failure("no projection \"\(name)\"\(hint)", .usage)
        }
        return projection.isEmpty
            ? NewsProjections.all : NewsProjections.all.filter { projection.contains($0.name) }
    }

    /// Shows how far the rebuild is; nil where nobody watches.
    private static var progress: ((RebuildProgress) -> Void)? {
        guard StandardError.isTerminal else { return nil }
        return { progress in
            let (position, head) = (Int(progress.position.rawValue), Int(progress.head.rawValue))
            StandardError.write("\rreplaying \(Counted.grouped(position)) of \(Counted.grouped(head))")
        }
    }

    private static func seconds(_ duration: Duration) -> String {
        let hundredths = Int((duration / .milliseconds(10)).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
