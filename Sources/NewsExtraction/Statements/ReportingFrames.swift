/// What can be said with a verb of saying, and by whom.
struct ReportingFrames: OptionSet, Sendable {
    let rawValue: Int

    /// A clause or quotation: "said that it rains".
    static let clause = ReportingFrames(rawValue: 1)
    /// A noun phrase that is what was said: "announced a withdrawal".
    static let noun = ReportingFrames(rawValue: 2)
    /// Quoted words only: "praised the 'brave' move".
    static let quote = ReportingFrames(rawValue: 4)
    /// An as-phrase: "described it as a failure".
    static let asPhrase = ReportingFrames(rawValue: 8)
    /// A name or judgement beside a thing: "called the plan a failure".
    static let naming = ReportingFrames(rawValue: 16)
    /// An infinitive: "asked them to leave", "vowed to return".
    static let infinitive = ReportingFrames(rawValue: 32)
    /// A matter that is only named: "mentioned the bridge".
    static let matter = ReportingFrames(rawValue: 64)
    /// Things do it as well ("the move suggests"), so its subject must be somebody or a document.
    static let impersonal = ReportingFrames(rawValue: 128)

    init(rawValue: Int) { self.rawValue = rawValue }

    /// Reads a lexicon field: names of frames, separated by commas.
    init(_ field: String) {
        self = field.split(separator: ",").reduce(into: []) { frames, name in
            if let frame = Self.named[String(name)] { frames.insert(frame) }
        }
    }

    private static let named: [String: ReportingFrames] = [
        "that": .clause, "noun": .noun, "quote": .quote, "as": .asPhrase, "name": .naming, "to": .infinitive,
        "matter": .matter, "impersonal": .impersonal,
    ]
}
