public import NewsEvents

/// An actor as users know it: the fullest name and the latest role any article gives.
public struct ActorProfile: Hashable, Sendable {
    /// Its identity.
    public let id: ActorID
    /// The fullest name.
    public let name: String
    /// What sort of actor it is.
    public let kind: Actor.Kind
    /// Office or function as the article published last words it.
    public let role: String?

    /// Makes a profile.
    public init(id: ActorID, name: String, kind: Actor.Kind, role: String?) {
        self.id = id
        self.name = name
        self.kind = kind
        self.role = role
    }

    /// The name for a crowded line: a person's family name, else the whole name.
    public var shortName: String {
        kind == .person ? Surname.display(of: name) ?? name : name
    }
}

/// An actor with its other names and how much is known of it.
public struct ActorListing: Hashable, Sendable {
    /// The actor.
    public let profile: ActorProfile
    /// Other names articles use for it, in alphabetical order.
    public let aliases: [String]
    /// Number of events it acts in.
    public let events: Int
    /// Number of articles these events were found in.
    public let articles: Int

    /// Makes a listing.
    public init(profile: ActorProfile, aliases: [String], events: Int, articles: Int) {
        self.profile = profile
        self.aliases = aliases
        self.events = events
        self.articles = articles
    }
}
