import NewsEvents
import NewsText

/// Meetings told again by a word that names nobody: "the talks", "the meeting", and other rounds of them: "another round".
///
/// A definite noun means the meeting told last before it, one told by the same noun first; a noun of another round has the same
/// people at another time. What such words say of place, day and course is the meeting's.
struct MeetingPointers: ExtractionRule {
    static let summary =
        "a noun of meeting without names that points to a meeting told before, or to another round of it"

    static let matches = [
        RuleExample(
            "Mary Havel and John Ito held talks in Vienna. The talks lasted two hours.",
            finds: "Mary Havel, John Ito | talks"
        ),
        RuleExample(
            "Norway and Kenya held talks in Vienna. Another round of talks is planned for next week.",
            finds: "Norway, Kenya | talks"
        ),
        RuleExample(
            "Norway and Kenya met in Vienna on Monday. Two previous rounds of negotiations in Lagos had failed.",
            finds: "Norway, Kenya | negotiations"
        ),
    ]

    static let misses = [
        "The talks lasted two hours.",
        "Mary Havel and John Ito held talks in Vienna. Talks are good.",
        "Mary Havel phoned John Ito. The summit will be in Vienna.",
        "Mary Havel and John Ito held talks in Vienna. The meeting room was empty.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let told = ToldMeetings(found, in: reading)
        guard !told.isEmpty else { return [] }
        return reading.freshTokens.compactMap { noun in
            guard reading.token(noun).tag == .noun, !reading.isQuoted[noun],
                Self.nouns.contains(reading.lemma(noun)), !reading.isMeasure(noun),
                let entry = reading.lexicons.meetingNouns[reading.lemma(noun)],
                ![.compound, .adjectivalModifier, .flat].contains(reading.relation(noun).universal),
                !told.words.contains(reading.token(noun).range.start)
            else { return nil }
            return meeting(at: noun, entry: entry, told: told, in: reading)
        }
    }

    private func meeting(at noun: Int, entry: MeetingEntry, told: ToldMeetings, in reading: Reading)
        -> EventDraft?
    {
        let round = isLast(noun, in: reading) ? .previous : MeetingRound(of: noun, in: reading)
        guard round != nil || reading.isPointer(noun), isBare(noun, in: reading),
            let meant = meant(by: noun, of: round, entry: entry, told: told, in: reading)
        else { return nil }
        var event = EventDraft.meeting(
            at: noun,
            toldBy: reading.courseVerb(of: noun),
            participants: meant.draft.participants
                + (round == nil ? attendants(at: noun, of: meant.draft, in: reading) : []),
            mode: entry.mode == .phone ? .phone : .unknown,
            in: reading,
            confidence: 0.7
        )
        guard case .meeting(var draft) = event.body else { return nil }
        if draft.status == .held, round == .next || reading.isAhead(noun) { draft.status = .planned }
        draft.round = round
        draft.pointsTo = round == nil ? reading.token(meant.word).range : nil
        draft.isBare = round == nil && draft.status == .held && !reading.isOver(noun)
        event.body = .meeting(draft)
        if round != nil { event.doubt("who meets is told of another round", cost: 0.1) }
        return event
    }

    /// Whether nothing beside it tells another meeting: "the EU summit", "the negotiations on the deal", "her talks".
    private func isBare(_ noun: Int, in reading: Reading) -> Bool {
        !reading.tree.children(of: noun, by: [.possessive, .compound]).contains {
            reading.mention(at: $0) != nil && $0 != reading.town(before: noun)?.word
        }
            && !reading.tree.children(of: noun, by: [.nominalModifier]).contains {
                ["with", "between", "among", "by", "on", "over", "about"].contains(
                    reading.tree.caseWords(of: $0) ?? ""
                )
            }
    }

    /// "last year's summit".
    private func isLast(_ noun: Int, in reading: Reading) -> Bool {
        reading.tree.children(of: noun, by: [.possessive]).contains { time in
            reading.tree.children(of: time, by: [.adjectivalModifier]).contains { reading.form($0) == "last" }
        }
    }

    private func meant(
        by noun: Int,
        of round: MeetingRound?,
        entry: MeetingEntry,
        told: ToldMeetings,
        in reading: Reading
    ) -> ToldMeetings.Telling? {
        var near = told.before(noun, within: Self.reach, in: reading)
        // "Havel called off the meeting" means one of his.
        let doers = doers(beside: noun, in: reading)
        let theirs = near.filter { telling in
            telling.draft.participants.contains { doers.contains($0.entity) }
        }
        if !theirs.isEmpty { near = theirs }
        let status = MeetingStatus(reading: reading).status(of: noun)
        if status == .cancelled {
            near = near.filter { $0.draft.status != .held }
        } else if status == .held, reading.isOver(noun) {
            near = near.filter { [.held, .planned].contains($0.draft.status) }
        }
        if let town = reading.town(before: noun)?.name {
            near = near.filter { $0.draft.town == town || $0.draft.town == nil && $0.draft.country == nil }
        }
        let lemma = reading.lemma(noun)
        if let same = near.last(where: { reading.lemma($0.word) == lemma }) { return same }
        return near.last { telling in
            if round == nil, Self.dealings.contains(lemma), lemma != "talk",
                !Self.dealings.contains(reading.lemma(telling.word))
            {
                return false
            }
            let isTalkOfTwo = telling.draft.mode != .multilateral && telling.draft.participants.count == 2
            let isCall = telling.draft.mode == .phone
            return switch entry.mode {
            case .multilateral: !isTalkOfTwo
            case .phone: isCall
            case .inPerson: !isCall
            default: true
            }
        }
    }

    /// Who does what the clause around the noun tells.
    private func doers(beside noun: Int, in reading: Reading) -> Set<Int> {
        var word = noun
        for _ in 0..<4 where reading.token(word).head != word {
            word = reading.token(word).head
            if reading.token(word).tag == .verb, let subject = reading.subject(of: word) {
                return Set(reading.actors(at: subject).map(\.entity))
            }
        }
        return []
    }

    /// Who is told to hold, chair, attend or travel to it; at a summit also who does something there ("At the summit, Havel
    /// told reporters").
    private func attendants(at noun: Int, of meeting: MeetingDraft, in reading: Reading) -> [ActorMention] {
        let company = MeetingCompany(of: noun, in: reading)
        if let verb = company.verb { return reading.comes(by: verb) ? company.people : [] }
        if company.isPurpose { return company.people }
        guard meeting.mode == .multilateral, ["at", "during"].contains(reading.preposition(of: noun) ?? ""),
            reading.isSimplePast(reading.token(noun).head),
            let subject = reading.subject(of: reading.token(noun).head)
        else { return [] }
        let people = reading.actors(at: subject)
        return people.allSatisfy { reading.document.entities[$0.entity].kind == .person } ? people : []
    }

    /// Nouns that mean one meeting when they are definite; "the dialogue" and "the session" mean many things.
    private static let nouns: Set<String> = [
        "meeting", "talk", "negotiation", "summit", "conference", "gathering", "consultation", "discussion",
        "conversation", "call", "round",
    ]

    /// What is done over and over: only words like these are told again by them.
    private static let dealings: Set<String> = [
        "negotiation", "negotiate", "consultation", "consult", "discussion", "discuss", "talk", "round",
    ]

    /// How many sentences back a meeting can be pointed to.
    private static let reach = 10
}
