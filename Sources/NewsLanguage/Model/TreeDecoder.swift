/// The best dependency tree with one root for a matrix of arc scores.
///
/// Greedy first: if every word's best head makes a tree with one root, that is the best tree. Otherwise
/// Chu–Liu–Edmonds, with a penalty on arcs from the root marker that no other gain can outweigh, so that of the trees
/// with one root the best is found (Zmigrod et al. 2020, §3).
/// Invariant: whatever the scores, infinities and NaN included, the result is a tree over all words with one root.
struct TreeDecoder: Sendable {
    private static let forbidden = -1e15
    private static let rootPenalty = 1e9

    /// - Parameters:
    ///   - scores: Row-major (words + 1)²; row: the dependent, column: its head; 0 is the root marker.
    ///   - count: Words + 1.
    /// - Returns: The head of each node, 0 for the root; the first element stands for the marker and is 0.
    /// - Complexity: O(count²) when greedy succeeds, else O(count² + count × cycles).
    func heads(scores: [Float], count: Int) -> [Int] {
        precondition(scores.count == count * count)
        guard count > 1 else { return Array(repeating: 0, count: count) }
        var matrix = scores.map { $0.isFinite ? Double(min(max($0, -1e6), 1e6)) : -1e6 }
        for node in 0..<count { matrix[node * count + node] = Self.forbidden }
        let greedy = (0..<count).map { node in
            node == 0 ? 0 : best(in: matrix[(node * count)..<((node + 1) * count)])
        }
        let rootCount = greedy.dropFirst().count { $0 == 0 }
        if rootCount == 1 && Self.cycle(in: greedy, active: Array(repeating: true, count: count)) == nil {
            return greedy
        }
        for node in 1..<count { matrix[node * count] -= Self.rootPenalty }
        var contraction = Contraction(matrix: matrix, count: count)
        return contraction.solve()
    }

    private func best(in row: ArraySlice<Double>) -> Int {
        var best = row.startIndex
        for index in row.indices where row[index] > row[best] { best = index }
        return best - row.startIndex
    }

    /// A cycle among the active nodes that does not pass through the marker.
    fileprivate static func cycle(in heads: [Int], active: [Bool]) -> [Int]? {
        var seen = Array(repeating: 0, count: heads.count)
        for start in heads.indices.dropFirst() where active[start] && seen[start] == 0 {
            var path: [Int] = []
            var node = start
            while node != 0 && seen[node] == 0 {
                seen[node] = start
                path.append(node)
                node = heads[node]
            }
            if node != 0 && seen[node] == start, let first = path.firstIndex(of: node) {
                return Array(path[first...])
            }
        }
        return nil
    }
}

/// The contractions of Chu–Liu–Edmonds, in place: a cycle lives on in its first node.
private struct Contraction {
    private let count: Int
    private var matrix: [Double]
    /// Which arc between words stands behind a cell: dependent and head.
    private var arcs: [(dependent: Int, head: Int)]
    private var active: [Bool]
    /// The words inside each node.
    private var members: [[Int]]
    private var contracted: [[(words: [Int], dependent: Int, head: Int)]] = []

    init(matrix: [Double], count: Int) {
        self.count = count
        self.matrix = matrix
        arcs = (0..<(count * count)).map { ($0 / count, $0 % count) }
        active = Array(repeating: true, count: count)
        members = (0..<count).map { [$0] }
    }

    mutating func solve() -> [Int] {
        var heads = (0..<count).map { $0 == 0 ? 0 : bestHead(of: $0) }
        while let cycle = TreeDecoder.cycle(in: heads, active: active) {
            contract(cycle, heads: heads)
            // Whoever hung on a part of the cycle hangs on the whole; only the whole needs a new head.
            let inCycle = Set(cycle)
            for node in 1..<count where active[node] && inCycle.contains(heads[node]) {
                heads[node] = cycle[0]
            }
            heads[cycle[0]] = bestHead(of: cycle[0])
        }
        var result = Array(repeating: -1, count: count)
        result[0] = 0
        for node in 1..<count where active[node] {
            let arc = arcs[node * count + heads[node]]
            result[arc.dependent] = arc.head
        }
        // Outermost first: the one word of a cycle that has its head from outside breaks the cycle there.
        for parts in contracted.reversed() {
            for part in parts where part.words.allSatisfy({ result[$0] < 0 }) {
                result[part.dependent] = part.head
            }
        }
        return result
    }

    private func bestHead(of node: Int) -> Int {
        var best = 0
        for head in 1..<count where active[head] && head != node {
            if matrix[node * count + head] > matrix[node * count + best] { best = head }
        }
        return best
    }

    private mutating func contract(_ cycle: [Int], heads: [Int]) {
        let node = cycle[0]
        let inCycle = Set(cycle)
        let kept = cycle.map { matrix[$0 * count + heads[$0]] }
        contracted.append(
            cycle.map { part in
                let arc = arcs[part * count + heads[part]]
                return (members[part], arc.dependent, arc.head)
            }
        )
        for other in 0..<count where active[other] && !inCycle.contains(other) {
            var entering = 0
            var leaving = 0
            for index in cycle.indices {
                let gain = matrix[cycle[index] * count + other] - kept[index]
                if gain > matrix[cycle[entering] * count + other] - kept[entering] { entering = index }
                if matrix[other * count + cycle[index]] > matrix[other * count + cycle[leaving]] {
                    leaving = index
                }
            }
            let enteringCell = cycle[entering] * count + other
            let leavingCell = other * count + cycle[leaving]
            let score = matrix[enteringCell] - kept[entering]
            let enteringArc = arcs[enteringCell]
            matrix[other * count + node] = matrix[leavingCell]
            arcs[other * count + node] = arcs[leavingCell]
            matrix[node * count + other] = score
            arcs[node * count + other] = enteringArc
        }
        members[node] = cycle.flatMap { members[$0] }
        for part in cycle.dropFirst() { active[part] = false }
    }
}
