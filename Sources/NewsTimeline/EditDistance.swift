/// How many single-letter edits lie between two spellings.
public enum EditDistance {
    /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
    ///
    /// - Complexity: O(a × b) time, O(b) space.
    /// - Source: Damerau 1964; the restricted variant, in which no letter is edited twice.
    public static func between(_ a: String, _ b: String) -> Int {
        let (x, y) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        guard !x.isEmpty else { return y.count }
        guard !y.isEmpty else { return x.count }
        var beforeLast = [Int](repeating: 0, count: y.count + 1)
        var last = Array(0...y.count)
        for i in 1...x.count {
            var row = [Int](repeating: 0, count: y.count + 1)
            row[0] = i
            for j in 1...y.count {
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1))
                if i > 1, j > 1, x[i - 1] == y[j - 2], x[i - 2] == y[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[y.count]
    }

    /// The candidates near enough to be a slip of `word`, nearest first, at most `limit`.
    public static func closest<Candidate>(
        to word: String,
        among candidates: [Candidate],
        limit: Int = 3,
        spelling: (Candidate) -> String
    ) -> [Candidate] {
        let reach = max(1, word.unicodeScalars.count / 3)
        return
            candidates
            .map { (candidate: $0, distance: between(word, spelling($0))) }
            .filter { $0.distance <= reach }
            .sorted { $0.distance < $1.distance }
            .prefix(limit)
            .map(\.candidate)
    }
}
