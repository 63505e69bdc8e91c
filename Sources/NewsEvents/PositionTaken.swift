/// An actor took a stance on something.
public struct PositionTaken: Hashable, Sendable {
    /// What every event carries.
    public var finding: Finding
    /// Whose stance it is.
    public var holders: [ActorID]
    /// Which way.
    public var stance: Stance
    /// The word or phrase that shows the stance.
    public var cue: TextSpan
    /// What it is about, as short as it stays clear; nil where the article leaves it open.
    public var target: TextSpan?

    /// Makes a position.
    public init(finding: Finding, holders: [ActorID], stance: Stance, cue: TextSpan, target: TextSpan?) {
        self.finding = finding
        self.holders = holders
        self.stance = stance
        self.cue = cue
        self.target = target
    }
}

extension PositionTaken: Encodable {
    private enum CodingKeys: String, CodingKey { case holders, stance, plover, cue, target }

    /// Writes every field, null for what is missing, and the PLOVER code of the stance.
    public func encode(to encoder: any Encoder) throws {
        try finding.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(holders, forKey: .holders)
        try container.encode(stance, forKey: .stance)
        try container.encode(stance.plover, forKey: .plover)
        try container.encode(cue, forKey: .cue)
        try container.encode(target, forKey: .target)
    }
}
