public import EventStore
public import NewsEvents
import NewsText
public import NewsTimeline

/// Where one event comes from: its words in the article, how its date was worked out, its place in the log.
public struct ExplanationView: Sendable {
    private let entry: TimelineEntry
    private let recorded: RecordedEvent
    private let article: ArticleRecorded
    private let listing: ArticleListing
    private let text: ScalarText

    /// Makes a view of an entry, the recorded event behind it and its article.
    public init(
        entry: TimelineEntry,
        recorded: RecordedEvent,
        article: ArticleRecorded,
        listing: ArticleListing
    ) {
        self.entry = entry
        self.recorded = recorded
        self.article = article
        self.listing = listing
        text = ScalarText(article.text)
    }

    /// The text, each line ending in a line feed.
    public func text(width: Int, palette: Palette) -> String {
        let names = ActorNames([entry])
        let summary = EventSummary(entry.event, names: names)
        let when = WhenLabel(entry.when)
        let heading = [
            "e\(entry.position)", entry.kind.rawValue,
            [when.mark, when.days].filter { $0 != " " }.joined(separator: " "),
            ExtractionTextView.score(entry.finding.confidence),
        ].joined(separator: " · ")
        var lines = [palette.paint(heading, .heading)]
        lines += indented(summary.line, width: width)
        for id in entry.event.actors {
            guard let actor = entry.actors[id] else { continue }
            let described = [actor.name, actor.role].compactMap { $0 }.joined(separator: ", ")
            lines += indented("\(described) (\(actor.id))", width: width, by: 4)
        }
        func section(_ title: String, _ body: [String]) {
            lines += ["", palette.paint(title, .heading)] + body
        }
        section("In the article", evidence(width: width, palette: palette))
        section("When", dateReasoning.flatMap { indented($0, width: width) })
        section("Doubts", doubts.flatMap { indented($0, width: width) })
        section("In the log", place.flatMap { indented($0, width: width) })
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: The words

    private func evidence(width: Int, palette: Palette) -> [String] {
        var marked = MarkedText(text)
        var shown = [entry.finding.evidence]
        func mark(_ spans: [TextSpan], _ kind: MarkedText.Mark) {
            for span in spans { marked.add(span, as: kind) }
        }
        switch entry.event {
        case .articleRecorded, .articleExtracted, .articleErased: break
        case .statementMade(let statement):
            mark(statement.content, .content)
            mark([statement.cue].compactMap { $0 }, .cue)
            shown += statement.content
        case .meetingHeld(let meeting):
            mark(meeting.triggers, .cue)
            shown += meeting.triggers
        case .visitMade(let visit):
            mark(visit.triggers, .cue)
            shown += visit.triggers
        case .positionTaken(let position):
            mark([position.cue], .cue)
            mark([position.target].compactMap { $0 }, .content)
            shown += [position.cue]
        }
        for id in entry.event.actors { mark(entry.finding.mentions[id] ?? [], .actor) }
        if let when = entry.finding.when { mark([when.at], .date) }
        shown += entry.finding.repeats

        var lines = indented(ArticleLabel.text(listing), width: width)
        for (index, bounds) in passages(around: shown).enumerated() {
            if index > 0 { lines.append("      ⋮") }
            let number = String(text.line(of: bounds.lowerBound))
            let margin = String(repeating: " ", count: max(1, 6 - number.count)) + number + "  "
            let wrapped = marked.string(bounds).split(separator: "\n").flatMap {
                WordWrap.lines(String($0), width: width - 8)
            }
            for (row, line) in MarkedText.paint(wrapped, palette).enumerated() {
                lines.append((row == 0 ? palette.paint(margin, .faint) : "        ") + line)
            }
        }
        lines.append(palette.paint("  " + legend(of: marked), .faint))
        return lines
    }

    /// The lines that hold the spans, merged where they touch, each cut to a readable distance from the spans.
    private func passages(around spans: [TextSpan]) -> [Range<Int>] {
        let reach = 400
        let ranges = spans.map { span in
            let line = text.lineBounds(of: span)
            return max(
                line.lowerBound,
                span.start - reach
            )..<min(line.upperBound, max(span.end, span.start) + reach)
        }.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
        var merged: [Range<Int>] = []
        for range in ranges {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    private func legend(of marked: MarkedText) -> String {
        let target =
            switch entry.kind {
            case .position: "what it is about"
            default: "what was said"
            }
        let meanings = marked.marks.map { mark in
            let (open, close) = mark.brackets
            let meaning =
                switch mark {
                case .content: target
                case .cue:
                    entry.kind == .statement || entry.kind == .position ? "cue" : "words that tell of it"
                case .actor: "who"
                case .date: "when"
                }
            return "\(open)\(meaning)\(close)"
        }
        let evidence = entry.finding.evidence
        return (meanings + ["evidence: characters \(evidence.start)–\(evidence.end)"]).joined(
            separator: "   "
        )
    }

    // MARK: The date

    private var dateReasoning: [String] {
        let published = entry.published
        let anchor = "published \(published) (a \(published.weekday.name), from \(article.publishedFrom))"
        switch entry.when {
        case .noLaterThan:
            return ["The article gives no date for it; told as past, so no later than publication.", anchor]
        case .noEarlierThan:
            return ["The article gives no date for it; still to come, so not before publication.", anchor]
        case .known(let when):
            let days = when.from == when.to ? when.from : "\(when.from) – \(when.to)"
            let words = "\"\(WordWrap.oneLine(when.phrase))\" (characters \(when.at.start)–\(when.at.end))"
            switch DateReading.Basis(rawValue: when.basis) {
            case .explicit: return ["\(words) names the date itself → \(days)"]
            case .weekday:
                return ["\(words) + \(anchor) → \(days)" + Self.distance(from: published, to: when.from)]
            case .inherited:
                return [
                    "taken over from \(words), where the article tells of the same occasion → \(days)",
                    anchor,
                ]
            case .relative, nil: return ["\(words) counted from \(anchor) → \(days)"]
            }
        }
    }

    private static func distance(from published: CalendarDate, to day: String) -> String {
        guard let day = CalendarDate(iso: day) else { return "" }
        switch published.daysSinceEpoch - day.daysSinceEpoch {
        case 0: return ", the day of publication"
        case 1: return ", the day before"
        case let days where days > 1: return ", \(days) days before"
        case -1: return ", the day after"
        case let days: return ", \(-days) days after"
        }
    }

    // MARK: The doubts and the log

    private var doubts: [String] {
        let score = "confidence \(ExtractionTextView.score(entry.finding.confidence))"
        return entry.finding.doubts.isEmpty
            ? [score + "; no reason for doubt was noted"]
            : [score + ":"] + entry.finding.doubts.map { "- " + $0 }
    }

    private var place: [String] {
        [
            "position \(recorded.position), version \(recorded.version) of stream \(recorded.stream)",
            "\(recorded.type), schema version \(recorded.schemaVersion), id \(recorded.id)",
            "recorded \(recorded.recordedAt.iso8601)"
                + (listing.extractor.map { ", found by extractor \($0)" } ?? ""),
        ]
    }

    private func indented(_ text: String, width: Int, by columns: Int = 2) -> [String] {
        let indent = String(repeating: " ", count: columns)
        return WordWrap.lines(text, width: width - columns).map { indent + $0 }
    }
}
