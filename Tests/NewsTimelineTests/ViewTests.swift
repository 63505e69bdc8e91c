import EventStore
import Foundation
import NewsEvents
import NewsText
import NewsTimeline
import NewsViews
import Testing

@Suite("Views")
struct ViewTests {
    private let store: TemporaryStore
    private let entries: [TimelineEntry]
    private let articles: [ArticleListing]

    init() throws {
        store = try TemporaryStore()
        try store.append(Samples.portTalks)
        try store.append(Samples.followUp)
        entries = try store.reader.entries(TimelineQuery())
        articles = try store.reader.articles()
    }

    private func view(_ layout: TimelineTextView.Layout) -> TimelineTextView {
        TimelineTextView(
            entries: entries,
            heading: "All · 7 events",
            articles: articles,
            omitted: 0,
            layout: layout
        )
    }

    @Test("a timeline as a table")
    func table() throws {
        try Snapshot.expect(view(.table(of: nil)).text(width: 80, palette: .plain), "timeline-table.txt")
    }

    @Test("a timeline as a table of one actor, who is not named in every line")
    func tableOfActor() throws {
        let id = ActorID(rawValue: "ana-söderberg")
        let view = TimelineTextView(
            entries: try store.reader.entries(TimelineQuery(actors: [id])),
            heading: "Ana Maria Söderberg",
            articles: articles,
            omitted: 3,
            layout: .table(of: try #require(entries.first?.actors[id]))
        )
        try Snapshot.expect(view.text(width: 60, palette: .plain), "timeline-actor.txt")
    }

    @Test("a timeline in groups by day")
    func days() throws {
        try Snapshot.expect(view(.days).text(width: 80, palette: .plain), "timeline-days.txt")
    }

    @Test("colour adds escape sequences and changes no word")
    func colour() {
        let plain = view(.days).text(width: 80, palette: .plain)
        let coloured = view(.days).text(width: 80, palette: Palette(isColoured: true))
        #expect(coloured != plain)
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test("a timeline as JSON, every field in every event")
    func json() throws {
        var texts: [ArticleID: ScalarText] = [:]
        for article in [Samples.portTalks.article, Samples.followUp.article] {
            texts[article.article] = ScalarText(article.text)
        }
        let json = TimelineJSONView(
            entries: entries,
            query: TimelineQuery(kinds: [.visit], limit: 9),
            texts: texts
        ).json
        try Snapshot.expect(json.pretty + "\n", "timeline.json")
        let parsed = try JSONSerialization.jsonObject(with: Data(json.compact.utf8)) as? [String: Any]
        let events = try #require(parsed?["events"] as? [[String: Any]])
        let keys = Set(try #require(events.first).keys)
        #expect(events.allSatisfy { Set($0.keys) == keys })
    }

    @Test("an extraction as text and as the JSON of the contract")
    func extraction() throws {
        let view = ExtractionTextView(
            Samples.portTalks,
            articleName: "a1234",
            identities: ["e3", "e4", "e5"],
            limit: 4
        )
        try Snapshot.expect(
            view.text(width: 72, palette: .plain, closing: "seq 1–7") + view.warnings.joined(separator: "\n")
                + "\n",
            "extraction.txt"
        )
        try Snapshot.expect(ExtractionJSONView(Samples.portTalks).json.pretty + "\n", "extraction.json")
    }

    @Test(
        "an explanation marks the words and tells how the date was worked out",
        arguments: ["meeting", "position"]
    )
    func explanation(kind: String) throws {
        let entry = try #require(entries.first { $0.kind.rawValue == kind })
        let recorded = try #require(try store.reader.recordedEvent(at: entry.position))
        let view = ExplanationView(
            entry: entry,
            recorded: recorded,
            article: Samples.portTalks.article,
            listing: try #require(articles.first)
        )
        try Snapshot.expect(view.text(width: 76, palette: .plain), "explanation-\(kind).txt")
        let coloured = view.text(width: 76, palette: Palette(isColoured: true))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == view.text(width: 76, palette: .plain))
    }

    @Test("lists of actors, topics and articles")
    func lists() throws {
        let text =
            ListingTextView.text(try store.reader.actors(), width: 80, palette: .plain)
            + ListingTextView.text(try store.reader.topics(), width: 80, palette: .plain)
            + ListingTextView.text(articles, width: 80, palette: .plain)
        try Snapshot.expect(text, "lists.txt")
        let json = [
            ListingJSONView.json(try store.reader.actors()), ListingJSONView.json(try store.reader.topics()),
            ListingJSONView.json(articles),
        ]
        try Snapshot.expect(json.map { $0.pretty + "\n" }.joined(), "lists.json")
    }

    @Test("the log as text and as JSON lines that parse")
    func log() throws {
        let event = try #require(try store.reader.recordedEvent(at: Position(rawValue: 6)))
        try Snapshot.expect(
            LogView.oneline(event, palette: .plain) + LogView.text(event, palette: .plain)
                + LogView.jsonLine(event),
            "log.txt"
        )
        let parsed =
            try JSONSerialization.jsonObject(with: Data(LogView.jsonLine(event).utf8)) as? [String: Any]
        #expect((parsed?["payload"] as? [String: Any])?["stance"] as? String == "oppose")
    }
}
