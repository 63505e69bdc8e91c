import NewsEvents
import NewsText

/// Meetings told by a noun: "a meeting with", "talks between", "held a summit", "joined the meeting", "said after talks with".
struct MeetingNouns: ExtractionRule {
    static let summary = "a noun of meeting with those it names, owns or is held, joined or attended by"

    static let matches = [
        RuleExample("Havel and Ito held talks in Vienna.", finds: "Havel, Ito | talks"),
        RuleExample("Talks between Havel and Ito began in Vienna on Monday.", finds: "Havel, Ito | Talks"),
        RuleExample(
            "A meeting between Mary Havel, claiming to speak for the rebels, and John Ito was held in Lagos.",
            finds: "Mary Havel, John Ito | meeting"
        ),
        RuleExample(
            "Mary Havel cancelled talks with John Ito.",
            finds: "Mary Havel, John Ito | talks"
        ),
        RuleExample(
            "Norway and Austria renewed negotiations on Monday.",
            finds: "Norway, Austria | negotiations"
        ),
        RuleExample("Okafor attended the summit in Lagos.", finds: "Okafor | summit"),
        RuleExample(
            "Mary Havel spoke while sitting next to Mark Ito during a Monday meeting.",
            finds: "Mary Havel, Mark Ito | meeting"
        ),
        RuleExample(
            "The road would open soon, Mary Havel said after talks with John Ito in Vienna.",
            finds: "Mary Havel, John Ito | talks"
        ),
        RuleExample(
            "Mary Havel took a telephone call from John Ito.",
            finds: "Mary Havel, John Ito | call"
        ),
        RuleExample(
            "Mary Havel hosted a dinner for John Ito in Prague.",
            finds: "Mary Havel, John Ito | dinner"
        ),
        RuleExample(
            "Mary Havel will open the bridge and hold talks with John Ito.",
            finds: "Mary Havel, John Ito | talks"
        ),
        RuleExample(
            "At a meeting in Vienna on Friday, Mary Havel told John Ito that the road was open.",
            finds: "Mary Havel, John Ito | meeting"
        ),
        RuleExample(
            "Mary Havel held a series of meetings with John Ito.",
            finds: "Mary Havel, John Ito | meetings"
        ),
        RuleExample("Mary Havel met and held talks with John Ito.", finds: "Mary Havel, John Ito | talks"),
        RuleExample(
            "Mary Havel hosted a luncheon in honour of John Ito.",
            finds: "Mary Havel, John Ito | luncheon"
        ),
        RuleExample(
            "Mary Havel's last meeting of the day was with John Ito.",
            finds: "Mary Havel, John Ito | meeting"
        ),
        RuleExample(
            "The meeting between Mary Havel and Norway's John Ito planned for Friday was called off.",
            finds: "Mary Havel, John Ito | meeting"
        ),
        RuleExample(
            "Norway and Kenya reached an agreement to hold talks on the border.",
            finds: "Norway, Kenya | talks"
        ),
        RuleExample(
            "Mary Havel's cancellation of talks with John Ito came late.",
            finds: "Mary Havel, John Ito | talks"
        ),
        RuleExample(
            "The talks brought together Mary Havel and John Ito.",
            finds: "Mary Havel, John Ito | talks"
        ),
        RuleExample(
            "Mary Havel and John Ito signed the treaty at a meeting in Vienna.",
            finds: "Mary Havel, John Ito | meeting"
        ),
        RuleExample("Mary Havel invited John Ito to talks.", finds: "Mary Havel, John Ito | talks"),
        RuleExample(
            "Mary Havel spoke during a courtesy call on John Ito.",
            finds: "Mary Havel, John Ito | call"
        ),
        RuleExample(
            "Mary Havel received telephone calls from John Ito and Ana Lund.",
            finds: "Mary Havel, John Ito | calls"
        ),
        RuleExample(
            "Mary Havel held bilateral meetings with John Ito and Ana Lund.",
            finds: "Mary Havel, John Ito | meetings"
        ),
        RuleExample(
            "Peru-brokered talks between Norway and Kenya began on Monday.",
            finds: "Norway, Kenya, Peru | talks"
        ),
        RuleExample(
            "The talks which took place between Norway and Kenya were short.",
            finds: "Norway, Kenya | talks"
        ),
        RuleExample(
            "Norway praised a meeting Mary Havel held with John Ito in Vienna.",
            finds: "Mary Havel, John Ito | meeting"
        ),
        RuleExample("Norway-Kenya talks were held in Vienna.", finds: "Norway, Kenya | talks"),
        RuleExample("John Ito was also present at the meeting.", finds: "John Ito | meeting"),
        RuleExample("The African Union summit ended in Lagos on Sunday.", finds: "African Union | summit"),
    ]

