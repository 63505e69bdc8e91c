import NewsEvents
import NewsLanguage

/// The words that show a stance, and the classes of words their rules lean on.
struct StanceLexicon: Sendable {
    let verbs: [String: StanceEntry]
    let nouns: [String: StanceEntry]
    /// Nouns for people who take a stance: "critic", "supporter".
    let roles: [String: StanceEntry]
    let adjectives: [String: StanceEntry]
    /// Verbs with their objects: "take_aim", "have_no_plan".
    let idioms: [String: StanceEntry]
    private let classes: [StanceClass: Set<String>]

    init() {
        var stances: [String: [String: StanceEntry]] = [:]
        for row in Lexicon(.stances).rows where row.count >= 4 {
            guard let stance = Stance(rawValue: row[2]) else { continue }
            let places = row[3].split(separator: ",").map { TargetPlace(String($0)) }
            let condition = row.count > 4 ? StanceEntry.Condition(rawValue: row[4]) : nil
            stances[row[0], default: [:]][row[1]] = StanceEntry(
                stance: stance,
                targets: places,
                condition: condition
            )
        }
        verbs = stances["verb"] ?? [:]
        nouns = stances["noun"] ?? [:]
        roles = stances["role"] ?? [:]
        adjectives = stances["adj"] ?? [:]
        idioms = stances["idiom"] ?? [:]
        var classes: [StanceClass: Set<String>] = [:]
        for row in Lexicon(.stanceWords).rows where row.count >= 2 {
            guard let name = StanceClass(rawValue: row[0]) else { continue }
            classes[name, default: []].insert(row[1])
        }
        self.classes = classes
    }

    /// Whether a lemma belongs to a class of words.
    func holds(_ lemma: String, in name: StanceClass) -> Bool { classes[name]?.contains(lemma) == true }
}

/// Which stance a word shows and where its target stands.
struct StanceEntry: Sendable {
    let stance: Stance
    /// In the order to try.
    let targets: [TargetPlace]
    let condition: Condition?

    /// What must be so, or is in doubt.
    enum Condition: String, Sendable {
        /// The word does not always show a stance; only of a speaker about himself; only as what somebody says; the
        /// holder is whoever says so; only of what is to be done.
        case weak, first, told, voice, will
    }
}

/// Where the target of a stance word stands.
enum TargetPlace: Hashable, Sendable {
    /// A direct object; one that can be judged; an infinitive; a finite clause; one of what shall be; a gerund.
    case object, matter, infinitive, clause, norm, gerund
    /// A direct object of a class of words; one with what it is to do.
    case sort(StanceClass), whom
    /// The phrase after a preposition.
    case preposition(String)

    init(_ field: String) {
        switch field {
        case "obj": self = .object
        case "matter": self = .matter
        case "inf": self = .infinitive
        case "that": self = .clause
        case "norm": self = .norm
        case "ing": self = .gerund
        case "whom": self = .whom
        case "asked": self = .sort(.asked)
        case "offered": self = .sort(.offered)
        default: self = .preposition(field)
        }
    }
}

/// The classes of `stance-words.tsv`, which says what each is for.
enum StanceClass: String, Sendable {
    case matter, refusal, hostile, voicing, drawing, carrying, unsettled, unknowable, judging, sender, party,
        urgent, silence, account, undoing, barred
    case condemning, offence, offending, upheld, asked, offered, claim, untrue, approving, approved, good
}
