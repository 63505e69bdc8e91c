import ArgumentParser
import EventStore
import NewsEvents
import NewsText
import NewsTimeline
import NewsViews

/// Takes an article out of the store.
struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Erase an article's text and all found in it, for good.",
        discussion: """
            For takedowns the law demands. The text, the events found in it and every copy in the store's file are \
            overwritten; the hash chain still verifies, because it seals digests. The log keeps that, when, why and \
            by whom it was erased, with the length and the SHA-256 of the text; timeline list articles shows it. An \
            erased article cannot be recorded again.

            What stays: the article's id and the moments of recording. Copies elsewhere (backups, exports) are beyond \
            reach. Writing the file anew needs free space of its size. If erasing is broken off, run it again: it goes on where it stopped.

            Examples:
              timeline erase a5631 --reason "court order 12/2026" --by "J. Doe"
              timeline erase a5631 --reason "court order 12/2026" --dry-run
            """
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The article: its id or the beginning of it.")
    var article: String

    @Option(help: ArgumentHelp("Why; it stays in the log for ever.", valueName: "text"))
    var reason: String

    @Option(help: ArgumentHelp("Who erases it.", valueName: "name"))
    var by: String?

    @Flag(help: "Show what would be erased; erase nothing.")
    var dryRun = false

    func validate() throws {
        if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason must say why.") }
    }

    func run() throws {
        let place = try StorePath(global, environment: Surroundings(global).environment)
        let store = try dryRun ? Composition.openToRead(place) : Composition.openToRebuild(place)
        if !dryRun { try catchUp(store) }
        let listing = try NameLookup(reader: TimelineReader(store: store)).article(article)
        let erasure = try ArticleErasure(of: listing, in: store)
        let body = erasure.body(reason: reason, by: by)
        var out = StandardOutput()
        let extent =
            "its text (\(Counted.grouped(body.characters)) characters) and \(Counted.of(body.events, "event"))"
        if dryRun {
            out.write(
                erasure.isDone
                    ? "article \(listing.shortID) is erased already\n"
                    : "article \(listing.shortID): would erase \(extent)\ndry run, nothing erased\n"
            )
            return try out.flush()
        }
        let receipt = try erase(listing, body, in: store)
        if let position = receipt.recordedBy {
            out.write("article \(listing.shortID) erased: \(extent) · seq \(position)\n")
            StandardError.write(
                "note: backups, exports and other copies outside \(place.path) are not reached\n"
            )
        } else {
            out.write("article \(listing.shortID) was erased before; the file was written anew\n")
        }
        try out.flush()
    }
}

extension Erase {
    private func erase(
        _ listing: ArticleListing,
        _ body: ArticleErased,
        in store: any TimelineStore
    ) throws -> ErasureReceipt {
        do {
            return try ProgressBar.during("replaying without it") { bar in
                try store.erase(
                    stream: listing.id.stream,
                    reason: body.reason,
                    recording: try body.newEvent(metadata: Program.metadata),
                    projections: NewsProjections.all,
                    progress: bar?.rebuild
                )
            }
        } catch let error as EventStoreError {
            switch error {
            case .projectionFailed, .upcastFailed:
                throw Failure(
                    "article \(listing.shortID) is erased, in the log and in every copy; but a view cannot be rebuilt and "
                        + "is gone: \(error) Once that event can be read, timeline replay rebuilds it",
                    .other
                )
            default: throw error
            }
        }
    }

    /// Brings the views up to date, so that the article can be found.
    ///
    /// An event that no view can read must not keep an article from being erased; it may be this very one's.
    private func catchUp(_ store: any TimelineStore) throws {
        do {
            try store.catchUp(NewsProjections.all)
        } catch EventStoreError.projectionFailed(let name, let position, _) {
            StandardError.write("warning: \(name) is not up to date: event \(position) cannot be read\n")
        } catch EventStoreError.upcastFailed(let type, _, let position, _) {
            StandardError.write(
                "warning: views are not up to date: event \(position) (\(type)) cannot be read\n"
            )
        }
    }
}

/// What there is to erase of one article, read from its stream.
private struct ArticleErasure {
    private let listing: ArticleListing
    private var recorded: ArticleRecorded?
    private var earlier: ArticleErased?
    private var events = 0

    /// Whether nothing is left to erase.
    var isDone: Bool { earlier != nil }

    init(of listing: ArticleListing, in store: any TimelineStore) throws {
        self.listing = listing
        var after: Int64 = 0
        while true {
            let page = try store.read(EventQuery(stream: listing.id.stream, after: after, limit: 500))
            guard let last = page.last else { break }
            for event in page where !event.isErased {
                switch event.type {
                case .articleRecorded, .articleErased:
                    switch try NewsEventCodec().decode(event) {
                    case .articleRecorded(let body): recorded = body
                    case .articleErased(let body): earlier = body
                    default: break
                    }
                case .articleExtracted: break
                // Counted by type: an event that cannot be read can be erased all the same.
                default: events += 1
                }
            }
            after = last.version
        }
    }

    /// The event that tells of it; the one recorded before, if it was erased before.
    func body(reason: String, by: String?) -> ArticleErased {
        earlier
            ?? ArticleErased(
                article: listing.id,
                reason: reason,
                by: by,
                sha256: recorded?.sha256 ?? "",
                characters: recorded?.characters ?? listing.characters,
                published: listing.published.description,
                position: listing.position.rawValue,
                recordedAt: listing.recordedAt.rawValue,
                events: events
            )
    }
}
