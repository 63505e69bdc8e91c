import NewsText

/// When something was said.
enum StatementDate {
    /// The date that the words of saying have; nil if none.
    ///
    /// It stands on the verb itself, on an occasion named beside it, or at the head of the sentence. A date inside `content` is of what was said, never of the saying.
    static func date(of verb: Int, outside content: [TextRange], in reading: Reading) -> DateMention? {
        let sentence = reading.document.sentences[reading.sentence(of: verb)].tokens
        // "a statement saying": the statement was released when its release was.
        let head = reading.token(verb).head
        if reading.relation(verb).universal == .adjectivalClause,
            reading.lexicons.nouns.documents.contains(reading.lemma(head)),
            reading.relation(head).universal == .object
        {
            return date(of: reading.token(head).head, outside: content, in: reading)
        }
        let dates = reading.document.dates.map { pastReading(of: $0, by: verb, in: reading) }.filter { date in
            sentence.contains(date.tokens.lowerBound) && !reading.isQuoted[date.tokens.lowerBound]
                && !content.contains { $0.contains(date.range) }
                && date.reading.to <= reading.document.published
        }
        if let hung = reading.date(of: verb), let date = dates.first(where: { $0.range == hung.range }) {
            return date
        }
        let own = dates.filter { belongs($0, to: verb, in: reading) || follows($0, verb, in: reading) }
        if let nearest = own.min(by: { distance($0, verb) < distance($1, verb) }) { return nearest }
        if let date = opening(dates, of: verb, sentence: sentence, in: reading) { return date }
        return main(of: verb, in: reading).flatMap { date(of: $0, outside: content, in: reading) }
    }

    /// "resigned on Monday, saying it was time": a participle of saying behind a verb has its day.
    private static func main(of verb: Int, in reading: Reading) -> Int? {
        let head = reading.token(verb).head
        guard head < verb, reading.form(verb).hasSuffix("ing"), reading.token(head).tag == .verb,
            [.adverbialClause, .conjunct].contains(reading.relation(verb).universal),
            reading.tree.child(of: verb, by: [.nominalSubject, .auxiliary, .marker]) == nil
        else { return nil }
        return head
    }

    /// A weekday beside a past verb of saying has gone by, whatever tense stands in the quotation next to it.
    private static func pastReading(of date: DateMention, by verb: Int, in reading: Reading) -> DateMention {
        let form = reading.form(verb)
        guard date.reading.basis == .weekday, date.reading.from > reading.document.published,
            form != reading.lemma(verb), !form.hasSuffix("s"), date.reading.from == date.reading.to
        else { return date }
        let day = date.reading.from.adding(days: -7)
        return DateMention(
            range: date.range,
            tokens: date.tokens,
            reading: DateReading(from: day, to: day, precision: date.reading.precision, basis: .weekday)
        )
    }

    private static func distance(_ date: DateMention, _ verb: Int) -> Int {
        abs(date.tokens.lowerBound - verb)
    }

    /// "told the press on Monday": no other clause begins between the verb and the date.
    private static func follows(_ date: DateMention, _ verb: Int, in reading: Reading) -> Bool {
        date.tokens.lowerBound > verb
            && !(verb + 1..<date.tokens.lowerBound).contains { token in
                [.verb, .auxiliary, .subordinator].contains(reading.token(token).tag)
                    || reading.isQuoted[token]
                    || barriers.contains(reading.form(token))
            }
    }

    private static let barriers: Set<String> = [
        ",", ";", ":", "(", "-", "—", "of", "since", "until", "before", "after", "from",
    ]

    /// "said during a Saturday meeting": up the tree from the date to the verb, through circumstances of saying only.
    ///
    /// The clause that was said may lie between, as trees hang circumstances on it.
    private static func belongs(_ date: DateMention, to verb: Int, in reading: Reading) -> Bool {
        var current =
            date.tokens.first { !date.tokens.contains(reading.token($0).head) } ?? date.tokens.lowerBound
        while current != verb {
            let head = reading.token(current).head
            guard head != current else { return false }
            switch reading.relation(current).universal {
            case .oblique, .adverbialModifier, .flat, .numericModifier: break
            // A circumstance outside the quotation is one of saying, wherever the tree hangs it inside.
            case _ where reading.isQuoted[current]: break
            case .nominalModifier where isOccasion(head, in: reading),
                .compound where isOccasion(head, in: reading),
                .adjectivalModifier where isOccasion(head, in: reading),
                .object where isOccasion(current, in: reading) && !isLookingBack(head, in: reading):
                break
            case .clausalComplement where head == verb: break
            case .adverbialClause where reading.form(current).hasSuffix("ing") || head == verb: break
            default: return false
            }
            current = head
        }
        return true
    }

    /// "said, repeating his Monday remarks": the remarks were made at another time.
    private static func isLookingBack(_ verb: Int, in reading: Reading) -> Bool {
        [
            "repeat", "recall", "echo", "cite", "quote", "reiterate", "reference", "mention", "follow",
            "defend", "dismiss", "criticise", "criticize", "condemn", "contradict", "discuss", "reject",
            "describe", "answer", "rebut", "amplify",
        ].contains(reading.lemma(verb))
    }

    private static func isOccasion(_ noun: Int, in reading: Reading) -> Bool {
        let lemma = reading.lemma(noun)
        return reading.lexicons.nouns.occasions.contains(lemma) || reading.lexicons.meetingNouns[lemma] != nil
    }

    /// "On Tuesday, Okafor said": the date that opens the sentence dates its main saying and those that go on from it.
    private static func opening(
        _ dates: [DateMention],
        of verb: Int,
        sentence: Range<Int>,
        in reading: Reading
    ) -> DateMention? {
        guard let date = dates.first, date.tokens.lowerBound - sentence.lowerBound <= 2,
            date.tokens.upperBound < verb
        else { return nil }
        var current = verb
        while [.conjunct, .openComplement].contains(reading.relation(current).universal)
            || reading.relation(current).universal == .adverbialClause
                && reading.form(current).hasSuffix("ing")
        {
            current = reading.token(current).head
        }
        return reading.relation(current) == .root ? date : nil
    }
}
