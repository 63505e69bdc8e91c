/// Somebody said something.
public struct StatementMade: Hashable, Sendable {
    /// What every event carries.
    public var finding: Finding
    /// Who said it; several only for joint statements, empty when no source is named.
    public var speakers: [ActorID]
    /// The word or phrase that shows it was said; nil where a quotation simply goes on.
    public var cue: TextSpan?
    /// What was said, in pieces where the cue splits it.
    public var content: [TextSpan]
    /// The parts of the content that stand in quotation marks, without the marks.
    public var quotes: [TextSpan]
    /// How much of the content is the speaker's own words.
    public var directness: Directness
    /// Who was told, as written.
    public var audience: String?

    /// Makes a statement.
    public init(
        finding: Finding,
        speakers: [ActorID],
        cue: TextSpan?,
        content: [TextSpan],
        quotes: [TextSpan],
        directness: Directness,
        audience: String?
    ) {
        self.finding = finding
        self.speakers = speakers
        self.cue = cue
        self.content = content
        self.quotes = quotes
        self.directness = directness
        self.audience = audience
    }

    /// How much of the content is the speaker's own words.
    public enum Directness: String, Sendable, Encodable, CaseIterable {
        /// All of it, none of it, some of it.
        case direct, indirect, mixed
    }
}

extension StatementMade: Encodable {
    private enum CodingKeys: String, CodingKey { case speakers, cue, content, quotes, directness, audience }

    /// Writes every field, null for what is missing.
    public func encode(to encoder: any Encoder) throws {
        try finding.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(speakers, forKey: .speakers)
        try container.encode(cue, forKey: .cue)
        try container.encode(content, forKey: .content)
        try container.encode(quotes, forKey: .quotes)
        try container.encode(directness, forKey: .directness)
        try container.encode(audience, forKey: .audience)
    }
}