    static let misses = [
        "The meeting room was empty.", "Okafor took the call.", "The conference centre was closed.",
        "Thousands of protesters marched against the meeting.",
        "No minister can replace Mary Havel in negotiations with John Ito.",
        "The price of calls between Norway and Austria fell.",
        "Mary Havel praised the importance of leaders holding talks.",
        "Norway regularly takes part in talks with Kenya.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        reading.freshTokens.flatMap { noun -> [EventDraft] in
            guard reading.token(noun).tag == .noun || reading.token(noun).tag == .properNoun,
                !reading.isMeasure(noun),
                let entry = reading.lexicons.meetingNouns[reading.lemma(noun).lowercased()],
                ![.compound, .adjectivalModifier, .flat].contains(reading.relation(noun).universal)
            else { return [] }
            guard let event = meeting(at: noun, entry: entry, in: reading) else { return [] }
            return isOneByOne(noun, in: reading)
                ? event.splitByPartner() : event.splitByCircumstances(behind: noun, in: reading)
        }
    }

    /// "held bilateral meetings with Ito and Lund": one with each.
    private func isOneByOne(_ noun: Int, in reading: Reading) -> Bool {
        let entry = reading.lexicons.meetingNouns[reading.lemma(noun).lowercased()]
        if let entry, isCalls(noun, entry, in: reading) { return true }
        return reading.form(noun) != reading.lemma(noun)
            && reading.tree.children(of: noun, by: [.adjectivalModifier]).contains {
                ["bilateral", "separate", "individual", "one-on-one"].contains(reading.form($0))
            }
    }

    /// "received telephone calls from Ito and Lund".
    private func isCalls(_ noun: Int, _ entry: MeetingEntry, in reading: Reading) -> Bool {
        entry.mode == .phone && reading.form(noun) != reading.lemma(noun).lowercased()
    }

    private func meeting(at noun: Int, entry: MeetingEntry, in reading: Reading) -> EventDraft? {
        guard !isSaying(noun, in: reading), !isUnsaid(noun, in: reading) else { return nil }
        let company = MeetingCompany(of: noun, in: reading)
        // "calls between the two countries" are traffic.
        if isCalls(noun, entry, in: reading),
            company.verb == nil
                || !company.people.allSatisfy({ reading.document.entities[$0.entity].kind == .person })
        {
            return nil
        }
        if let verb = company.verb, reading.isHabit(verb) { return nil }
        let people = company.people
        // "one of his board meetings" and "her meetings" are meetings at large.
        if !company.hasPartner, !company.isJoined, company.verb == nil, reading.lemma(noun) != "talk",
            reading.form(noun) != reading.lemma(noun).lowercased()
        {
            return nil
        }
        let isTold = company.isJoined || company.isPurpose
        // "The ministers held discussions" names all who met.
        let isGroupOwn =
            company.verb != nil && !company.isBody
            && reading.tree.child(of: noun, by: [.caseMarking]) == nil
            && people.allSatisfy { reading.isOfficialGroup($0) }
        guard !people.isEmpty,
            entry.sort != .pair || people.count > 1 || company.isJoined || isGroupOwn
        else { return nil }
        if company.isBody,
            !isHappening(noun, in: reading)
                || reading.tree.children(of: noun).contains(where: { reading.form($0) == "such" })
        {
            return nil
        }
        // A capital makes it a title: "on the margins of the Leaders' Summit" tells of no meeting by itself.
        if reading.token(noun).tag == .properNoun, !isTold, !(company.isBody && runs(noun, in: reading)) {
            return nil
        }
        let mode =
            company.isCourtesy ? .inPerson : mode(of: noun, entry: entry, company: company, in: reading)
        var event = EventDraft.meeting(
            at: noun,
            toldBy: company.verb,
            participants: people,
            mode: mode,
            in: reading,
            confidence: 0.88
        )
        guard case .meeting(var draft) = event.body else { return nil }
        if company.isPurpose, draft.status == .held {
            draft.status = .planned
            draft.isPurpose = true
        }
        draft.isOfBody = company.isBody
        if draft.status == .held, reading.isAhead(noun) {
            draft.status = .planned
            // "Before his meeting with Ito, Havel said": the same one may be told as held.
            draft.isPurpose = true
        }
        draft.round =
            company.verb.map { MeetingRound.isPrevious($0, in: reading) } ?? false
            ? .previous : MeetingRound(of: noun, in: reading)
        draft.isBare = draft.status == .held && company.verb == nil && !isTold && !reading.isOver(noun)
        draft.isDefinite = people.count == 1 && reading.isDefinite(noun)
        draft.isOneSided = people.count == 1 && company.hasPartner && company.verb == nil
        draft.bodies = bodies(at: entry, company: company, in: reading)
        draft.isAnaphoric =
            reading.isPointer(noun) && (company.isJoined || company.isPurpose || people.count < 2)
        event.body = .meeting(draft)
        if people.count < 2 { event.doubt("only one participant is named", cost: 0.2) }
        return event
    }

    /// How they met: a summit of two is no gathering, a ministers' meeting that somebody attends is one.
    private func mode(of noun: Int, entry: MeetingEntry, company: MeetingCompany, in reading: Reading)
        -> MeetingHeld.Mode
    {
        if company.isJoined, entry.mode == .inPerson, company.people.count < 2,
            reading.tree.children(of: noun, by: [.compound, .possessive]).contains(where: {
                reading.lexicons.guests.contains(reading.lemma($0).lowercased())
                    && reading.form($0).hasSuffix("s")
                    || ["assembly", "council", "forum", "union"].contains(reading.form($0))
            })
        {
            return .multilateral
        }
        if entry.mode == .multilateral, !company.isJoined, !company.isBody, company.people.count == 2 {
            return .inPerson
        }
        return entry.mode == .inPerson && company.people.count < 2 && !company.isJoined
            ? .unknown : entry.mode
    }

    /// The bodies whose session it is: "the G7 summit", "a meeting of NATO's foreign ministers".
    private func bodies(at entry: MeetingEntry, company: MeetingCompany, in reading: Reading) -> Set<String> {
        guard entry.sort == .noun else { return [] }
        return Set(
            company.members.map(\.entity).compactMap { member in
                let entity = reading.document.entities[member]
                return switch entity.kind {
                case .organisation: entity.name
                // NATO's ministers are not NATO.
                case .group: reading.side(of: member) + " " + (entity.name.split(separator: " ").last ?? "")
                case .person, .country: nil
                }
            }
        )
    }

    /// A press conference or interview is an occasion to speak, no meeting.
    private func isSaying(_ noun: Int, in reading: Reading) -> Bool {
        reading.tree.children(of: noun, by: [.compound, .adjectivalModifier]).contains {
            ["press", "news", "media"].contains(reading.lemma($0))
        }
    }

    /// "if talks were held", "whether a meeting took place".
    private func isUnsaid(_ noun: Int, in reading: Reading) -> Bool {
        let head = reading.token(noun).head
        return reading.token(head).tag == .verb
            && [.object, .nominalSubject].contains(reading.relation(noun).universal)
            && (reading.isHypothetical(head) || reading.isUnreal(head) || isWeighed(head, in: reading))
    }

    /// "the importance of holding talks": what is said of meeting at large.
    private func isWeighed(_ verb: Int, in reading: Reading) -> Bool {
        guard reading.isIngForm(verb) else { return false }
        let head = reading.token(verb).head
        // The noun, or who is to meet: "of leaders holding talks".
        return [head, reading.token(head).head].contains { word in
            word < verb && Self.weights.contains(reading.lemma(word))
        }
    }

    private static let weights: Set<String> = [
        "importance", "need", "value", "benefit", "wisdom", "significance", "role",
    ]

    /// Whether one meeting of a body is told, not its meetings at large or one on an agenda.
    private func isHappening(_ noun: Int, in reading: Reading) -> Bool {
        guard reading.lemma(noun) == "talk" || reading.form(noun) == reading.lemma(noun) else { return false }
        switch reading.relation(noun).universal {
        case .nominalSubject, .object, .root: return true
        case .oblique, .nominalModifier:
            // "rules for voting during the council meeting" tell of no one meeting.
            let head = reading.token(noun).head
            if reading.token(head).tag == .verb, reading.tree.child(of: head, by: [.nominalSubject]) == nil,
                ![.root, .conjunct].contains(reading.relation(head).universal)
            {
                return false
            }
            return [
                "at", "during", "after", "following", "before", "ahead of", "for", "in",
            ].contains(reading.preposition(of: noun) ?? "")
        default: return false
        }
    }

    /// Whether it is the subject of a verb by which a meeting runs its course.
    private func runs(_ noun: Int, in reading: Reading) -> Bool {
        reading.relation(noun).universal == .nominalSubject
            && (reading.lexicons.meetingStages.contains(reading.lemmaWithParticle(reading.token(noun).head))
                || reading.relation(noun) == .passiveSubject)
    }
}
