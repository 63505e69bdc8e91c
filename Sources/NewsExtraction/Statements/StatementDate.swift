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
                && date.reading.to <= reading.document.published && !isBound(date, in: reading)
                && !reading.isOfSource(date, for: verb)
        }
        if let hung = reading.date(of: verb), let date = dates.first(where: { $0.range == hung.range }) {
            return date
        }
        let own = dates.filter { belongs($0, to: verb, in: reading) || follows($0, verb, in: reading) }
        if let nearest = own.min(by: { distance($0, verb) < distance($1, verb) }) { return nearest }
        if let date = opening(dates, of: verb, sentence: sentence, in: reading) { return date }
        return main(of: verb, in: reading).flatMap { date(of: $0, outside: content, in: reading) }
            ?? deed(before: verb, in: reading).flatMap { deed in
                reading.date(of: deed).flatMap { hung in
                    dates.first { $0.range == hung.range && $0.reading.precision == .day }
                }
            }
    }

    /// "until Monday", but not "after Monday's meeting".
    private static func isBound(_ date: DateMention, in reading: Reading) -> Bool {
        reading.isBound(date) && reading.relation(date.tokens.lowerBound) != .possessive
    }

    /// "resigned on Monday, saying it was time": a participle of saying behind a verb has its day.
    private static func main(of verb: Int, in reading: Reading) -> Int? {
        let head = reading.token(verb).head
        guard head < verb, reading.isIngForm(verb), reading.token(head).tag == .verb,
            [.adverbialClause, .conjunct].contains(reading.relation(verb).universal),
            reading.tree.child(of: verb, by: [.nominalSubject, .auxiliary]) == nil
        else { return nil }
        // "was quoted on Monday as saying"
        return reading.tree.child(of: verb, by: [.marker]) == nil || reading.lemma(head) == "quote"
            ? head : nil
    }

    /// "opened the port on Monday and said it was safe": what was done in one go.
    private static func deed(before verb: Int, in reading: Reading) -> Int? {
        let first = reading.token(verb).head
        guard reading.relation(verb).universal == .conjunct, first < verb, reading.token(first).tag == .verb,
            reading.isSimplePast(first), reading.isSimplePast(verb), !reading.isOfAnotherTime(verb),
            reading.tree.child(of: verb, by: [.nominalSubject]) == nil
        else { return nil }
        return first
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
            // "condemned Monday's attack": the day of the attack.
            && reading.relation(date.tokens.lowerBound) != .possessive
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
            case .oblique where isStillAhead(current, in: reading): return false
            case .oblique, .adverbialModifier, .flat, .numericModifier: break
            // A circumstance outside the quotation is one of saying, wherever the tree hangs it inside.
            case _ where reading.isQuoted[current]: break
            case .nominalModifier where isOccasion(head, in: reading),
                .compound where isOccasion(head, in: reading),
                .adjectivalModifier where isOccasion(head, in: reading),
                .object where isOccasion(current, in: reading) && !isLookingBack(head, in: reading):
                break
            case .adjectivalClause where isGivenOut(current, as: head, in: reading): break
            // "Havel, speaking at a rally on Friday, said"
            case .adjectivalClause
            where speaking.contains(reading.lemma(current)) && reading.isIngForm(current)
                && reading.subject(of: verb) == head:
                return true
            case .clausalComplement where head == verb: break
            // "said before the plan was announced on Friday"
            case .adverbialClause
            where reading.tree.children(of: current, by: [.marker]).contains {
                ["before", "until", "since", "if"].contains(reading.form($0))
            }:
                return false
            case .adverbialClause where reading.isIngForm(current) || head == verb: break
            default: return false
            }
            current = head
        }
        return true
    }

    /// "ahead of the vote on Monday": the day of what is to come.
    private static func isStillAhead(_ noun: Int, in reading: Reading) -> Bool {
        (["before", "until", "prior to"].contains(reading.tree.caseWords(of: noun) ?? "")
            || reading.form(reading.token(noun).head) == "ahead")
            && reading.token(noun).tag == .noun && reading.lexicons.meetingNouns[reading.lemma(noun)] == nil
    }

    /// "an interview that aired on Sunday", "a statement released on Friday"; the tree may hang it on whom the interview was with.
    private static func isGivenOut(_ verb: Int, as noun: Int, in reading: Reading) -> Bool {
        var noun = noun
        for _ in 0..<3 where reading.relation(noun).universal == .nominalModifier {
            noun = reading.token(noun).head
        }
        return
            (isOccasion(noun, in: reading) || reading.lexicons.nouns.documents.contains(reading.lemma(noun)))
            && [
                "release", "issue", "publish", "air", "broadcast", "post", "give", "deliver", "hold",
                "record", "circulate", "send", "print", "carry", "run", "televise",
            ].contains(reading.lemma(verb))
    }

    private static let speaking: Set<String> = [
        "speak", "talk", "address", "write", "testify", "appear", "comment", "respond", "tweet", "post",
        "tell",
    ]

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
                && reading.isIngForm(current)
        {
            current = reading.token(current).head
        }
        return reading.relation(current) == .root ? date : nil
    }
}
