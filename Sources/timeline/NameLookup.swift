import EventStore
import NewsEvents
import NewsTimeline
import NewsViews

/// Finds what names on the command line stand for, and says so when that is nothing or too much.
struct NameLookup {
    let reader: TimelineReader

    /// The actor of a name; nil, with a notice naming the closest, when there is none.
    ///
    /// - Throws: `Failure` with the candidates when the name fits several.
    func actor(_ name: String) throws -> ActorListing? {
        switch try reader.lookUpActor(name) {
        case .found(let actor, let also):
            if !also.isEmpty {
                StandardError.write(
                    "note: \"\(name)\" is the id of \(actor.profile.name); it also names \(list(also.map(described)))\n"
                )
            }
            return actor
        case .ambiguous(let candidates):
            throw ambiguous(
                "actor",
                name,
                candidates.map(described),
                example: candidates.first?.profile.id.rawValue
            )
        case .none(let closest):
            notFound("actor", name, closest.map { "\($0.profile.name) (\($0.profile.id))" })
            return nil
        }
    }

    /// The topic of a name; nil, with a notice naming the closest, when there is none.
    ///
    /// - Throws: `Failure` with the candidates when the name fits several.
    func topic(_ name: String) throws -> TopicListing? {
        switch try reader.lookUpTopic(name) {
        case .found(let topic, let also):
            if !also.isEmpty {
                StandardError.write(
                    "note: \"\(name)\" is the id of \(topic.topic.name); it also names \(list(also.map(described)))\n"
                )
            }
            return topic
        case .ambiguous(let candidates):
            throw ambiguous(
                "topic",
                name,
                candidates.map(described),
                example: candidates.first?.topic.id.rawValue
            )
        case .none(let closest):
            notFound("topic", name, closest.map { "\($0.topic.name) (\($0.topic.id))" })
            return nil
        }
    }

    /// The article an id or the beginning of one stands for.
    ///
    /// - Throws: `Failure` when there is none or several.
    func article(_ prefix: String) throws -> ArticleListing {
        switch try reader.lookUpArticle(prefix) {
        case .found(let article, _): return article
        case .ambiguous(let candidates):
            throw ambiguous(
                "article",
                prefix,
                candidates.map(ArticleLabel.text),
                example: candidates.first?.shortID
            )
        case .none:
            throw Failure(
                "no article \(prefix) in the store; timeline list articles shows their ids",
                .inputMissing
            )
        }
    }

    private func described(_ actor: ActorListing) -> String {
        let name = [actor.profile.name, actor.profile.role].compactMap { $0 }.joined(separator: ", ")
        return
            "\(actor.profile.id)  \(name)  (\(Counted.of(actor.events, "event")), \(Counted.of(actor.articles, "article")))"
    }

    private func described(_ topic: TopicListing) -> String {
        "\(topic.topic.id)  \(topic.topic.name)  (\(Counted.of(topic.events, "event")))"
    }

    private func ambiguous(_ what: String, _ name: String, _ candidates: [String], example: String?)
        -> Failure
    {
        let lines = candidates.map { "  " + $0 }.joined(separator: "\n")
        let hint = example.map { "; give the id, for example \($0)" } ?? ""
        return Failure("\"\(name)\" fits \(candidates.count) \(what)s\(hint)\n\(lines)", .usage)
    }

    private func notFound(_ what: String, _ name: String, _ closest: [String]) {
        let hint = closest.isEmpty ? "; timeline list \(what)s shows all" : "; closest: \(list(closest))"
        StandardError.write("note: no \(what) named \"\(name)\"\(hint)\n")
    }

    private func list(_ items: [String]) -> String { items.joined(separator: ", ") }
}
