public import NewsTimeline

/// That an article was erased, in words.
public enum ErasureLabel {
    /// When, why and by whom, as in "erased 2026-01-31: court order (legal desk)".
    public static func text(_ erasure: ArticleListing.Erasure) -> String {
        let by = erasure.by.map { " (\($0))" } ?? ""
        return WordWrap.oneLine("erased \(erasure.recordedAt.iso8601.prefix(10)): \(erasure.reason)\(by)")
    }

    /// The same as a sentence about the article.
    public static func text(_ article: ArticleListing, _ erasure: ArticleListing.Erasure) -> String {
        "article \(article.shortID) was \(text(erasure))"
    }
}
