import EventStore
import ArgumentParser
import NewsTimeline
import NewsViews

/// Lists what the store knows.
struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List actors, topics or articles with their counts.",
        discussion: """
            Examples:
              timeline list actors
              timeline list topics --format json
              timeline list articles
            """
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "What to list: actors, topics or articles.")
    var what: Subject

    @Option(help: "Output format: text or json.")
    var format: Format = .text

    /// What can be listed.
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case actors, topics, articles
    }

    func run() throws {
        let surroundings = Surroundings(global)
        let store = try Composition.openToRead(
            StorePath(global, environment: surroundings.environment)
        )
        let reader = TimelineReader(store: store)
        let text = try store.snapshot {
            let (width, palette) = (surroundings.width, surroundings.palette)
            switch (what, format) {
            case (.actors, .text):
                return ListingTextView.text(try reader.actors(), width: width, palette: palette)
            case (.actors, .json): return ListingJSONView.json(try reader.actors()).pretty + "\n"
            case (.topics, .text):
                return ListingTextView.text(try reader.topics(), width: width, palette: palette)
            case (.topics, .json): return ListingJSONView.json(try reader.topics()).pretty + "\n"
            case (.articles, .text):
                return ListingTextView.text(try reader.articles(), width: width, palette: palette)
            case (.articles, .json): return ListingJSONView.json(try reader.articles()).pretty + "\n"
            }
        }
        var out = StandardOutput()
        out.write(text)
        try out.flush()
    }
}
