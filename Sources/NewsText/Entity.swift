/// A person, organisation, country or group of the article, with every place that refers to it.
public struct Entity: Hashable, Sendable {
    /// The fullest name the article gives, without title; for the unnamed, the description as written.
    public var name: String
    /// What sort of actor it is.
    public var kind: Kind
    /// Office or function as the article words it, if given ("US Secretary of State").
    public var role: String?
    /// ISO 3166 code of the country it is, for entities of kind `country`.
    public var country: String?
    /// Other names the article uses for it.
    public var aliases: [String]
    /// Where it is referred to, in order, pronouns and descriptions included.
    public var references: [Reference]

    /// Makes an entity.
    public init(
        name: String,
        kind: Kind,
        role: String? = nil,
        country: String? = nil,
        aliases: [String] = [],
        references: [Reference] = []
    ) {
        self.name = name
        self.kind = kind
        self.role = role
        self.country = country
        self.aliases = aliases
        self.references = references
    }

    /// What sort of actor an entity is.
    public enum Kind: String, Sendable, CaseIterable {
        /// As `actors[].kind` of the extraction contract.
        case person, organisation, country, group
    }

    /// One place in the text that stands for the entity.
    public struct Reference: Hashable, Sendable {
        /// Indices of its tokens in the document.
        public let tokens: Range<Int>
        /// Index of its syntactic head.
        public let head: Int
        /// How it refers.
        public let form: Form

        /// Makes a reference.
        public init(tokens: Range<Int>, head: Int, form: Form) {
            self.tokens = tokens
            self.head = head
            self.form = form
        }
    }

    /// How a reference refers.
    public enum Form: String, Sendable, CaseIterable {
        /// By name ("Rubio"), by description ("the secretary of state"), by pronoun ("he").
        case name, description, pronoun
    }
}
