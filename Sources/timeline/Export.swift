import ArgumentParser
import EventStore
import NewsViews

/// Writes the log for other programs and for keeping.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the whole log as CloudEvents, one JSON object a line.",
        discussion: """
            Every line is one event (CloudEvents 1.0) as it is stored, with the hash that seals it and all before \
            it. timeline import makes the same log of it, hash for hash. Views are not exported: they follow from \
            the events.

            Examples:
              timeline export -o log.jsonl
              timeline export | zstd > log.jsonl.zst
              timeline export | jq -r .type | sort | uniq -c
            """
    )

    @OptionGroup var global: GlobalOptions

    @Option(help: "The format: jsonl.")
    var format: ExportFormat = .jsonl

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The file to make; otherwise standard output.", valueName: "file")
    )
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Whose events these are, for the source of every CloudEvent.",
            valueName: "uri"
        )
    )
    var source = "timeline"

    /// What can be written.
    enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
        case jsonl
    }

    func run() throws {
        let store = try Composition.openToInspect(
            StorePath(global, environment: Surroundings(global).environment)
        )
        guard let output else {
            var out = StandardOutput()
            _ = try store.export(source: source) { lines in
                out.write(lines)
                try out.flush()
            }
            return
        }
        let file = try OutputFile(output)
        let head: Head
        do {
            head = try store.export(source: source, to: file.write)
            try file.publish()
        } catch {
            file.discard()
            throw error
        }
        var out = StandardOutput()
        out.write(
            "\(WordWrap.oneLine(output)): \(Counted.of(Int(head.position.rawValue), "event")) · head \(head)\n"
        )
        try out.flush()
    }
}
