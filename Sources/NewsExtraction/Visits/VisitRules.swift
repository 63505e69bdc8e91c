import NewsEvents
import NewsText

/// Visits: an actor travels to a place in office.
struct VisitRules: ExtractionRule {
    static let summary =
        "a verb or noun of travel, \"en route to\" or \"is in … for\", with a traveller and a place"

    static let matches = [
        RuleExample("Havel visited Austria on Monday.", finds: "Havel | visited | Austria"),
        RuleExample("Ito arrived in Vienna.", finds: "Ito | arrived | Vienna"),
        RuleExample(
            "Mary Okafor stopped in Rome en route to Paris.",
            finds: "Mary Okafor | en route to Paris | Paris"
        ),
        RuleExample("Mary Okafor made a brief visit to Austria.", finds: "Mary Okafor | visit | Austria"),
        RuleExample(
            "A visit to Austria by Mary Okafor was cancelled.",
            finds: "Mary Okafor | visit | Austria"
        ),
        RuleExample(
            "The vote follows a visit last week by Mary Okafor to Austria.",
            finds: "Mary Okafor | visit | Austria"
        ),
        RuleExample("Mary Okafor will visit Kenya and Ghana.", finds: "Mary Okafor | visit | Ghana"),
        RuleExample("Mary Okafor visited a camp in Jordan.", finds: "Mary Okafor | visited | Jordan"),
        RuleExample(
            "Mary Okafor, who is on a visit to Kenya, opened a school.",
            finds: "Mary Okafor | visit | Kenya"
        ),
        RuleExample(
            "Mary Okafor arrived on Monday in the Austrian capital.",
            finds: "Mary Okafor | arrived | the Austrian capital"
        ),
        RuleExample("Mary Okafor left for Austria on Monday.", finds: "Mary Okafor | left | Austria"),
    ]

