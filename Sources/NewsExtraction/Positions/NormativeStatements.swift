import NewsEvents
import NewsText

/// Positions in what somebody says should, must, has to, needs to, cannot or will never be.
///
/// Only the main predicates of a statement's content count: its head, what is coordinated with it, and what the speaker
/// says he thinks. What stands in a question, a condition or somebody else's reported words is not his.
struct NormativeStatements: ExtractionRule {
    static let summary = "a statement that something must, should, has to, needs to, cannot or will never be"

    static let matches = [
        RuleExample(
            "Lund said the bridge must be closed.",
            finds: "Lund | demand | must | the bridge must be closed"
        ),
        RuleExample(
            "Ito said the talks would have to include farmers.",
            finds: "Ito | demand | would have to | the talks would have to include farmers"
        ),
        RuleExample(
            "Okafor said that the tax cannot stay.",
            finds: "Okafor | oppose | cannot | the tax cannot stay"
        ),
        RuleExample(
            "\"We've got to keep the bridge open,\" said Havel.",
            finds: "Havel | demand | 've got to | keep the bridge open"
        ),
        RuleExample(
            "\"We will never accept this law,\" said Havel.",
            finds: "Havel | oppose | will never | accept this law"
        ),
        RuleExample(
            "\"We will not accept this law,\" said Havel.",
            finds: "Havel | oppose | will not | accept this law"
        ),
        RuleExample(
            "Ito said there has to be a plan for the bridge.",
            finds: "Ito | demand | has to | a plan for the bridge"
        ),
        RuleExample(
            "Lund said Ito needs to resign.",
            finds: "Lund | demand | needs to | Ito needs to resign"
        ),
        RuleExample(
            "\"We need a new bridge,\" said Havel.",
            finds: "Havel | demand | need | a new bridge"
        ),
        RuleExample(
            "\"It is time for the rebels to stop,\" said Lund.",
            finds: "Lund | demand | time | the rebels to stop"
        ),
        RuleExample(
            "Ito said the war was over and that the troops should leave.",
            finds: "Ito | demand | should | the troops should leave"
        ),
    ]

