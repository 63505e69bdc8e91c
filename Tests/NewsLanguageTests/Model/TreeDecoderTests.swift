import Testing

@testable import NewsLanguage

@Suite("Arc scores become trees")
struct TreeDecoderTests {
    @Test("with one root and no cycle, whatever the scores", arguments: 0..<200)
    func validity(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let count = Int.random(in: 1...40, using: &random)
        let coarse = seed.isMultiple(of: 3)
        let scores = (0..<(count * count)).map { _ in
            // Coarse scores have many ties.
            coarse
                ? Float(Int.random(in: -2...2, using: &random)) : Float.random(in: -30...30, using: &random)
        }
        let heads = TreeDecoder().heads(scores: scores, count: count)
        #expect(isTree(heads), "\(heads)")
    }

    @Test(
        "with one root even when scores are no numbers",
        arguments: [Float.nan, .infinity, -.infinity, .greatestFiniteMagnitude, 0]
    )
    func degenerate(score: Float) {
        for count in [2, 3, 17] {
            let heads = TreeDecoder().heads(
                scores: Array(repeating: score, count: count * count),
                count: count
            )
            #expect(isTree(heads), "\(heads)")
        }
    }

    @Test("that no other tree with one root beats", arguments: 0..<120)
    func optimality(seed: Int) {
        var random = SplitMix(seed: UInt64(seed) + 1_000)
        let count = Int.random(in: 2...6, using: &random)
        let scores = (0..<(count * count)).map { _ in Float.random(in: -5...5, using: &random) }
        func total(_ heads: [Int]) -> Float {
            heads.indices.dropFirst().reduce(0) { $0 + scores[$1 * count + heads[$1]] }
        }
        let heads = TreeDecoder().heads(scores: scores, count: count)
        var best = -Float.infinity
        forEveryTree(count: count) { best = max(best, total($0)) }
        #expect(abs(total(heads) - best) < 1e-3)
    }

    @Test("of 500 words whose best heads are one long cycle")
    func longCycle() {
        let count = 501
        var scores = Array(repeating: Float(0), count: count * count)
        for word in 1..<count { scores[word * count + (word == 1 ? count - 1 : word - 1)] = 10 }
        #expect(isTree(TreeDecoder().heads(scores: scores, count: count)))
    }

    private func isTree(_ heads: [Int]) -> Bool {
        guard heads.count > 1 else { return heads == [0] }
        guard heads.dropFirst().count(where: { $0 == 0 }) == 1 else { return false }
        return heads.indices.allSatisfy { word in
            var node = word
            for _ in heads where node != 0 {
                guard heads.indices.contains(heads[node]) else { return false }
                node = heads[node]
            }
            return node == 0
        }
    }

    private func forEveryTree(count: Int, body: ([Int]) -> Void) {
        var heads = Array(repeating: 0, count: count)
        func choose(_ word: Int) {
            guard word < count else {
                if isTree(heads) { body(heads) }
                return
            }
            for head in 0..<count where head != word {
                heads[word] = head
                choose(word + 1)
            }
        }
        choose(1)
    }
}
