import NewsText

/// What the earlier sentences of a paragraph, or the last of the one before, tell somebody did on a day or in a week.
///
/// "On Thursday Ito spoke in Oslo." dates what Ito is then told to have said; over the break between paragraphs only a
/// speech or a journey does.
struct ToldDeeds {
    let reading: Reading

    /// The date of the last such deed before a sentence; nil once a date of something else was told.
    func date(before sentence: Int, of actors: [ActorMention]) -> DateMention? {
        let paragraph = reading.document.sentences[sentence].paragraph
        var index = sentence
        while index > 0 {
            index -= 1
            let isOfParagraph = reading.document.sentences[index].paragraph == paragraph
            guard let root = reading.root(of: index),
                isOfParagraph || index == sentence - 1 && isOccasion(root)
            else { return nil }
            // What the speaker tells of other days in his own words is not when he spoke.
            if reading.isQuoted[root] { continue }
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

    /// Whether a verb tells of an occasion to speak: "spoke", "held a rally", "visited"; what is told the press after a
    /// meeting was not said there.
    private func isOccasion(_ verb: Int) -> Bool {
        let lemma = reading.lemma(verb)
        return ["speak", "address", "appear", "testify"].contains(lemma)
            || reading.lexicons.meetingVerbs[lemma]?.sort == .hold
            || reading.lexicons.visitVerbs[lemma] != nil
    }

    /// Whether a verb's subject is one of these actors.
    func isSubject(_ subject: Int?, _ actors: [ActorMention]) -> Bool {
        guard let subject else { return false }
        return reading.actors(at: subject).contains { actor in actors.contains { $0.entity == actor.entity } }
    }
}
