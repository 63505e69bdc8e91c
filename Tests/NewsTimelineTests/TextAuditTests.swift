import EventStore
import EventStoreSQLite
import NewsEvents
import NewsTimeline
import Testing

@Suite("The audit of quoted words")
struct TextAuditTests {
    private let store: TemporaryStore

    init() throws { store = try TemporaryStore() }

    /// Appends the sample with one event changed, every hash in order.
    private func append(_ change: (inout StatementMade) -> Void) throws {
        var events = Samples.portTalks.recordable
        for (index, event) in events.enumerated() {
            guard case .statementMade(var statement) = event else { continue }
            change(&statement)
            events[index] = .statementMade(statement)
            break
        }
        let codec = NewsEventCodec()
        let encoded = try events.enumerated().map {
            try codec.encode($1, id: EventID(rawValue: "e\($0)"), metadata: "{}")
        }
        _ = try store.log.append(encoded, to: Samples.portTalks.article.article.stream, expecting: .none)
    }

    private func findings() throws -> [String] {
        try TextAudit(of: store.log).report().findings.map(\.description)
    }

    @Test("finds nothing in what the extractor wrote, across articles")
    func sound() throws {
        try store.append(Samples.portTalks)
        try store.append(Samples.followUp)
        let report = try TextAudit(of: store.log).report()
        #expect(report.findings.isEmpty, "\(report.findings)")
        #expect(report.articles == 2)
        #expect(report.spans > 10)
        #expect(report.erasedArticles == 0)
    }

    @Test("names words that do not stand at their offsets")
    func otherWords() throws {
        try append { $0.cue = TextSpan(start: 0, end: 4, text: "never") }
        let findings = try findings()
        #expect(findings.count == 1)
        #expect(
            findings[0].contains("StatementMade cue: it names \"never\", but characters 0–4 of article a")
        )
    }

    @Test("names offsets outside the text", arguments: [(-1, 2), (5, 4), (0, 1_000_000)])
    func outside(start: Int, end: Int) throws {
        try append { $0.finding.repeats = [TextSpan(start: start, end: end)] }
        let findings = try findings()
        #expect(findings.count == 1)
        #expect(findings[0].contains("StatementMade repeats: characters \(start)–\(end) lie outside"))
    }

    @Test("names an event that stands in the stream of another article")
    func otherArticle() throws {
        try append { $0.finding.article = ArticleID(rawValue: "a000000000000") }
        #expect(try findings().first?.contains("belongs to article a000000000000") == true)
    }

    @Test("names an article whose text is not the one its digest, length and id are of")
    func otherText() throws {
        var article = Samples.portTalks.article
        article.text += "!"
        let event = try NewsEventCodec().encode(
            .articleRecorded(article),
            id: EventID(rawValue: "x"),
            metadata: "{}"
        )
        _ = try store.log.append([event], to: article.article.stream, expecting: .none)
        #expect(try findings().count == 3)
    }

    @Test("tells of erased articles and holds nothing against them")
    func erased() throws {
        try store.append(Samples.portTalks)
        try store.append(Samples.followUp)
        let article = Samples.portTalks.article
        let erasure = ArticleErased(
            article: article.article,
            reason: "r",
            by: nil,
            sha256: article.sha256,
            characters: article.characters,
            published: article.published,
            position: 1,
            recordedAt: 0,
            events: 5
        )
        _ = try store.log.erase(
            stream: article.article.stream,
            reason: "r",
            recording: erasure.newEvent(metadata: "{}"),
            projections: NewsProjections.all
        )
        let report = try TextAudit(of: store.log).report()
        #expect(report.findings.isEmpty, "\(report.findings)")
        #expect(report.articles == 1)
        #expect(report.erasedArticles == 1)
        let listing = try #require(try store.reader.articles([article.article]).first)
        #expect(listing.erasure?.reason == "r")
        #expect(listing.characters == article.characters)
        #expect(try store.reader.article(article.article) == nil)
        #expect(try store.reader.count(TimelineQuery(articles: [article.article])).events == 0)
    }
}
