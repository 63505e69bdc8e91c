/// A stretch of tokens that names or describes something in the world.
public struct Mention: Hashable, Sendable {
    /// Indices of its tokens in the document.
    public let tokens: Range<Int>
    /// Index of its syntactic head.
    public let head: Int
    /// What sort of thing it is.
    public let kind: Kind

    /// Makes a mention.
    public init(tokens: Range<Int>, head: Int, kind: Kind) {
        self.tokens = tokens
        self.head = head
        self.kind = kind
    }

    /// What sort of thing a mention is about; the names follow OntoNotes.
    public enum Kind: String, Sendable, CaseIterable {
        /// Named: people, organisations, countries and cities, other places, buildings, nationalities and parties, events, dates.
        case person = "PERSON"
        case organisation = "ORG"
        case politicalPlace = "GPE"
        case location = "LOC"
        case facility = "FAC"
        case affiliation = "NORP"
        case event = "EVENT"
        case date = "DATE"
    }
}
