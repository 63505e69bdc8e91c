import NewsEvents
import NewsText

/// Carries dates over within one occasion: the same speech, the same call, the same meeting.
///
/// Each step only where a reader would be sure, each date marked as inherited:
/// 1. what one speaker says in one sentence is said at one time;
/// 2. words that point back to a dated occasion have its date ("the statement read"; `NamedOccasions`);
/// 3. what follows in a running quotation has the date of its beginning, and its beginning that of its cue;
/// 4. what a speaker goes on to say has the date of what they said or did before: in the same paragraph, or in the next
///    one while nobody else spoke between and no other date was told;
/// 5. what one of those who met on a day told another of them, they said there, if the article knows of one such day, and
///    they met when one told the other; what was said "shortly after landing" was said on the day of the landing;
/// 6. an article that tells of nothing but one dated meeting dates what its participants said and promised there;
/// 7. what the article reports as its news goes on through it, what a person said on a day goes on for a few paragraphs
///    (`OpeningOccasion`);
/// 8. a stance taken inside a statement has the statement's date;
/// 9. a visit on which a dated meeting took place has that date.
struct OccasionDates {
    let reading: Reading

    /// The events with dates filled in; only events without a date change.
    func fill(_ events: [EventDraft]) -> [EventDraft] {
        var events = events
        withinSentences(&events)
        fromNamedOccasions(&events)
        fromEarlierSentences(&events)
        fromTalks(&events)
        fromArrivals(&events)
        carryOver(&events)
        fromTheOnlyMeeting(&events)
        OpeningOccasion(reading: reading).fill(&events)
        carryOver(&events)
        fromStatements(&events)
        fromMeetings(&events)
        return events
    }

    /// The events that are statements, in the order they are told.
    private func statements(_ events: [EventDraft]) -> [Int] {
        events.indices.filter { if case .statement = events[$0].body { true } else { false } }
            .sorted { (events[$0].sentence, start(events[$0])) < (events[$1].sentence, start(events[$1])) }
    }

    // MARK: - Named occasions

    private func fromNamedOccasions(_ events: inout [EventDraft]) {
        let named = NamedOccasions(reading: reading, events: events)
        for index in events.indices where events[index].date == nil {
            let verb: Int? =
                switch events[index].body {
                case .statement(let body): body.cueToken
                case .position(let body): reading.tokens(in: body.cue).first.flatMap(reading.tellingVerb)
                default: nil
                }
            guard let verb, !reading.isQuoted[verb], let date = named.date(of: verb) else { continue }
            events[index].inherit(date)
        }
    }

    /// After "On Thursday Ito spoke in Oslo", what "she said" has the date of the speech.
    private func fromEarlierSentences(_ events: inout [EventDraft]) {
        let told = ToldDeeds(reading: reading)
        for index in events.indices where events[index].date == nil {
            guard case .statement(let body) = events[index].body, let cue = body.cueToken,
                reading.token(cue).tag == .verb, let verb = reading.tellingVerb(of: cue),
                reading.isSimplePast(verb), !reading.isOfAnotherTime(verb), !reading.isQuoted[verb],
                let date = told.date(before: events[index].sentence, of: body.speakers)
            else { continue }
            events[index].inherit(date)
        }
    }

    private func paragraph(_ event: EventDraft) -> Int {
        reading.document.sentences[event.sentence].paragraph
    }

    // MARK: - Speeches

    private func carryOver(_ events: inout [EventDraft]) {
        withinQuotations(&events)
        let order = statements(events)
        var said = RangeIndex()
        for index in order.sorted() {
            for range in content(events[index]) { said.insert(index, at: range) }
        }
        var last: Int?
        for index in order {
            guard case .statement(let body) = events[index].body else { continue }
            if events[index].date == nil, let last, case .statement(let before) = events[last].body,
                let date = events[last].date, goesOn(body, of: events[index], from: before, of: events[last])
            {
                events[index].inherit(date)
            }
            // A statement nested in what another said does not end their speech.
            let isNested = body.cue.map { cue in
                said.numbers(near: cue).contains { other in
                    other != index && content(events[other]).contains { $0.contains(cue) }
                }
            }
            if !body.speakers.isEmpty, isNested != true { last = index }
        }
    }

