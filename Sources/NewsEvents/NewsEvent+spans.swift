extension NewsEvent {
    /// A stretch of the article's text an event points to, with the field that holds it.
    public struct NamedSpan: Hashable, Sendable {
        /// The field of the payload, such as `cue` or `mentions.marco-rubio`.
        public let field: String
        /// The stretch.
        public let span: TextSpan
    }

    /// Every stretch of its article's text the event points to, in the order of its fields.
    public var spans: [NamedSpan] {
        switch self {
        case .articleRecorded, .articleErased: []
        case .articleExtracted(let extraction): Self.named("diagnostics", extraction.diagnostics.map(\.at))
        case .statementMade(let event):
            Self.named("cue", [event.cue].compactMap(\.self)) + Self.named("content", event.content)
                + Self.named("quotes", event.quotes) + Self.common(event.finding)
        case .meetingHeld(let event): Self.named("triggers", event.triggers) + Self.common(event.finding)
        case .visitMade(let event): Self.named("triggers", event.triggers) + Self.common(event.finding)
        case .positionTaken(let event):
            Self.named("cue", [event.cue]) + Self.named("target", [event.target].compactMap(\.self))
                + Self.common(event.finding)
        }
    }

    private static func common(_ finding: Finding) -> [NamedSpan] {
        var spans = named("when.at", [finding.when?.at].compactMap(\.self))
        spans += named("evidence", [finding.evidence])
        for (actor, mentions) in finding.mentions.sorted(by: { $0.key < $1.key }) {
            spans += named("mentions.\(actor)", mentions)
        }
        return spans + named("repeats", finding.repeats)
    }

    private static func named(_ field: String, _ spans: [TextSpan]) -> [NamedSpan] {
        spans.map { NamedSpan(field: field, span: $0) }
    }
}
