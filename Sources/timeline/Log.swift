import ArgumentParser
import EventStore
import NewsViews

/// Prints the raw events.
struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the raw events of the log, oldest first.",
        discussion: """
            Payloads are shown as read today: older schema versions are brought up to date, the stored bytes stay.

            Examples:
              timeline log --oneline
              timeline log --from-seq 100 --format jsonl | jq -r .type | sort | uniq -c
            """
    )

    @OptionGroup var global: GlobalOptions

    @Flag(help: "One line an event, without payload.")
    var oneline = false

    @Option(name: .customLong("from-seq"), help: "Start at this position.")
    var first: Int64 = 1

    @Option(help: "Output format: text or jsonl.")
    var format: LogFormat = .text

    /// How the log is written.
    enum LogFormat: String, ExpressibleByArgument, CaseIterable {
        case text, jsonl
    }

    func validate() throws {
        if first < 1 { throw ValidationError("--from-seq counts from 1.") }
        if oneline, format == .jsonl { throw ValidationError("--oneline is a form of --format text.") }
    }

    func run() throws {
        let surroundings = Surroundings(global)
        let store = try Composition.openToRead(
            StorePath(global, environment: surroundings.environment)
        )
        var out = StandardOutput()
        var after = first - 1
        while true {
            let page = try store.read(EventQuery(after: after, limit: 500))
            for event in page {
                switch format {
                case .jsonl: out.write(LogView.jsonLine(event))
                case .text:
                    out.write(
                        oneline
                            ? LogView.oneline(event, palette: surroundings.palette)
                            : LogView.text(event, palette: surroundings.palette)
                    )
                }
            }
            try out.flush()
            guard let last = page.last else { return }
            after = last.position.rawValue
        }
    }
}
