import EventStore
import NewsEvents
public import NewsTimeline

/// A timeline as text: one table for actors and mixed queries, groups by day for topics.
public struct TimelineTextView: Sendable {
    /// The events in order.
    public let entries: [TimelineEntry]
    /// What the timeline is of, with its counts; the first line.
    public let heading: String
    /// The articles the events were found in, in the order their numbers follow.
    public let articles: [ArticleListing]
    /// How many events the query found beyond those shown.
    public let omitted: Int
    /// How the events are arranged.
    public let layout: Layout

    /// How the events are arranged.
    public enum Layout: Hashable, Sendable {
        /// One table; an actor who needs no naming in every line is left out of it.
        case table(of: ActorProfile?)
        /// Groups under their day.
        case days
    }

    /// Makes a view.
    public init(
        entries: [TimelineEntry],
        heading: String,
        articles: [ArticleListing],
        omitted: Int,
        layout: Layout
    ) {
        self.entries = entries
        self.heading = heading
        self.articles = articles
        self.omitted = omitted
        self.layout = layout
    }

    /// The text, each line ending in a line feed.
    public func text(width: Int, palette: Palette) -> String {
        var lines = [palette.paint(WordWrap.oneLine(heading), .heading), ""]
        switch layout {
        case .table(let actor): lines += table(width: width, palette: palette, actor: actor)
        case .days: lines += days(width: width, palette: palette)
        }
        if omitted > 0 { lines.append("… \(omitted) more (raise --limit to see them)") }
        if !entries.isEmpty {
            lines.append("")
            let legend = articles.enumerated().map { "\($0 + 1)  \(ArticleLabel.text($1))" }
            lines += (legend + WhenLabel.legend(of: entries.map { WhenLabel($0.when) })).map {
                palette.paint($0, .faint)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func table(width: Int, palette: Palette, actor: ActorProfile?) -> [String] {
        let names = ActorNames(entries)
        var table = TextTable(columns: [
            .init(title: "WHEN"), .init(title: "KIND"), .init(title: "EVENT", isFlexible: true),
            .init(title: "ID", role: .identity), .init(title: "SRC", alignsRight: true),
        ])
        table.rows = entries.map { entry in
            let summary = EventSummary(entry.event, names: names)
            let event =
                if let actor, entry.event.actors.contains(actor.id) {
                    Self.line(summary, of: entry.event, without: actor, names: names)
                } else {
                    summary.line
                }
            return [
                WhenLabel(entry.when).cell, entry.kind.rawValue, Self.clipped(event, width: width),
                "e\(entry.position)", source(of: entry),
            ]
        }
        return table.lines(width: width, palette: palette)
    }

    private func days(width: Int, palette: Palette) -> [String] {
        let names = ActorNames(entries)
        var lines: [String] = []
        var rows: [[String]] = []
        var groups: [(heading: String, count: Int)] = []
        for entry in entries {
            let heading = WhenLabel.heading(entry.when)
            if groups.last?.heading == heading {
                groups[groups.count - 1].count += 1
            } else {
                groups.append((heading, 1))
            }
            let summary = EventSummary(entry.event, names: names)
            rows.append([
                WhenLabel(entry.when).mark, summary.who.isEmpty ? "–" : summary.who.joined(separator: " · "),
                entry.kind.rawValue, Self.clipped(summary.what, width: width), "e\(entry.position)",
                source(of: entry),
            ])
        }
        let columns: [TextTable.Column] = [
            .init(), .init(limit: max(16, width / 4)), .init(), .init(isFlexible: true),
            .init(role: .identity),
            .init(alignsRight: true),
        ]
        // All groups share one set of column widths, so the table is laid out once and cut at the group bounds.
        let blocks = TextTable(columns: columns, rows: rows, indent: "  ").blocks(
            width: width,
            palette: palette
        )
        var next = 0
        for group in groups {
            lines.append(palette.paint(group.heading, .heading))
            for block in blocks[next..<(next + group.count)] { lines += block }
            next += group.count
        }
        return lines
    }

    /// The summary where the reader knows already that it is about `actor`.
    private static func line(
        _ summary: EventSummary,
        of event: NewsEvent,
        without actor: ActorProfile,
        names: ActorNames
    ) -> String {
        let others = event.actors.filter { $0 != actor.id }.map { names[$0] }
        guard !others.isEmpty else { return summary.what.isEmpty ? summary.line : summary.what }
        let people = "with " + EventSummary.list(others)
        if summary.what.isEmpty { return people }
        switch event {
        case .meetingHeld:
            return summary.what.hasPrefix("(") ? people + " " + summary.what : people + ", " + summary.what
        case .visitMade: return summary.what + " " + people
        default: return summary.line
        }
    }

    /// Long quotations are cut so that no event takes more than about four lines.
    private static func clipped(_ text: String, width: Int) -> String {
        let clipped = WordWrap.clipped(text, width: max(100, 2 * width))
        return clipped != text && text.hasPrefix("\"") ? clipped + "\"" : clipped
    }

    private func source(of entry: TimelineEntry) -> String {
        articles.firstIndex { $0.id == entry.finding.article }.map { String($0 + 1) } ?? ""
    }
}
