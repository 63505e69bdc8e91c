/// One family of rules: reads an article and gives the events it is sure enough of.
protocol ExtractionRule: Sendable {
    /// What the family finds, as a reader would say it.
    static var summary: String { get }
    /// Sentences in which it finds something, with what.
    static var matches: [RuleExample] { get }
    /// Sentences that look alike and hold nothing for it.
    static var misses: [String] { get }
    /// Finds the family's events; `found` are the events of the rules before it.
    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft]
}

/// A sentence and what a rule finds in it, written as `actors | cue | words`.
struct RuleExample: Sendable {
    let text: String
    let finds: String

    init(_ text: String, finds: String) {
        self.text = text
        self.finds = finds
    }
}
