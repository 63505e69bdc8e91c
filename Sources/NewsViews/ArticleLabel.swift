public import NewsTimeline

/// How an article is named in one line.
public enum ArticleLabel {
    /// Short id, title and outlet as far as known, day of publication.
    public static func text(_ article: ArticleListing) -> String {
        WordWrap.oneLine(
            [
                article.shortID, article.title ?? (article.erasure == nil ? "untitled" : "erased"),
                article.outlet, "published \(article.published)",
            ]
            .compactMap { $0 }.joined(separator: " · ")
        )
    }
}
