import NewsEvents
import NewsText

/// Who sat at a table for a side, where another sentence than the one on the meeting says it: "Norway's delegation was led by
/// Lund", "the Kenyan team included Havel and Ito".
///
/// They took part in the last meeting told of that side.
struct Delegations: ExtractionRule {
    static let summary =
        "the people of a delegation and those who represent a side, as participants of the meeting told of its side"

    static let matches = [
        RuleExample(
            "Norway and Kenya held talks in Vienna. The Norwegian delegation was led by John Ito.",
            finds: "John Ito | delegation"
        ),
        RuleExample(
            "Norway and Kenya held talks in Vienna. Mary Havel headed Kenya's delegation.",
            finds: "Mary Havel | delegation"
        ),
        RuleExample(
            "Norway and Kenya held talks in Vienna. Kenya's team included Mary Havel and Ana Lund.",
            finds: "Mary Havel, Ana Lund | team"
        ),
        RuleExample(
            "Norway and Kenya held talks in Vienna. Norway was represented by John Ito.",
            finds: "John Ito | represented"
        ),
        RuleExample(
            "Norway and Kenya held talks in Vienna. At the talks, Peru was represented by John Ito.",
            finds: "John Ito | represented"
        ),
        RuleExample(
            "Norway and Kenya held talks in Vienna. The Norwegian team, led by John Ito, left early.",
            finds: "John Ito | team"
        ),
    ]

    static let misses = [
        "The Norwegian delegation was led by John Ito.",
        "Norway and Kenya held talks in Vienna. Peru's delegation was led by John Ito.",
        "Norway and Kenya held talks in Vienna. The Norwegian team was beaten by Kenya.",
        "Norway and Kenya held talks in Vienna. John Ito refused to lead the Norwegian delegation.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let told = ToldMeetings(found, in: reading)
        guard !told.isEmpty else { return [] }
        return reading.freshTokens.filter { Self.nouns.contains(reading.lemma($0)) }.compactMap { noun in
            let people = members(of: noun, in: reading)
            guard !people.isEmpty, let side = side(of: noun, in: reading) else { return nil }
            return addition(people, of: side, at: noun, told: told, in: reading)
        }
            + reading.freshTokens.compactMap { verb in
                guard reading.lemma(verb) == "represent", reading.token(verb).tag == .verb,
                    reading.comes(by: verb), let (people, side) = envoys(at: verb, in: reading)
                else { return nil }
                return addition(
                    people,
                    of: isAtTable(verb, in: reading) ? nil : side,
                    at: verb,
                    told: told,
                    in: reading
                )
            }
    }

    /// "At the meeting, Peru was represented by Lund": whoever it is, they sat there.
    private func isAtTable(_ verb: Int, in reading: Reading) -> Bool {
        reading.tree.children(of: verb, by: [.oblique]).contains { noun in
            ["at", "in", "during"].contains(reading.tree.caseWords(of: noun) ?? "")
                && reading.lexicons.meetingNouns[reading.lemma(noun)] != nil && reading.isPointer(noun)
        }
    }

    /// "Norway was represented by Lund", "Lund represented Norway at the talks".
    private func envoys(at verb: Int, in reading: Reading) -> ([ActorMention], String)? {
        let subjects = reading.subject(of: verb).map { reading.actors(at: $0) } ?? []
        let isPassive = reading.isPassive(verb)
        let objects = reading.tree.child(of: verb, by: [.object]).map { reading.actors(at: $0) } ?? []
        let people = (isPassive ? reading.agents(of: verb) : subjects).filter {
            reading.document.entities[$0.entity].kind == .person
        }
        guard !people.isEmpty, let sender = (isPassive ? subjects : objects).first else { return nil }
        return (people, reading.side(of: sender.entity))
    }

    private func addition(
        _ people: [ActorMention],
        of side: String?,
        at word: Int,
        told: ToldMeetings,
        in reading: Reading
    ) -> EventDraft? {
        let meant = told.last(before: word, within: Self.reach, in: reading) { draft in
            guard let side else { return true }
            // Who heads a delegation is not at his president's summit.
            let sides = MeetingSides(of: draft.participants, in: reading)
            return sides.people[side] != nil && !sides.led.contains(side)
        }
        return meant.flatMap { EventDraft.meeting(pointingTo: $0, at: word, adding: people, in: reading) }
    }

    /// How many sentences back the meeting is.
    private static let reach = 20
    private static let nouns: Set<String> = ["delegation", "team"]
    private static let leading: Set<String> = ["lead", "head", "front", "chair"]
    private static let holding: Set<String> = ["include", "comprise", "involve", "feature"]

    /// The state or body whose delegation it is.
    private func side(of noun: Int, in reading: Reading) -> String? {
        // The delegation itself first: "Norwegian delegation" is known as Norway's.
        ([noun] + reading.tree.children(of: noun, by: [.possessive, .compound])).lazy
            .compactMap { reading.entityOfHead[$0] }.map(reading.side).first
    }

    /// The people who lead it or are of it.
    private func members(of noun: Int, in reading: Reading) -> [ActorMention] {
        let verb = reading.token(noun).head
        var people = reading.tree.children(of: noun, by: [.adjectivalClause]).filter {
            Self.leading.contains(reading.lemma($0)) && reading.comes(by: $0)
        }.flatMap { reading.agents(of: $0) }
        if !reading.comes(by: verb) { return people }
        if Self.leading.contains(reading.lemma(verb)) {
            if reading.relation(noun) == .passiveSubject {
                people += reading.agents(of: verb)
            } else if [.object, .oblique].contains(reading.relation(noun).universal),
                reading.tree.caseWords(of: noun) == nil, let subject = reading.subject(of: verb)
            {
                people += reading.actors(at: subject)
            }
        }
        // "… led by Lund and the Kenyan delegation by Ito"
        people += reading.tree.children(of: noun, by: [.nominalModifier]).filter {
            reading.tree.caseWords(of: $0) == "by"
        }.flatMap { reading.actors(at: $0) }
        if Self.holding.contains(reading.lemma(verb)), reading.relation(noun).universal == .nominalSubject {
            people += reading.tree.children(of: verb, by: [.object]).flatMap { reading.party(at: $0) }
        }
        return people.uniqued().filter { reading.document.entities[$0.entity].kind == .person }
    }
}
