import NewsText

/// An entity while the article is being read.
struct EntityDraft {
    /// What is known of it so far; `rename` keeps its words in step.
    private(set) var entity: Entity
    /// The name's words without case, accents and suffixes ("Jr."), for comparing.
    private(set) var nameWords: [String]
    /// Title in lower case without the country ("secretary of state"), if a role was given.
    var title: String?
    /// ISO code or folded name of what the title belongs to; a country's own code.
    var owner: String?
    var gender: Gazetteer.Gender?
    /// Whether the gender is only read off the first name.
    var genderIsGuessed = false
    /// Whether it is more than one.
    var isPlural = false
    /// Whether it was called by a name, not only described.
    var isNamed = false
    /// Whether it is one human being, named or not.
    var isHuman = false
    /// The rank that stands before a lone first name: "King", "Pope".
    var rank: String?
    /// Nouns the article calls it by ("company", "militia").
    var nouns: Set<String> = []

    init(entity: Entity) {
        self.entity = entity
        nameWords = Self.words(of: entity.name)
        isHuman = entity.kind == .person
    }

    /// Gives it a fuller name; the old one becomes an alias unless it only differs in case.
    mutating func rename(_ name: String) {
        let old = entity.name
        entity.name = name
        nameWords = Self.words(of: name)
        entity.aliases.removeAll { $0 == name }
        if old.lowercased() != name.lowercased() { addAlias(old) }
    }

    /// Names somebody who was known by office only; the role is as the article words it beside the name.
    mutating func name(_ name: String) {
        entity.name = name
        entity.kind = .person
        entity.role = nil
        nameWords = Self.words(of: name)
        isNamed = true
    }

    /// Adds another name unless it is the name itself or known already.
    mutating func addAlias(_ alias: String) {
        guard !alias.isEmpty, alias != entity.name, !entity.aliases.contains(alias) else { return }
        entity.aliases.append(alias)
    }

    /// Notes the office as worded.
    mutating func setRole(_ role: String) { entity.role = role }

    /// Notes which country it is.
    mutating func setCountry(_ code: String) {
        entity.country = code
        owner = code
    }

    /// Adds a place that refers to it.
    mutating func add(_ reference: Entity.Reference) { entity.references.append(reference) }

    /// Leaves it without a place in the text, so that it is nobody.
    mutating func removeReferences() { entity.references = [] }

    /// Puts its references in text order.
    mutating func sortReferences() { entity.references.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }

    /// A name's words for comparing.
    ///
    /// "Joseph R. Biden, Jr." → joseph, r., biden; "el-Sisi" → sisi.
    static func words(of name: String) -> [String] {
        NameFolding.fold(name).split { $0 == " " || $0 == "," }.map { word in
            for article in ["al-", "el-"] where word.hasPrefix(article) && word.count > article.count + 1 {
                return String(word.dropFirst(article.count))
            }
            return String(word)
        }.filter { !suffixes.contains($0) }
    }

    private static let suffixes: Set<String> = ["jr.", "jr", "sr.", "sr", "ii", "iii"]
}
