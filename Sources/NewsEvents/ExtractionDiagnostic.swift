/// Something in the text that could not be read as meant, in the offsets of the outside world.
public struct ExtractionDiagnostic: Hashable, Sendable, Encodable {
    /// What it is ("quotation-never-opened").
    public let code: String
    /// Where it is.
    public let at: TextSpan
    /// What was found and how it was treated.
    public let message: String

    /// Makes a diagnostic.
    public init(code: String, at: TextSpan, message: String) {
        self.code = code
        self.at = at
        self.message = message
    }
}
