/// The colours of the terminal, or none; colour only repeats what the words and marks already say.
public struct Palette: Hashable, Sendable {
    /// Whether escape sequences are written.
    public let isColoured: Bool

    /// Makes a palette.
    public init(isColoured: Bool) { self.isColoured = isColoured }

    /// Without escape sequences.
    public static let plain = Palette(isColoured: false)

    /// What a piece of text is, for its colour.
    public enum Role: String, Sendable, CaseIterable {
        /// Headings; column titles and remarks; ids; cues, contents and actors in an article's text.
        case heading, faint, identity, cue, content, actor
    }

    /// `text` in the colour of its role.
    public func paint(_ text: String, _ role: Role) -> String {
        guard isColoured, !text.isEmpty else { return text }
        let code =
            switch role {
            case .heading: "1"
            case .faint: "2"
            case .identity: "36"
            case .cue: "1;33"
            case .content: "32"
            case .actor: "1;36"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
