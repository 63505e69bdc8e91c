import NewsText

/// When something was said.
enum StatementDate {
    /// The date the words of saying have: on the verb itself, on an occasion named beside it, or at the head of the
    /// sentence; nil if none. A date inside `content` is of what was said, never of the saying.
    static func date(of verb: Int, outside content: [TextRange], in reading: Reading) -> DateMention? {
        let sentence = reading.document.sentences[reading.sentence(of: verb)].tokens
        let dates = reading.document.dates.filter { date in
            sentence.contains(date.tokens.lowerBound) && !reading.isQuoted[date.tokens.lowerBound]
                && !content.contains { $0.contains(date.range) }
        }
        if let date = reading.date(of: verb), dates.contains(where: { $0.range == date.range }) {
            return date
        }
        let own = dates.filter { belongs($0, to: verb, in: reading) }
        if let nearest = own.min(by: { distance($0, verb) < distance($1, verb) }) { return nearest }
        return opening(dates, of: verb, sentence: sentence, in: reading)
    }

    private static func distance(_ date: DateMention, _ verb: Int) -> Int {
        abs(date.tokens.lowerBound - verb)
    }

    /// "said during a Saturday meeting", "told the press on Monday": up the tree from the date to the verb, through the
    /// circumstances of the saying only. The clause that was said may lie between, as trees hang circumstances on it.
    private static func belongs(_ date: DateMention, to verb: Int, in reading: Reading) -> Bool {
        var current =
            date.tokens.first { !date.tokens.contains(reading.token($0).head) } ?? date.tokens.lowerBound
        while current != verb {
            let head = reading.token(current).head
            guard head != current else { return false }
            switch reading.relation(current).universal {
            case .oblique, .nominalModifier, .compound, .object, .indirectObject, .adverbialModifier,
                .adjectivalModifier,
                .flat, .numericModifier, .unspecified:
                break
            case .clausalComplement where head == verb: break
            case .adverbialClause where reading.form(current).hasSuffix("ing") || head == verb: break
            default: return false
            }
            current = head
        }
        return true
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