    /// "cited the treaty and said it yesterday": what one speaker says in one sentence is said at one time.
    private func withinSentences(_ events: inout [EventDraft]) {
        let bySentence = Dictionary(grouping: events.indices) { events[$0].sentence }
        for index in events.indices where events[index].date == nil {
            guard case .statement(let body) = events[index].body, let cue = body.cueToken,
                reading.isSimplePast(cue)
            else { continue }
            let twin = bySentence[events[index].sentence, default: []].first { other in
                guard events[other].date != nil, case .statement(let twin) = events[other].body,
                    let second = twin.cueToken
                else { return false }
                return isSame(twin.speakers, body.speakers)
                    && (reading.token(second).head == cue || reading.token(cue).head == second)
            }
            guard let twin else { continue }
            events[index].inherit(events[twin].date)
        }
    }

    /// `"We are ready. We wait," she said on Friday.`: the first words of a quotation have the date of its cue.
    private func withinQuotations(_ events: inout [EventDraft]) {
        let order = statements(events)
        var cuedContents = RangeIndex()
        for (place, index) in order.enumerated() {
            guard case .statement(let body) = events[index].body, body.cue != nil else { continue }
            for range in body.content { cuedContents.insert(place, at: range) }
        }
        for index in order where events[index].date == nil {
            guard case .statement(let body) = events[index].body, body.cue == nil,
                let first = body.content.first,
                let quotation = reading.quotations(over: first).first(where: { $0.inside.overlaps(first) })
            else { continue }
            let cued = cuedContents.numbers(near: quotation.inside).lazy.map { order[$0] }.first { other in
                guard case .statement(let twin) = events[other].body, isSame(twin.speakers, body.speakers)
                else { return false }
                return twin.content.contains { $0.overlaps(quotation.inside) }
            }
            guard let cued, let date = events[cued].date else { continue }
            events[index].inherit(date)
        }
    }

    private func start(_ event: EventDraft) -> Int {
        guard case .statement(let body) = event.body else { return 0 }
        return body.cue?.start ?? body.content.first?.start ?? 0
    }

    private func content(_ event: EventDraft) -> [TextRange] {
        if case .statement(let body) = event.body { body.content } else { [] }
    }

    private func goesOn(
        _ body: StatementDraft,
        of event: EventDraft,
        from before: StatementDraft,
        of earlier: EventDraft
    ) -> Bool {
        guard isSame(body.speakers, before.speakers), !reading.isInterview(body) else { return false }
        let gap = paragraph(event) - paragraph(earlier)
        guard let cue = body.cueToken else { return gap == 0 || gap == 1 && isOwnDate(of: earlier, before) }
        // "has said", "says", "said earlier": another time, or none.
        if reading.token(cue).tag == .verb, !reading.isSimplePast(cue) || reading.isOfAnotherTime(cue) {
            return false
        }
        if gap == 0 { return event.sentence - earlier.sentence <= 4 }
        return gap <= 1 && isOwnDate(of: earlier, before)
            && !hasOtherDate(than: earlier.date, between: earlier.sentence + 1, and: event.sentence)
    }

    /// Whether a saying's date is told of the saying, not of what went on around it ("said it during a Monday meeting").
    private func isOwnDate(of event: EventDraft, _ statement: StatementDraft) -> Bool {
        guard !event.dateIsInherited, let cue = statement.cueToken else { return true }
        return reading.date(of: cue)?.range == event.date?.range
    }

    /// Whether the same people speak; one may be named more fully than the other.
    private func isSame(_ a: [ActorMention], _ b: [ActorMention]) -> Bool {
        guard !a.isEmpty, Set(a.map(\.entity)).count == Set(b.map(\.entity)).count else { return false }
        func names(_ actors: [ActorMention]) -> Set<String> {
            Set(
                actors.map { reading.document.entities[$0.entity] }.map { entity in
                    entity.kind == .person
                        ? String(entity.name.split(separator: " ").last ?? "") : entity.name
                }
            )
        }
        return names(a) == names(b)
    }

