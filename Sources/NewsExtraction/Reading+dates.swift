import NewsEvents
import NewsText

/// The dates that the tree ties to words.
extension Reading {
    /// The date the tree ties to a word: said of it, of its verb phrase or, for a noun, inside its noun phrase.
    func date(of head: Int) -> DateMention? {
        let sentence = document.sentences[sentence(of: head)]
        var best: (distance: Int, date: DateMention)?
        for date in document.dates where sentence.tokens.contains(date.tokens.lowerBound) {
            guard let distance = distance(from: date, to: head), distance < (best?.distance ?? .max) else {
                continue
            }
            best = (distance, date)
        }
        return best?.date ?? dateOfPlan(for: head)
    }

    /// "His visit to Peru last week drew protests": a day between a subject and its verb is the subject's.
    func dateBehind(subject noun: Int) -> DateMention? {
        let verb = token(noun).head
        guard token(noun).tag == .noun, relation(noun).universal == .nominalSubject, noun < verb else {
            return nil
        }
        return document.dates.first { date in
            date.tokens.lowerBound > noun && date.tokens.upperBound <= verb
                && (self.date(of: verb)?.range == date.range)
        }
    }

    /// "is scheduled to visit Lund next week": behind the infinitive, the date is of what is planned.
    private func dateOfPlan(for verb: Int) -> DateMention? {
        let plan = token(verb).head
        guard relation(verb).universal == .openComplement, plan < verb,
            lexicons.occurrences[lemma(plan)] == .planned, let date = date(of: plan),
            date.tokens.lowerBound > verb
        else { return nil }
        return date
    }

    /// Steps up the tree from a date to `head`, not through another clause; nil if the date belongs elsewhere.
    private func distance(from date: DateMention, to head: Int) -> Int? {
        var current = date.tokens.first { !date.tokens.contains(token($0).head) } ?? date.tokens.lowerBound
        // "after Monday's meeting": Monday is the meeting's.
        let isOwn =
            token(current).head == head
            && (relation(current) == .possessive || relation(current).universal == .compound)
        if current != head, !isOwn, isBound(date) || isOfSource(date, for: head) { return nil }
        if isBehindAside(date, of: head) { return nil }
        var steps = 0
        while true {
            if current == head { return steps }
            let next = token(current).head
            if next == current { return nil }
            if date.reading.precision == .year, isAttribute(current, of: next), next != head { return nil }
            // "Ahead of the vote on Monday, Havel said"
            if steps > 0, form(current) == "ahead" { return nil }
            if steps > 0, next == head, isAside(current, date) { return nil }
            // "condemned Monday's attack": the day of the attack, but "held Monday's talks".
            if steps == 0, next != head, isOfThing(current, next) { return nil }
            // A clause on the way that is not the one asked for owns the date, unless it is a mere infinitive.
            if steps > 0,
                Self.clauses.contains(relation(current).universal)
                    || token(current).tag == .verb
                        && relation(current).universal != .openComplement
            {
                return nil
            }
            current = next
            steps += 1
        }
    }

    /// "met Ito, following a summit last week", "will not meet ahead of a speech in March": a time told inside such a phrase is
    /// the phrase's; only a day is as a rule that of both ("said after talks on Monday").
    private func isAside(_ phrase: Int, _ date: DateMention) -> Bool {
        let lead = preposition(of: phrase) ?? form(phrase)
        return ["ahead of", "before", "prior to"].contains(lead)
            || ["following", "after"].contains(lead) && date.reading.precision != .day
    }

    /// The same where the tree hangs the time on the verb, right behind the phrase.
    private func isBehindAside(_ date: DateMention, of verb: Int) -> Bool {
        guard token(verb).tag == .verb else { return false }
        var start = date.tokens.lowerBound
        while start > verb + 1, [.adposition, .determiner].contains(token(start - 1).tag) { start -= 1 }
        let phrases = tree.children(of: verb, by: [.oblique, .adverbialModifier, .adverbialClause]).filter {
            $0 > verb && $0 < start
        }
        // "following a summit in Oslo last week": the place stands between.
        for phrase in phrases.reversed() where tree.span(of: phrase).upperBound == start {
            if isAside(phrase, date) || form(phrase) == "ahead" { return true }
            start = tree.span(of: phrase).lowerBound
        }
        return false
    }

    /// "recalled his visit to Peru in February", "the summit in Oslo this weekend": a time longer than a day right behind a
    /// noun's words is the noun's.
    func coarseDate(behind noun: Int) -> DateMention? {
        let end = tree.span(of: noun).upperBound
        return document.dates.first { date in
            let first = date.tokens.lowerBound
            // "his fourth visit in the last two years": how often, not when.
            let days = date.reading.to.daysSinceEpoch - date.reading.from.daysSinceEpoch
            guard date.reading.precision != .day, date.reading.precision != .range || days < 31 else {
                return false
            }
            return first == end + 1 && form(end) == "in" && date.reading.to <= document.published
                || first == end && ["this", "last", "next", "earlier", "later"].contains(form(first))
        }
    }

    /// "referred to Saturday's attack", "blamed for the March 4 attack": the day of the thing.
    private func isOfThing(_ date: Int, _ noun: Int) -> Bool {
        let isObject = relation(noun).universal == .object
        guard
            relation(date) == .possessive
                || !isObject && date < noun && relation(date).universal == .compound,
            isObject || relation(noun).universal == .oblique, token(noun).tag == .noun
        else { return false }
        let lemma = lemma(noun)
        return lexicons.meetingNouns[lemma] == nil && lexicons.visitNouns[lemma] == nil
            && (isObject
                || !lexicons.nouns.occasions.contains(lemma) && !lexicons.nouns.documents.contains(lemma)
                    && ["to", "for", "of", "over", "about", "from"].contains(tree.caseWords(of: noun) ?? ""))
    }

    /// "backs the 1984 agreement": the year of the thing, not of what is done with it; but "spoke at the 1984 summit".
    private func isAttribute(_ date: Int, of noun: Int) -> Bool {
        guard date < noun, token(noun).tag != .verb else { return false }
        return relation(noun).universal != .oblique
            && [.compound, .numericModifier, .adjectivalModifier, .nominalModifier, .possessive].contains(
                relation(date).universal
            )
    }

    /// "until Monday", "after March", "ahead of next month's vote": a time that something lasts to or begins at, not when it was.
    func isBound(_ date: DateMention) -> Bool {
        let first = date.tokens.lowerBound
        return first > 0 && ["until", "till", "before", "after", "by", "since"].contains(form(first - 1))
            || first > 1 && form(first - 1) == "of" && form(first - 2) == "ahead"
    }

    /// "According to a poll published on Monday, …": the date is of the poll, not of what it says.
    func isOfSource(_ date: DateMention, for head: Int) -> Bool {
        let sentence = document.sentences[sentence(of: head)].tokens
        guard sentence.count > 2, form(sentence.lowerBound) == "according",
            let comma = sentence.first(where: { form($0) == "," })
        else { return false }
        return date.tokens.lowerBound < comma && head > comma
    }

    private static let clauses: RelationSet = [
        .clausalComplement, .adverbialClause, .adjectivalClause, .parataxis, .clausalSubject,
    ]
}
