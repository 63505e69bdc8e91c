import ArgumentParser
import EventStore
import NewsViews

/// Prints the end of the log.
struct HeadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "head",
        abstract: "Print the log's end, position and hash, to publish or sign.",
        discussion: """
            The hash seals every event up to the position. Kept where nobody who can write the store can change \
            it, it shows later whether the log still continues what it was.

            Examples:
              timeline head > head-$(date +%F).txt
              timeline verify --head "$(cat head-2025-10-25.txt)"
            """
    )

    @OptionGroup var global: GlobalOptions

    @Option(help: "Output format: text or json.")
    var format: Format = .text

    func run() throws {
        let store = try Composition.openToInspect(
            StorePath(global, environment: Surroundings(global).environment)
        )
        let (head, last) = try store.snapshot {
            let head = try store.head()
            let last = try store.read(EventQuery(after: head.position.rawValue - 1, limit: 1)).last
            return (head, head.position == .start ? nil : last?.recordedAt)
        }
        var out = StandardOutput()
        switch format {
        case .text: out.write(HeadView.text(head))
        case .json: out.write(HeadView.document(head, recorded: last).pretty + "\n")
        }
        try out.flush()
    }
}
