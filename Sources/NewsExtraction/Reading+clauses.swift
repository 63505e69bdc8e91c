import NewsEvents
import NewsText

/// Who does what to whom: the arguments of verbs, through coordination, participles, relatives and infinitives.
extension Reading {
    /// Whether a verb is passive.
    func isPassive(_ verb: Int) -> Bool {
        tree.children(of: verb).contains {
            relation($0) == .passiveAuxiliary || relation($0) == .passiveSubject
        }
    }

    /// Whether a verb ends in "-ing" because of its form: "saying", not "bring".
    func isIngForm(_ verb: Int) -> Bool { form(verb).hasSuffix("ing") && form(verb) != lemma(verb) }

    /// "criticised Lund for saying", "accused Lund of lying": who did what the object is told for.
    private func blamed(by head: Int, for verb: Int) -> Int? {
        guard isIngForm(verb), [.adverbialClause, .openComplement].contains(relation(verb).universal),
            tree.children(of: verb, by: [.marker]).contains(where: { ["for", "of"].contains(form($0)) }),
            let object = tree.child(of: head, by: [.object]), object < verb
        else { return nil }
        return object
    }

    /// The head word of a verb's subject, found through the tree where the verb has none of its own.
    ///
    /// "Havel met Ito and said …", "…, adding that", "the minister, who said …", "Havel went on to say …".
    func subject(of verb: Int, depth: Int = 0) -> Int? {
        let own = tree.children(of: verb).filter { child in
            // "made it clear": an "it" behind the verb is no subject.
            (relation(child).universal == .nominalSubject || relation(child) == .expletive && child < verb)
                && isQuoted[child] == isQuoted[verb]
        }
        // A long content before the verb can leave it a second subject: the nearer one is its own.
        if let nearest = own.min(by: { abs($0 - verb) < abs($1 - verb) }) {
            return antecedent(of: nearest, verb: verb)
        }
        guard depth < 5, token(verb).head != verb else { return nil }
        let head = token(verb).head
        // A verb outside a quotation never shares the subject of one inside.
        guard isQuoted[head] == isQuoted[verb] || !isQuoted[head] else { return nil }
        if let blamed = blamed(by: head, for: verb) { return blamed }
        switch relation(verb).universal {
        case .openComplement where isMoved(head, to: verb): return tree.child(of: head, by: [.object])
        case .conjunct, .openComplement, .adverbialClause, .parataxis:
            return isVerbal(head)
                ? subject(of: head, depth: depth + 1)
                : (relation(verb).universal == .adverbialClause ? nil : subject(of: head, depth: depth + 1))
        case .adjectivalClause:
            // "the minister, speaking in Ankara, said": the noun is the subject of a participle, not of a passive one.
            return isPassiveParticiple(verb) ? nil : head
        case .clausalComplement:
            return nil
        default:
            return nil
        }
    }

    /// "prompted Ito to say": who is moved to do it does it.
    private func isMoved(_ verb: Int, to deed: Int) -> Bool {
        guard Self.moving.contains(lemma(verb)), let object = tree.child(of: verb, by: [.object]) else {
            return false
        }
        return object > verb && object < deed && entityOfHead[object] != nil
    }

    private static let moving: Set<String> = [
        "prompt", "force", "lead", "push", "cause", "compel", "drive", "oblige", "spur", "enable", "allow",
    ]

    /// A relative pronoun stands for the noun its clause hangs on.
    private func antecedent(of subject: Int, verb: Int) -> Int {
        guard ["who", "which", "that", "whom"].contains(form(subject)), token(subject).tag == .pronoun else {
            return subject
        }
        var clause = verb
        while relation(clause).universal == .conjunct { clause = token(clause).head }
        return relation(clause).universal == .adjectivalClause ? token(clause).head : subject
    }

    private func isVerbal(_ token: Int) -> Bool {
        let tag = self.token(token).tag
        return tag == .verb || tag == .auxiliary
            || tree.child(of: token, by: [.copula, .nominalSubject]) != nil
    }

    private func isPassiveParticiple(_ verb: Int) -> Bool {
        let word = form(verb)
        return word.hasSuffix("ed")
            || word.hasSuffix("en") && tree.child(of: verb, by: [.nominalSubject]) == nil
    }

    /// The agent of a passive verb: "by the Unity Party".
    func agent(of verb: Int) -> Int? {
        tree.children(of: verb).first { child in
            relation(child) == .agent
                || relation(child).universal == .oblique && tree.caseWords(of: child) == "by"
        }
    }

    /// The actors behind a passive verb, all of them where the tree hangs each on the verb.
    func agents(of verb: Int) -> [ActorMention] {
        tree.children(of: verb).filter { child in
            relation(child) == .agent
                || relation(child).universal == .oblique && tree.caseWords(of: child) == "by"
        }.flatMap { actors(at: $0) }
    }

    /// Whether a verb or noun is negated: "did not say", "never met", "no meeting".
    func isNegated(_ head: Int) -> Bool {
        // "has not confirmed or denied it": the negation goes on over "or".
        if relation(head).universal == .conjunct,
            tree.children(of: head).allSatisfy({
                ![.nominalSubject, .auxiliary].contains(relation($0).universal)
            }),
            tree.children(of: head, by: [.coordinator]).contains(where: { ["or", "nor"].contains(form($0)) }),
            isNegated(token(head).head)
        {
            return true
        }
        return tree.children(of: head).contains { child in
            ["not", "n't", "n’t", "never", "no", "neither", "nor", "without"].contains(form(child))
                && relation(child).universal != .conjunct
        }
            || tree.children(of: head).contains {
                relation($0).universal == .nominalSubject && ["nobody", "none"].contains(form($0))
            }
            || tree.child(of: head, by: [.nominalSubject]).map { subject in
                tree.children(of: subject).contains { ["no", "neither"].contains(form($0)) }
            } ?? false
    }

