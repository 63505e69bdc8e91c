/// A sentence, or a window of a very long one, as the encoder takes it: start marker, pieces of words, end marker.
struct PieceSequence: Sendable {
    /// Rows of the piece embedding.
    private(set) var pieces: [Int]
    private(set) var casings: [Casing]
    /// The first piece of each word.
    private(set) var wordStarts: [Int] = []

    /// Only the start marker.
    init(startMarker: Int) {
        pieces = [startMarker]
        casings = [.marker]
    }

    mutating func append(word: [Int], casing: Casing) {
        wordStarts.append(pieces.count)
        pieces += word
        casings += Array(repeating: casing, count: word.count)
    }

    mutating func close(endMarker: Int) {
        pieces.append(endMarker)
        casings.append(.marker)
    }
}
