/// An actor travelled to a place in an official role.
public struct VisitMade: Hashable, Sendable {
    /// What every event carries.
    public var finding: Finding
    /// Who travelled.
    public var visitors: [ActorID]
    /// Where to, as written.
    public var destination: String?
    /// Whether it took place.
    public var status: Occurrence
    /// Every word or phrase that tells of it.
    public var triggers: [TextSpan]

    /// Makes a visit.
    public init(
        finding: Finding,
        visitors: [ActorID],
        destination: String?,
        status: Occurrence,
        triggers: [TextSpan]
    ) {
        self.finding = finding
        self.visitors = visitors
        self.destination = destination
        self.status = status
        self.triggers = triggers
    }
}

extension VisitMade: Encodable {
    private enum CodingKeys: String, CodingKey { case visitors, destination, status, triggers }

    /// Writes every field, null for what is missing.
    public func encode(to encoder: any Encoder) throws {
        try finding.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(visitors, forKey: .visitors)
        try container.encode(destination, forKey: .destination)
        try container.encode(status, forKey: .status)
        try container.encode(triggers, forKey: .triggers)
    }
}
