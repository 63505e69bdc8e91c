import EventStore
import NewsEvents

extension TimelineReader {
    /// Every actor, most events first, then by name.
    public func actors() throws(TimelineError) -> [ActorListing] {
        try actors(where: "", [])
    }

    /// What a name, alias, surname or id stands for, ignoring case and accents.
    public func lookUpActor(_ name: String) throws(TimelineError) -> Lookup<ActorListing> {
        let matches = try actors(
            where: "WHERE a.id = ? OR a.id IN (SELECT actor FROM actor_names WHERE folded = ?)",
            [.text(name), .text(FoldedName(name).rawValue)]
        )
        if let exact = matches.first(where: { $0.profile.id.rawValue == name }) {
            return .found(exact, also: matches.filter { $0 != exact })
        }
        switch matches.count {
        case 0: return .none(closest: try closestActors(to: name))
        case 1: return .found(matches[0], also: [])
        default: return .ambiguous(matches)
        }
    }

    func profiles(of ids: [ActorID]) throws(TimelineError) -> [ActorID: ActorProfile] {
        var profiles: [ActorID: ActorProfile] = [:]
        for start in stride(from: 0, to: ids.count, by: 500) {
            let chunk = ids[start..<min(start + 500, ids.count)]
            let found = try rows(
                "SELECT id, name, kind, role FROM actors WHERE id IN (\(marks(chunk.count)))",
                chunk.map { Value.text($0.rawValue) }
            )
            for row in found {
                let profile = try Self.profile(row)
                profiles[profile.id] = profile
            }
        }
        return profiles
    }

    private func closestActors(to name: String) throws(TimelineError) -> [ActorListing] {
        let folded = FoldedName(name).rawValue
        var names: [(folded: String, actor: String)] = []
        for row in try rows("SELECT folded, actor FROM actor_names ORDER BY folded, actor") {
            names.append((try row.text(0), try row.text(1)))
        }
        let near = EditDistance.closest(to: folded, among: names, limit: 12) { $0.folded }
        let containing = names.filter { " \($0.folded) ".contains(" \(folded) ") }
        return try distinct((near + containing).map(\.actor))
    }

    private func distinct(_ ids: [String]) throws(TimelineError) -> [ActorListing] {
        var seen: [String] = []
        for id in ids where !seen.contains(id) && seen.count < 3 { seen.append(id) }
        var listings: [ActorListing] = []
        for id in seen { listings += try actors(where: "WHERE a.id = ?", [.text(id)]) }
        return listings
    }

    private func actors(where condition: String, _ arguments: [Value]) throws(TimelineError) -> [ActorListing]
    {
        let totals =
            try areTotalled()
            ? "actor_totals"
            : "(SELECT actor, COUNT(*) AS events, COUNT(DISTINCT article) AS articles FROM entry_actors GROUP BY actor)"
        let found = try rows(
            """
            SELECT a.id, a.name, a.kind, a.role, COALESCE(x.events, 0), COALESCE(x.articles, 0)
            FROM actors a LEFT JOIN \(totals) x ON x.actor = a.id
            \(condition) ORDER BY 5 DESC, a.name, a.id
            """,
            arguments
        )
        var aliases: [String: [String]] = [:]
        for start in stride(from: 0, to: found.count, by: 500) {
            let chunk = found[start..<min(start + 500, found.count)]
            var ids: [Value] = []
            for row in chunk { ids.append(.text(try row.text(0))) }
            let names = try rows(
                "SELECT actor, name FROM actor_names WHERE given = 1 AND actor IN (\(marks(ids.count))) ORDER BY name",
                ids
            )
            for row in names { aliases[try row.text(0), default: []].append(try row.text(1)) }
        }
        var listings: [ActorListing] = []
        for row in found {
            let profile = try Self.profile(row)
            listings.append(
                ActorListing(
                    profile: profile,
                    aliases: (aliases[profile.id.rawValue] ?? []).filter { $0 != profile.name },
                    events: Int(try row.integer(4)),
                    articles: Int(try row.integer(5))
                )
            )
        }
        return listings
    }

    private static func profile(_ row: RowValues) throws(TimelineError) -> ActorProfile {
        guard let kind = Actor.Kind(rawValue: try row.text(2)) else {
            throw .malformedRow(table: "actors", reason: "unknown kind \(try row.text(2))")
        }
        return ActorProfile(
            id: ActorID(rawValue: try row.text(0)),
            name: try row.text(1),
            kind: kind,
            role: try row.optionalText(3)
        )
    }
}
