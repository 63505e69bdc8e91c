import NewsEvents
import NewsText

/// The words that say what shall be: modals, refusals, obligations, urgency.
extension NormativeStatements {
    struct Modal {
        let cue: TextRange
        let stance: Stance
        /// Where the rest of the clause begins.
        let rest: Int
        var isUnsure = false
        /// Who refuses, if not the speaker.
        var holders: [ActorMention] = []
    }

    /// The modal of a predicate: its words, its stance, and where the rest of the clause begins.
    func modal(of verb: Int, in statement: StatementDraft, _ reader: StanceReader) -> Modal? {
        let reading = reader.reading
        let auxiliaries = reading.tree.children(of: verb, by: [.auxiliary, .passiveAuxiliary, .copula]).filter
        { $0 < verb }
        let forms = auxiliaries.map { reading.form($0) }
        func words(_ low: Int, _ high: Int) -> TextRange { reading.document.range(of: low..<high) }
        if let index = auxiliaries.first(where: { ["must", "should", "ought"].contains(reading.form($0)) }) {
            // "must have been": a guess about what was; "Should it fail, …": a condition.
            if forms.contains("have") { return nil }
            // "I should say": what the speaker himself must do is no demand.
            if let subject = reading.tree.child(of: verb, by: [.nominalSubject]), reading.form(subject) == "i"
            {
                return nil
            }
            if let subject = reading.tree.child(of: verb, by: [.nominalSubject]), subject > index,
                reading.form(index) == "should"
            {
                return nil
            }
            let last = ["not", "n't", "n’t", "never"].contains(reading.form(index + 1)) ? index + 1 : index
            let isInability =
                reading.form(index) == "should"
                && ["able", "possible", "fine", "okay", "survive", "recover", "arrive", "last", "subside"]
                    .contains(reading.lemma(verb))
            return isInability ? nil : Modal(cue: words(index, last + 1), stance: .demand, rest: last + 1)
        }
        if let modal = refusal(of: verb, in: statement, reader) { return modal }
        if reading.relation(verb).universal == .openComplement { return obligation(of: verb, reader) }
        // "this would require approval"
        if ["require"].contains(reading.lemma(verb)),
            let object = reading.tree.child(of: verb, by: [.object]), object > verb, !reader.isPassive(verb),
            !reader.isNegated(verb), !reading.form(verb).hasSuffix("ed"), !reading.isIngForm(verb)
        {
            let first = auxiliaries.first ?? verb
            return Modal(cue: words(first, verb + 1), stance: .demand, rest: verb + 1, isUnsure: true)
        }
        return nil
    }

    /// "cannot stay", "will never accept", "will not allow", "won't negotiate".
    func refusal(
        of verb: Int,
        in statement: StatementDraft,
        _ reader: StanceReader
    ) -> Modal? {
        let reading = reader.reading
        guard
            let index = reader.negatedModal(
                of: verb,
                among: ["can", "ca", "could", "will", "wo", "would"]
            ),
            !reader.isPassive(verb) || ["can", "ca", "could"].contains(reading.form(index)),
            // "will not sign until …" asks for something: `Refusals` reads it.
            Refusals.condition(of: verb, reader) == nil
        else { return nil }
        let cue = reading.document.range(of: index..<(index + 2))
        let lexicon = reading.lexicons.stances
        let isRefused = lexicon.holds(reading.lemma(verb), in: .refusal)
        let subject = reading.tree.child(of: verb, by: [.nominalSubject])
        let isOwn = subject.map(reader.isFirstPerson) ?? false
        if ["can", "ca", "could"].contains(reading.form(index)) {
            // "Cannot" tells of ability more often than of refusal.
            guard isRefused || !isOwn && lexicon.holds(reading.lemma(verb), in: .barred) else { return nil }
            return Modal(cue: cue, stance: .oppose, rest: index + 2, isUnsure: !isRefused)
        }
        let isSpeakers = subject.map { isSpeaker($0, of: statement, reader) } ?? false
        if isSpeakers, !isRefused, ["will", "wo", "would"].contains(reading.form(index)),
            reading.token(verb).tag == .verb,
            !lexicon.holds(reading.lemma(verb), in: .unknowable),
            !lexicon.holds(reading.lemma(verb), in: .silence)
        {
            let stance: Stance = Self.yielding.contains(reading.lemma(verb)) ? .pledge : .oppose
            return Modal(
                cue: cue,
                stance: stance,
                rest: rest(behind: index + 2, before: verb, reading),
                isUnsure: true
            )
        }
        if reading.form(index + 1) == "never" || isRefused {
            guard reading.form(index) != "would" || isRefused else { return nil }
            var modal = Modal(cue: cue, stance: .oppose, rest: index + 2, isUnsure: !isRefused)
            // "The minister said Norway will not accept it": the refusal is Norway's.
            if isRefused, !isSpeakers, let subject { modal.holders = reader.holders(at: subject) }
            return modal
        }
        return nil
    }

    /// "will not waver": not to give way is a promise.
    private static let yielding: Set<String> = [
        "waver", "hesitate", "rest", "relent", "yield", "bow", "flinch", "surrender", "shy", "budge",
        "falter",
        "abandon", "forget",
    ]