    static let misses = [
        "Lund said the bridge must have been closed long ago.", "The bridge must be closed.",
        "Ito said farmers had to leave in 1990.", "\"Should the bridge be closed?\" asked Lund.",
        "Lund said he cannot say when the bridge will open.", "Ito said that if troops must stay, they will.",
        "Lund said nobody could tell how farmers should pay.",
        "\"I am not saying farmers should leave,\" said Lund.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        let told = found.compactMap { event -> TextRange? in
            if case .position(let draft) = event.body, draft.stance == .demand { draft.target } else { nil }
        }
        return found.flatMap { event -> [EventDraft] in
            guard case .statement(let statement) = event.body, !statement.speakers.isEmpty,
                !isAccount(statement, reading)
            else { return [] }
            return positions(in: statement, told: told, reader)
        }
    }

    /// "The paper reported that the court must decide": an account of how things are.
    private func isAccount(_ statement: StatementDraft, _ reading: Reading) -> Bool {
        statement.cueToken.map { reading.lexicons.stances.holds(reading.lemma($0), in: .account) } ?? false
    }

    private func positions(in statement: StatementDraft, told: [TextRange], _ reader: StanceReader)
        -> [EventDraft]
    {
        let reading = reader.reading
        var events: [EventDraft] = []
        // "Demanded that the bridge should be closed": the demand is found already.
        for piece in statement.content {
            for token in reading.tokens(in: piece)
            where !told.contains(where: { $0.contains(reading.token(token).range) })
                && reader.statement(at: token)?.speakers.map(\.entity) == statement.speakers.map(\.entity)
                && isMainPredicate(token, in: statement, reader)
            {
                events += position(token, in: statement, piece: piece, reader)
            }
        }
        return events + besides(statement, told: told, reader)
    }

    /// "Said the war was over and that the troops should leave": the tree hangs the second clause on the cue.
    private func besides(_ statement: StatementDraft, told: [TextRange], _ reader: StanceReader)
        -> [EventDraft]
    {
        let reading = reader.reading
        guard let cue = statement.cueToken else { return [] }
        return reading.tree.children(of: cue, by: [.conjunct]).flatMap { token -> [EventDraft] in
            guard reader.statement(at: token) == nil, !reading.isHypothetical(token),
                reading.tree.children(of: token, by: [.coordinator]).contains(where: {
                    $0 + 1 < token && reading.form($0 + 1) == "that"
                }),
                !told.contains(where: { $0.contains(reading.token(token).range) })
            else { return [] }
            let sentence = reading.document.sentences[reading.sentence(of: token)].range
            return position(token, in: statement, piece: sentence, reader)
        }
    }

    private func position(
        _ token: Int,
        in statement: StatementDraft,
        piece: TextRange,
        _ reader: StanceReader
    ) -> [EventDraft] {
        let reading = reader.reading
        var finding = PositionFinding(
            reader,
            word: token,
            stance: .demand,
            holders: statement.speakers,
            confidence: 0.92
        )
        finding.doubt("the stance is read from a modal verb", cost: 0.04)
        if let target = urgent(token, reader) {
            finding.cue = reading.token(token).range
            return finding.events([target])
        }
        guard let modal = modal(of: token, in: statement, reader) else { return [] }
        finding.cue = modal.cue
        finding.stance = modal.stance
        if !modal.holders.isEmpty { finding.holders = modal.holders }
        if modal.isUnsure { finding.doubt("the words can also tell of ability or likelihood", cost: 0.12) }
        // "I don't think anybody should".
        let view = reading.token(token).head
        if reading.relation(token).universal == .clausalComplement, Self.views.contains(reading.lemma(view)),
            reader.isNegated(view)
        {
            finding.stance = .oppose
            finding.doubt("a negation turns the stance round", cost: 0.1)
        }
        let run = StanceTarget(reader).phrase(token)
        // "There has to be a plan": what has to be is the plan.
        let isExistence =
            modal.rest < run.upperBound && reading.lemma(modal.rest) == "be"
            && modal.cue.start > 0
            && reading.form(max(0, reading.tokens(in: modal.cue).lowerBound - 1)) == "there"
        let rest = isExistence ? modal.rest + 1 : modal.rest
        let inside = (rest..<max(rest + 1, run.upperBound)).prefix {
            piece.contains(reading.token($0).range)
        }
        guard !inside.isEmpty else { return [] }
        let words = reading.trimmed(inside)
        let start =
            modal.holders.isEmpty
            ? subjectStart(of: token, before: words.lowerBound, piece: piece, in: statement, reader) : nil
        return finding.events([reading.document.range(of: (start ?? words.lowerBound)..<words.upperBound)])
    }

    /// Where the words begin that say who or what must do it: without them "must be closed" is nobody's demand.
    ///
    /// Nil for pronouns, whom only the text around them tells, for the speaker's own side, and for long subjects.
    private func subjectStart(
        of predicate: Int,
        before rest: Int,
        piece: TextRange,
        in statement: StatementDraft,
        _ reader: StanceReader
    ) -> Int? {
        let reading = reader.reading
        // "talks need to go on": the subject hangs on the verb of need.
        guard
            let subject = reading.tree.child(of: predicate, by: [.nominalSubject])
                ?? (reading.relation(predicate).universal == .openComplement
                    ? reading.tree.child(of: reading.token(predicate).head, by: [.nominalSubject]) : nil),
            subject < rest,
            [.noun, .properNoun].contains(reading.token(subject).tag),
            reading.isQuoted[subject] == reading.isQuoted[rest], !isSpeaker(subject, of: statement, reader)
        else { return nil }
        let run = StanceTarget(reader).phrase(subject, briefly: true)
        guard run.count <= 8, run.upperBound <= rest, rest - run.upperBound <= 4,
            piece.contains(reading.document.range(of: run))
        else { return nil }
        return run.lowerBound
    }

    // MARK: - Which predicates

    /// Whether a predicate is what the statement says, not a detail of it.
    private func isMainPredicate(
        _ token: Int,
        in statement: StatementDraft,
        _ reader: StanceReader,
        depth: Int = 0
    ) -> Bool {
        let reading = reader.reading
        guard depth < 6, !reading.isHypothetical(token) else { return false }
        let relation = reading.relation(token).universal
        let head = reading.token(token).head
        if isQuestion(token, reading) || isEmbeddedQuestion(token, reading) { return false }
        if relation == .root { return true }
        let inside = statement.content.contains { $0.contains(reading.token(head).range) }
        if !inside {
            return [.clausalComplement, .parataxis, .conjunct].contains(relation)
                && isCue(head, of: statement, relation, reading)
        }
        switch relation {
        case .openComplement, .conjunct, .parataxis:
            return isMainPredicate(head, in: statement, reader, depth: depth + 1)
        case .clausalComplement:
            // "I think that …", "we say that …": the speaker's own view; others' views are not his.
            guard Self.views.contains(reading.lemma(head)),
                !(reader.isNegated(head) && ["say", "mean", "add", "repeat"].contains(reading.lemma(head))),
                let subject = reading.tree.child(of: head, by: [.nominalSubject]),
                isSpeaker(subject, of: statement, reader)
            else { return false }
            return isMainPredicate(head, in: statement, reader, depth: depth + 1)
        default: return false
        }
    }

    static let views: Set<String> = [
        "think", "believe", "say", "feel", "know", "agree", "mean", "repeat", "add", "stress", "insist",
        "hope", "reiterate",
    ]

    private func isCue(_ head: Int, of statement: StatementDraft, _ relation: Relation, _ reading: Reading)
        -> Bool
    {
        if head == statement.cueToken || statement.cueToken == nil { return true }
        return relation != .clausalComplement
            && statement.cueToken.map { reading.tree.isWithin($0, head) } ?? false
    }

    func isSpeaker(_ subject: Int, of statement: StatementDraft, _ reader: StanceReader) -> Bool {
        if reader.isFirstPerson(subject) { return true }
        // "His country will not": he speaks for it.
        let reading = reader.reading
        let owner = reading.tree.child(of: subject, by: [.possessive])
        let isOwnSide = ["country", "government", "party", "administration", "nation", "side"].contains(
            reading.lemma(subject)
        )
        return reader.holders(at: isOwnSide ? owner ?? subject : subject).contains { holder in
            statement.speakers.contains { $0.entity == holder.entity }
        }
    }

    /// "He cannot dictate how Norway should use it": what stands behind "how" is asked, not wanted.
    private func isEmbeddedQuestion(_ token: Int, _ reading: Reading) -> Bool {
        reading.relation(token) != .root
            && reading.tree.children(of: token, by: [.adverbialModifier, .object, .marker, .oblique]).contains
            {
                $0 < token && ["how", "what", "why", "when", "where"].contains(reading.form($0))
            }
    }

    private func isQuestion(_ token: Int, _ reading: Reading) -> Bool {
        let sentence = reading.document.sentences[reading.sentence(of: token)]
        let last = sentence.tokens.last { reading.token($0).tag == .punctuation && !reading.isMark($0) }
        return last.map { reading.form($0) == "?" } ?? false
    }
}
