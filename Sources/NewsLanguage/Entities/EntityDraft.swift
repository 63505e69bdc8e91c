import Foundation
import NewsText

/// An entity while the article is being read.
struct EntityDraft {
    /// What is known of it so far; `rename` keeps its words in step.
    private(set) var entity: Entity
    /// The name's words without case, accents and suffixes ("Jr."), for comparing.
    private(set) var nameWords: [String]
    /// Title in lower case without the country ("secretary of state"), if a role was given.
    var title: String?
    /// ISO code or folded name of what the title belongs to.
    var owner: String?
    var gender: Gazetteer.Gender?
    /// Whether it is more than one.
    var isPlural = false
    /// Whether it was called by a name, not only described.
    var isNamed = false

    init(entity: Entity) {
        self.entity = entity
        nameWords = Self.words(of: entity.name)
    }

    /// Index of the last token that refers to it.
    var lastToken: Int { entity.references.last?.tokens.lowerBound ?? -1 }

    /// Gives it a fuller name; the old one becomes an alias unless it only differs in case.
    mutating func rename(_ name: String) {
        let old = entity.name
        entity.name = name
        nameWords = Self.words(of: name)
        entity.aliases.removeAll { $0 == name }
        if old.lowercased() != name.lowercased() { addAlias(old) }
    }

    /// Adds another name unless it is the name itself or known already.
    mutating func addAlias(_ alias: String) {
        guard !alias.isEmpty, alias != entity.name, !entity.aliases.contains(alias) else { return }
        entity.aliases.append(alias)
    }

    /// Notes the office as worded.
    mutating func setRole(_ role: String) { entity.role = role }

    /// Adds a place that refers to it.
    mutating func add(_ reference: Entity.Reference) { entity.references.append(reference) }

    /// Puts its references in text order.
    mutating func sortReferences() { entity.references.sort { $0.tokens.lowerBound < $1.tokens.lowerBound } }

    /// A name's words for comparing: "Joseph R. Biden, Jr." → joseph, r., biden; "Erdoğan" → erdogan.
    static func words(of name: String) -> [String] {
        name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).replacing(",", with: "")
            .split(separator: " ").map(String.init).filter { !suffixes.contains($0) }
    }

    private static let suffixes: Set<String> = ["jr.", "jr", "sr.", "sr", "ii", "iii"]
}
