public import NewsText

/// Turns the bytes of a plain text file into an article.
///
/// The text is kept exactly as handed in, byte for byte, a byte order mark included, so that its digest is the file's.
public struct ArticleReader: Sendable {
    /// The most bytes one article may have: 16 MB.
    public static let byteLimit = 16 * 1_048_576

    /// What the user says about the article; what is nil is looked for in the text.
    public struct Metadata: Hashable, Sendable {
        /// The day it was published.
        public var published: CalendarDate?
        /// The headline, the publisher, the author line and the address.
        public var title, outlet, byline, url: String?

        /// Makes the metadata; the defaults leave everything to the text.
        public init(
            published: CalendarDate? = nil,
            title: String? = nil,
            outlet: String? = nil,
            byline: String? = nil,
            url: String? = nil
        ) {
            self.published = published
            self.title = title
            self.outlet = outlet
            self.byline = byline
            self.url = url
        }
    }

    /// Makes a reader.
    public init() {}

    /// Reads and checks the text of a file, or of standard input for `-`.
    ///
    /// A file over the limit is refused before it is read.
    public func text(of input: String) throws(IngestError) -> String {
        try text(try ByteSource(input: input).bytes(limit: Self.byteLimit), of: input)
    }

    /// Checks bytes that were read from `input`: UTF-8, with words in it, without control characters.
    public func text(_ bytes: [UInt8], of input: String) throws(IngestError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let offset = UTF8Fault.offset(in: bytes) ?? 0
            throw .notUTF8(input: input, offset: offset, byte: bytes[offset])
        }
        for (offset, byte) in bytes.enumerated() where byte < 0x20 && !Self.blankControls.contains(byte) {
            throw .binary(input: input, offset: offset, byte: byte)
        }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }) else {
            throw .empty(input: input, bytes: bytes.count)
        }
        return text
    }

    /// Makes the article, taking from the text what `metadata` leaves open.
    ///
    /// - Throws: `noDate` when neither the metadata nor the text says when it was published.
    public func article(text: String, from input: String, metadata: Metadata) throws(IngestError) -> Article {
        let lines = TextLine.lines(of: text)
        let published: CalendarDate
        let publishedFrom: String
        if let given = metadata.published {
            (published, publishedFrom) = (given, "--date")
        } else if let found = PublicationDate.find(in: lines) {
            (published, publishedFrom) = (found.date, found.evidence)
        } else {
            throw .noDate(input: input)
        }
        return Article(
            text: text,
            published: published,
            publishedFrom: publishedFrom,
            title: metadata.title ?? Headline.find(in: lines),
            outlet: metadata.outlet,
            byline: metadata.byline,
            url: metadata.url
        )
    }

    /// Tab, line feed, vertical tab, form feed, carriage return.
    private static let blankControls: ClosedRange<UInt8> = 0x09...0x0D
}