    /// Whether a verb stands in a condition, a question or a claim told as false, so that nothing is said to be so.
    func isHypothetical(_ verb: Int) -> Bool {
        var current = verb
        while true {
            if tree.children(of: current, by: [.marker]).contains(where: {
                ["if", "unless", "whether", "provided", "providing", "lest"].contains(form($0))
            }) {
                return true
            }
            let head = token(current).head
            if relation(current).universal == .clausalComplement,
                tree.children(of: head, by: [.adverbialModifier]).contains(where: {
                    ["falsely", "wrongly", "incorrectly", "mistakenly", "baselessly"].contains(form($0))
                })
            {
                return true
            }
            if head == current
                || ![.conjunct, .openComplement, .auxiliary].contains(relation(current).universal)
            {
                break
            }
            current = head
        }
        let sentence = document.sentences[sentence(of: verb)]
        return relation(current) == .root && form(sentence.tokens.upperBound - 1) == "?" && !isQuoted[verb]
    }

    /// Whether a verb stands in the past: "said", "had said".
    func isPast(_ verb: Int) -> Bool {
        tree.children(of: verb, by: [.auxiliary]).contains {
            ["had", "did", "was", "were"].contains(form($0))
        }
            || form(verb) != lemma(verb) && !form(verb).hasSuffix("s") && !isIngForm(verb)
    }

    /// Whether a verb tells what could or should not be, or should have been: "cannot meet", "should have met".
    func isUnreal(_ verb: Int) -> Bool {
        let auxiliaries = tree.children(of: verb, by: [.auxiliary]).map(form)
        let isDuty = auxiliaries.contains {
            ["can", "ca", "could", "should", "must", "ought", "may", "might"].contains($0)
        }
        if auxiliaries.isEmpty, relation(verb).universal == .conjunct, token(verb).head != verb,
            tree.child(of: verb, by: [.nominalSubject]) == nil
        {
            return isUnreal(token(verb).head)
        }
        return isDuty && (isNegated(verb) || auxiliaries.contains("have"))
            || auxiliaries.contains("would") && auxiliaries.contains("have")
    }

    /// Whether a verb speaks of what is to come: "will meet", "plans to meet", "is to meet", "is expected to".
    func isFuture(_ verb: Int) -> Bool {
        let auxiliaries = tree.children(of: verb, by: [.auxiliary]).map(form)
        if auxiliaries.contains(where: { ["will", "shall", "'ll", "’ll"].contains($0) }) { return true }
        if auxiliaries.contains(where: { ["would", "could", "may", "might"].contains($0) }),
            !auxiliaries.contains("have")
        {
            return true
        }
        let head = token(verb).head
        guard head != verb,
            relation(verb).universal == .openComplement || relation(verb).universal == .clausalComplement
        else {
            return relation(verb).universal == .conjunct && head != verb
                && tree.child(of: verb, by: [.nominalSubject]) == nil
                && isFuture(head)
        }
        return lexicons.plans.contains(lemma(head)) && relation(verb).universal == .openComplement
    }

    /// Surface text range of a noun phrase, without coordination, relative clauses and the case marker.
    func phrase(_ head: Int, keepingClauses: Bool = false) -> TextRange {
        document.range(of: phraseTokens(head, keepingClauses: keepingClauses))
    }

    func phraseTokens(_ head: Int, keepingClauses: Bool = false) -> Range<Int> {
        let run = tree.span(of: head) { child in
            switch relation(child).universal {
            case .caseMarking: return child < head
            case .apposition, .parataxis: return !keepingClauses
            case .adjectivalClause: return !keepingClauses
            case .conjunct, .coordinator: return !keepingClauses
            case .punctuation: return child < head && token(child).form != "-" && !isMark(child)
            default: return false
            }
        }
        return trimmed(run)
    }

    func isMark(_ token: Int) -> Bool {
        ["\"", "“", "”", "'", "‘", "’", "``", "''"].contains(self.token(token).form)
    }

    /// A range whose one quotation mark has its partner right before it or a few words behind it, with that partner:
    /// `a "phased withdrawal` goes on to its closing mark.
    func withWholeMarks(_ range: TextRange) -> TextRange {
        let words = tokens(in: range)
        let marks = words.filter { isMark($0) && token($0).tag == .punctuation }
        guard marks.count == 1, let mark = marks.first else { return range }
        let isClosing = mark > words.lowerBound && isQuoted[mark - 1]
        if isClosing {
            guard words.lowerBound > 0, isMark(words.lowerBound - 1) else { return range }
            return TextRange(token(words.lowerBound - 1).range.start, range.end)
        }
        let end = min(document.sentences[sentence(of: mark)].tokens.upperBound, words.upperBound + 4)
        guard let partner = (words.upperBound..<max(end, words.upperBound)).first(where: isMark) else {
            return range
        }
        return TextRange(range.start, token(partner).range.end)
    }

    /// A run without the punctuation at its ends.
    func trimmed(_ run: Range<Int>) -> Range<Int> {
        var (low, high) = (run.lowerBound, run.upperBound)
        while high - low > 1, token(high - 1).tag == .punctuation, token(high - 1).form != ")" { high -= 1 }
        while high - low > 1, token(low).tag == .punctuation, token(low).form != "(" { low += 1 }
        return low..<high
    }
}
