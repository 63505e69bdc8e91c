import NewsText

/// What the earlier sentences of a paragraph tell somebody did on a day or in a week.
///
/// "On Thursday Ito spoke in Oslo." dates what Ito is then told to have said.
struct ToldDeeds {
    let reading: Reading

    /// The date of the last such deed before a sentence; nil once a date of something else was told.
    func date(before sentence: Int, of actors: [ActorMention]) -> DateMention? {
        let paragraph = reading.document.sentences[sentence].paragraph
        var index = sentence
        while index > 0, reading.document.sentences[index - 1].paragraph == paragraph {
            index -= 1
            guard let root = reading.root(of: index) else { return nil }
            if let date = reading.date(of: root), isSubject(reading.subject(of: root), actors),
                date.reading.to <= reading.document.published,
                date.reading.to.daysSinceEpoch - date.reading.from.daysSinceEpoch < 7
            {
                return date
            }
            let tokens = reading.document.sentences[index].tokens
            if reading.document.dates.contains(where: { tokens.contains($0.tokens.lowerBound) }) {
                return nil
            }
        }
        return nil
    }

    /// Whether a verb's subject is one of these actors.
    func isSubject(_ subject: Int?, _ actors: [ActorMention]) -> Bool {
        guard let subject else { return false }
        return reading.actors(at: subject).contains { actor in actors.contains { $0.entity == actor.entity } }
    }
}
