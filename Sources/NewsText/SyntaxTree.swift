/// The dependency trees of a document, ready to walk: who hangs on whom.
///
/// Children are kept in text order in one flat array (compressed rows), so a walk allocates nothing.
public struct SyntaxTree: Sendable {
    /// The document's tokens.
    public let tokens: [Token]
    private let first: [Int]
    private let childTokens: [Int]

    /// Indexes the trees of `document`.
    /// - Complexity: O(tokens).
    public init(_ document: Document) {
        tokens = document.tokens
        var counts = [Int](repeating: 0, count: tokens.count + 1)
        for (index, token) in tokens.enumerated() where token.head != index { counts[token.head + 1] += 1 }
        for index in 1..<max(1, counts.count) { counts[index] += counts[index - 1] }
        first = counts
        var next = counts
        var children = [Int](repeating: 0, count: counts.last ?? 0)
        for (index, token) in tokens.enumerated() where token.head != index {
            children[next[token.head]] = index
            next[token.head] += 1
        }
        childTokens = children
    }

    /// The words that depend on `token`, in text order.
    public func children(of token: Int) -> ArraySlice<Int> { childTokens[first[token]..<first[token + 1]] }

    /// The words that depend on `token` by one of `relations`, subtypes included where the plain relation is named.
    public func children(of token: Int, by relations: RelationSet) -> [Int] {
        children(of: token).filter { child in
            let relation = tokens[child].relation
            return relations.contains(relation) || relations.contains(relation.universal)
        }
    }

    /// The first word that depends on `token` by one of `relations`.
    public func child(of token: Int, by relations: RelationSet) -> Int? {
        children(of: token).first { child in
            let relation = tokens[child].relation
            return relations.contains(relation) || relations.contains(relation.universal)
        }
    }

    /// Whether `token` is `ancestor` or hangs below it.
    public func isWithin(_ token: Int, _ ancestor: Int) -> Bool {
        var current = token
        while current != ancestor {
            let head = tokens[current].head
            if head == current { return false }
            current = head
        }
        return true
    }

    /// All words below `token` and itself, in text order, leaving out whole branches that `prune` refuses.
    public func subtree(of token: Int, pruning prune: (Int) -> Bool = { _ in false }) -> [Int] {
        var found = [token]
        var open = [token]
        while let current = open.popLast() {
            for child in children(of: current) where !prune(child) {
                found.append(child)
                open.append(child)
            }
        }
        return found.sorted()
    }

    /// From the first to the last word below `token`, as one run.
    public func span(of token: Int, pruning prune: (Int) -> Bool = { _ in false }) -> Range<Int> {
        let below = subtree(of: token, pruning: prune)
        return below[0]..<(below[below.count - 1] + 1)
    }

    /// The word the preposition, marker or other case of `token` adds up to, in lower case ("in front of"); nil if it has none.
    public func caseWords(of token: Int) -> String? {
        let words = children(of: token, by: [.caseMarking]).flatMap { marker in
            [marker] + children(of: marker, by: [.fixed])
        }
        guard !words.isEmpty else { return nil }
        return words.map { tokens[$0].form.lowercased() }.joined(separator: " ")
    }

    /// `token` and the words coordinated with it, in text order.
    public func conjuncts(of token: Int) -> [Int] {
        [token] + children(of: token, by: [.conjunct])
    }
}
