import ArgumentParser
import EventStore
import NewsViews

/// Prints the raw events.
struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the raw events of the log, oldest first.",
        discussion: """
            Payloads are shown as read today: older schema versions are brought up to date, the stored bytes stay. \
            With --follow the command stays and prints what other processes append, until Ctrl-C (status 130).

            Examples:
              timeline log --oneline
              timeline log --from-seq 100 --format jsonl | jq -r .type | sort | uniq -c
              timeline log --follow --new --oneline
            """
    )

    @OptionGroup var global: GlobalOptions

    @Flag(help: "One line an event, without payload.")
    var oneline = false

    @Option(name: .customLong("from-seq"), help: "Start at this position.")
    var first: Int64 = 1

    @Option(help: "Output format: text or jsonl.")
    var format: LogFormat = .text

    @Flag(name: [.short, .long], help: "Go on with new events as they come.")
    var follow = false

    @Flag(help: "With --follow, only what is appended from now on.")
    var new = false

    /// How the log is written.
    enum LogFormat: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl
    }

    func validate() throws {
        if first < 1 { throw ValidationError("--from-seq counts from 1.") }
        if oneline, format == .jsonl { throw ValidationError("--oneline is a form of --format text.") }
        if new, !follow { throw ValidationError("--new belongs to --follow.") }
        if new, first > 1 { throw ValidationError("--new and --from-seq exclude each other.") }
    }

    func run() async throws {
        let surroundings = Surroundings(global)
        let store = try Composition.openToInspect(
            StorePath(global, environment: surroundings.environment)
        )
        var out = StandardOutput()
        guard !follow else {
            Signals.endOnInterrupt()
            let start: EventSubscription.Start = new ? .end : .after(Position(rawValue: first - 1))
            for try await event in store.subscribe(from: start) {
                out.write(text(event, palette: surroundings.palette))
                try out.flush()
            }
            return
        }
        var after = first - 1
        while true {
            let page = try store.read(EventQuery(after: after, limit: 500))
            for event in page { out.write(text(event, palette: surroundings.palette)) }
            try out.flush()
            guard let last = page.last else { return }
            after = last.position.rawValue
        }
    }

    private func text(_ event: RecordedEvent, palette: Palette) -> String {
        switch format {
        case .jsonl: LogView.jsonLine(event)
        case .text:
            oneline ? LogView.oneline(event, palette: palette) : LogView.text(event, palette: palette)
        }
    }
}
