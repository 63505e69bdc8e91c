/// Measures of coreference chains, micro-averaged over documents by adding what they return.
///
/// MUC: Vilain et al. 1995. B³: Bagga & Baldwin 1998. CEAFe: Luo 2005, with the entity similarity φ4.
enum ChainMetrics {
    typealias Chains = [Set<Int>]

    static func muc(_ gold: Chains, _ own: Chains) -> Score {
        let (recall, wanted) = links(of: gold, in: own)
        let (precision, found) = links(of: own, in: gold)
        return Score(rightFound: precision, found: found, rightWanted: recall, wanted: wanted)
    }

    /// Links of `chains` that `other` has too, and all of them.
    private static func links(of chains: Chains, in other: Chains) -> (kept: Double, all: Double) {
        let owner = owners(other)
        var (kept, all) = (0, 0)
        for chain in chains {
            let parts = Set(chain.compactMap { owner[$0] }).count + chain.count { owner[$0] == nil }
            kept += chain.count - parts
            all += chain.count - 1
        }
        return (Double(kept), Double(all))
    }

    private static func owners(_ chains: Chains) -> [Int: Int] {
        var owner: [Int: Int] = [:]
        for (index, chain) in chains.enumerated() { for mention in chain { owner[mention] = index } }
        return owner
    }

    static func cubed(_ gold: Chains, _ own: Chains) -> Score {
        let (recall, wanted) = shares(of: gold, in: own)
        let (precision, found) = shares(of: own, in: gold)
        return Score(rightFound: precision, found: found, rightWanted: recall, wanted: wanted)
    }

    private static func shares(of chains: Chains, in other: Chains) -> (sum: Double, count: Double) {
        let owner = owners(other)
        var (sum, count) = (0.0, 0.0)
        for chain in chains {
            for mention in chain {
                count += 1
                if let match = owner[mention] {
                    sum += Double(chain.intersection(other[match]).count) / Double(chain.count)
                }
            }
        }
        return (sum, count)
    }

    static func entity(_ gold: Chains, _ own: Chains) -> Score {
        let similarity = gold.map { g in
            own.map { o in 2 * Double(g.intersection(o).count) / Double(g.count + o.count) }
        }
        return Score(right: bestSum(similarity), found: Double(own.count), wanted: Double(gold.count))
    }

    /// The largest sum of a one-to-one assignment: Kuhn–Munkres with potentials, O(n²m).
    static func bestSum(_ gains: [[Double]]) -> Double {
        guard let width = gains.first?.count, width > 0 else { return 0 }
        let rows = gains.count
        let columns = max(width, rows)
        var (u, v) = ([Double](repeating: 0, count: rows + 1), [Double](repeating: 0, count: columns + 1))
        var match = [Int](repeating: 0, count: columns + 1)
        func cost(_ row: Int, _ column: Int) -> Double { column <= width ? -gains[row - 1][column - 1] : 0 }
        for row in 1...rows {
            var way = [Int](repeating: 0, count: columns + 1)
            var least = [Double](repeating: .infinity, count: columns + 1)
            var used = [Bool](repeating: false, count: columns + 1)
            match[0] = row
            var column = 0
            repeat {
                used[column] = true
                let current = match[column]
                var (delta, next) = (Double.infinity, 0)
                for other in 1...columns where !used[other] {
                    let reduced = cost(current, other) - u[current] - v[other]
                    if reduced < least[other] { (least[other], way[other]) = (reduced, column) }
                    if least[other] < delta { (delta, next) = (least[other], other) }
                }
                for other in 0...columns {
                    if used[other] {
                        u[match[other]] += delta
                        v[other] -= delta
                    } else {
                        least[other] -= delta
                    }
                }
                column = next
            } while match[column] != 0
            repeat {
                let previous = way[column]
                match[column] = match[previous]
                column = previous
            } while column != 0
        }
        return (1...columns).reduce(0) { sum, column in
            match[column] > 0 && column <= width ? sum + gains[match[column] - 1][column - 1] : sum
        }
    }
}
