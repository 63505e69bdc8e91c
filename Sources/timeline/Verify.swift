import ArgumentParser
import EventStore
import NewsTimeline
import NewsViews

/// Checks that the store is what was written.
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check the hash chain, every quoted word, and every view.",
        discussion: """
            Three things are checked: the hash chain and the tables of the log; that every span of every event lies \
            in its article's text, with the words the event names; and that every view (projection) holds the rows \
            a fresh replay gives. Nothing is written. The exit status is 5 when anything does not agree, and each \
            finding is named.

            A log that was cut short, or written anew from the start, agrees with itself. It is found out against a \
            head that was kept elsewhere: timeline head prints it.

            Examples:
              timeline verify
              timeline verify --head "$(cat published-head.txt)"
              timeline verify --format json | jq '.findings[]'
            """
    )

    @OptionGroup var global: GlobalOptions

    @Option(
        help: ArgumentHelp(
            "A head kept from before, which this log must continue.",
            valueName: "position:hash"
        ),
        transform: KeptHead.parse
    )
    var head: Head?

    @Option(help: "Output format: text or json.")
    var format: Format = .text

    func run() throws {
        let surroundings = Surroundings(global)
        let place = try StorePath(global, environment: surroundings.environment)
        let verification = try verification(of: place)
        let view = VerificationView(verification, projections: NewsProjections.all)
        var out = StandardOutput()
        switch format {
        case .json: out.write(view.json.pretty + "\n")
        case .text: out.write(view.text(palette: surroundings.palette))
        }
        try out.flush()
        if verification.count > 0 {
            throw Failure("verification failed: \(Counted.of(verification.count, "finding"))", .unverified)
        }
    }

    private func verification(of place: StorePath) throws -> Verification {
        do {
            return try StoreVerification(store: Composition.openToInspect(place), kept: head).run()
        } catch let error as EventStoreError {
            // Too damaged even to open: a finding, not a failure to look.
            guard case .damaged(_, let reason) = error else { throw error }
            let chain = ChainReport(
                events: 0,
                head: Head(position: .start, hash: .zero),
                failures: [ChainReport.Failure(position: nil, reason: reason)]
            )
            return Verification(chain: chain, texts: nil, projections: nil, obstacles: [])
        }
    }
}

/// A head given on the command line.
enum KeptHead {
    /// Reads `POSITION:HASH`, as `timeline head` prints it.
    static func parse(_ text: String) throws -> Head {
        if let head = Head(text) { return head }
        throw ValidationError(
            "'\(text)' is no head; it is a position, a colon and 64 hexadecimal digits, as timeline head prints."
        )
    }
}

/// One verification of one store.
private struct StoreVerification {
    let store: any TimelineStore
    let kept: Head?

    func run() throws -> Verification {
        let chain = try ProgressBar.during("chain") { bar in
            // The walk does not report how far it is.
            bar?.announce("of \(Counted.grouped(Int(try store.head().position.rawValue))) events")
            return try store.verify(against: kept)
        }
        var obstacles: [Verification.Finding] = []
        let texts = try attempt(.texts, &obstacles) {
            try ProgressBar.during("texts") { bar in
                try TextAudit(of: store).report(progress: bar?.rebuild)
            }
        }
        let projections = try attempt(.projections, &obstacles) {
            try ProgressBar.during("projections") { bar in
                try store.compare(
                    NewsProjections.all,
                    withReplayTo: .checkpoint,
                    differences: 1,
                    progress: bar?.rebuild
                )
            }
        }
        return Verification(chain: chain, texts: texts, projections: projections, obstacles: obstacles)
    }

    /// What `body` gives; nil, and a finding, when the store is too damaged to look, or an event cannot be applied.
    private func attempt<Result>(
        _ check: Verification.Check,
        _ obstacles: inout [Verification.Finding],
        _ body: () throws -> Result
    ) throws -> Result? {
        do {
            return try body()
        } catch let error as EventStoreError {
            let position: Position?
            switch error {
            case .damaged, .database(code: 1, _, _), .notAStore: position = nil
            case .upcastFailed(_, _, let place, _), .projectionFailed(_, let place, _): position = place
            default: throw error
            }
            obstacles.append(
                Verification.Finding(check: check, position: position, reason: String(describing: error))
            )
            return nil
        }
    }
}
