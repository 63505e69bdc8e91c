import NewsText

/// The best legal sequence of BIO labels, by Viterbi: an inside label only after its own kind.
struct EntityDecoder: Sendable {
    private let labels: [EntityLabel]
    /// For each label those that may stand before it.
    private let before: [[Int]]
    private let initial: [Bool]

    init(labels: [EntityLabel]) {
        self.labels = labels
        before = labels.map { label in labels.indices.filter { label.mayFollow(labels[$0]) } }
        initial = labels.map { $0.mayFollow(nil) }
    }

    /// The label of each word.
    ///
    /// - Parameter scores: A row of scores a word; a row may be longer than there are labels.
    /// - Returns: One label a word.
    /// - Complexity: O(words × labels²).
    func labels(scores: [[Float]]) -> [EntityLabel] {
        guard let first = scores.first else { return [] }
        var best = labels.indices.map { initial[$0] ? first[$0] : -.infinity }
        var pointers: [[Int]] = []
        for row in scores.dropFirst() {
            var next = best
            var back = Array(repeating: 0, count: labels.count)
            for label in labels.indices {
                var from = before[label][0]
                for candidate in before[label] where best[candidate] > best[from] { from = candidate }
                back[label] = from
                next[label] = best[from] + row[label]
            }
            pointers.append(back)
            best = next
        }
        var current = labels.indices.reduce(0) { best[$1] > best[$0] ? $1 : $0 }
        var found = [current]
        for back in pointers.reversed() {
            current = back[current]
            found.append(current)
        }
        return found.reversed().map { labels[$0] }
    }

    /// The names that a sequence of labels marks.
    static func spans(of labels: [EntityLabel]) -> [EntitySpan] {
        var spans: [EntitySpan] = []
        var open: (start: Int, kind: Mention.Kind)?
        for (index, label) in labels.enumerated() {
            if case .inside = label { continue }
            if let name = open { spans.append(EntitySpan(tokens: name.start..<index, kind: name.kind)) }
            if case .begin(let kind) = label { open = (index, kind) } else { open = nil }
        }
        if let name = open { spans.append(EntitySpan(tokens: name.start..<labels.count, kind: name.kind)) }
        return spans
    }
}
