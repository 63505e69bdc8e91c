import ArgumentParser
import EventStore
import NewsEvents
import NewsText
import NewsTimeline
import NewsViews

/// Prints a timeline.
struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the timeline of an actor, a topic, an article, or all.",
        discussion: """
            Repeating an option widens the answer, different options narrow it: --actor Rubio --actor Vance --topic \
            Gaza shows what either of them did about Gaza.

            Actors are found by surname, other name, full name or id, topics by name or id, both ignoring case and \
            accents. A name that fits several is refused with the list of candidates.

            Days are those the events happened on. An undated event counts as of its article's day of publication \
            and is marked ≤ (told as past) or ≥ (still to come).

            Examples:
              timeline show --actor Rubio
              timeline show --topic Gaza --since 2025-10-01 --until 2025-10-31
              timeline show --kind position --format json | jq -r '.events[].summary'
              timeline show --source a5631
            """
    )

    @OptionGroup var global: GlobalOptions

    @Option(help: "Only events this actor takes part in; may be repeated.")
    var actor: [String] = []

    @Option(help: "Only events about this topic; may be repeated.")
    var topic: [String] = []

    @Option(
        help: "Only this kind: statement, meeting, visit or position; may be repeated.",
        transform: Self.eventKind
    )
    var kind: [EventKind] = []

    @Option(help: ArgumentHelp("Only events found in this article; may be repeated.", valueName: "article"))
    var source: [String] = []

    @Option(
        help: ArgumentHelp("Only events of this day or later.", valueName: "YYYY-MM-DD"),
        transform: CalendarDay.parse
    )
    var since: CalendarDate?

    @Option(
        help: ArgumentHelp("Only events of this day or earlier.", valueName: "YYYY-MM-DD"),
        transform: CalendarDay.parse
    )
    var until: CalendarDate?

    @Option(help: "At most this many events, the earliest.")
    var limit: Int?

    @Flag(help: "End with status 4 when nothing matches.")
    var failEmpty = false

    @Option(help: "Output format: text or json.")
    var format: Format = .text

    private static func eventKind(_ word: String) throws -> EventKind {
        if let kind = EventKind(rawValue: word) { return kind }
        throw ValidationError(
            "'\(word)' is no kind of event; kinds are \(EventKind.allCases.map(\.rawValue).joined(separator: ", "))."
        )
    }

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
        if let since, let until, since > until {
            throw ValidationError("--since \(since) lies after --until \(until).")
        }
    }

    func run() throws {
        let surroundings = Surroundings(global)
        let store = try Composition.openToRead(
            StorePath(global, environment: surroundings.environment)
        )
        let answer = try store.snapshot {
            try Answer(to: self, from: TimelineReader(store: store))
        }
        var out = StandardOutput()
        switch format {
        case .json: out.write(answer.json.pretty + "\n")
        case .text: out.write(answer.text(surroundings))
        }
        try out.flush()
        if failEmpty, answer.entries.isEmpty { throw Failure("", .nothingMatched) }
    }
}

/// What a `show` found, read from one state of the store.
private struct Answer {
    let query: TimelineQuery
    let entries: [TimelineEntry]
    private let total: (events: Int, articles: Int)
    private let actors: [ActorListing]
    private let topics: [TopicListing]
    private let sources: [ArticleListing]
    private let articles: [ArticleListing]
    private let unknown: [String]
    private let texts: [ArticleID: ScalarText]

    init(to command: Show, from reader: TimelineReader) throws {
        let lookup = NameLookup(reader: reader)
        actors = try command.actor.compactMap(lookup.actor)
        topics = try command.topic.compactMap(lookup.topic)
        sources = try command.source.map(lookup.article)
        for source in sources {
            guard let erasure = source.erasure else { continue }
            StandardError.write("note: \(ErasureLabel.text(source, erasure))\n")
        }
        query = TimelineQuery(
            actors: actors.map(\.profile.id),
            topics: topics.map(\.topic.id),
            kinds: command.kind,
            articles: sources.map(\.id),
            since: command.since,
            until: command.until,
            limit: command.limit
        )
        // An option all of whose names are unknown asks for nothing, not for everything.
        unknown =
            (actors.isEmpty ? command.actor : []) + (topics.isEmpty ? command.topic : [])
        let asksForUnknown = !unknown.isEmpty
        entries = asksForUnknown ? [] : try reader.entries(query)
        total = asksForUnknown ? (0, 0) : try reader.count(query)
        let ids = Set(entries.map(\.finding.article))
        articles = try reader.articles(ids.sorted { $0.rawValue < $1.rawValue })
        var texts: [ArticleID: ScalarText] = [:]
        if command.format == .json {
            for id in ids { texts[id] = try reader.article(id).map { ScalarText($0.text) } }
        }
        self.texts = texts
    }

    var json: JSON { TimelineJSONView(entries: entries, query: query, texts: texts).json }

    func text(_ surroundings: Surroundings) -> String {
        TimelineTextView(
            entries: entries,
            heading: heading,
            articles: articles,
            omitted: total.events - entries.count,
            layout: !topics.isEmpty && actors.isEmpty ? .days : .table(of: onlyActor?.profile)
        ).text(width: surroundings.width, palette: surroundings.palette)
    }

    private var onlyActor: ActorListing? { actors.count == 1 ? actors.first : nil }

    private var heading: String {
        var parts = unknown.map { "\"\($0)\"" }
        if let only = onlyActor {
            parts += [only.profile.name, only.profile.role].compactMap { $0 }
        } else if !actors.isEmpty {
            parts.append(actors.map(\.profile.name).joined(separator: ", "))
        }
        if !topics.isEmpty { parts.append(topics.map(\.topic.name).joined(separator: ", ")) }
        if !sources.isEmpty { parts.append(sources.map(ArticleLabel.text).joined(separator: ", ")) }
        if parts.isEmpty { parts.append("All events") }
        parts.append(
            Counted.of(total.events, "event")
                + (sources.isEmpty ? ", " + Counted.of(total.articles, "article") : "")
        )
        // A limit leaves out events whose actors and days would have to be counted too.
        guard entries.count == total.events else { return parts.joined(separator: " · ") }
        if !topics.isEmpty, actors.isEmpty {
            parts.append(Counted.of(Set(entries.flatMap(\.event.actors)).count, "actor"))
        }
        if let first = entries.map(\.when.days.from).min(), let last = entries.map(\.when.days.to).max() {
            parts.append(first == last ? first : "\(first) – \(last)")
        }
        return parts.joined(separator: " · ")
    }
}
