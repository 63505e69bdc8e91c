import NewsText

/// What a judgement is about.
extension StanceTarget {
    /// The subject; for "it" the subject of the clause before, which it points back to.
    func judged(_ subject: Int) -> TextRange {
        if ["it", "this", "that"].contains(reading.form(subject)), reading.token(subject).tag == .pronoun,
            reading.entityOfHead[subject] == nil
        {
            let sentence = reading.document.sentences[reading.sentence(of: subject)].tokens
            let earlier = (sentence.lowerBound..<subject).first { token in
                reading.relation(token).universal == .nominalSubject && reading.token(token).tag == .noun
                    && reading.isQuoted[token] == reading.isQuoted[subject]
            }
            if let earlier { return reading.document.range(of: phrase(earlier, briefly: true)) }
        }
        let isClause = reading.relation(subject).universal == .clausalSubject
        return reading.document.range(of: phrase(subject, briefly: !isClause))
    }
}
