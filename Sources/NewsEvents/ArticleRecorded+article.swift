import Crypto
public import NewsText

extension ArticleRecorded {
    /// The event that records an article as handed in; its identity and digest follow from the text.
    public init(_ article: Article) {
        let digest = SHA256.hash(data: Array(article.text.utf8))
        let hex = digest.map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        self.init(
            article: ArticleID(rawValue: "a" + hex.prefix(12)),
            text: article.text,
            sha256: hex,
            characters: article.text.unicodeScalars.count,
            published: article.published.description,
            publishedFrom: article.publishedFrom,
            title: article.title,
            outlet: article.outlet,
            byline: article.byline,
            url: article.url
        )
    }
}
