import NewsText

/// A BIO label: outside, or the first or a later word of a name.
enum EntityLabel: Hashable, Sendable {
    case outside
    case begin(Mention.Kind)
    case inside(Mention.Kind)

    /// Reads "O", "B-PERSON", "I-PERSON" and so on; nil for anything else.
    init?(_ text: Substring) {
        if text == "O" {
            self = .outside
            return
        }
        guard let kind = Mention.Kind(rawValue: String(text.dropFirst(2))) else { return nil }
        switch text.prefix(2) {
        case "B-": self = .begin(kind)
        case "I-": self = .inside(kind)
        default: return nil
        }
    }

    /// Whether this label may come next after another; nil stands for the start of the sentence.
    func mayFollow(_ previous: EntityLabel?) -> Bool {
        guard case .inside(let kind) = self else { return true }
        return previous == .begin(kind) || previous == .inside(kind)
    }
}
