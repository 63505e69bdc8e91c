import NewsText

/// Finds which of many stretches of an article may overlap another without looking at all of them.
///
/// The text is cut into blocks; each number stands in the blocks its stretches touch. What overlaps shares a block, so a
/// look-up costs what stands near, whatever the article's length.
struct RangeIndex {
    private var blocks: [Int: [Int]] = [:]
    private static let bytes = 2048

    /// Notes that `number` has a stretch at `range`; numbers come in ascending order.
    mutating func insert(_ number: Int, at range: TextRange) {
        for block in Self.blocks(of: range) where blocks[block]?.last != number {
            blocks[block, default: []].append(number)
        }
    }

    /// The numbers with a stretch that may overlap `range`, ascending, each once.
    func numbers(near range: TextRange) -> [Int] {
        let blocks = Self.blocks(of: range)
        guard blocks.count > 1 else { return self.blocks[blocks.lowerBound] ?? [] }
        return Set(blocks.flatMap { self.blocks[$0] ?? [] }).sorted()
    }

    private static func blocks(of range: TextRange) -> ClosedRange<Int> {
        (range.start / bytes)...(max(range.start, range.end) / bytes)
    }
}