    static let misses = [
        "Havel visited Ito.", "The train arrived in Vienna.", "Prices went to the ceiling.",
        "\"We go to Vienna every year,\" said Mary Okafor.", "Thousands of tourists visited Austria.",
        "Mary Okafor praised a visit to Austria.", "Austria declined to invite Mary Okafor to Vienna.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        reading.freshTokens.flatMap { token -> [EventDraft] in
            if reading.form(token) == "route" { return enRoute(token, in: reading).map { [$0] } ?? [] }
            if reading.token(token).tag == .verb {
                let places =
                    reading.lexicons.visitVerbs[reading.lemmaWithParticle(token)]
                    ?? reading.lexicons.visitVerbs[reading.lemma(token)]
                return places.map { travel(token, places: $0, in: reading) }
                    ?? awaited(token, in: reading).map { [$0] }
                    ?? (sending(token, in: reading) + invitation(token, in: reading))
            }
            if reading.token(token).tag == .noun,
                let places = reading.lexicons.visitNouns[reading.lemma(token)]
            {
                return trip(token, places: places, in: reading)
            }
            return (stay(token, in: reading) ?? awaited(token, in: reading)).map { [$0] } ?? []
        }
    }

    private func travel(_ verb: Int, places: [String], in reading: Reading) -> [EventDraft] {
        guard !reading.isHypothetical(verb), isTold(verb, in: reading), let subject = reading.doer(of: verb)
        else { return [] }
        let visitors = reading.actors(at: subject).filter {
            reading.isOfficial($0) && !isPrivate($0, in: reading)
        }
        return drafts(verb, visitors: visitors, places: places, in: reading)
    }

    /// Whether a verb tells of a journey: of what is quoted only what was done or will be, and "we go to Rome" says much else.
    private func isTold(_ verb: Int, in reading: Reading) -> Bool {
        guard reading.isQuoted[verb] else { return true }
        let isPlain = reading.isFuture(verb) || reading.isSimplePast(verb) && !reading.isIngForm(verb)
        return isPlain
            && (reading.date(of: verb) != nil
                || !["go", "come", "return", "head"].contains(reading.lemma(verb)))
    }

    /// "the fugitive Ito", "the singer": somebody who travels in no office.
    private func isPrivate(_ actor: ActorMention, in reading: Reading) -> Bool {
        let entity = reading.document.entities[actor.entity]
        let words = (entity.role ?? "").lowercased().split(separator: " ").map(String.init)
        return entity.kind == .person && words.contains { Self.unofficial.contains($0) }
    }

    private static let unofficial: Set<String> = [
        "leaker", "fugitive", "whistleblower", "whistle-blower", "contractor", "journalist", "reporter",
        "suspect", "gunman", "actor", "actress", "singer", "tourist", "student", "blogger", "refugee",
        "hostage", "prisoner", "footballer", "athlete", "citizen", "traveler", "traveller",
    ]

    /// "Norway sent an envoy to Peru", "Ito was dispatched to Lima".
    private func sending(_ verb: Int, in reading: Reading) -> [EventDraft] {
        guard ["send", "dispatch"].contains(reading.lemma(verb)), !reading.isHypothetical(verb),
            !reading.isQuoted[verb],
            let sent = reading.isPassive(verb)
                ? reading.tree.child(of: verb, by: [.nominalSubject])
                : reading.tree.child(of: verb, by: [.object])
        else { return [] }
        let envoys = reading.actors(at: sent).filter { actor in
            reading.isOfficial(actor)
                && ["envoy", "delegation", "minister", "ambassador", "representative", "negotiator", "team"]
                    .contains {
                        reading.lemma(sent) == $0
                            || (reading.document.entities[actor.entity].role ?? "").lowercased().hasSuffix($0)
                    }
        }
        return drafts(verb, visitors: envoys, places: ["to"], in: reading)
    }

    /// "invited Ito to the White House", "has been invited to Lima".
    private func invitation(_ verb: Int, in reading: Reading) -> [EventDraft] {
        guard reading.lemma(verb) == "invite", !reading.isHypothetical(verb), !reading.isQuoted[verb],
            !reading.isNegated(verb),
            let guest = reading.isPassive(verb)
                ? reading.tree.child(of: verb, by: [.nominalSubject])
                : reading.tree.child(of: verb, by: [.object]), guest != verb
        else { return [] }
        let guests = reading.actors(at: guest).filter {
            reading.document.entities[$0.entity].kind == .person && !isPrivate($0, in: reading)
        }
        return drafts(verb, visitors: guests, places: ["to"], in: reading).compactMap { event in
            // "declined to invite Ito to Lima": no one is asked.
            guard case .visit(var visit) = event.body, visit.status != .denied else { return nil }
            visit.status = .proposed
            var offered = event
            offered.body = .visit(visit)
            offered.date = event.date.flatMap { $0.reading.from > reading.document.published ? $0 : nil }
            return offered
        }
    }

    private func trip(_ noun: Int, places: [String], in reading: Reading) -> [EventDraft] {
        let visitors = owners(of: noun, in: reading).filter { reading.isOfficial($0) }
        return drafts(noun, visitors: visitors, places: places, in: reading)
    }

    /// "Havel is in Paris for talks": the place is the predicate.
    private func stay(_ place: Int, in reading: Reading) -> EventDraft? {
        guard let copula = reading.tree.child(of: place, by: [.copula]), copula < place,
            ["in", "at"].contains(reading.tree.caseWords(of: place) ?? ""),
            let mention = reading.mention(at: place), isPlace(mention), !reading.isQuoted[place],
            !reading.isHypothetical(place),
            let subject = reading.tree.child(of: place, by: [.nominalSubject]),
            hasErrand(place, in: reading) || reading.date(of: place)?.reading.precision == .day
        else { return nil }
        let country = reading.lexicons.country(
            ofTown: reading.document.string(reading.document.range(of: mention.tokens))
        )
        // Who is at home there is on no visit.
        let visitors = reading.actors(at: subject).filter {
            reading.isOfficial($0) && (country == nil || reading.home(ofPerson: $0.entity) != country)
        }
        guard !visitors.isEmpty else { return nil }
        let range = reading.document.range(of: mention.tokens)
        let trigger = TextRange(reading.token(copula).range.start, range.end)
        return draft(place, trigger: trigger, visitors: visitors, place: range, in: reading)
    }

    /// "for talks", "to sign the treaty".
    private func hasErrand(_ place: Int, in reading: Reading) -> Bool {
        reading.tree.children(of: place, by: [.oblique, .nominalModifier, .adverbialClause]).contains {
            reading.tree.caseWords(of: $0) == "for"
                || reading.tree.children(of: $0, by: [.marker]).contains { reading.form($0) == "to" }
        }
    }

    /// "is due in Oslo on Friday", "is expected in Oslo": there is no verb of travel.
    private func awaited(_ word: Int, in reading: Reading) -> EventDraft? {
        guard ["due", "expected"].contains(reading.form(word)), !reading.isQuoted[word],
            word > 0, reading.lemma(word - 1) == "be",
            reading.tree.child(of: word, by: [.openComplement]) == nil,
            let place = reading.tree.children(of: word, by: [.oblique]).first(where: {
                ["in", "at"].contains(reading.tree.caseWords(of: $0) ?? "")
            }), let mention = reading.mention(at: place), isPlace(mention),
            let subject = reading.tree.child(of: word, by: [.nominalSubject])
        else { return nil }
        let visitors = reading.actors(at: subject).filter { reading.isOfficial($0) }
        guard !visitors.isEmpty else { return nil }
        let range = reading.document.range(of: mention.tokens)
        var event = draft(
            word,
            trigger: reading.token(word).range,
            visitors: visitors,
            place: range,
            in: reading
        )
        guard case .visit(var visit) = event.body else { return nil }
        visit.status = .planned
        event.body = .visit(visit)
        return event
    }

    private func enRoute(_ route: Int, in reading: Reading) -> EventDraft? {
        guard route > 0, reading.form(route - 1) == "en" else { return nil }
        let sentence = reading.document.sentences[reading.sentence(of: route)].tokens
        guard route + 2 < sentence.upperBound, reading.form(route + 1) == "to",
            let mention = reading.mention(at: route + 2)
                ?? (route + 3 < sentence.upperBound ? reading.mention(at: route + 3) : nil),
            isPlace(mention)
        else { return nil }
        var verb = route
        while reading.token(verb).tag != .verb, reading.token(verb).head != verb {
            verb = reading.token(verb).head
        }
        var visitors: [ActorMention] = []
        // "reporters travelling on his plane … en route to": the plane's owner travels.
        for token in sentence where token < route && reading.lemma(token) == "plane" {
            visitors += reading.tree.children(of: token, by: [.possessive]).flatMap { reading.actors(at: $0) }
        }
        if visitors.isEmpty, let subject = reading.subject(of: verb) {
            visitors = reading.actors(at: subject)
        }
        visitors = visitors.filter { reading.isOfficial($0) }
        guard !visitors.isEmpty else { return nil }
        let range = reading.document.range(of: mention.tokens)
        let trigger = TextRange(reading.token(route - 1).range.start, range.end)
        return draft(route, trigger: trigger, visitors: visitors, place: range, in: reading)
    }

    private func drafts(
        _ head: Int,
        visitors: [ActorMention],
        places: [String],
        in reading: Reading
    ) -> [EventDraft] {
        guard !visitors.isEmpty else { return [] }
        return destinations(of: head, places: places, in: reading).map {
            draft(head, trigger: reading.token(head).range, visitors: visitors, place: $0, in: reading)
        }
    }

    /// "will embark on a visit on Sunday": the day of the verb that the visit is begun with.
    private func dateOfStart(of noun: Int, in reading: Reading) -> DateMention? {
        let verb = reading.token(noun).head
        guard reading.token(noun).tag == .noun, reading.token(verb).tag == .verb,
            reading.lexicons.visitBringers.contains(reading.lemmaWithParticle(verb)),
            [.object, .oblique].contains(reading.relation(noun).universal)
        else { return nil }
        return reading.date(of: verb)
    }

    private func draft(
        _ head: Int,
        trigger: TextRange,
        visitors: [ActorMention],
        place: TextRange,
        in reading: Reading
    ) -> EventDraft {
        let date =
            reading.date(of: head) ?? dateOfStart(of: head, in: reading) ?? reading.dateBehind(subject: head)
            ?? (reading.token(head).tag == .noun ? reading.coarseDate(behind: head) : nil)
        var status = MeetingStatus(reading: reading).status(of: head)
        if status == .held, reading.token(head).tag == .noun,
            ["before", "ahead of", "prior to"].contains(occasion(of: head, in: reading).preposition)
        {
            status = .planned
        }
        // "He will speak during his visit."
        if status == .held, reading.token(head).tag == .noun,
            case let clause = occasion(of: head, in: reading),
            ["during", "on"].contains(clause.preposition), reading.isFuture(clause.head)
        {
            status = .planned
        }
        if status == .held, let date, date.reading.from > reading.document.published { status = .planned }
        let draft = VisitDraft(
            visitors: visitors.uniqued(),
            destination: place,
            status: status,
            triggers: [trigger]
        )
        return EventDraft(
            body: .visit(draft),
            sentence: reading.sentence(of: head),
            date: date,
            confidence: 0.9
        )
    }
}
