import EventStore
public import NewsEvents
import NewsText

extension TimelineReader {
    /// Every article, by the day it was published, then by position.
    public func articles() throws(TimelineError) -> [ArticleListing] {
        try articles(where: "", [])
    }

    /// The articles with these ids, in the order of publication.
    public func articles(_ ids: [ArticleID]) throws(TimelineError) -> [ArticleListing] {
        var listings: [ArticleListing] = []
        for start in stride(from: 0, to: ids.count, by: 500) {
            let chunk = ids[start..<min(start + 500, ids.count)]
            listings += try articles(
                where: "WHERE id IN (\(marks(chunk.count)))",
                chunk.map { Value.text($0.rawValue) }
            )
        }
        return listings.sorted { ($0.published, $0.position) < ($1.published, $1.position) }
    }

    /// What an article id or the beginning of one stands for.
    public func lookUpArticle(_ prefix: String) throws(TimelineError) -> Lookup<ArticleListing> {
        let matches =
            prefix.isEmpty
            ? []
            : try articles(
                where: "WHERE substr(id, 1, ?) = ?",
                [.integer(Int64(prefix.count)), .text(prefix)]
            )
        switch matches.count {
        case 0: return .none(closest: [])
        case 1: return .found(matches[0], also: [])
        default: return .ambiguous(matches)
        }
    }

    /// The article's text and everything recorded with it, read from the log; nil when unknown or erased.
    public func article(_ id: ArticleID) throws(TimelineError) -> ArticleRecorded? {
        guard let listing = try articles([id]).first, let event = try recordedEvent(at: listing.position)
        else { return nil }
        guard !event.isErased else { return nil }
        do {
            guard case .articleRecorded(let article) = try codec.decode(event) else { return nil }
            return article
        } catch {
            throw .event(error)
        }
    }

    private func articles(
        where condition: String,
        _ arguments: [Value]
    ) throws(TimelineError) -> [ArticleListing] {
        // All columns, not those of today by name: tables of an older version go on answering until a replay.
        let found = try rows(
            """
            SELECT (SELECT MAX(id) FROM articles b WHERE b.id < a.id),
              (SELECT MIN(id) FROM articles b WHERE b.id > a.id), a.*
            FROM articles a \(condition) ORDER BY published, position
            """,
            arguments
        )
        var listings: [ArticleListing] = []
        for row in found {
            let id = try row.text(2)
            guard let published = CalendarDate(iso: try row.text(4)) else {
                throw .malformedRow(table: "articles", reason: "published is no day")
            }
            let neighbours = [try row.optionalText(0), try row.optionalText(1)].compactMap { $0 }
            listings.append(
                ArticleListing(
                    id: ArticleID(rawValue: id),
                    shortID: Self.shortID(id, neighbours: neighbours),
                    position: Position(rawValue: try row.integer(3)),
                    published: published,
                    publishedFrom: try row.text(5),
                    title: try row.optionalText(6),
                    outlet: try row.optionalText(7),
                    url: try row.optionalText(9),
                    characters: Int(try row.integer(10)),
                    recordedAt: Timestamp(rawValue: try row.integer(12)),
                    extractor: try row.optionalText(13),
                    events: Int(try row.integer(14)),
                    diagnostics: Int(try row.integer(15)),
                    erasure: try Self.erasure(row)
                )
            )
        }
        return listings
    }

    private static func erasure(_ row: RowValues) throws(TimelineError) -> ArticleListing.Erasure? {
        guard row.values.count > 18, let reason = try row.optionalText(17) else { return nil }
        return ArticleListing.Erasure(
            recordedAt: Timestamp(rawValue: try row.integer(16)),
            reason: reason,
            by: try row.optionalText(18)
        )
    }

    /// The shortest beginning of `id` that no neighbour shares, at least `a` and four digits.
    static func shortID(_ id: String, neighbours: [String]) -> String {
        var length = 5
        for neighbour in neighbours {
            let shared = zip(id.utf8, neighbour.utf8).prefix { $0 == $1 }.count
            length = max(length, shared + 1)
        }
        return String(id.prefix(length))
    }
}
