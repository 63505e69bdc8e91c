import NewsText
import NewsEvents
import EventStore
public import NewsTimeline

/// Lists of actors, topics and articles as JSON, every field always present.
public enum ListingJSONView {
    /// Schema `timeline.actors/1`.
    public static func json(_ actors: [ActorListing]) -> JSON {
        document(
            "actors",
            actors.map { actor in
                .object([
                    "id": .string(actor.profile.id.rawValue),
                    "name": .string(actor.profile.name),
                    "kind": .string(actor.profile.kind.rawValue),
                    "role": .string(actor.profile.role),
                    "aliases": .array(actor.aliases.map { .string($0) }),
                    "events": .integer(actor.events),
                    "articles": .integer(actor.articles),
                ])
            }
        )
    }

    /// Schema `timeline.topics/1`.
    public static func json(_ topics: [TopicListing]) -> JSON {
        document(
            "topics",
            topics.map { topic in
                .object([
                    "id": .string(topic.topic.id.rawValue),
                    "name": .string(topic.topic.name),
                    "events": .integer(topic.events),
                    "articles": .integer(topic.articles),
                ])
            }
        )
    }

    /// Schema `timeline.articles/1`.
    public static func json(_ articles: [ArticleListing]) -> JSON {
        document(
            "articles",
            articles.map { article in
                .object([
                    "id": .string(article.id.rawValue),
                    "seq": .integer(Int(article.position.rawValue)),
                    "title": .string(article.title),
                    "outlet": .string(article.outlet),
                    "url": .string(article.url),
                    "published": .string(article.published.description),
                    "published_from": .string(article.publishedFrom),
                    "recorded": .string(article.recordedAt.iso8601),
                    "characters": .integer(article.characters),
                    "extractor": .string(article.extractor),
                    "events": .integer(article.events),
                    "diagnostics": .integer(article.diagnostics),
                    "erased": article.erasure.map { erasure in
                        .object([
                            "at": .string(erasure.recordedAt.iso8601),
                            "reason": .string(erasure.reason),
                            "by": .string(erasure.by),
                        ])
                    } ?? .null,
                ])
            }
        )
    }

    private static func document(_ name: String, _ items: [JSON]) -> JSON {
        .object([
            "schema": .string("timeline.\(name)/1"),
            "count": .integer(items.count),
            .init(name): .array(items),
        ])
    }
}
