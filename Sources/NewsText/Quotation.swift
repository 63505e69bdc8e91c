/// A stretch of text in quotation marks, tracked character by character.
public struct Quotation: Hashable, Sendable {
    /// The words inside, without the marks.
    public let inside: TextRange
    /// The words with the marks that are there.
    public let outside: TextRange
    /// Which marks are there.
    public let closure: Closure
    /// 0 for a quotation in running text, 1 for one inside another, and so on.
    public let depth: Int

    /// Makes a quotation.
    public init(inside: TextRange, outside: TextRange, closure: Closure, depth: Int) {
        self.inside = inside
        self.outside = outside
        self.closure = closure
        self.depth = depth
    }

    /// Which of the two marks stand in the text.
    public enum Closure: String, Sendable, CaseIterable {
        /// Both marks; only the opening one; only the closing one; only the opening one, as the next paragraph goes on quoting.
        case balanced, neverClosed, neverOpened, continued
    }
}
