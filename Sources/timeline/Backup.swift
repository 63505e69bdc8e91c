import ArgumentParser
import EventStore
import NewsViews

/// Copies the store.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the store into a new file, verified, while it is in use.",
        discussion: """
            The copy is of one moment and whole, views included; its hash chain is verified before it gets its name. \
            A file that is there already is never replaced. The copy is a store like any other: --store opens it.

            Examples:
              timeline backup timeline-$(date +%F).db
              timeline show --store timeline-2025-10-25.db
            """
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The file to make.")
    var file: String

    func run() throws {
        let store = try Composition.openToInspect(
            StorePath(global, environment: Surroundings(global).environment)
        )
        let report = try ProgressBar.during("copying", unit: "pages") { bar in
            try store.backup(to: file, progress: { copied, total in bar?.report(copied, of: total) })
        }
        var out = StandardOutput()
        out.write(
            "\(WordWrap.oneLine(file)): \(Counted.of(Int(report.events), "event")) · verified · head \(report.head)\n"
        )
        try out.flush()
    }
}
