import ArgumentParser
import EventStore
import NewsTimeline
import NewsViews

/// Makes a store of an export.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a new store of exported lines, hash for hash.",
        discussion: """
            Every hash is recomputed. The first line that is changed, missing or out of order is named, the exit \
            status is 65, and no store is made. Lines missing at the end show only against --head. The store must \
            not exist yet; its views are built at the end.

            Examples:
              timeline import log.jsonl --store copy.db
              zstd -dc log.jsonl.zst | timeline import - --store copy.db --head "$(cat published-head.txt)"
            """
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A file that timeline export wrote, or - for standard input.")
    var file: String

    @Option(
        help: ArgumentHelp("The head the log must have or continue.", valueName: "position:hash"),
        transform: KeptHead.parse
    )
    var head: Head?

    func run() throws {
        let place = try StorePath(global, environment: Surroundings(global).environment)
        guard !place.exists else {
            throw Failure(
                "there is a store at \(place.path) already; --store PATH makes the new one elsewhere",
                .storage
            )
        }
        let lines = try LineReader(file)
        let imported: (head: Head, store: any TimelineStore)
        do {
            imported = try ProgressBar.during("importing", unit: "bytes") { bar in
                try Composition.importLog(at: place, expecting: head) {
                    bar?.report(lines.bytesRead, of: max(lines.size, lines.bytesRead))
                    return try lines.next()
                }
            }
        } catch EventStoreError.damaged(_, let reason) {
            throw Failure("\(file): \(reason); no store was made", .badData)
        }
        _ = try ProgressBar.during("replaying") { bar in
            try imported.store.rebuild(NewsProjections.all, progress: bar?.rebuild)
        }
        var out = StandardOutput()
        let events = Counted.of(Int(imported.head.position.rawValue), "event")
        out.write("\(WordWrap.oneLine(place.path)): \(events) · verified · head \(imported.head)\n")
        try out.flush()
    }
}
