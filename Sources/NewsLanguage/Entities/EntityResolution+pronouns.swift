import NewsText

extension EntityResolution {
    /// Joins a personal or possessive pronoun to the most salient entity that fits, or leaves it alone.
    ///
    /// Candidates are looked for sentence by sentence backwards, at most four; in a sentence the first subject wins, then
    /// the first mention. A subject and object of one verb are never the same (Principle B).
    mutating func resolvePronoun(_ token: Int) {
        guard !quoted[token], let wanted = Wanted(document.tokens[token].form.lowercased()),
            document.tokens[token].relation.universal != .expletive
        else { return }
        let current = document.sentenceIndex(ofToken: token)
        for sentence in stride(from: current, through: max(0, current - 4), by: -1) {
            let tokens = document.sentences[sentence].tokens
            guard
                let best = best(
                    in: tokens.lowerBound..<min(tokens.upperBound, token),
                    for: token,
                    wanted: wanted
                )
            else { continue }
            add(token..<(token + 1), head: token, form: .pronoun, to: best)
            return
        }
    }

    /// What a pronoun asks of the entity it stands for.
    enum Wanted {
        case male, female, thing, several

        init?(_ form: String) {
            switch form {
            case "he", "him", "his", "himself": self = .male
            case "she", "her", "hers", "herself": self = .female
            case "it", "its", "itself": self = .thing
            case "they", "them", "their", "theirs", "themselves": self = .several
            default: return nil
            }
        }

        func accepts(_ draft: EntityDraft) -> Bool {
            switch self {
            case .male: draft.entity.kind == .person && draft.gender != .female
            case .female: draft.entity.kind == .person && draft.gender != .male
            case .thing:
                !draft.isPlural && (draft.entity.kind == .country || draft.entity.kind == .organisation)
            case .several: draft.entity.kind != .person && (draft.isPlural || draft.entity.kind != .country)
            }
        }
    }

    private func best(in run: Range<Int>, for pronoun: Int, wanted: Wanted) -> Int? {
        var best: (draft: Int, rank: Int, token: Int)?
        for index in drafts.indices where wanted.accepts(drafts[index]) {
            for reference in drafts[index].entity.references where run.contains(reference.tokens.lowerBound) {
                guard !quoted[reference.head], !sharesVerb(reference.head, pronoun) else { continue }
                let rank = salience(of: reference.head)
                if let found = best, (found.rank, -found.token) >= (rank, -reference.head) { continue }
                best = (index, rank, reference.head)
            }
        }
        return best?.draft
    }

    private func salience(of head: Int) -> Int {
        switch document.tokens[head].relation.universal {
        case .nominalSubject: document.tokens[document.tokens[head].head].relation == .root ? 3 : 2
        case .object, .indirectObject: 1
        default: 0
        }
    }

    /// Whether the two are arguments of one verb, where a plain pronoun cannot mean the other.
    private func sharesVerb(_ head: Int, _ pronoun: Int) -> Bool {
        let relation = document.tokens[pronoun].relation
        guard relation != .possessive else { return false }
        return document.tokens[head].head == document.tokens[pronoun].head
            && relation.universal != .nominalSubject
    }
}
