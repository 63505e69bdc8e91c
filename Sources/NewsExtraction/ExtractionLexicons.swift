import NewsEvents
import NewsLanguage

/// The words the rules look for: verbs of saying, words of stance, words of meeting and travel.
struct ExtractionLexicons: Sendable {
    /// Verbs of saying by lemma.
    let reporting: [String: ReportingFrames]
    /// Nouns of saying and nouns for documents.
    let nouns = ReportingNounLexicon()
    /// Words of stance and the words their rules lean on.
    let stances = StanceLexicon()
    /// Words of meeting by lemma.
    let meetingVerbs: [String: MeetingEntry]
    /// The same without their particles.
    let meetingStems: Set<String>
    let meetingNouns: [String: MeetingEntry]
    /// Verbs by which a meeting runs its course ("began"), people who meet in office, who only listen, who are family; by lemma.
    let meetingStages: Set<String>
    let guests: Set<String>
    let audiences: Set<String>
    let family: Set<String>
    /// Words that say of the meeting or journey they govern whether it took place, by lemma.
    let occurrences: [String: Occurrence]
    /// Words of travel by lemma, with where the destination stands.
    let visitVerbs: [String: [String]]
    let visitNouns: [String: [String]]
    /// What a traveller does to a visit of their own ("made a visit"), by lemma.
    let visitBringers: Set<String>
    /// Verbs after which an infinitive is yet to come.
    let plans: Set<String> = [
        "plan", "expect", "intend", "schedule", "hope", "want", "set", "prepare", "agree", "aim", "due",
        "slate",
    ]

    /// Nouns that are no topics, by lemma; nouns for people and bodies are none either.
    let vagueNouns: Set<String>
    let personNouns: Set<String>
    /// Bodies that report news, by the name they are filed under.
    let media: Set<String>
    /// Names of places and bodies to the name to file them under.
    private let filingNames: [String: String]
    private let countriesOfPeoples: [String: String]
    private let countries: Set<String>
    private let countriesOfTowns: [String: String]

    init() {
        vagueNouns = Set(Lexicon(.vagueNouns).rows.map { $0[0] })
        personNouns = Set(Lexicon(.personNouns).rows.filter { $0.count > 1 }.map { $0[1] })
        filingNames = Self.filingNames()
        countriesOfPeoples = Lexicon(.countries).rows.reduce(into: [:]) { countries, row in
            guard row.count >= 5 else { return }
            for people in row[4].split(separator: "|") where countries[String(people)] == nil {
                countries[String(people)] = row[1]
            }
        }
        countries = Set(countriesOfPeoples.values)
        countriesOfTowns = Self.countriesOfTowns()
        media = Set(Lexicon(.organisations).rows.filter { $0.count >= 4 && $0[3] == "media" }.map { $0[0] })
        var reporting: [String: ReportingFrames] = [:]
        for row in Lexicon(.reportingVerbs).rows where row.count >= 2 {
            reporting[row[0]] = ReportingFrames(row[1])
        }
        self.reporting = reporting
        var meetings: [String: [String: MeetingEntry]] = [:]
        var sorts: [String: Set<String>] = [:]
        var occurrences: [String: Occurrence] = [:]
        for row in Lexicon(.meetings).rows where row.count >= 2 {
            if row.count >= 4, let sort = MeetingEntry.Sort(rawValue: row[2]),
                let mode = MeetingHeld.Mode(rawValue: row[3])
            {
                meetings[row[0], default: [:]][row[1]] = MeetingEntry(sort: sort, mode: mode)
            } else if let occurrence = Occurrence(rawValue: row[0]) {
                occurrences[row[1]] = occurrence
            } else {
                sorts[row[0], default: []].insert(row[1])
            }
        }
        meetingVerbs = meetings["verb"] ?? [:]
        meetingStems = Set(meetingVerbs.keys.map { String($0.prefix { $0 != "_" }) })
        meetingNouns = meetings["noun"] ?? [:]
        meetingStages = sorts["stage"] ?? []
        guests = sorts["guest"] ?? []
        audiences = sorts["audience"] ?? []
        family = sorts["family"] ?? []
        self.occurrences = occurrences
        var visits: [String: [String: [String]]] = [:]
        for row in Lexicon(.visits).rows where row.count >= 2 {
            visits[row[0], default: [:]][row[1]] =
                row.count > 2 ? row[2].split(separator: ",").map(String.init) : []
        }
        visitBringers = Set((visits["bring"] ?? [:]).keys)
        visitVerbs = visits["verb"] ?? [:]
        visitNouns = visits["noun"] ?? [:]
    }

    private static func filingNames() -> [String: String] {
        var names: [String: String] = [:]
        for row in Lexicon(.countries).rows where row.count >= 3 {
            for other in row[2].split(separator: "|") { names[String(other)] = row[1] }
        }
        for row in Lexicon(.organisations).rows where row.count >= 2 {
            for other in row[1].split(separator: "|") { names[String(other)] = row[0] }
        }
        for row in Lexicon(.places).rows where row.count >= 4 && !row[3].isEmpty { names[row[0]] = row[3] }
        return names
    }

    private static func countriesOfTowns() -> [String: String] {
        let countries = Lexicon(.countries).rows.filter { $0.count >= 4 }
        let names = Dictionary(countries.map { ($0[0], $0[1]) }) { first, _ in first }
        var towns: [String: String] = [:]
        for row in Lexicon(.cities).rows where row.count >= 2 { towns[row[0]] = names[row[1]] }
        for row in countries { towns[row[3]] = row[1] }
        return towns
    }

    /// The name a place or body is filed under: "Gaza Strip" → "Gaza".
    func filingName(_ name: String) -> String { filingNames[name] ?? name }

    /// The country of a people: "Kenyan", "Kenyans" → "Kenya".
    func country(ofPeople name: String) -> String? {
        countriesOfPeoples[name] ?? (name.hasSuffix("s") ? countriesOfPeoples[String(name.dropLast())] : nil)
    }

    /// The country a town is in: "Nairobi" → "Kenya".
    func country(ofTown name: String) -> String? { countriesOfTowns[name] }

    /// The country that words name, by its people or itself: "Kenyan", "U.S." → "United States".
    func country(told words: String) -> String? {
        if let country = country(ofPeople: words) { return country }
        let name = filingName(words)
        return countries.contains(name) ? name : nil
    }
}

/// What sort of meeting word it is.
struct MeetingEntry: Sendable {
    let sort: Sort
    let mode: MeetingHeld.Mode

    /// How the participants stand to the word.
    enum Sort: String, Sendable {
        case together, host, join, hold, attend, discuss, noun, pair
    }
}
