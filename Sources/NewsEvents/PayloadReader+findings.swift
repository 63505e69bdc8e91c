// The shapes of the four kinds found in texts: the members of `Finding` stand beside those of the kind.

/// The members of a finding read so far.
private struct FindingMembers {
    var article: ArticleID?
    var topics: [TopicID]?
    var when: When?
    var evidence: TextSpan?
    var mentions: [ActorID: [TextSpan]]?
    var repeats: [TextSpan]?
    var confidence: Double?
    var doubts: [String]?

    /// Reads a member of every finding; skips one of no kind.
    mutating func read(_ member: MemberName, from reader: inout PayloadReader) throws(PayloadError) {
        switch member {
        case "article": article = try reader.word()
        case "topics": topics = try reader.words()
        case "when": when = try reader.optional { (reader) throws(PayloadError) in try When(&reader) }
        case "evidence": evidence = try reader.span()
        case "mentions":
            var found: [ActorID: [TextSpan]] = [:]
            try reader.object { (reader, actor) throws(PayloadError) in
                found[ActorID(rawValue: actor.rawValue)] = try reader.spans()
            }
            mentions = found
        case "repeats": repeats = try reader.spans()
        case "confidence": confidence = try reader.real()
        case "doubts": doubts = try reader.strings()
        default: try reader.skip()
        }
    }

    func finding(_ reader: PayloadReader) throws(PayloadError) -> Finding {
        Finding(
            article: try reader.required(article, "article"),
            topics: try reader.required(topics, "topics"),
            when: when,
            evidence: try reader.required(evidence, "evidence"),
            mentions: try reader.required(mentions, "mentions"),
            repeats: try reader.required(repeats, "repeats"),
            confidence: try reader.required(confidence, "confidence"),
            doubts: try reader.required(doubts, "doubts")
        )
    }
}

extension StatementMade {
    init(_ reader: inout PayloadReader) throws(PayloadError) {
        var shared = FindingMembers()
        var speakers: [ActorID]?
        var cue: TextSpan?
        var content: [TextSpan]?
        var quotes: [TextSpan]?
        var directness: Directness?
        var audience: String?
        try reader.object { (reader, member) throws(PayloadError) in
            switch member {
            case "speakers": speakers = try reader.words()
            case "cue": cue = try reader.optionalSpan()
            case "content": content = try reader.spans()
            case "quotes": quotes = try reader.spans()
            case "directness": directness = try reader.word()
            case "audience": audience = try reader.optionalString()
            default: try shared.read(member, from: &reader)
            }
        }
        self.init(
            finding: try shared.finding(reader),
            speakers: try reader.required(speakers, "speakers"),
            cue: cue,
            content: try reader.required(content, "content"),
            quotes: try reader.required(quotes, "quotes"),
            directness: try reader.required(directness, "directness"),
            audience: audience
        )
    }
}

extension MeetingHeld {
    init(_ reader: inout PayloadReader) throws(PayloadError) {
        var shared = FindingMembers()
        var participants: [ActorID]?
        var status: Occurrence?
        var mode: Mode?
        var (place, about): (String?, String?)
        var via: ActorID?
        var triggers: [TextSpan]?
        try reader.object { (reader, member) throws(PayloadError) in
            switch member {
            case "participants": participants = try reader.words()
            case "status": status = try reader.word()
            case "mode": mode = try reader.word()
            case "place": place = try reader.optionalString()
            case "about": about = try reader.optionalString()
            case "via": via = try reader.optional { (reader) throws(PayloadError) in try reader.word() }
            case "triggers": triggers = try reader.spans()
            default: try shared.read(member, from: &reader)
            }
        }
        self.init(
            finding: try shared.finding(reader),
            participants: try reader.required(participants, "participants"),
            status: try reader.required(status, "status"),
            mode: try reader.required(mode, "mode"),
            place: place,
            about: about,
            via: via,
            triggers: try reader.required(triggers, "triggers")
        )
    }
}

extension VisitMade {
    init(_ reader: inout PayloadReader) throws(PayloadError) {
        var shared = FindingMembers()
        var visitors: [ActorID]?
        var destination: String?
        var status: Occurrence?
        var triggers: [TextSpan]?
        try reader.object { (reader, member) throws(PayloadError) in
            switch member {
            case "visitors": visitors = try reader.words()
            case "destination": destination = try reader.optionalString()
            case "status": status = try reader.word()
            case "triggers": triggers = try reader.spans()
            default: try shared.read(member, from: &reader)
            }
        }
        self.init(
            finding: try shared.finding(reader),
            visitors: try reader.required(visitors, "visitors"),
            destination: destination,
            status: try reader.required(status, "status"),
            triggers: try reader.required(triggers, "triggers")
        )
    }
}

extension PositionTaken {
    /// The PLOVER code follows from the stance and is not read.
    init(_ reader: inout PayloadReader) throws(PayloadError) {
        var shared = FindingMembers()
        var holders: [ActorID]?
        var stance: Stance?
        var (cue, target): (TextSpan?, TextSpan?)
        try reader.object { (reader, member) throws(PayloadError) in
            switch member {
            case "holders": holders = try reader.words()
            case "stance": stance = try reader.word()
            case "cue": cue = try reader.span()
            case "target": target = try reader.optionalSpan()
            default: try shared.read(member, from: &reader)
            }
        }
        self.init(
            finding: try shared.finding(reader),
            holders: try reader.required(holders, "holders"),
            stance: try reader.required(stance, "stance"),
            cue: try reader.required(cue, "cue"),
            target: target
        )
    }
}
