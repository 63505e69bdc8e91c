import NewsEvents
import NewsText

/// The occasion that a dated telling opens: who spoke, on which day, and what of theirs follows was said on it.
///
/// News puts the day in the first sentences ("Anna Smith said on Tuesday …", "On Tuesday Smith rejected …") and then quotes
/// at length what was said that day, without telling the day again. So what a speaker of the opening says further down, in
/// the simple past, is of that day, until another day is told of them ("had said", "said earlier") or they answer a question
/// ("when asked"). Sayings on an occasion of their own ("in an interview"), in the present or the perfect are passed over.
/// What a person is told further down to have said on a day goes on in the same way, from saying to saying, over a few
/// paragraphs.
struct OpeningOccasion {
    let reading: Reading

    /// Somebody who speaks in the opening, where, and when.
    private struct Telling {
        let actor: Int
        let sentence: Int
        let date: DateMention
        /// Whether it is what the article opens with.
        let isOpening: Bool
        /// Whether it names what the words were given out through.
        let hasChannel: Bool
        /// Whether it names where it was said.
        let isOnOccasion: Bool
    }

    /// Somebody on a day; on none for who speaks in the opening.
    private struct Day: Hashable {
        let actor: Int
        let day: CalendarDate?
    }

    /// Dates what goes on from the opening.
    func fill(_ events: inout [EventDraft]) {
        let order = events.indices.sorted {
            (events[$0].sentence, events[$0].order) < (events[$1].sentence, events[$1].order)
        }
        // Made once: it holds the events as they are, and each one made anew would have them copied.
        let named = NamedOccasions(reading: reading, events: events)
        for telling in tellings(events, named) { carry(telling, over: order, named, in: &events) }
    }

    // MARK: - The opening

    private func tellings(_ events: [EventDraft], _ named: NamedOccasions) -> [Telling] {
        var tellings: [Telling] = []
        var known: Set<Day> = []
        func add(_ actors: [Int], _ sentence: Int, _ date: DateMention, isOpening: Bool) {
            guard date.reading.precision == .day, date.reading.to <= reading.document.published else {
                return
            }
            for actor in actors {
                // The opening has one day for each who speaks there, whatever else it tells of them.
                let day = Day(actor: actor, day: isOpening ? nil : date.reading.from)
                guard known.insert(day).inserted else { continue }
                known.insert(Day(actor: actor, day: date.reading.from))
                let hasChannel = mainVerbs(of: sentence).contains(where: named.hasChannel)
                tellings.append(
                    Telling(
                        actor: actor,
                        sentence: sentence,
                        date: date,
                        isOpening: isOpening,
                        hasChannel: hasChannel,
                        isOnOccasion: mainVerbs(of: sentence).contains(where: named.isElsewhere)
                    )
                )
            }
        }
        for sentence in opening() {
            for event in events where event.sentence == sentence && !event.dateIsInherited {
                guard let date = event.date else { continue }
                switch event.body {
                case .statement(let body): add(body.speakers.map(\.entity), sentence, date, isOpening: true)
                case .position(let body): add(body.holders.map(\.entity), sentence, date, isOpening: true)
                default: continue
                }
            }
            for verb in mainVerbs(of: sentence) {
                guard isDeed(verb), let date = reading.date(of: verb),
                    let subject = reading.subject(of: verb)
                else { continue }
                add(reading.actors(at: subject).map(\.entity), sentence, date, isOpening: true)
            }
        }
        for event in events where !event.dateIsInherited {
            guard case .statement(let body) = event.body, let date = event.date else { continue }
            let people = body.speakers.map(\.entity).filter { reading.document.entities[$0].kind == .person }
            add(people, event.sentence, date, isOpening: false)
        }
        return tellings
    }

    /// The first three sentences of running text.
    private func opening() -> [Int] {
        Array(
            reading.document.sentences.indices.lazy.filter { index in
                let paragraph = reading.document.paragraphs[reading.document.sentences[index].paragraph]
                return paragraph.kind == .body && reading.root(of: index).map(hasVerb) ?? false
            }.prefix(3)
        )
    }

    private func hasVerb(_ root: Int) -> Bool {
        reading.token(root).tag == .verb
            || reading.tree.child(of: root, by: [.copula, .nominalSubject]) != nil
    }

    private func mainVerbs(of sentence: Int) -> [Int] {
        guard let root = reading.root(of: sentence) else { return [] }
        return reading.tree.conjuncts(of: root).filter { !reading.isQuoted[$0] }
    }

    /// "spoke", "rejected the plan", "issued a subpoena": an act of the day; what is said to the press after a meeting is not
    /// said at the meeting.
    private func isDeed(_ verb: Int) -> Bool {
        guard reading.token(verb).tag == .verb, reading.isSimplePast(verb) else { return false }
        let isSpeech = reading.tree.children(of: verb, by: [.object]).contains { object in
            let lemma = reading.lemma(object)
            return reading.lexicons.nouns.occasions.contains(lemma)
                || reading.lexicons.nouns.documents.contains(lemma)
        }
        return isSpeech
            || reading.lexicons.meetingVerbs[reading.lemma(verb)] == nil
                && reading.lexicons.visitVerbs[reading.lemma(verb)] == nil
    }

