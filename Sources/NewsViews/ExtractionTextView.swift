public import NewsEvents
import NewsText
import NewsTimeline

/// What was found in one article as text: the article, its events, and what is left unread.
public struct ExtractionTextView: Sendable {
    /// The extraction.
    public let extraction: Extraction
    /// How the article is called: its short id.
    public let articleName: String
    /// What the events are called, in order (`e12`); empty before they are recorded.
    public let identities: [String]
    /// At most this many events are shown; nil for all.
    public let limit: Int?

    /// Makes a view.
    public init(_ extraction: Extraction, articleName: String, identities: [String] = [], limit: Int? = nil) {
        self.extraction = extraction
        self.articleName = articleName
        self.identities = identities
        self.limit = limit
    }

    /// The text, each line ending in a line feed; it closes with the counts.
    public func text(width: Int, palette: Palette, closing: String? = nil) -> String {
        let article = extraction.article
        let about = [
            "Article \(articleName)", article.title ?? "untitled", article.outlet,
            "published \(article.published) (\(article.publishedFrom))",
            Counted.of(article.characters, "character"),
        ].compactMap { $0 }
        var lines = [palette.paint(WordWrap.oneLine(about.joined(separator: " · ")), .heading)]
        if let missing { lines.append(palette.paint("  " + missing, .faint)) }
        let shown = limit.map { extraction.events.prefix($0) } ?? extraction.events[...]
        if !shown.isEmpty {
            lines += ["", table(shown, width: width, palette: palette)]
            let more = extraction.events.count - shown.count
            if more > 0 { lines.append(" … \(more) more (timeline show --source \(articleName))") }
        }
        let counts = [
            Counted.of(extraction.events.count, "event"), Counted.of(extraction.actors.count, "actor"),
            Counted.of(extraction.topics.count, "topic"), closing,
        ].compactMap { $0 }
        lines += ["", counts.joined(separator: " · ")]
        lines += WhenLabel.legend(of: shown.compactMap(label)).map { palette.paint($0, .faint) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What could not be read as meant, one line each.
    public var warnings: [String] {
        let text = ScalarText(extraction.article.text)
        return extraction.diagnostics.map {
            "\(articleName), line \(text.line(of: $0.at.start)): \($0.message)"
        }
    }

    private var missing: String? {
        let article = extraction.article
        let fields = [
            (article.title, "headline", "--title"), (article.byline, "byline", "--byline"),
            (article.outlet, "outlet", "--outlet"), (article.url, "URL", "--url"),
        ].filter { $0.0 == nil }
        guard let last = fields.last else { return nil }
        let names = fields.map(\.1)
        let list = names.count == 1 ? last.1 : names.dropLast().joined(separator: ", ") + " or " + last.1
        return "no \(list) found (set with \(fields.map(\.2).joined(separator: ", ")))"
    }

    private func table(_ events: ArraySlice<NewsEvent>, width: Int, palette: Palette) -> String {
        let names = ActorNames(
            extraction.actors.map { ActorProfile(id: $0.id, name: $0.name, kind: $0.kind, role: $0.role) }
        )
        var table = TextTable(
            columns: [
                .init(title: "ID", role: .identity), .init(title: "WHEN"), .init(title: "KIND"),
                .init(title: "EVENT", isFlexible: true), .init(title: "CONF", alignsRight: true),
            ],
            indent: " "
        )
        table.rows = events.enumerated().map { index, event in
            [
                index < identities.count ? identities[index] : "#\(index + 1)", label(event)?.cell ?? "",
                event.kind,
                WordWrap.clipped(EventSummary(event, names: names).line, width: max(100, 2 * width)),
                Self.score(event.finding?.confidence ?? 1),
            ]
        }
        return table.lines(width: width, palette: palette).joined(separator: "\n")
    }

    private func label(_ event: NewsEvent) -> WhenLabel? {
        CalendarDate(iso: extraction.article.published).map { WhenLabel(ValidTime(of: event, published: $0)) }
    }

    /// A confidence in two digits: ".92", "1.0" for certain.
    static func score(_ confidence: Double) -> String {
        let hundredths = Int((confidence * 100).rounded())
        if hundredths >= 100 { return "1.0" }
        return hundredths < 10 ? ".0\(max(0, hundredths))" : ".\(hundredths)"
    }
}
