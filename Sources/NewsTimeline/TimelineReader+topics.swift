import EventStore
import NewsEvents

extension TimelineReader {
    /// Every topic, most events first, then by name.
    public func topics() throws(TimelineError) -> [TopicListing] {
        try topics(where: "", [])
    }

    /// What a name or id of a topic stands for, ignoring case and accents.
    public func lookUpTopic(_ name: String) throws(TimelineError) -> Lookup<TopicListing> {
        let folded = FoldedName(name).rawValue
        let matches = try topics(
            where: "WHERE t.id = ? OR t.id IN (SELECT topic FROM topic_names WHERE folded = ?)",
            [.text(name), .text(folded)]
        )
        if let exact = matches.first(where: { $0.topic.id.rawValue == name }) {
            return .found(exact, also: matches.filter { $0 != exact })
        }
        switch matches.count {
        case 0:
            let all = try topics()
            let near = EditDistance.closest(to: folded, among: all) { FoldedName($0.topic.name).rawValue }
            let containing = all.filter { " \(FoldedName($0.topic.name).rawValue) ".contains(" \(folded) ") }
            return .none(closest: Array((near + containing.filter { !near.contains($0) }).prefix(3)))
        case 1: return .found(matches[0], also: [])
        default: return .ambiguous(matches)
        }
    }

    func topicNames(of ids: [TopicID]) throws(TimelineError) -> [TopicID: String] {
        var names: [TopicID: String] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let chunk = ids[start..<min(start + 500, ids.count)]
            let found = try rows(
                "SELECT id, name FROM topics WHERE id IN (\(marks(chunk.count)))",
                chunk.map { Value.text($0.rawValue) }
            )
            for row in found { names[TopicID(rawValue: try row.text(0))] = try row.text(1) }
        }
        return names
    }

    private func topics(where condition: String, _ arguments: [Value]) throws(TimelineError) -> [TopicListing]
    {
        let totals =
            try areTotalled()
            ? "topic_totals"
            : "(SELECT topic, COUNT(*) AS events, COUNT(DISTINCT article) AS articles FROM entry_topics GROUP BY topic)"
        let found = try rows(
            """
            SELECT t.id, t.name, COALESCE(x.events, 0), COALESCE(x.articles, 0)
            FROM topics t LEFT JOIN \(totals) x ON x.topic = t.id
            \(condition) ORDER BY 3 DESC, t.name, t.id
            """,
            arguments
        )
        var listings: [TopicListing] = []
        for row in found {
            listings.append(
                TopicListing(
                    topic: Topic(id: TopicID(rawValue: try row.text(0)), name: try row.text(1)),
                    events: Int(try row.integer(2)),
                    articles: Int(try row.integer(3))
                )
            )
        }
        return listings
    }
}
