import ArgumentParser
import EventStore
import NewsEvents
import NewsExtraction
import NewsIngest
import NewsText
import NewsTimeline
import NewsViews

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Records articles and what they say happened.
struct Append: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Record articles and the events found in them.",
        discussion: """
            Each file is one article and one transaction: it is recorded whole or not at all. An article whose text \
            is in the store already is skipped; one whose text was erased is refused. The text is kept byte for byte.

            Examples:
              timeline append article.txt --date 2025-10-25
              timeline append seeds/*.txt --date 2025-10-25
              pdftotext report.pdf - | timeline append - --date 2025-10-25 --outlet "The Gazette"
              timeline append article.txt --dry-run          shows what would be recorded

            Input is plain text in UTF-8, at most 16 MB. With several files, those that cannot be read are reported, \
            the others are recorded, and the exit status is 3. Articles are read on all cores and recorded in the \
            order given.
            """
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Text files, or - for standard input.")
    var inputs: [String]

    @OptionGroup var about: ArticleOptions

    @Flag(help: "Show what would be recorded; write nothing.")
    var dryRun = false

    func validate() throws {
        if inputs.count > 1, let option = about.singular.first {
            throw ValidationError("\(option) describes one article, but \(inputs.count) inputs are given.")
        }
        if inputs.count(where: { $0 == "-" }) > 1 {
            throw ValidationError("Standard input (-) can be read only once.")
        }
    }

    func run() async throws {
        var session = AppendSession(
            place: try StorePath(global, environment: Surroundings(global).environment),
            surroundings: Surroundings(global),
            isDryRun: dryRun
        )
        // Extraction runs ahead on the other cores; this task alone writes, in the order of the inputs.
        let mostAhead = ProcessInfo.processInfo.activeProcessorCount
        var ahead: [PendingArticle] = []
        for input in inputs {
            ahead.append(session.begin(input, metadata: about.metadata))
            if ahead.count > mostAhead { try await finish(ahead.removeFirst(), in: &session) }
        }
        for pending in ahead { try await finish(pending, in: &session) }
        try session.finish(inputs: inputs.count)
    }

    private func finish(_ pending: PendingArticle, in session: inout AppendSession) async throws {
        do {
            try await session.finish(pending)
        } catch let error as IngestError {
            guard inputs.count > 1 else { throw error }
            StandardError.write("error: \(error)\n")
            session.failed += 1
        } catch let error as ErasedArticle {
            guard inputs.count > 1 else { throw Failure("\(pending.input): \(error.message)", .badData) }
            StandardError.write("error: \(pending.input): \(error.message)\n")
            session.failed += 1
        }
    }
}

/// An input between being read and being recorded.
private struct PendingArticle {
    enum State {
        case failed(any Error)
        case known(ArticleRecorded, any ProjectionStore)
        case new(ArticleRecorded, Task<Extraction, Never>)
    }

    let input: String
    let state: State
}

/// The text was erased from this store before.
private struct ErasedArticle: Error {
    let message: String
}

/// One run of `append`: the store is opened, and made, only once there is an article to record.
private struct AppendSession {
    let place: StorePath
    let surroundings: Surroundings
    let isDryRun: Bool
    private let reader = ArticleReader()
    private var store: (any ProjectionStore)?
    private var extractor: Extractor?
    private var appended = 0
    private var skipped = 0
    var failed = 0

    init(place: StorePath, surroundings: Surroundings, isDryRun: Bool) {
        self.place = place
        self.surroundings = surroundings
        self.isDryRun = isDryRun
    }

    /// Reads an input and, unless the store has it, starts the extraction; errors wait for the input's turn.
    mutating func begin(_ input: String, metadata: ArticleReader.Metadata) -> PendingArticle {
        do {
            return PendingArticle(input: input, state: try state(of: input, metadata: metadata))
        } catch {
            return PendingArticle(input: input, state: .failed(error))
        }
    }

    private mutating func state(
        of input: String,
        metadata: ArticleReader.Metadata
    ) throws -> PendingArticle.State {
        let text = try reader.text(of: input)
        let article = try reader.article(text: text, from: input, metadata: metadata)
        let recorded = ArticleRecorded(article)
        if let store = try openStore(), try store.version(of: recorded.article.stream) > 0 {
            return .known(recorded, store)
        }
        let extractor = try extractor ?? Composition.extractor()
        self.extractor = extractor
        let extraction = Task.detached {
            var extraction = extractor.extract(article)
            extraction.article.input = input
            return extraction
        }
        return .new(recorded, extraction)
    }

