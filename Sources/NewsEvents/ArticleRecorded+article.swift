import Crypto
public import NewsText

extension ArticleRecorded {
    /// The event that records an article as handed in; its identity and digest follow from the text.
    public init(_ article: Article) {
        let digest = Self.digest(of: article.text)
        self.init(
            article: Self.identity(digest: digest),
            text: article.text,
            sha256: digest,
            characters: article.text.unicodeScalars.count,
            published: article.published.description,
            publishedFrom: article.publishedFrom,
            title: article.title,
            outlet: article.outlet,
            byline: article.byline,
            url: article.url
        )
    }

    /// What it says of itself that does not follow from its text, one sentence each; empty when all agrees.
    public var contradictions: [String] {
        let digest = Self.digest(of: text)
        var found: [String] = []
        if digest != sha256 {
            found.append("the text of article \(article) does not have the digest it names")
        }
        if Self.identity(digest: digest) != article {
            found.append("the id \(article) does not follow from the article's text")
        }
        let count = text.unicodeScalars.count
        if count != characters {
            found.append("article \(article) names \(characters) characters but has \(count)")
        }
        return found
    }

    private static func digest(of text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    private static func identity(digest: String) -> ArticleID { ArticleID(rawValue: "a" + digest.prefix(12)) }
}
