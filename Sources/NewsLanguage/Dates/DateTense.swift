internal import NewsText

/// Tells whether the words around a date point to the future.
///
/// With a tree: climb from the date to the verb that governs it. Auxiliaries (will, would without have), infinitives
/// under planning words, present progressives and words such as "scheduled" point forward; an infinitive of purpose
/// points where its main verb does. Without a tree: the nearest such word before the date, else behind it, decides.
/// Everything else is past, present forms included: captions and headlines tell the past in the present.
struct DateTense {
    private static let reach = 24
    private static let ahead: Set<String> = ["will", "shall", "'ll", "’ll", "wo"]
    private static let planning: Set<String> = [
        "plan", "expect", "schedule", "set", "due", "slate", "agree", "vow", "promise", "pledge", "want",
        "hope", "intend",
        "decide", "invite", "ask", "urge", "call", "order", "go", "prepare", "propose", "aim", "threaten",
        "offer", "be",
        "likely", "ready", "poised", "want", "seek",
    ]
    let document: Document
    let lexicon: DateWords

    /// Which way the clause of a token of a sentence points.
    func direction(of token: Int, in sentence: Range<Int>) -> DateDirection {
        if token >= sentence.lowerBound + 2, lower(token - 2) == "ahead" && lower(token - 1) == "of" {
            return .future
        }
        let hasTree = sentence.contains { document.tokens[$0].head != $0 }
        return hasTree ? treeDirection(of: token, in: sentence) : wordDirection(of: token, in: sentence)
    }

    private func lower(_ token: Int) -> String { document.tokens[token].form.lowercased() }

    private func treeDirection(of token: Int, in sentence: Range<Int>) -> DateDirection {
        var current = token
        for _ in 0..<Self.reach {
            let word = document.tokens[current]
            let children = sentence.filter { document.tokens[$0].head == current && $0 != current }
            if current != token, lexicon.future.contains(word.form.lowercased()), word.tag != .auxiliary {
                return .future
            }
            if word.tag == .noun, children.contains(where: { isPlanned($0) }) { return .future }
            if word.tag == .noun, children.contains(where: { isToldAsHeld($0, in: sentence) }) {
                return .past
            }
            let helpers = children.filter { document.tokens[$0].tag == .auxiliary }
            if word.tag == .verb || word.tag == .auxiliary || !helpers.isEmpty {
                switch verbDirection(current, helpers: helpers, children: children) {
                case .some(let direction): return direction
                case .none: break
                }
            }
            guard word.head != current, sentence.contains(word.head) else { return .past }
            current = word.head
        }
        return .past
    }

    private func isPlanned(_ token: Int) -> Bool {
        document.tokens[token].relation.universal == .adjectivalModifier
            && lexicon.future.contains(lower(token))
    }

    /// "agreed to act at a summit in April, which was held in Oslo".
    private func isToldAsHeld(_ verb: Int, in sentence: Range<Int>) -> Bool {
        document.tokens[verb].relation.universal == .adjectivalClause && lower(verb) == "held"
            && sentence.contains {
                document.tokens[$0].head == verb && ["was", "were"].contains(lower($0))
            }
    }

    /// Where a verb points; nil when that rests on the verb above it.
    private func verbDirection(_ verb: Int, helpers: [Int], children: [Int]) -> DateDirection? {
        let forms = helpers.map { lower($0) }
        if forms.contains(where: { Self.ahead.contains($0) }) { return .future }
        if forms.contains("would") || forms.contains("'d") { return forms.contains("have") ? .past : .future }
        let isPresent = forms.contains { ["is", "are", "am", "'s", "’s", "'re", "’re", "'m"].contains($0) }
        if isPresent, lower(verb).hasSuffix("ing"), document.tokens[verb].tag == .verb { return .future }
        // "is due to meet": the tree may take "due to" for a preposition.
        if verb >= 2, lower(verb - 1) == "to", ["due", "going"].contains(lower(verb - 2)) { return .future }
        let isInfinitive = children.contains { document.tokens[$0].tag == .particle && lower($0) == "to" }
        guard isInfinitive else { return forms.contains("had") ? .before : .past }
        let word = document.tokens[verb]
        if word.head == verb { return .future }
        switch word.relation.universal {
        case .adverbialClause: return nil
        case .openComplement, .clausalComplement:
            return Self.planning.contains(document.tokens[word.head].lemma) ? .future : nil
        default: return .future
        }
    }

    private func wordDirection(of token: Int, in sentence: Range<Int>) -> DateDirection {
        let before = (max(sentence.lowerBound, token - Self.reach)..<token).reversed()
        let behind = token..<min(sentence.upperBound, token + Self.reach)
        for run in [Array(before), Array(behind)] {
            for index in run {
                if let direction = wordDirection(at: index, in: sentence, isBehind: index >= token) {
                    return direction
                }
            }
        }
        return .past
    }

    private func wordDirection(at token: Int, in sentence: Range<Int>, isBehind: Bool) -> DateDirection? {
        let word = lower(token)
        let next = token + 1 < sentence.upperBound ? lower(token + 1) : ""
        if lexicon.future.contains(word) {
            if ["set", "due", "going", "ahead", "coming"].contains(word) {
                return ["to", "for", "of"].contains(next) || word == "due" ? .future : nil
            }
            return word == "would" && next == "have" ? .past : .future
        }
        if ["is", "are"].contains(word), next == "to" || next.hasSuffix("ing") { return .future }
        // "to be held on Monday": the infinitive decides, not the participle; behind a date it belongs to something else.
        let before = token > sentence.lowerBound ? lower(token - 1) : ""
        if before == "be" { return nil }
        if word == "be" { return before == "to" && !isBehind ? .future : nil }
        if lexicon.past.contains(word) { return .past }
        let isForm = word.hasSuffix("ed") && !word.hasSuffix("eed") && word.utf8.count > 3
        return isForm && word == document.tokens[token].form ? .past : nil
    }
}