    /// Whether a date outside quotations that is another one stands in these sentences.
    private func hasOtherDate(than date: DateMention?, between first: Int, and last: Int) -> Bool {
        guard first <= last else { return false }
        let range = reading.document.sentences[first].range.union(reading.document.sentences[last].range)
        return reading.document.dates.contains {
            range.contains($0.range) && !reading.isQuoted[$0.tokens.lowerBound]
                && ($0.reading.from, $0.reading.to) != (date?.reading.from, date?.reading.to)
        }
    }

    // MARK: - Readouts

    private func fromTheOnlyMeeting(_ events: inout [EventDraft]) {
        let meetings = events.filter { event in
            if case .meeting(let body) = event.body {
                body.status == .held && event.date != nil && !isQuoted(body)
            } else {
                false
            }
        }
        guard let meeting = meetings.first, Set(meetings.compactMap { $0.date?.reading.from }).count == 1,
            meeting.sentence <= 3, case .meeting(let body) = meeting.body,
            Readout(reading: reading).isReadout(events, of: body)
        else { return }
        // What is told before the meeting was not said there, nor is what others say.
        for index in events.indices
        where events[index].date == nil && events[index].sentence >= meeting.sentence {
            switch events[index].body {
            case .statement, .position:
                guard events[index].actorMentions.contains(where: { isAtTable($0, of: body) }),
                    !isQuotedOrSubordinate(events[index])
                else { continue }
                events[index].inherit(meeting.date)
            default: continue
            }
        }
    }

    private func isQuoted(_ meeting: MeetingDraft) -> Bool {
        meeting.triggers.first.flatMap { reading.tokens(in: $0).first }.map { reading.isQuoted[$0] } ?? false
    }

    /// Whether an actor takes part in a meeting, or is a country: those who meet speak for theirs.
    private func isAtTable(_ actor: ActorMention, of meeting: MeetingDraft) -> Bool {
        meeting.participants.contains { $0.entity == actor.entity }
            || reading.document.entities[actor.entity].kind == .country
    }

    private func isQuotedOrSubordinate(_ event: EventDraft) -> Bool {
        guard case .statement(let body) = event.body, let cue = body.cueToken else { return false }
        return reading.isQuoted[cue] || reading.relation(cue) == .relativeClause
    }

    // MARK: - Stances

    private func fromStatements(_ events: inout [EventDraft]) {
        let dated = events.filter { event in
            if case .statement = event.body { event.date != nil } else { false }
        }
        for index in events.indices where events[index].date == nil {
            guard case .position(let position) = events[index].body else { continue }
            let holders = Set(position.holders.map(\.entity))
            let source = dated.first { event in
                guard case .statement(let body) = event.body,
                    !holders.isDisjoint(with: body.speakers.map(\.entity))
                else { return false }
                return body.content.contains { $0.overlaps(position.cue) }
                    || body.cue.map { $0.overlaps(position.cue) } ?? false
            }
            guard let source else { continue }
            events[index].inherit(source.date)
        }
    }

    // MARK: - Visits

    /// "met on the president's plane during a stop in Oslo en route to Rome": the stop was when the meeting was; Rome was still
    /// ahead.
    private func fromMeetings(_ events: inout [EventDraft]) {
        for index in events.indices where events[index].date == nil {
            guard case .visit(let visit) = events[index].body, visit.status == .held,
                let word = visit.triggers.first.flatMap({ reading.tokens(in: $0).first }),
                reading.form(word) != "en"
            else { continue }
            let meeting = events.first { event in
                guard case .meeting(let meeting) = event.body, meeting.status == .held, event.date != nil,
                    meeting.participants.contains(where: { actor in
                        visit.visitors.contains { $0.entity == actor.entity }
                    })
                else { return false }
                return meeting.triggers.contains { trigger in
                    reading.tokens(in: trigger).contains { $0 != word && reading.tree.isWithin(word, $0) }
                }
            }
            guard let meeting else { continue }
            events[index].inherit(meeting.date)
        }
    }
}
