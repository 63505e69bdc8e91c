/// Actors met or talked with each other; `status` tells a planned, proposed, cancelled or denied meeting from one held.
public struct MeetingHeld: Hashable, Sendable {
    /// What every event carries.
    public var finding: Finding
    /// Who took part, at least one.
    public var participants: [ActorID]
    /// Whether it took place.
    public var status: Occurrence
    /// How they met.
    public var mode: Mode
    /// Where, as written, the most specific place the article gives.
    public var place: String?
    /// What about, as written.
    public var about: String?
    /// The actor from whose statement alone it is known.
    public var via: ActorID?
    /// Every word or phrase that tells of it.
    public var triggers: [TextSpan]

    /// Makes a meeting.
    public init(
        finding: Finding,
        participants: [ActorID],
        status: Occurrence,
        mode: Mode,
        place: String?,
        about: String?,
        via: ActorID?,
        triggers: [TextSpan]
    ) {
        self.finding = finding
        self.participants = participants
        self.status = status
        self.mode = mode
        self.place = place
        self.about = about
        self.via = via
        self.triggers = triggers
    }

    /// How the participants met.
    public enum Mode: String, Sendable, Encodable, CaseIterable {
        /// Face to face, by phone, by video, a summit or conference of many, not said.
        case inPerson = "in-person"
        case phone, video, multilateral, unknown
    }
}

extension MeetingHeld: Encodable {
    private enum CodingKeys: String, CodingKey {
        case participants, status, mode, place, about, via, triggers
    }

    /// Writes every field, null for what is missing.
    public func encode(to encoder: any Encoder) throws {
        try finding.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(participants, forKey: .participants)
        try container.encode(status, forKey: .status)
        try container.encode(mode, forKey: .mode)
        try container.encode(place, forKey: .place)
        try container.encode(about, forKey: .about)
        try container.encode(via, forKey: .via)
        try container.encode(triggers, forKey: .triggers)
    }
}
