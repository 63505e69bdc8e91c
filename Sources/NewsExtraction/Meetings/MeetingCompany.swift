import NewsText

/// Who a noun of meeting brings together, and the words that say so.
///
/// Read in order of trust: the verb that holds, hosts, attends or joins it ("held talks with"), the call taken from somebody,
/// the sentence it is the predicate of ("was in talks with"), the meeting it gives the occasion for ("met for their summit"),
/// the journey it is for ("flew to Geneva for talks"), and what was done on its occasion ("said after a meeting with"):
/// there the doer met whom the noun names. A body that meets is named before the noun or after "of" ("the EU summit").
struct MeetingCompany: Sendable {
    /// Those who take part, as far as the words name them.
    var people: [ActorMention] = []
    /// The verb that tells the meeting: its place and date are the meeting's too.
    var verb: Int?
    /// Whether somebody joins or attends, so that the meeting may have been told before.
    var isJoined = false
    /// Whether it is what a journey is for.
    var isPurpose = false
    /// Whether the noun names whom somebody met ("with Ito").
    var hasPartner = false
    /// The bodies and states the noun itself names as those who met.
    var members: [ActorMention] = []
    /// Whether only the body that met is named.
    var isBody = false
    /// Whether it is a visit paid to somebody, no telephone call.
    var isCourtesy = false

    /// Reads the company of `noun`.
    init(of noun: Int, in reading: Reading) {
        let reader = CompanyReader(noun: noun, anchor: reading.meetingAnchor(of: noun), reading: reading)
        let owners = reader.owners
        let partners = reader.partners
        members = reader.members
        hasPartner = !partners.isEmpty
        isCourtesy = reader.isCourtesy
        let named = owners + partners + members
        if let (verb, sort) = reader.frame {
            let subjects =
                reading.isPassive(verb)
                ? reading.agents(of: verb)
                : reading.doer(of: verb).map { reading.actors(at: $0) } ?? []
            var company = subjects + reader.company(of: verb, sort: sort)
            if sort == .join { company += reader.joined(by: verb) }
            self.verb = verb
            people = company + named
            isJoined = sort == .join || sort == .attend && !subjects.isEmpty
            isBody = company.isEmpty && owners.isEmpty && partners.isEmpty
        } else if let verb = reader.together, let subject = reading.subject(of: verb) {
            people = reading.actors(at: subject) + named
            self.verb = verb
        } else if let subject = reader.predicateSubject {
            people = reading.actors(at: subject) + named
        } else if let travellers = reader.travellers {
            people = travellers + named
            isPurpose = !reader.isThere
        } else if case let brought = reader.brought, !brought.isEmpty {
            people = brought + named
        } else if let (verb, company) = reader.gathered ?? reader.invited {
            people = company + named
            self.verb = verb
        } else if reader.isOccasion {
            // Whose meeting it is, or who met, is said by the noun itself: the doer was not there.
            let isClosed = !owners.isEmpty || partners.isEmpty && !reader.isAttended || reader.isBetween
            let told = owners.isEmpty && !reader.isBetween ? reader.tellerAndTold : []
            people = isClosed ? reader.present + reader.companions + told + named : reader.doers + named
            isBody = owners.isEmpty && partners.isEmpty && !members.isEmpty && people.count == members.count
        } else if reader.isIncluded, owners.isEmpty, !partners.isEmpty, !reader.isBetween {
            people = reader.doers + reader.includers + named
        } else if let verb = reader.arranger, owners.isEmpty, !reader.isBetween,
            case let beside = partners.isEmpty
                ? reader.company(of: verb, sort: .hold) + reader.offered : partners,
            case let arrangers = reading.doer(of: verb).map({ reading.actors(at: $0) }) ?? [],
            !beside.isEmpty || arrangers.count > 1
        {
            people = arrangers + beside
        } else {
            // "The president said the talks with Ito gave hope": they were hers.
            let isOpen = owners.isEmpty && !partners.isEmpty && !reader.isBetween
            people = (isOpen ? reader.arrangers + reader.teller : []) + named
            isBody = owners.isEmpty && partners.isEmpty
        }
        people = people.uniqued().filter { !reading.isAudience($0) && !reading.isOccasionName($0) }
    }
}

extension Reading {
    /// "a series of meetings", "two days of talks", "the start of a meeting".
    private static let measures: Set<String> = [
        "start", "beginning", "outset", "end", "conclusion", "opening", "close", "series", "string", "number",
        "set", "flurry", "round", "day", "hour", "week", "month", "year", "lot",
        "bout",
    ]

    /// The word whose place in the sentence a noun of meeting shares: "for a meeting with A and talks with B".
    fileprivate func meetingAnchor(of noun: Int) -> Int {
        var anchor = noun
        if relation(noun).universal == .object, form(token(noun).head) == "following" {
            return token(noun).head
        }
        // "held a series of meetings": the series has the place in the sentence.
        if relation(noun).universal == .nominalModifier, tree.caseWords(of: noun) == "of",
            Self.measures.contains(lemma(token(noun).head))
        {
            anchor = token(noun).head
        }
        for _ in 0..<4 where relation(anchor).universal == .conjunct {
            let head = token(anchor).head
            if token(head).tag == .verb { break }
            if lexicons.meetingNouns[lemma(head)] != nil {
                anchor = head
            } else if lexicons.meetingNouns[lemma(token(head).head)] != nil {
                // The tree may hang the second meeting on the first one's partner.
                anchor = token(head).head
            } else {
                break
            }
        }
        return anchor
    }
}
