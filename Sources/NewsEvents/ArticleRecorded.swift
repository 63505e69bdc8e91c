/// An article came in: its text, untouched, and what is known about it.
public struct ArticleRecorded: Hashable, Sendable {
    /// Its identity, derived from the text.
    public var article: ArticleID
    /// The text as handed in.
    public var text: String
    /// SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal.
    public var sha256: String
    /// Length of the text in Unicode scalars.
    public var characters: Int
    /// The day it was published, `YYYY-MM-DD`.
    public var published: String
    /// Where the publication date came from: `--date`, or the words it was read from.
    public var publishedFrom: String
    /// The headline.
    public var title: String?
    /// The publisher.
    public var outlet: String?
    /// The author line.
    public var byline: String?
    /// Where it was published.
    public var url: String?
    /// What the text was read from, as it was named: a file's path, or `-` for standard input; nil if nobody
    /// said.
    ///
    /// It may tell who handed the article in, so it stands here, where an erasure takes it, and not in the
    /// metadata, which stays.
    public var input: String?

    /// Makes the event.
    public init(
        article: ArticleID,
        text: String,
        sha256: String,
        characters: Int,
        published: String,
        publishedFrom: String,
        title: String?,
        outlet: String?,
        byline: String?,
        url: String?,
        input: String? = nil
    ) {
        self.article = article
        self.text = text
        self.sha256 = sha256
        self.characters = characters
        self.published = published
        self.publishedFrom = publishedFrom
        self.title = title
        self.outlet = outlet
        self.byline = byline
        self.url = url
        self.input = input
    }
}

extension ArticleRecorded: Encodable {
    private enum CodingKeys: String, CodingKey {
        case article, sha256, characters, published, publishedFrom, title, outlet, byline, url, input, text
    }

    /// Writes every field, null for what is missing.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(article, forKey: .article)
        try container.encode(sha256, forKey: .sha256)
        try container.encode(characters, forKey: .characters)
        try container.encode(published, forKey: .published)
        try container.encode(publishedFrom, forKey: .publishedFrom)
        try container.encode(title, forKey: .title)
        try container.encode(outlet, forKey: .outlet)
        try container.encode(byline, forKey: .byline)
        try container.encode(url, forKey: .url)
        try container.encode(input, forKey: .input)
        try container.encode(text, forKey: .text)
    }
}
