import NewsEvents
import NewsText

/// Who else was at a meeting, told behind it without its noun: "Lund was also present", "Lund joined them", "Lund took part by
/// video", "Lund is expected to attend".
///
/// They took part in the meeting told last, within two sentences.
struct Attendance: ExtractionRule {
    static let summary =
        "being present, taking part, attending or joining those who met, behind the meeting itself"

    static let matches = [
        RuleExample(
            "Mary Havel met John Ito on Monday. Ana Lund was also present.",
            finds: "Ana Lund | present"
        ),
        RuleExample(
            "Mary Havel met John Ito on Monday. Participants included Ana Lund.",
            finds: "Ana Lund | included"
        ),
        RuleExample("Mary Havel met John Ito on Monday. Ana Lund joined them.", finds: "Ana Lund | joined"),
        RuleExample(
            "Mary Havel met John Ito on Monday. Havel was joined by Ana Lund.",
            finds: "Ana Lund | joined"
        ),
        RuleExample(
            "Mary Havel met John Ito on Monday. Ana Lund took part by video link.",
            finds: "Ana Lund | took"
        ),
        RuleExample(
            "Mary Havel met John Ito on Monday. The event was also attended by Ana Lund.",
            finds: "Ana Lund | attended"
        ),
        RuleExample(
            "The African Union will hold a summit in Lagos. Mary Havel is expected to attend.",
            finds: "Mary Havel | attend"
        ),
    ]

    static let misses = [
        "Ana Lund was also present.",
        "Mary Havel met John Ito on Monday. Ana Lund took part in the race.",
        "Mary Havel met John Ito on Monday. Ana Lund joined the army.",
        "Mary Havel met John Ito on Monday. Ana Lund attended the concert.",
        "Mary Havel met John Ito on Monday. The danger was also present.",
        "Mary Havel met John Ito on Monday. Ana Lund declined to attend.",
        "Mary Havel met John Ito on Monday. Ana Lund was invited to take part.",
        "Mary Havel met John Ito on Monday. Ana Lund would have been present.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let told = ToldMeetings(found, in: reading)
        guard !told.isEmpty else { return [] }
        return reading.freshTokens.compactMap { word in
            guard !reading.isQuoted[word], let added = added(at: word, in: reading),
                reading.comes(by: word)
            else { return nil }
            let people = added.people.filter { reading.document.entities[$0.entity].kind == .person }
            let meant = told.last(before: word, within: Self.reach, in: reading) { draft in
                added.company.map { company in
                    draft.participants.contains { company.contains($0.entity) }
                } ?? true
            }
            guard !people.isEmpty, let meant else { return nil }
            return EventDraft.meeting(pointingTo: meant, at: word, adding: people, in: reading)
        }
    }

    private static let attendants: Set<String> = [
        "those", "participants", "attendees", "delegates", "guests",
    ]

    /// How many sentences back the meeting is.
    private static let reach = 2

    /// Who is told to have come, and whom they joined if that is said.
    private func added(at word: Int, in reading: Reading) -> (people: [ActorMention], company: Set<Int>?)? {
        let subjects = { (reading.doer(of: word).map { reading.actors(at: $0) } ?? []) }
        switch reading.lemma(word) {
        case "present":
            guard reading.tree.child(of: word, by: [.copula]) != nil,
                reading.tree.children(of: word, by: [.oblique, .nominalModifier]).isEmpty
            else { return nil }
            return (subjects(), nil)
        case "include":
            guard let subject = reading.tree.child(of: word, by: [.nominalSubject]),
                Self.attendants.contains(reading.form(subject))
            else { return nil }
            return (reading.tree.children(of: word, by: [.object]).flatMap { reading.party(at: $0) }, nil)
        case "room", "attendance":
            guard reading.tree.child(of: word, by: [.copula]) != nil, reading.tree.caseWords(of: word) == "in"
            else {
                return nil
            }
            return (subjects(), nil)
        case "join":
            if reading.isPassive(word) {
                guard let joined = reading.subject(of: word),
                    reading.tree.children(of: word, by: [.oblique]).count < 2
                else { return nil }
                return (reading.agents(of: word), Set(reading.actors(at: joined).map(\.entity)))
            }
            guard let object = reading.tree.child(of: word, by: [.object]),
                reading.token(object).tag == .pronoun, reading.form(object) != "it"
            else { return nil }
            let company = Set(reading.actors(at: object).map(\.entity))
            return (subjects(), company.isEmpty ? nil : company)
        case "take":
            guard
                reading.tree.children(of: word, by: [.object]).contains(where: {
                    reading.lemma($0) == "part"
                        && reading.tree.children(of: $0, by: [.nominalModifier]).isEmpty
                }),
                !reading.tree.children(of: word, by: [.oblique]).contains(where: {
                    reading.tree.caseWords(of: $0) == "in"
                })
            else { return nil }
            return (subjects(), nil)
        case "attend" where reading.isPassive(word):
            // "The event was also attended by Lund."
            guard let event = reading.tree.child(of: word, by: [.nominalSubject]),
                ["event", "session", "ceremony", "gathering"].contains(reading.lemma(event)),
                reading.isDefinite(event)
            else { return nil }
            return (reading.agents(of: word), nil)
        case "attend":
            guard reading.tree.child(of: word, by: [.object]) == nil else { return nil }
            return (subjects(), nil)
        default: return nil
        }
    }
}
