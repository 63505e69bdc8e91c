/// The pieces of the model in place: sorted by their UTF-8 bytes, found by narrowing a range one byte at a time.
///
/// A piece that goes on inside a word begins with "##". The piece's index is its row in the embedding.
struct Vocabulary: @unchecked Sendable {
    // The pointers reach into bytes that live as long as the program and never change.
    private let ends: UnsafePointer<UInt32>
    private let text: UnsafePointer<UInt8>
    /// How many pieces there are.
    let count: Int
    /// The rows of "##…" pieces.
    private var continuing: Range<Int> = 0..<0

    /// A vocabulary of `count` pieces: `ends` has `count + 1` offsets into the text, a piece runs from one to the next.
    init(ends: UnsafePointer<UInt32>, text: UnsafePointer<UInt8>, count: Int) {
        self.ends = ends
        self.text = text
        self.count = count
        let mark = UInt8(ascii: "#")
        continuing = narrowed(narrowed(0..<count, at: 0, to: mark), at: 1, to: mark)
    }

    /// The row of a piece, if it is in the vocabulary.
    func row(of piece: String) -> Int? {
        var range = 0..<count
        var depth = 0
        for byte in piece.utf8 {
            range = narrowed(range, at: depth, to: byte)
            depth += 1
        }
        guard !range.isEmpty, length(of: range.lowerBound) == depth else { return nil }
        return range.lowerBound
    }

    /// The longest piece that a word's bytes begin with from an index on, and where it ends.
    ///
    /// - Complexity: O(length × log count).
    func longestPiece(in word: [UInt8], from start: Int) -> (row: Int, end: Int)? {
        var range = start == 0 ? 0..<count : continuing
        var depth = start == 0 ? 0 : 2
        var found: (row: Int, end: Int)?
        for index in start..<word.count {
            range = narrowed(range, at: depth, to: word[index])
            guard !range.isEmpty else { break }
            depth += 1
            if length(of: range.lowerBound) == depth { found = (range.lowerBound, index + 1) }
        }
        return found
    }

    private func length(of row: Int) -> Int { Int(ends[row + 1] - ends[row]) }

    /// Of pieces that share their first `depth` bytes, those whose next byte is the given one.
    private func narrowed(_ range: Range<Int>, at depth: Int, to byte: UInt8) -> Range<Int> {
        func first(notBelow bound: Int) -> Int {
            var low = range.lowerBound
            var high = range.upperBound
            while low < high {
                let middle = (low + high) / 2
                let start = Int(ends[middle])
                // A piece that ends here sorts before all that go on.
                let next = length(of: middle) > depth ? Int(text[start + depth]) : -1
                if next < bound { low = middle + 1 } else { high = middle }
            }
            return low
        }
        guard !range.isEmpty else { return range }
        return first(notBelow: Int(byte))..<first(notBelow: Int(byte) + 1)
    }
}
