import NewsEvents
import NewsText

/// Approval in words of judgement, in what somebody says: "the treaty is important", "it was the right decision", "sees peace as
/// essential".
///
/// The subject is the target; with a verb of naming ("called the deal essential") the object is. What is "important to
/// do" is no thing one approves of, and what only might be right is not approved yet.
/// What is plainly said to be vital is asked for: there the finding of `NormativeStatements` stands.
struct Approvals: ExtractionRule {
    static let summary = "a speaker's word of approval of something: important, welcome, the right decision"

    static let matches = [
        RuleExample("Lund said the treaty was important.", finds: "Lund | support | important | the treaty"),
        RuleExample(
            "Ito said leaving the alliance was the right decision.",
            finds: "Ito | support | the right decision | leaving the alliance"
        ),
        RuleExample(
            "Okafor said talks were the only way forward.",
            finds: "Okafor | support | the only way forward | talks"
        ),
        RuleExample(
            "Lund sees the alliance as essential.",
            finds: "Lund | support | essential | the alliance"
        ),
        RuleExample(
            "\"A strong alliance is more necessary than ever,\" said Ito.",
            finds: "Ito | support | necessary | A strong alliance"
        ),
    ]

    static let misses = [
        "The treaty was important.",
        "Lund said the treaty was not important.",
        "Ito said it was important to note the date.", "Lund said the next step would be important.",
        "\"Is the treaty important?\" asked Okafor.", "Lund said the important road was closed.",
    ]

    func events(in reading: Reading, after found: [EventDraft]) -> [EventDraft] {
        let reader = StanceReader(reading, after: found)
        return reading.freshTokens.flatMap { token -> [EventDraft] in
            guard isApproval(token, reading) else { return [] }
            return named(token, reader) ?? said(token, reader)
        }
    }

    private func isApproval(_ token: Int, _ reading: Reading) -> Bool {
        let lexicon = reading.lexicons.stances
        switch reading.token(token).tag {
        case .adjective, .verb: return lexicon.holds(reading.form(token), in: .approving)
        case .noun:
            return lexicon.holds(reading.lemma(token), in: .approved)
                && reading.tree.children(of: token, by: [.adjectivalModifier]).contains {
                    lexicon.holds(reading.lemma($0), in: .good)
                }
        default: return false
        }
    }

    /// "The treaty is vital", "peace remains essential".
    private func said(_ word: Int, _ reader: StanceReader) -> [EventDraft] {
        let reading = reader.reading
        let speakers = reader.speakers(at: word)
        guard !speakers.isEmpty, reader.isAsserted(word), !reader.isNegated(word),
            let predicate = predicate(word, reading), !reader.isNegated(predicate),
            reading.tree.children(of: predicate, by: [.auxiliary]).allSatisfy({
                !["would", "will", "could"].contains(reading.form($0))
            }),
            let subject = reading.tree.child(of: predicate, by: [.nominalSubject, .clausalSubject]),
            subject < word, !isVague(subject, reading)
        else { return [] }
        return finding(word, holders: speakers, reader).events([StanceTarget(reader).judged(subject)])
    }

    /// The word with its copula, or the verb that stands for one.
    private func predicate(_ word: Int, _ reading: Reading) -> Int? {
        if reading.tree.child(of: word, by: [.copula]) != nil { return word }
        let verb = reading.token(word).head
        return reading.relation(word).universal == .openComplement
            && ["remain", "stay", "become"].contains(reading.lemma(verb)) ? verb : nil
    }

    /// "It is important that", "this is important": what is meant stands elsewhere.
    private func isVague(_ subject: Int, _ reading: Reading) -> Bool {
        ["it", "this", "that", "what", "which", "who", "there", "he", "she", "they", "i", "we"].contains(
            reading.form(subject)
        )
    }

    /// "called the deal essential", "regards the treaty as vital".
    private func named(_ word: Int, _ reader: StanceReader) -> [EventDraft]? {
        let reading = reader.reading
        let verb = reading.token(word).head
        guard verb < word, reading.token(verb).tag == .verb,
            reading.lexicons.stances.holds(reading.lemma(verb), in: .judging),
            [.openComplement, .oblique, .adverbialClause].contains(reading.relation(word).universal),
            let object = reading.tree.children(of: verb, by: [.object, .indirectObject]).first(where: {
                $0 != word && $0 < word
            }), !isVague(object, reading), reader.isAsserted(verb), !reader.isNegated(verb),
            !reader.isPassive(verb),
            case let holders = reader.holders(ofVerb: verb), !holders.isEmpty
        else { return nil }
        let target = StanceTarget(reader).phrase(object, briefly: true, without: word)
        return finding(word, holders: holders, reader).events([reading.document.range(of: target)])
    }

    private func finding(_ word: Int, holders: [ActorMention], _ reader: StanceReader) -> PositionFinding {
        let reading = reader.reading
        var finding = PositionFinding(
            reader,
            word: word,
            stance: .support,
            holders: holders,
            confidence: 0.8
        )
        if reading.token(word).tag == .noun {
            let words = reading.tree.subtree(of: word) { child in
                reading.relation(child).universal != .determiner
                    && reading.relation(child).universal != .adjectivalModifier
                    && !(child == word + 1 && reading.token(child).tag == .adverb)
            }
            finding.cue = reading.document.range(
                of: (words.first ?? word)..<((words.last ?? word) + 1)
            )
        }
        return finding
    }
}
