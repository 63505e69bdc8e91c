import NewsText
import NewsEvents
public import NewsTimeline

/// Lists of actors, topics and articles as text.
public enum ListingTextView {
    /// One actor a line, with role, counts, id, and other names below.
    public static func text(_ actors: [ActorListing], width: Int, palette: Palette) -> String {
        var table = TextTable(columns: [
            .init(title: "ACTOR", isFlexible: true), .init(title: "KIND"),
            .init(title: "EVENTS", alignsRight: true), .init(title: "ARTICLES", alignsRight: true),
            .init(title: "ID", role: .identity),
        ])
        table.rows = actors.map { actor in
            let also = actor.aliases.isEmpty ? nil : "also: " + actor.aliases.joined(separator: ", ")
            let name = [actor.profile.name, actor.profile.role].compactMap { $0 }.joined(separator: " · ")
            return [
                [name, also.map { "  " + $0 }].compactMap { $0 }.joined(separator: "\n"),
                actor.profile.kind.rawValue,
                Counted.grouped(actor.events), Counted.grouped(actor.articles), actor.profile.id.rawValue,
            ]
        }
        return text(table, count: actors.count, of: "actor", width: width, palette: palette)
    }

    /// One topic a line, with counts and id.
    public static func text(_ topics: [TopicListing], width: Int, palette: Palette) -> String {
        var table = TextTable(columns: [
            .init(title: "TOPIC", isFlexible: true), .init(title: "EVENTS", alignsRight: true),
            .init(title: "ARTICLES", alignsRight: true), .init(title: "ID", role: .identity),
        ])
        table.rows = topics.map {
            [$0.topic.name, Counted.grouped($0.events), Counted.grouped($0.articles), $0.topic.id.rawValue]
        }
        return text(table, count: topics.count, of: "topic", width: width, palette: palette)
    }

    /// One article a line, with day, title, counts and short id.
    public static func text(_ articles: [ArticleListing], width: Int, palette: Palette) -> String {
        var table = TextTable(columns: [
            .init(title: "PUBLISHED"), .init(title: "ARTICLE", isFlexible: true),
            .init(title: "EVENTS", alignsRight: true), .init(title: "DOUBTFUL", alignsRight: true),
            .init(title: "RECORDED"), .init(title: "ID", role: .identity),
        ])
        table.rows = articles.map { article in
            [
                article.published.description,
                article.erasure.map(ErasureLabel.text)
                    ?? [article.title ?? "untitled", article.outlet].compactMap { $0 }.joined(
                        separator: " · "
                    ),
                Counted.grouped(article.events), Counted.grouped(article.diagnostics),
                String(article.recordedAt.iso8601.prefix(10)), article.shortID,
            ]
        }
        return text(table, count: articles.count, of: "article", width: width, palette: palette)
    }

    private static func text(
        _ table: TextTable,
        count: Int,
        of noun: String,
        width: Int,
        palette: Palette
    ) -> String {
        let lines = table.lines(width: width, palette: palette)
        return (lines + (lines.isEmpty ? [] : [""]) + [Counted.of(count, noun)]).joined(separator: "\n")
            + "\n"
    }
}