    /// Where the verb phrase begins: "will not and cannot close it" has a second modal.
    private func rest(behind modal: Int, before verb: Int, _ reading: Reading) -> Int {
        guard modal < verb, ["and", "or"].contains(reading.form(modal)) else { return modal }
        return (modal..<verb).first {
            ![.coordinator, .auxiliary, .particle, .adverb].contains(reading.token($0).tag)
        } ?? verb
    }

    /// "has to include", "would have to include", "needs to go": the tree hangs the verb on "have" or "need".
    func obligation(of verb: Int, _ reader: StanceReader) -> Modal? {
        let reading = reader.reading
        let head = reading.token(verb).head
        // "We've got to stop".
        let isGot =
            reading.form(head) == "got"
            && reading.tree.children(of: head, by: [.auxiliary]).contains {
                reading.lemma($0) == "have"
            }
        guard isGot || ["have", "need"].contains(reading.lemma(head)),
            head + 1 < reading.document.tokens.count,
            head < verb,
            reading.form(head + 1) == "to", !reader.isNegated(head)
        else { return nil }
        // "Said the farmers had to leave in 1990": what was; without a day, and not in quotes, it is what they say must be.
        if ["had", "needed"].contains(reading.form(head)) {
            guard !reading.isQuoted[head], reading.date(of: verb) == nil,
                let cue = reader.statement(at: verb)?.cueToken, reading.isPast(cue)
            else { return nil }
        }
        let first = reading.tree.children(of: head, by: [.auxiliary]).first { $0 < head } ?? head
        // What the speaker himself has to do is no demand: "I have to go".
        if let subject = reader.subject(of: head),
            ["i", "something", "you", "nothing"].contains(reading.form(subject))
        {
            return nil
        }
        // "needs to win three states to stay in the race": a means, not a demand.
        let isMeans = reading.tree.children(of: verb, by: [.adverbialClause]).contains { clause in
            reading.tree.children(of: clause, by: [.marker]).contains { reading.form($0) == "to" }
        }
        guard !isMeans, !reading.isIngForm(head) else { return nil }
        return Modal(
            cue: reading.document.range(of: first..<(head + 2)),
            stance: .demand,
            rest: head + 2,
            isUnsure: true
        )
    }

    /// "It is time for others to act", "it is essential that …".
    func urgent(_ word: Int, _ reader: StanceReader) -> TextRange? {
        let reading = reader.reading
        // "We need more bridges", "Europe needed an army": what is wanted is the object.
        if reading.lemma(word) == "need", reading.token(word).tag == .verb, !reader.isNegated(word),
            let subject = reading.subject(of: word),
            !["i", "you", "who", "that", "which"].contains(reading.form(subject)),
            let thing = reading.tree.child(of: word, by: [.object]), thing > word,
            reading.token(thing).tag != .pronoun
        {
            return reading.document.range(of: StanceTarget(reader).phrase(thing, briefly: true))
        }
        let isTime = reading.lemma(word) == "time" && reading.token(word).tag == .noun
        // "A truce is the need of the hour."
        if reading.lemma(word) == "need", reading.token(word).tag == .noun, !reader.isNegated(word),
            reading.tree.child(of: word, by: [.copula]) != nil,
            reading.tree.children(of: word, by: [.nominalModifier]).contains(where: {
                ["hour", "day", "moment"].contains(reading.form($0))
            }), let thing = reading.tree.child(of: word, by: [.nominalSubject]), thing < word
        {
            return reading.document.range(of: StanceTarget(reader).phrase(thing, briefly: true))
        }
        let isWeighty = ["important", "critical"].contains(reading.form(word))
        let isUrgent = isWeighty || reading.lexicons.stances.holds(reading.form(word), in: .urgent)
        guard isTime || isUrgent, !reader.isNegated(word),
            reading.tree.child(of: word, by: [.copula, .passiveAuxiliary]) != nil,
            let subject = reading.tree.child(of: word, by: [.nominalSubject, .expletive])
        else { return nil }
        let finder = StanceTarget(reader)
        if reading.form(subject) == "it" {
            guard reading.form(word) != "needed" else { return nil }
            let clauses: RelationSet = [
                .adjectivalClause, .clausalSubject, .clausalComplement, .openComplement, .adverbialClause,
            ]
            let clause = reading.tree.children(of: word, by: clauses).first {
                $0 > word && (!finder.isAfterComma($0) || isTime)
            }
            guard let clause else { return nil }
            // "It is important for me to stress that": what matters is only the saying of it.
            if ["note", "remember", "recall", "mention", "point"].contains(reading.lemma(clause))
                || ReportingVerbs.frames(of: clause, in: reading)?.contains(.clause) == true
                    && reading.tree.child(of: clause, by: [.clausalComplement]) != nil
            {
                return nil
            }
            // "for others … to act": the tree can hang "others" on the word itself.
            let lead = (word + 1..<clause).first { reading.form($0) == "for" }
            let run = finder.phrase(clause)
            return reading.document.range(
                of: (lead.map { $0 + 1 } ?? run.lowerBound)..<max(run.upperBound, clause + 1)
            )
        }
        let hasUse = reading.tree.children(of: word, by: [.oblique, .adverbialClause, .openComplement])
            .contains { $0 > word }
        guard isUrgent, !isWeighty, reading.token(subject).tag == .noun, !hasUse else { return nil }
        return reading.document.range(of: finder.phrase(subject, briefly: true))
    }
}
