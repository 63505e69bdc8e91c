/// An article as it was handed in: its text, untouched, and what is known about it.
public struct Article: Hashable, Sendable {
    /// The text, byte for byte as recorded.
    public let text: String
    /// The day it was published: the anchor for "Saturday".
    public let published: CalendarDate
    /// Where that day was learnt: `--date`, or the words of the text it was read from.
    public let publishedFrom: String
    /// The headline, where one was given or found.
    public let title: String?
    /// The publisher, where one was given or found.
    public let outlet: String?
    /// The author line, where one was given or found.
    public let byline: String?
    /// Where it was published.
    public let url: String?

    /// Makes an article.
    public init(
        text: String,
        published: CalendarDate,
        publishedFrom: String,
        title: String? = nil,
        outlet: String? = nil,
        byline: String? = nil,
        url: String? = nil
    ) {
        self.text = text
        self.published = published
        self.publishedFrom = publishedFrom
        self.title = title
        self.outlet = outlet
        self.byline = byline
        self.url = url
    }
}
