import EventStore
import NewsEvents
import NewsTimeline
import Testing

@Suite("Looking up actors and topics")
struct ActorLookupTests {
    private let store: TemporaryStore

    init() throws {
        store = try TemporaryStore()
        try store.append(Samples.portTalks)
        try store.append(Samples.followUp)
    }

    @Test(
        "finds an actor by surname, alias, full name or id, ignoring case and accents",
        arguments: [
            "Söderberg", "soderberg", "SÖDERBERG's", "Ana Soderberg", "ana maria söderberg",
            "Maria Söderberg",
            "ana-söderberg",
        ]
    )
    func finds(name: String) throws {
        guard case .found(let actor, let also) = try store.reader.lookUpActor(name) else {
            Issue.record("\(name) was not found")
            return
        }
        #expect(actor.profile.id.rawValue == "ana-söderberg")
        #expect(also.isEmpty)
    }

    @Test("shows the fullest name and the role of the article published last")
    func profile() throws {
        let expected = ActorProfile(
            id: ActorID(rawValue: "ana-söderberg"),
            name: "Ana Maria Söderberg",
            kind: .person,
            role: "interior minister"
        )
        #expect(try store.reader.actors().first?.profile == expected)
        // Recorded in the other order the answer is the same: publication decides, not the log.
        let other = try TemporaryStore()
        try other.append(Samples.followUp)
        try other.append(Samples.portTalks)
        #expect(try other.reader.actors().first?.profile == expected)
    }

    @Test("lists every bearer of a surname with role and counts, and merges none")
    func ambiguous() throws {
        guard case .ambiguous(let candidates) = try store.reader.lookUpActor("ortega") else {
            Issue.record("not ambiguous")
            return
        }
        #expect(candidates.map(\.profile.name) == ["Luis Ortega", "Carmen Ortega"])
        #expect(candidates.map(\.profile.role) == [nil, "mayor of Vigo"])
        #expect(candidates.map(\.events) == [3, 1])
        #expect(candidates.map(\.articles) == [1, 1])
    }

    @Test("an id as written wins over names, and tells who else it names")
    func exactID() throws {
        var article = SampleArticle("Ortega said it was late.", published: "2024-04-01")
        article.says([article.actor("Ortega")], "it was late")
        try store.append(article.extraction)
        guard case .found(let actor, let also) = try store.reader.lookUpActor("ortega") else {
            Issue.record("not found")
            return
        }
        #expect(actor.profile.name == "Ortega")
        #expect(also.map(\.profile.id.rawValue) == ["luis-ortega", "carmen-ortega"])
        guard case .ambiguous(let candidates) = try store.reader.lookUpActor("Ortega") else {
            Issue.record("not ambiguous")
            return
        }
        #expect(candidates.count == 3)
    }

    @Test("a description is not found under its last word, an unknown name gives the closest")
    func notFound() throws {
        guard case .none(let closest) = try store.reader.lookUpActor("sodeberg") else {
            Issue.record("found")
            return
        }
        #expect(closest.map(\.profile.id.rawValue) == ["ana-söderberg"])
        guard case .none(let none) = try store.reader.lookUpActor("zzz") else {
            Issue.record("found")
            return
        }
        #expect(none.isEmpty)
    }

    @Test("finds topics by name or id and offers those that hold the word")
    func topics() throws {
        for name in ["Port of Porto", "PORT OF PÓRTO", "port-of-porto"] {
            guard case .found(let topic, _) = try store.reader.lookUpTopic(name) else {
                Issue.record("\(name) was not found")
                return
            }
            #expect(topic.events == 3)
        }
        guard case .none(let closest) = try store.reader.lookUpTopic("porto") else {
            Issue.record("found")
            return
        }
        #expect(closest.map(\.topic.name) == ["Port of Porto"])
    }

    @Test("an article is found by any beginning of its id, and its short id has five characters")
    func articles() throws {
        let articles = try store.reader.articles()
        #expect(articles.map(\.title) == ["Port talks", nil])
        #expect(articles.map(\.events) == [5, 2])
        #expect(articles.map(\.diagnostics) == [1, 0])
        let first = try #require(articles.first)
        #expect(first.shortID.count == 5)
        guard case .found(let found, _) = try store.reader.lookUpArticle(first.shortID) else {
            Issue.record("not found")
            return
        }
        #expect(found == first)
        guard case .ambiguous(let all) = try store.reader.lookUpArticle("a") else {
            Issue.record("not ambiguous")
            return
        }
        #expect(all.count == 2)
        #expect(try store.reader.article(first.id) == Samples.portTalks.article)
    }
}
