import NewsText

/// Facts about names: countries with their seats and peoples, cities, regions, organisations, given names, titles.
///
/// Names are looked up as written; country and organisation names also answer for their other names.
struct Gazetteer: Sendable {
    /// Country names, other names included, to their ISO 3166 code.
    private(set) var countryCodes: [String: String] = [:]
    /// ISO code to the name a reader knows the country by.
    private(set) var countryNames: [String: String] = [:]
    /// Seats of government to the ISO code.
    private(set) var capitals: [String: String] = [:]
    /// Words for people and things of a country ("Turkish") to its ISO code.
    private(set) var peoples: [String: String] = [:]
    /// Other places with their sort and the name to file them under.
    private(set) var places: [String: (kind: Mention.Kind, name: String)] = [:]
    /// Cities.
    private(set) var cities: Set<String> = []
    /// Region words ("Gulf") to the ISO codes of their countries.
    private(set) var regions: [String: Set<String>] = [:]
    /// Organisations' names, other names included, to the name to file them under.
    private(set) var organisations: [String: String] = [:]
    /// Organisations that report news.
    private(set) var media: Set<String> = []
    /// By organisation, the words it is spoken of by once it is named, each with what must stand before its noun ("UN agency").
    private(set) var epithets: [String: [[String]]] = [:]
    /// The nouns of `epithets`.
    private(set) var epithetNouns: Set<String> = []
    /// Organisations of one state, to its ISO code.
    private(set) var stateBodies: [String: String] = [:]
    /// Nouns for bodies that every state has ("foreign ministry"), by lemma.
    private(set) var stateNouns: Set<String> = []
    /// Given names to their usual gender.
    private(set) var givenNames: [String: Gender] = [:]
    /// Nouns for those who can act, by lemma, words of one title joined by a space.
    private(set) var personNouns: [String: PersonNoun] = [:]
    /// Number of words of the longest name of a place or organisation.
    private(set) var longestName = 1

    /// The usual gender of a given name.
    enum Gender: Sendable { case male, female }

    /// What a noun for an actor stands for.
    enum PersonNoun: String, Sendable {
        /// A title that can stand before a name; another word for one human being; a body or a number of people.
        case office, person, group
    }

    /// Reads the embedded lexicons.
    init() {
        for row in Lexicon(.countries).rows where row.count >= 5 {
            countryNames[row[0]] = row[1]
            for name in [row[1]] + Self.list(row[2]) { countryCodes[name] = row[0] }
            for name in Self.list(row[3]) where capitals[name] == nil { capitals[name] = row[0] }
            for name in Self.list(row[4]) where peoples[name] == nil { peoples[name] = row[0] }
        }
        for row in Lexicon(.places).rows where row.count >= 4 {
            places[row[0]] = (Mention.Kind(rawValue: row[1]) ?? .location, row[3].isEmpty ? row[0] : row[3])
        }
        for row in Lexicon(.cities).rows { cities.insert(row[0]) }
        for row in Lexicon(.regions).rows where row.count >= 2 {
            regions[row[0]] = Set(row[1].split(separator: " ").map(String.init))
        }
        for row in Lexicon(.organisations).rows where row.count >= 2 {
            for name in [row[0]] + Self.list(row[1]) { organisations[name] = row[0] }
            if row.count >= 3, !row[2].isEmpty { stateBodies[row[0]] = row[2] }
            guard row.count >= 4 else { continue }
            let phrases = Self.list(row[3].lowercased()).map { $0.split(separator: " ").map(String.init) }
            if phrases.contains(["outlet"]) { media.insert(row[0]) }
            epithets[row[0]] = phrases
            epithetNouns.formUnion(phrases.compactMap(\.last))
        }
        for row in Lexicon(.givenNames).rows where row.count >= 2 {
            givenNames[row[0]] = row[1] == "f" ? .female : .male
        }
        for row in Lexicon(.personNouns).rows where row.count >= 2 {
            let noun = row[1].replacing("_", with: " ")
            personNouns[noun] = PersonNoun(rawValue: row[0])
            if row.count >= 3, row[2] == "state" { stateNouns.insert(noun) }
        }
        for names in [
            Set(countryCodes.keys), Set(capitals.keys), Set(places.keys), Set(organisations.keys), cities,
        ] {
            for name in names { longestName = max(longestName, name.split(separator: " ").count) }
        }
    }

    private static func list(_ field: String) -> [String] { field.split(separator: "|").map(String.init) }

    /// What sort of thing a name is, if these lists know it; countries before cities before organisations.
    func kind(of name: String) -> Mention.Kind? {
        if countryCodes[name] != nil || capitals[name] != nil { return .politicalPlace }
        if let place = places[name] { return place.kind }
        if organisations[name] != nil { return .organisation }
        if cities.contains(name) { return .politicalPlace }
        return Self.inLowerCase(name).flatMap { kind(of: $0) == .organisation ? nil : kind(of: $0) }
    }

    /// "KABUL" as "Kabul"; nil for words that are not in capitals throughout, and for those short enough to be letters.
    private static func inLowerCase(_ name: String) -> String? {
        guard name.utf8.count > 3, name.utf8.allSatisfy({ $0 == 0x20 || (0x41...0x5A).contains($0) }) else {
            return nil
        }
        return name.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }
            .joined(separator: " ")
    }

    /// The ISO code of the country a name or people word stands for, seats of government included.
    func country(of name: String) -> String? {
        countryCodes[name] ?? capitals[name] ?? peoples[name] ?? Self.inLowerCase(name).flatMap {
            country(of: $0)
        }
            ?? (name.hasSuffix("s") ? peoples[String(name.dropLast())] : nil)
    }
}
