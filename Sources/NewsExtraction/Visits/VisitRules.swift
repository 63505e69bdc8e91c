import NewsEvents
import NewsText

/// Visits: an actor travels to a place in office.
struct VisitRules: ExtractionRule {
    static let summary = "a verb or noun of travel, or \"en route to\", with a traveller and a place"

    static let matches = [
        RuleExample("Havel visited Austria on Monday.", finds: "Havel | visited | Austria"),
        RuleExample("Ito arrived in Vienna.", finds: "Ito | arrived | Vienna"),
        RuleExample(
            "Mary Okafor stopped in Rome en route to Paris.",
            finds: "Mary Okafor | en route to Paris | Paris"
        ),
    ]

    static let misses = ["Havel visited Ito.", "The train arrived in Vienna.", "Prices went to the ceiling."]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        reading.freshTokens.compactMap { token in
            if reading.form(token) == "route" { return enRoute(token, in: reading) }
            if reading.token(token).tag == .verb,
                let places = reading.lexicons.visitVerbs[reading.lemma(token)]
            {
                return travel(token, places: places, in: reading)
            }
            if reading.token(token).tag == .noun,
                let places = reading.lexicons.visitNouns[reading.lemma(token)]
            {
                return trip(token, places: places, in: reading)
            }
            return nil
        }
    }

    private func travel(_ verb: Int, places: [String], in reading: Reading) -> EventDraft? {
        guard !reading.isHypothetical(verb), !reading.isQuoted[verb], let subject = reading.subject(of: verb)
        else { return nil }
        let visitors = reading.actors(at: subject).filter {
            isTraveller(reading.document.entities[$0.entity])
        }
        guard !visitors.isEmpty, let place = destination(of: verb, places: places, in: reading) else {
            return nil
        }
        return draft(verb, trigger: reading.token(verb).range, visitors: visitors, place: place, in: reading)
    }

    private func trip(_ noun: Int, places: [String], in reading: Reading) -> EventDraft? {
        guard let place = destination(of: noun, places: places, in: reading),
            let owner = reading.tree.children(of: noun, by: [.possessive]).first
                ?? subjectOfGovernor(noun, in: reading)
        else { return nil }
        let visitors = reading.actors(at: owner).filter { isTraveller(reading.document.entities[$0.entity]) }
        guard !visitors.isEmpty else { return nil }
        return draft(noun, trigger: reading.token(noun).range, visitors: visitors, place: place, in: reading)
    }

    private func subjectOfGovernor(_ noun: Int, in reading: Reading) -> Int? {
        let head = reading.token(noun).head
        guard [.object, .oblique].contains(reading.relation(noun).universal), reading.token(head).tag == .verb
        else { return nil }
        return reading.subject(of: head)
    }

    private func enRoute(_ route: Int, in reading: Reading) -> EventDraft? {
        guard route > 0, reading.form(route - 1) == "en" else { return nil }
        let sentence = reading.document.sentences[reading.sentence(of: route)].tokens
        guard route + 2 < sentence.upperBound, reading.form(route + 1) == "to",
            let mention = reading.document.mentions.first(where: {
                $0.tokens.lowerBound >= route + 2 && $0.tokens.lowerBound <= route + 3
            }),
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
        visitors = visitors.filter { isTraveller(reading.document.entities[$0.entity]) }
        guard !visitors.isEmpty else { return nil }
        let trigger = TextRange(
            reading.token(route - 1).range.start,
            reading.document.range(of: mention.tokens).end
        )
        return draft(
            route,
            trigger: trigger,
            visitors: visitors,
            place: reading.document.range(of: mention.tokens),
            in: reading
        )
    }

    private func isTraveller(_ entity: Entity) -> Bool { entity.kind == .person || entity.kind == .group }

    private func isPlace(_ mention: Mention) -> Bool {
        [.politicalPlace, .location, .facility].contains(mention.kind)
    }

    private func destination(of head: Int, places: [String], in reading: Reading) -> TextRange? {
        for place in places {
            let candidates =
                place == "obj"
                ? reading.tree.children(of: head, by: [.object])
                : reading.tree.children(of: head, by: [.oblique, .nominalModifier]).filter {
                    reading.tree.caseWords(of: $0) == place
                }
            for candidate in candidates {
                if let mention = reading.document.mentions.first(where: {
                    $0.head == candidate || $0.tokens.contains(candidate)
                }), isPlace(mention) {
                    return reading.document.range(of: mention.tokens)
                }
            }
        }
        return nil
    }

    private func draft(
        _ head: Int,
        trigger: TextRange,
        visitors: [ActorMention],
        place: TextRange,
        in reading: Reading
    ) -> EventDraft {
        let status =
            reading.token(head).tag == .verb && reading.isNegated(head)
            ? Occurrence.denied
            : reading.isFuture(head) ? .planned : MeetingCircumstances.status(of: head, in: reading)
        let draft = VisitDraft(
            visitors: visitors.uniqued(),
            destination: place,
            status: status,
            triggers: [trigger]
        )
        return EventDraft(
            body: .visit(draft),
            sentence: reading.sentence(of: head),
            date: reading.date(of: head),
            confidence: 0.9
        )
    }
}
