public import NewsEvents
public import NewsTimeline

/// Short names for the actors of one output, each fitting one actor only.
///
/// A person goes by the family name unless another actor of the same output shares it; then both go by their full
/// names, and by name and id where even these agree.
public struct ActorNames: Sendable {
    private let names: [ActorID: String]

    /// Chooses names for these actors.
    public init(_ actors: some Sequence<ActorProfile>) {
        let all = Dictionary(actors.map { ($0.id, $0) }) { first, _ in first }.values
        let short = Dictionary(grouping: all) { FoldedName($0.shortName) }
        let full = Dictionary(grouping: all) { FoldedName($0.name) }
        var names: [ActorID: String] = [:]
        for actor in all {
            if short[FoldedName(actor.shortName)]?.count == 1 {
                names[actor.id] = actor.shortName
            } else if full[FoldedName(actor.name)]?.count == 1 {
                names[actor.id] = actor.name
            } else {
                names[actor.id] = "\(actor.name) (\(actor.id))"
            }
        }
        self.names = names
    }

    /// Chooses names for all actors of a timeline.
    public init(_ entries: [TimelineEntry]) {
        self.init(entries.flatMap(\.actors.values))
    }

    /// The actor's name in this output.
    public subscript(id: ActorID) -> String { names[id] ?? id.rawValue }
}