    // MARK: - What goes on from it

    private func carry(
        _ telling: Telling,
        over order: [Int],
        _ named: NamedOccasions,
        in events: inout [EventDraft]
    ) {
        var last = telling.sentence
        var hasOccasion = false
        for index in order[order.partition { events[$0].sentence > telling.sentence }...] {
            let event = events[index]
            if !telling.isOpening, paragraph(event.sentence) - paragraph(last) > Self.reach { return }
            guard voices(of: event).contains(telling.actor) || speaks(event, for: telling) else { continue }
            if isBroken(after: last, upTo: event.sentence, telling) { return }
            last = event.sentence
            if let date = event.date {
                if date.reading != telling.date.reading, !event.dateIsInherited { return }
                continue
            }
            guard let verb = verb(of: event), !reading.isQuoted[verb] else { continue }
            // "Ito said on Tuesday … Speaking in the assembly, Ito said": the opening goes on to tell where it was.
            let isNear = event.sentence <= telling.sentence + 2
            if isOfAnotherOccasion(verb, event) || isReply(verb) { return }
            if !isNear, named.isElsewhere(verb) {
                // "reassured the allies on Monday … said at a news conference": where it was is told only now.
                guard telling.isOpening, !telling.isOnOccasion, !hasOccasion, named.isPublic(verb) else {
                    continue
                }
                hasOccasion = true
            }
            // What was given out in a statement is not what was written on a network.
            if telling.hasChannel, named.hasChannel(verb) { return }
            guard reading.isSimplePast(verb), !isNested(event, in: events) else { continue }
            events[index].inherit(telling.date)
        }
    }

    /// How many paragraphs on from one saying to the next, other than the article's news, it is one occasion.
    private static let reach = 3

    /// "Norway insisted on Monday … said Mark Ito, the Norwegian envoy": who speaks for a state soon after it spoke.
    private func speaks(_ event: EventDraft, for telling: Telling) -> Bool {
        guard telling.isOpening, reading.document.entities[telling.actor].kind == .country,
            event.sentence - telling.sentence <= Self.spokenFor, case .statement(let body) = event.body,
            body.speakers.count == 1, let speaker = body.speakers.first?.entity,
            reading.document.entities[speaker].kind == .person
        else { return false }
        return reading.home(ofPerson: speaker) == reading.document.entities[telling.actor].name
    }

    /// How many sentences on from a state's own words those of its people are of the same day.
    private static let spokenFor = 6

    private func paragraph(_ sentence: Int) -> Int { reading.document.sentences[sentence].paragraph }

    private func voices(of event: EventDraft) -> [Int] {
        switch event.body {
        case .statement(let body): body.speakers.map(\.entity)
        case .position(let body): body.holders.map(\.entity)
        default: []
        }
    }

    private func verb(of event: EventDraft) -> Int? {
        switch event.body {
        case .statement(let body):
            body.cueToken.flatMap { reading.token($0).tag == .verb ? reading.tellingVerb(of: $0) : nil }
        case .position(let body): reading.tokens(in: body.cue).first.flatMap(reading.tellingVerb)
        default: nil
        }
    }

    /// "told reporters when asked about the road": on its own, whatever was done that day.
    private func isReply(_ verb: Int) -> Bool {
        reading.tree.children(of: verb, by: [.adverbialClause]).contains { clause in
            reading.tree.children(of: clause, by: [.marker, .adverbialModifier]).contains {
                reading.form($0) == "when"
            }
        }
    }

    private func isOfAnotherOccasion(_ verb: Int, _ event: EventDraft) -> Bool {
        if reading.isOfAnotherTime(verb) { return true }
        guard case .statement(let body) = event.body else { return false }
        return reading.isInterview(body)
    }

    /// Whether another day is told of what the actor did.
    private func isBroken(after first: Int, upTo last: Int, _ telling: Telling) -> Bool {
        guard first < last else { return false }
        return (first + 1...last).contains { sentence in
            mainVerbs(of: sentence).contains { verb in
                guard let date = reading.date(of: verb), date.reading != telling.date.reading,
                    let subject = reading.subject(of: verb)
                else { return false }
                return reading.actors(at: subject).contains { $0.entity == telling.actor }
            }
        }
    }

    private func isNested(_ event: EventDraft, in events: [EventDraft]) -> Bool {
        let cue: TextRange? =
            switch event.body {
            case .statement(let body): body.cue
            case .position(let body): body.cue
            default: nil
            }
        guard let cue else { return false }
        return events.contains { other in
            guard case .statement(let outer) = other.body else { return false }
            return outer.content.contains { $0.contains(cue) }
        }
    }
}
