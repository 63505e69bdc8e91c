import NewsEvents
import ArgumentParser
import EventStore
import NewsTimeline
import NewsViews

/// Shows where one event comes from.
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show one event with its words in the article and how its date was worked out.",
        discussion: """
            Examples:
              timeline explain e12     the number timelines print in the ID column
              timeline explain 12
              timeline explain a563176cf9d3.1.0010   an event's full id, as in JSON
            """
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The event: e12, 12 or its full id.")
    var id: String

    func run() throws {
        let surroundings = Surroundings(global)
        let store = try Composition.openToRead(
            StorePath(global, environment: surroundings.environment)
        )
        let view = try store.snapshot { try explanation(from: TimelineReader(store: store)) }
        var out = StandardOutput()
        out.write(view.text(width: surroundings.width, palette: surroundings.palette))
        try out.flush()
    }

    private func explanation(from reader: TimelineReader) throws -> ExplanationView {
        let entry: TimelineEntry?
        if let number = Int64(id.hasPrefix("e") ? String(id.dropFirst()) : id) {
            entry = try reader.entry(at: Position(rawValue: number))
            if entry == nil { throw try absent(number, reader) }
        } else {
            entry = try reader.entry(eventID: id)
        }
        if entry == nil, let failure = try erased(articleOf: id, reader) { throw failure }
        guard let entry, let recorded = try reader.recordedEvent(at: entry.position),
            let article = try reader.article(entry.finding.article),
            let listing = try reader.articles([entry.finding.article]).first
        else {
            throw Failure(
                "no event \(id) in the store; timeline show lists events with their ids",
                .inputMissing
            )
        }
        return ExplanationView(entry: entry, recorded: recorded, article: article, listing: listing)
    }

    /// What to say when the article an event's id begins with was erased; nil when it was not.
    private func erased(articleOf id: String, _ reader: TimelineReader) throws -> Failure? {
        let article = ArticleID(rawValue: String(id.prefix { $0 != "." }))
        guard let listing = try reader.articles([article]).first, let erasure = listing.erasure else {
            return nil
        }
        return Failure("\(self.id) is gone: \(ErasureLabel.text(listing, erasure))", .inputMissing)
    }

    private func absent(_ number: Int64, _ reader: TimelineReader) throws -> Failure {
        let head = try reader.headPosition().rawValue
        guard (1...max(1, head)).contains(number),
            let event = try reader.recordedEvent(at: Position(rawValue: number))
        else {
            return Failure(
                "no event e\(number); the log holds \(Counted.of(Int(head), "event"))",
                .inputMissing
            )
        }
        if event.isErased {
            let article = event.stream.rawValue.drop { $0 != "-" }.dropFirst()
            if let failure = try erased(articleOf: String(article), reader) { return failure }
        }
        return Failure(
            "e\(number) is \(event.type), which no timeline shows; timeline log --from-seq \(number) prints it",
            .inputMissing
        )
    }
}