    /// Records an article that is new, once its extraction is there.
    mutating func finish(_ pending: PendingArticle) async throws {
        switch pending.state {
        case .failed(let error): throw error
        case .known(let article, let store): try skip(article, in: store)
        case .new(let article, let extraction): try record(await extraction.value, of: article)
        }
    }

    private mutating func record(_ extraction: Extraction, of recorded: ArticleRecorded) throws {
        guard !isDryRun, let store else {
            return try show(
                ExtractionTextView(extraction, articleName: String(recorded.article.rawValue.prefix(5))),
                closing: "dry run, nothing recorded"
            )
        }
        let receipt: AppendReceipt
        do {
            receipt = try store.append(
                extraction.newEvents(metadata: Program.metadata),
                to: recorded.article.stream,
                expecting: .none
            )
        } catch let error as EventStoreError {
            switch error {
            // Another process recorded the same text meanwhile, from another file or read by another extractor.
            case .versionConflict, .idConflict(_, recorded.article.stream):
                return try skip(recorded, in: store)
            default: throw error
            }
        }
        // Or the very same events.
        guard !receipt.alreadyRecorded else { return try skip(recorded, in: store) }
        try store.catchUp(NewsProjections.all)
        appended += 1
        try showRecorded(extraction, receipt: receipt, in: store)
    }

    /// Prints totals for several inputs and ends with status 3 when some failed.
    func finish(inputs: Int) throws {
        guard inputs > 1 else { return }
        var out = StandardOutput()
        let counts =
            ["\(appended) appended", "\(skipped) skipped"] + (failed > 0 ? ["\(failed) failed"] : [])
        out.write("\(Counted.of(inputs, "article")): \(counts.joined(separator: ", "))\n")
        try out.flush()
        if failed > 0 { throw Failure("", .someInputsFailed) }
    }

    /// The store; nil for a dry run when there is none yet.
    private mutating func openStore() throws -> (any ProjectionStore)? {
        if let store { return store }
        if isDryRun {
            guard place.exists else { return nil }
            store = try Composition.openToRead(place)
        } else {
            let opened = try Composition.openToAppend(place)
            // Events of an append that was cut short before its projections were brought up to date.
            try opened.catchUp(NewsProjections.all)
            Composition.warnOfStale(try opened.status(of: NewsProjections.all))
            store = opened
        }
        return store
    }

    private mutating func skip(_ article: ArticleRecorded, in store: any ProjectionStore) throws {
        let known = try TimelineReader(store: store).articles([article.article]).first
        if let known, let erasure = known.erasure {
            throw ErasedArticle(message: "\(ErasureLabel.text(known, erasure)); it is not recorded again")
        }
        skipped += 1
        var out = StandardOutput()
        guard let known else {
            out.write("already recorded as \(article.article); 0 appended, 1 skipped\n")
            return try out.flush()
        }
        let about = WordWrap.oneLine(
            "\(known.title ?? "untitled"), published \(known.published), seq \(known.position), "
                + "recorded \(known.recordedAt.iso8601)"
        )
        out.write("already recorded as \(known.shortID) (\(about)); 0 appended, 1 skipped\n")
        try out.flush()
        if article.published != known.published.description {
            StandardError.write(
                "warning: \(known.shortID) stays published \(known.published); the day given now, \(article.published), was not recorded\n"
            )
        }
    }

    private func showRecorded(
        _ extraction: Extraction,
        receipt: AppendReceipt,
        in store: any ProjectionStore
    ) throws {
        let reader = TimelineReader(store: store)
        let identities = receipt.positions.dropFirst(2).map { "e\($0)" }
        let name =
            try reader.articles([extraction.article.article]).first?.shortID
            ?? extraction.article.article.rawValue
        var closing: String?
        if let first = receipt.positions.first, let last = receipt.positions.last {
            let moment = try reader.recordedEvent(at: first)?.recordedAt.iso8601
            closing = "seq \(first)–\(last)" + (moment.map { " · recorded \($0)" } ?? "")
        }
        try show(
            ExtractionTextView(extraction, articleName: name, identities: identities, limit: 20),
            closing: closing,
            next: identities.first.map { "next: timeline explain \($0)\n" }
        )
    }

    private func show(_ view: ExtractionTextView, closing: String?, next: String? = nil) throws {
        var out = StandardOutput()
        out.write(view.text(width: surroundings.width, palette: surroundings.palette, closing: closing))
        try out.flush()
        for warning in view.warnings { StandardError.write("warning: \(warning)\n") }
        if let next, StandardError.isTerminal { StandardError.write(next) }
    }
}
