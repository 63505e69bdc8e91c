public import EventStore
import NewsEvents

/// Who acts: one row an actor, and every name it can be looked up by.
///
/// An actor is known by the fullest name any article gives and by the role of the article published last. Actors are
/// told apart by id alone: two with one surname are never merged.
public struct ActorsProjection: Projection {
    /// Its name in the store.
    public let name = "actors"
    /// Raised whenever other rows come out.
    public let version = 2
    /// What it reads.
    public let types: Set<EventType> = [.articleRecorded, .articleExtracted]
    /// The actors, their names, and the publication days that decide which role is the latest.
    public let tables: [Table] = [actors, names, publications]

    static let actors = Table(
        name: "actors",
        columns: [
            Column("id", .text), Column("name", .text), Column("kind", .text),
            Column("role", .text, isOptional: true),
            Column("role_published", .text, isOptional: true),
        ],
        primaryKey: ["id"]
    )

    static let names = Table(
        name: "actor_names",
        columns: [
            Column("folded", .text), Column("actor", .text), Column("name", .text), Column("given", .integer),
        ],
        primaryKey: ["folded", "actor"],
        indexes: [["actor"]]
    )

    static let publications = Table(
        name: "actor_publications",
        columns: [Column("article", .text), Column("published", .text)],
        primaryKey: ["article"]
    )

    /// Makes the projection.
    public init() {}

    /// Notes the publication day of an article; adds the actors of an extraction or what it newly says of them.
    public func apply(_ event: RecordedEvent, to rows: any RowWriter) throws {
        if let publication = try NewsEventCodec().publication(of: event) {
            try rows.upsert(
                [.text(publication.article.rawValue), .text(publication.published)],
                into: Self.publications
            )
            return
        }
        switch try NewsEventCodec().decode(event) {
        case .articleExtracted(let extraction):
            guard
                case .text(let published)? = try rows.row(
                    [.text(extraction.article.rawValue)],
                    in: Self.publications
                )?[1]
            else {
                throw TimelineError.unknownArticle(
                    extraction.article.rawValue,
                    position: event.position.rawValue
                )
            }
            for actor in extraction.actors { try record(actor, published: published, in: rows) }
        default:
            return
        }
    }

    private func record(_ actor: Actor, published: String, in rows: any RowWriter) throws(EventStoreError) {
        let id = Value.text(actor.id.rawValue)
        var name = actor.name
        var role = actor.role
        var rolePublished = actor.role == nil ? nil : published
        if let known = try rows.row([id], in: Self.actors) {
            if case .text(let knownName) = known[1], knownName != name, !Self.isFuller(name, than: knownName)
            {
                name = knownName
            }
            if case .text(let knownRole) = known[3], case .text(let since) = known[4] {
                let isNewer =
                    published > since || (published == since && (role ?? "").count > knownRole.count)
                if role == nil || !isNewer { (role, rolePublished) = (knownRole, since) }
            }
        }
        try rows.upsert(
            [
                id, .text(name), .text(actor.kind.rawValue), role.map(Value.text) ?? .null,
                rolePublished.map(Value.text) ?? .null,
            ],
            into: Self.actors
        )
        if actor.kind == .person {
            for ending in Surname.endings(of: actor.name) {
                try record(name: ending, isGiven: false, of: id, in: rows)
            }
        }
        for name in actor.aliases + [actor.name] { try record(name: name, isGiven: true, of: id, in: rows) }
    }

    /// Adds a look-up name; one that an article gives stays so even where it is also the ending of another name.
    private func record(
        name: String,
        isGiven: Bool,
        of actor: Value,
        in rows: any RowWriter
    ) throws(EventStoreError) {
        let folded = Value.text(FoldedName(name).rawValue)
        guard folded != .text("") else { return }
        let known = try rows.row([folded, actor], in: Self.names)
        guard known == nil || (isGiven && known?[3] == .integer(0)) else { return }
        try rows.upsert([folded, actor, .text(name), .integer(isGiven ? 1 : 0)], into: Self.names)
    }

    private static func isFuller(_ name: String, than known: String) -> Bool {
        let (words, knownWords) = (name.split(separator: " ").count, known.split(separator: " ").count)
        return words == knownWords ? name.count > known.count : words > knownWords
    }
}
