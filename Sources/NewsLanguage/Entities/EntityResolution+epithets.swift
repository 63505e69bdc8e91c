import NewsText

/// Other words for a body the article has named: "the alliance", "the regional bloc", "the paper", "the militant group".
///
/// A lexicon lists the words each well-known body goes by. Of the bodies named so far that go by the words, the last
/// sentence to speak of one decides, and in it the subject. "The paper" may also be a body of no known sort that has just
/// published something. Words that single one out of several ("the other", "the rival", "the second") mean another one.
extension EntityResolution {
    /// The body that a definite description means; nil if no body named so far goes by it.
    func bodyGoing(by token: Int) -> Int? {
        let noun = form(token)
        guard gazetteer.epithetNouns.contains(noun),
            ![.compound, .adjectivalModifier, .flat, .apposition].contains(relation(token)),
            tree.child(of: token, by: [.copula]) == nil,
            let determiner = tree.children(of: token, by: [.determiner]).first(where: { $0 < token }),
            form(determiner) == "the", !isSingledOut(token)
        else { return nil }
        let words = (determiner + 1..<token).map { form($0).replacing(".", with: "") }
        return latest { goes($0, by: noun, words) } ?? publisher(called: noun, words)
    }

    /// "the agency of", "the group that", "the airline Norwind": what follows says which.
    private func isSingledOut(_ token: Int) -> Bool {
        tree.children(of: token).contains { child in
            guard child > token else { return false }
            switch relation(child) {
            case .adjectivalClause, .apposition, .flat: return child - token < 4
            case .nominalModifier:
                return !["on", "after", "during"].contains(tree.caseWords(of: child) ?? "")
            default: return false
            }
        }
    }

    /// Whether an organisation is spoken of by a noun with these words before it.
    func goes(_ draft: EntityDraft, by noun: String, _ words: [String]) -> Bool {
        guard draft.isNamed, let phrases = gazetteer.epithets[draft.entity.name] else { return false }
        let called = phrases.filter { $0.last == noun }
        guard !called.isEmpty else { return false }
        let isOutlet = gazetteer.media.contains(draft.entity.name)
        return words.indices.allSatisfy { index in
            called.contains { $0.dropLast().contains(words[index]) }
                || isOutlet && Self.ofOutlets.contains(words[index]) || isMeasure(index, of: words)
        }
    }

    /// Words that only tell more of what is meant: "27-nation", "London-based".
    private func isMeasure(_ index: Int, of words: [String]) -> Bool {
        func isHyphen(_ other: Int) -> Bool { words.indices.contains(other) && words[other] == "-" }
        return isHyphen(index) || isHyphen(index - 1) || isHyphen(index + 1)
            || words[index].contains("-") || words[index].first?.isNumber ?? false
    }

    /// "The paper" behind "the Herald said": a body of no known sort that has just published something.
    private func publisher(called noun: String, _ words: [String]) -> Int? {
        guard Self.presses.contains(noun), words.allSatisfy(Self.ofOutlets.contains) else { return nil }
        return log.suffix(20).reversed().first { reference in
            let draft = drafts[reference.draft]
            return draft.isNamed && draft.entity.kind == .organisation && draft.owner == nil
                && gazetteer.organisations[draft.entity.name] == nil && draft.nouns.isEmpty
                && relation(reference.head) == .nominalSubject
                && Self.publishing.contains(lemma(document.tokens[reference.head].head))
        }?.draft
    }

    private static let presses: Set<String> = [
        "newspaper", "paper", "daily", "publication", "magazine", "broadcaster",
    ]

    private static let ofOutlets: Set<String> = [
        "state", "official", "news", "state-run", "government", "local", "national", "public", "daily",
        "weekly", "tv", "television", "radio", "media", "financial", "business", "conservative", "liberal",
        "influential", "satellite", "us", "british",
    ]

    private static let publishing: Set<String> = [
        "say", "report", "write", "publish", "quote", "cite", "add",
    ]

    /// Of the drafts that fit, the one the last sentence to speak of any speaks of: its subject, else its last.
    private func latest(where fits: (EntityDraft) -> Bool) -> Int? {
        var found: (draft: Int, sentence: Int)?
        for reference in log.suffix(400).reversed() where fits(drafts[reference.draft]) {
            let sentence = document.sentenceIndex(ofToken: reference.head)
            if let found, sentence != found.sentence { break }
            if found == nil || relation(reference.head) == .nominalSubject {
                found = (reference.draft, sentence)
            }
        }
        return found?.draft
    }
}
