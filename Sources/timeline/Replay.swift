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
            reading meanwhile. The log itself is never changed. A replay that was broken off goes on where it \
            stopped. An event that cannot be read ends it with the event's position, and the old tables stay.

            --verify and --dry-run replay beside the store and write nothing. --verify compares what the tables \
            hold with what they should hold as of the last event they have seen, and ends with status 5 when a row \
            differs. --dry-run shows, row by row, what a replay would change: + added, - removed, ~ other values.

            Examples:
              timeline replay
              timeline replay --projection actors
              timeline replay --verify
              timeline replay --dry-run
            """
    )

    @OptionGroup var global: GlobalOptions

    @Option(help: "Only this projection; may be repeated.")
    var projection: [String] = []

    @Flag(help: "Replay aside, compare, and change nothing.")
    var verify = false

    @Flag(help: "Show what a replay would change; change nothing.")
    var dryRun = false

    @Option(help: "With --dry-run, at most this many rows for each table.")
    var limit = 100

    func validate() throws {
        if verify, dryRun { throw ValidationError("--verify and --dry-run exclude each other.") }
        if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    }

    func run() throws {
        let chosen = try projections()
        let surroundings = Surroundings(global)
        let place = try StorePath(global, environment: surroundings.environment)
        if verify {
            try compare(chosen, in: Composition.openToInspect(place))
        } else if dryRun {
            try preview(chosen, in: Composition.openToInspect(place), palette: surroundings.palette)
        } else {
            try rebuild(chosen, in: Composition.openToRebuild(place))
        }
    }

    private func rebuild(_ chosen: [any Projection], in store: any TimelineStore) throws {
        let clock = ContinuousClock()
        let start = clock.now
        let report = try ProgressBar.during("replaying") { bar in
            try store.rebuild(chosen, progress: bar?.rebuild)
        }
        let resumed =
            report.resumedAfter > .start ? " · went on behind event \(report.resumedAfter)" : ""
        var out = StandardOutput()
        out.write(
            "\(Counted.of(Int(report.events), "event")) · \(Counted.of(chosen.count, "projection")) rebuilt"
                + "\(resumed) · \(Self.seconds(clock.now - start)) s\n"
        )
        for projection in chosen {
            out.write(
                "  \(projection.name) \(Counted.of(Int(report.rows[projection.name] ?? 0), "row"))\n"
            )
        }
        try out.flush()
    }

    private func compare(_ chosen: [any Projection], in store: any TimelineStore) throws {
        let comparisons = try ProgressBar.during("replaying aside") { bar in
            try store.compare(chosen, withReplayTo: .checkpoint, differences: 1, progress: bar?.rebuild)
        }
        let findings = zip(comparisons, chosen).compactMap {
            ProjectionComparisonView($0, of: $1).finding
        }
        guard findings.isEmpty else { throw Failure(findings.joined(separator: "\nerror: "), .unverified) }
        let events = Int(comparisons.map(\.replayedThrough.rawValue).max() ?? 0)
        var out = StandardOutput()
        out.write(
            "\(Counted.of(events, "event")) · \(Counted.of(chosen.count, "projection")) rebuilt aside · digests equal\n"
        )
        try out.flush()
    }

    private func preview(
        _ chosen: [any Projection],
        in store: any TimelineStore,
        palette: Palette
    ) throws {
        let comparisons = try ProgressBar.during("replaying aside") { bar in
            try store.compare(chosen, withReplayTo: .head, differences: limit, progress: bar?.rebuild)
        }
        var out = StandardOutput()
        for (comparison, projection) in zip(comparisons, chosen) {
            let lines = ProjectionComparisonView(comparison, of: projection).changes(palette: palette)
            out.write(lines.joined(separator: "\n") + "\n")
        }
        out.write("dry run, nothing changed\n")
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

    private static func seconds(_ duration: Duration) -> String {
        let hundredths = Int((duration / .milliseconds(10)).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
