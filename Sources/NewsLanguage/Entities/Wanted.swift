import NewsText

/// What a pronoun asks of the entity it stands for.
enum Wanted {
    case male, female, thing, several

    /// The possessive pronouns, which taggers call determiners at times.
    static let possessives: Set<String> = ["his", "her", "its", "their"]

    /// Reads a pronoun of the third person in lower case; nil for all others.
    init?(_ form: String) {
        switch form {
        case "he", "him", "his", "himself": self = .male
        case "she", "her", "hers", "herself": self = .female
        case "it", "its", "itself": self = .thing
        case "they", "them", "their", "theirs", "themselves": self = .several
        default: return nil
        }
    }

    /// Whether an entity can be meant.
    func accepts(_ draft: EntityDraft) -> Bool {
        switch self {
        case .male: draft.isHuman && draft.gender != .female
        case .female: draft.isHuman && draft.gender != .male
        case .thing: !draft.isHuman && !draft.isPlural
        case .several: !draft.isHuman && (draft.isPlural || draft.entity.kind != .country)
        }
    }

    /// Whether one human being is meant.
    var isHuman: Bool { self == .male || self == .female }
}
