/// A person, organisation, country or group that takes part in events.
public struct Actor: Hashable, Sendable {
    /// Its identity across articles.
    public let id: ActorID
    /// The fullest name the article gives, without title.
    public let name: String
    /// What sort of actor it is.
    public let kind: Kind
    /// Office or function as the article words it.
    public let role: String?
    /// Other names the article uses for it.
    public let aliases: [String]

    /// Makes an actor.
    public init(id: ActorID, name: String, kind: Kind, role: String?, aliases: [String]) {
        self.id = id
        self.name = name
        self.kind = kind
        self.role = role
        self.aliases = aliases
    }

    /// What sort of actor it is.
    public enum Kind: String, Sendable, Encodable, CaseIterable {
        /// One human being, a body with members, a country or its government, several people without a name.
        case person, organisation, country, group
    }
}

extension Actor: Encodable {
    private enum CodingKeys: String, CodingKey { case id, name, kind, role, aliases }

    /// Writes every field, null for a missing role.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(name, forKey: .name)
        try container.encode(kind, forKey: .kind)
        try container.encode(role, forKey: .role)
        try container.encode(aliases, forKey: .aliases)
    }
}
