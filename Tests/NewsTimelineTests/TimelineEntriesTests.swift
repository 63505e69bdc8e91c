import EventStore
import EventStoreSQLite
import NewsEvents
import NewsText
import NewsTimeline
import Testing

@Suite("Timelines")
struct TimelineEntriesTests {
    private let store: TemporaryStore

    init() throws {
        store = try TemporaryStore()
        // The later article first: the order of a timeline is not that of the log.
        try store.append(Samples.followUp)
        try store.append(Samples.portTalks)
    }

    private func lines(_ query: TimelineQuery) throws -> [String] {
        try store.reader.entries(query).map { entry in
            let mark =
                switch entry.when {
                case .known: "="
                case .noLaterThan: "≤"
                case .noEarlierThan: "≥"
                }
            return "\(mark)\(entry.when.days.from) \(entry.kind.rawValue)"
        }
    }

    @Test("run by day, dated events before undated ones of the same day, then by position")
    func order() throws {
        #expect(
            try lines(TimelineQuery()) == [
                "=2024-03-05 meeting", "≤2024-03-08 statement", "≤2024-03-08 visit", "≤2024-03-08 position",
                "≥2024-03-08 meeting", "=2024-03-10 visit", "≤2024-03-15 statement",
            ]
        )
    }

    struct Window: CustomTestStringConvertible {
        let since: String?
        let until: String?
        let count: Int
        var testDescription: String { "\(since ?? "…")–\(until ?? "…")" }
    }

    @Test(
        "since and until keep what overlaps; an undated event stands on its bound",
        arguments: [
            Window(since: nil, until: nil, count: 7),
            Window(since: "2024-03-05", until: "2024-03-05", count: 1),
            Window(since: "2024-03-06", until: "2024-03-07", count: 0),
            Window(since: nil, until: "2024-03-08", count: 5),
            Window(since: "2024-03-11", until: "2024-03-11", count: 1),
            Window(since: "2024-03-12", until: nil, count: 2),
            Window(since: "2024-03-13", until: nil, count: 1),
            Window(since: nil, until: "2024-03-04", count: 0),
        ]
    )
    func window(_ window: Window) throws {
        let query = TimelineQuery(
            since: window.since.flatMap { CalendarDate(iso: $0) },
            until: window.until.flatMap { CalendarDate(iso: $0) }
        )
        #expect(try store.reader.entries(query).count == window.count)
        #expect(try store.reader.count(query).events == window.count)
    }

    @Test("values of one filter widen, different filters narrow")
    func filters() throws {
        let (ana, luis) = (ActorID(rawValue: "ana-söderberg"), ActorID(rawValue: "luis-ortega"))
        #expect(try lines(TimelineQuery(actors: [ana])).count == 4)
        #expect(try lines(TimelineQuery(actors: [ana, luis])).count == 5)
        #expect(try lines(TimelineQuery(actors: [ana, luis], kinds: [.position, .statement])).count == 3)
        #expect(
            try lines(TimelineQuery(actors: [luis], topics: [TopicID(rawValue: "port-of-porto")])) == [
                "=2024-03-05 meeting", "≤2024-03-08 position",
            ]
        )
        #expect(try lines(TimelineQuery(articles: [Samples.followUp.article.article])).count == 2)
        #expect(try lines(TimelineQuery(actors: [ActorID(rawValue: "nobody")])).isEmpty)
    }

    @Test("of one actor or topic are those of all that name it, in the same order, however they are filtered")
    func ofOne() throws {
        let all = try store.reader.entries(TimelineQuery())
        let actors = Set(all.flatMap(\.event.actors))
        let topics = Set(all.flatMap(\.finding.topics))
        #expect(actors.count > 2 && !topics.isEmpty)
        for actor in actors {
            let his = all.filter { $0.event.actors.contains(actor) }
            #expect(try store.reader.entries(TimelineQuery(actors: [actor])) == his)
            #expect(
                try store.reader.entries(TimelineQuery(actors: [actor], limit: 1)) == Array(his.prefix(1))
            )
            let day = CalendarDate(iso: "2024-03-08")
            #expect(
                try store.reader.entries(TimelineQuery(actors: [actor], since: day, until: day))
                    == his.filter { $0.when.days.from <= "2024-03-08" && $0.when.days.to >= "2024-03-08" }
            )
            for topic in topics {
                let query = TimelineQuery(actors: [actor], topics: [topic])
                let both = his.filter { $0.finding.topics.contains(topic) }
                #expect(try store.reader.entries(query) == both)
                #expect(try store.reader.count(query).events == both.count)
            }
        }
        for topic in topics {
            let about = all.filter { $0.finding.topics.contains(topic) }
            #expect(try store.reader.entries(TimelineQuery(topics: [topic])) == about)
            #expect(
                try store.reader.entries(TimelineQuery(actors: Array(actors), topics: [topic])) == about
            )
        }
    }

    @Test("are counted as they come, an actor named twice in one event once")
    func totals() throws {
        var article = SampleArticle("Ortega said it was late, and Ortega said so.", published: "2024-04-01")
        let ortega = article.actor("Ortega")
        article.says([ortega, ortega], "it was late")
        article.says([ortega], "so")
        try store.append(article.extraction)
        let all = try store.reader.entries(TimelineQuery())
        for listing in try store.reader.actors() {
            let id = listing.profile.id
            let his = all.filter { $0.event.actors.contains(id) }
            let count = try store.reader.count(TimelineQuery(actors: [id], limit: 1))
            #expect(count == (his.count, Set(his.map(\.finding.article)).count), "\(id)")
            #expect((listing.events, listing.articles) == count)
        }
        for listing in try store.reader.topics() {
            let about = all.filter { $0.finding.topics.contains(listing.topic.id) }
            let count = try store.reader.count(TimelineQuery(topics: [listing.topic.id]))
            #expect(count == (about.count, Set(about.map(\.finding.article)).count))
            #expect((listing.events, listing.articles) == count)
        }
        #expect(try store.reader.count(TimelineQuery(actors: [ActorID(rawValue: "nobody")])) == (0, 0))
    }

    @Test("a limit keeps the earliest and the count tells how many there are")
    func limit() throws {
        let query = TimelineQuery(limit: 2)
        #expect(try lines(query) == ["=2024-03-05 meeting", "≤2024-03-08 statement"])
        let count = try store.reader.count(query)
        #expect(count.events == 7)
        #expect(count.articles == 2)
    }

    @Test("an entry is found by position and by event id, and carries the event as appended")
    func single() throws {
        let entry = try #require(try store.reader.entries(TimelineQuery(kinds: [.position])).first)
        #expect(try store.reader.entry(at: entry.position) == entry)
        #expect(try store.reader.entry(eventID: entry.eventID) == entry)
        #expect(entry.event == Samples.portTalks.events[3])
        #expect(entry.topics == [Topic(id: TopicID(rawValue: "port-of-porto"), name: "Port of Porto")])
        #expect(entry.actors[ActorID(rawValue: "luis-ortega")]?.shortName == "Ortega")
        #expect(try store.reader.entry(at: Position(rawValue: 1)) == nil)
    }

    @Test("replay gives the rows that catching up gave")
    func replay() throws {
        let before = try store.dump()
        #expect(before["timeline_entries"]?.count == 7)
        let report = try store.log.rebuild(NewsProjections.all, progress: nil)
        #expect(report.events == 11)
        #expect(try store.dump() == before)
    }

    @Test("appending the same extraction again changes nothing")
    func again() throws {
        let before = try store.dump()
        let head = try store.log.head()
        let receipt = try store.log.append(
            Samples.portTalks.newEvents(metadata: "{}"),
            to: Samples.portTalks.article.article.stream,
            expecting: .any
        )
        try store.log.catchUp(NewsProjections.all)
        #expect(receipt.alreadyRecorded)
        #expect(try store.log.head() == head)
        #expect(try store.dump() == before)
    }

    @Test("events of an article the log does not hold stop the projection and say where")
    func orphan() throws {
        let orphan = try Samples.portTalks.newEvents(metadata: "{}").dropFirst(2).prefix(1)
        let other = try TemporaryStore()
        _ = try other.log.append(Array(orphan), to: StreamName(rawValue: "x"), expecting: .none)
        #expect {
            try other.log.catchUp(NewsProjections.all)
        } throws: { error in
            guard case EventStoreError.projectionFailed(let name, let position, _) = error else {
                return false
            }
            return name == "timeline_entries" && position.rawValue == 1
        }
    }
}
