import NewsText

/// Finds drafts by what they are called, so that no lookup walks over all of them.
struct EntityIndex {
    /// The most namesakes looked at; the latest ones count.
    private static let mostNamesakes = 32

    private var people: [String: [Int]] = [:]
    private var bodies: [String: Int] = [:]
    private var bodiesByEdge: [String: [Int]] = [:]
    private var initials: [String: Int] = [:]
    private var descriptions: [String: Int] = [:]
    private var stateBodies: [String: [Int]] = [:]

    /// People whose name holds `word`, latest last.
    func people(with word: String) -> ArraySlice<Int> { people[word, default: []].suffix(Self.mostNamesakes) }

    /// Records a person's name words.
    mutating func add(person: Int, words: [String]) {
        for word in Set(words) where people[word]?.last != person {
            if people[word]?.contains(person) == true { continue }
            people[word, default: []].append(person)
        }
    }

    /// The body that bears exactly this name.
    func body(named name: String) -> Int? { bodies[NameFolding.fold(name)] }

    /// Records a name of a body; the first body to bear it keeps it.
    mutating func add(body: Int, name: String) {
        let folded = NameFolding.fold(name)
        guard bodies[folded] == nil else { return }
        bodies[folded] = body
        let words = folded.split(separator: " ")
        guard words.count > 1 else { return }
        for edge in Set([words[0], words[words.count - 1]]) {
            bodiesByEdge[String(edge), default: []].append(body)
        }
        let capitals = String(name.split { $0 == " " || $0 == "-" }.compactMap(\.first).filter(\.isUppercase))
        if capitals.count > 1, initials[capitals] == nil { initials[capitals] = body }
    }

    /// The body whose name's capitals spell `acronym`.
    func body(initialled acronym: String) -> Int? { initials[acronym] }

    /// Bodies whose name of several words starts or ends with `word`, latest last.
    func bodies(withEdge word: String) -> ArraySlice<Int> {
        bodiesByEdge[word, default: []].suffix(Self.mostNamesakes)
    }

    /// Bodies of states that do this ("foreign ministry"), latest last.
    func stateBodies(for branch: String) -> ArraySlice<Int> {
        stateBodies[branch, default: []].suffix(Self.mostNamesakes)
    }

    /// Records what a state's body does.
    mutating func add(stateBody: Int, branch: String) { stateBodies[branch, default: []].append(stateBody) }

    /// The unnamed actor described by these words.
    func described(_ words: String) -> Int? { descriptions[NameFolding.fold(words)] }

    /// Records a description.
    mutating func add(description: Int, words: String) {
        let folded = NameFolding.fold(words)
        if descriptions[folded] == nil { descriptions[folded] = description }
    }
}
