import NewsEvents
import NewsText

/// An event as a rule found it: in document terms, before actors have ids and spans count scalars.
struct EventDraft: Sendable {
    /// What the kind says of itself.
    var body: Body
    /// Index of the sentence that proves it.
    var sentence: Int
    /// When it happened, as the text says.
    var date: DateMention?
    /// Whether the date was told elsewhere for the same occasion.
    var dateIsInherited = false
    /// Further sentences that tell it again.
    var repeats: [TextRange] = []
    /// How sure the rule is, 0...1.
    var confidence: Double
    /// What lowered that.
    var doubts: [String] = []

    /// What each kind says of itself.
    enum Body: Sendable {
        case statement(StatementDraft)
        case meeting(MeetingDraft)
        case visit(VisitDraft)
        case position(PositionDraft)
    }

    /// Takes the date told elsewhere for the same occasion.
    mutating func inherit(_ date: DateMention?) {
        self.date = date
        dateIsInherited = true
    }

    /// Notes a doubt and lowers the confidence by `cost`.
    mutating func doubt(_ reason: String, cost: Double) {
        doubts.append(reason)
        confidence = max(0.05, confidence - cost)
    }
}

/// Somebody said something.
struct StatementDraft: Sendable {
    var speakers: [ActorMention]
    var cue: TextRange?
    /// The token of the cue, for rules that build on the statement.
    var cueToken: Int?
    var content: [TextRange]
    var quotes: [TextRange]
    var directness: StatementMade.Directness
    var audience: TextRange?
}

/// Actors met.
struct MeetingDraft: Sendable {
    var participants: [ActorMention]
    var status: Occurrence
    var mode: MeetingHeld.Mode
    var place: TextRange?
    var placeRank: Int
    var about: TextRange?
    var via: ActorMention?
    var triggers: [TextRange]
    /// Whether its one participant is a plural that means everybody there: "the leaders met".
    var pointsToAll = false
    /// Whether the words point back to a meeting told before: "the meeting", "the leaders met".
    var isAnaphoric: Bool
    /// The town it took place in: in two towns are two meetings.
    var town: String?
    /// The country, where no town is told.
    var country: String?
    /// Whether only the body that met is named: "the EU summit".
    var isOfBody = false
    /// Whether it is only named, so that nothing says it was held: "hopes for the summit", "the meeting is a chance".
    var isBare = false
    /// Whether it is told as what a journey is for; that it was held may be told later.
    var isPurpose = false
    /// Whether it is told as known, with one of those who met: "the meeting with Ito", "his meeting on Tuesday".
    var isDefinite = false
    /// Whether only the partner is told ("a meeting with Ito"): worth telling only if another telling says whose it was.
    var isOneSided = false
    /// The bodies whose meeting it is: "the G7 summit".
    var bodies: Set<String> = []
    /// A word that tells the meeting this one only points back to.
    var pointsTo: TextRange?
    /// Which of several rounds of one row of talks it is, if the words say so.
    var round: MeetingRound?
}

/// An actor travelled.
struct VisitDraft: Sendable {
    var visitors: [ActorMention]
    var destination: TextRange?
    var status: Occurrence
    var triggers: [TextRange]
}

/// An actor took a stance.
struct PositionDraft: Sendable {
    var holders: [ActorMention]
    var stance: Stance
    var cue: TextRange
    var target: TextRange?
}
