/// Something in the text that could not be read as meant, kept for the user to see.
public struct Diagnostic: Hashable, Sendable {
    /// What it is.
    public let code: Code
    /// Where it is.
    public let range: TextRange
    /// What was found and how it was treated, as a sentence without a full stop.
    public let message: String

    /// Makes a diagnostic.
    public init(code: Code, range: TextRange, message: String) {
        self.code = code
        self.range = range
        self.message = message
    }

    /// The kinds of doubt; the raw value is what users and JSON see.
    public enum Code: String, Sendable, CaseIterable {
        /// Marks without a partner.
        case quotationNeverOpened = "quotation-never-opened"
        case quotationNeverClosed = "quotation-never-closed"
        /// A paragraph whose words stand earlier in the article already.
        case repeatedParagraph = "repeated-paragraph"
        /// Words in quotation marks nobody was found to have said.
        case unattributedQuotation = "unattributed-quotation"
        /// A short name that fits several people of the article.
        case ambiguousName = "ambiguous-name"
        /// Text the pipeline was not made for.
        case notEnglish = "not-english"
        /// A sentence cut because it is too long to be one.
        case overlongSentence = "overlong-sentence"
    }
}
