import NewsKernels
import NewsLanguageModel
import NewsText

/// The trained core: words of sentences in; tags, dependency trees and entities out.
///
/// The same sentence gives the same analysis on every machine and whatever sentences stand beside it.
public struct LanguageModel: Sendable {
    /// Pieces that go through the encoder together; more would leave the second-level cache.
    private static let batchedPieces = 256

    private let file: ModelFile
    private let wordPiece: WordPiece
    private let encoder: Encoder
    private let heads: AnalysisHeads
    private let startMarker: Int
    private let endMarker: Int

    /// The model that is built into the program.
    ///
    /// Weights are read in place, so this costs well under a millisecond; keep the value all the same.
    ///
    /// - Throws: What is wrong with the embedded bytes, which only a bad build can bring about.
    public static func embedded() throws(ModelFileError) -> LanguageModel {
        try LanguageModel(bytes: embeddedBytes, set: news_best_instruction_set())
    }

    /// The model file inside the program.
    static var embeddedBytes: UnsafeRawBufferPointer {
        let resource = news_language_model()
        return UnsafeRawBufferPointer(start: resource.bytes, count: resource.count)
    }

    /// - Parameters:
    ///   - bytes: A model file, aligned to 64; must stay unchanged as long as the model is used.
    ///   - set: An instruction set that this machine has.
    /// - Throws: What is wrong with the bytes.
    init(bytes: UnsafeRawBufferPointer, set: NewsInstructionSet) throws(ModelFileError) {
        precondition(news_has_instruction_set(set))
        let file = try ModelFile(bytes)
        func marker(_ piece: String) throws(ModelFileError) -> Int {
            guard let row = file.vocabulary.row(of: piece) else { throw .missingPiece(piece) }
            return row
        }
        startMarker = try marker("[CLS]")
        endMarker = try marker("[SEP]")
        wordPiece = WordPiece(
            vocabulary: file.vocabulary,
            folding: file.folding,
            unknown: try marker("[UNK]"),
            most: file.shape.piecesPerWord
        )
        self.file = file
        encoder = Encoder(file: file, set: set)
        heads = AnalysisHeads(file: file, set: set)
    }

    /// Analyses sentences given as word forms.
    ///
    /// - Parameter sentences: Any number, of any length; a word may be any text. A sentence of more pieces than the
    ///   model has positions is read in windows, whose trees hang on the first as `parataxis`.
    /// - Returns: One analysis a sentence, in order; an empty one for a sentence without words.
    /// - Complexity: Linear in the number of words, quadratic in the length of a sentence.
    public func analyse(_ sentences: [[String]]) -> [SentenceAnalysis] {
        var known: [String: CutWord] = [:]
        let windows = sentences.map { self.windows(of: $0, known: &known) }
        let parts = analyse(windows: windows.flatMap { $0 })
        var next = 0
        return windows.map { own in
            defer { next += own.count }
            return SentenceAnalysis(joining: parts[next..<(next + own.count)])
        }
    }

    /// Runs the network over one sentence that fits one window and tells of every stage; for tests.
    func trace(
        _ words: [String],
        stage: @escaping (Encoder.Stage, [Float]) -> Void,
        scores: @escaping (AnalysisHeads.Scores) -> Void
    ) {
        var known: [String: CutWord] = [:]
        let windows = windows(of: words, known: &known)
        let vectors = encoder.encode(windows, watch: stage)
        _ = heads.analyse(windows, vectors: vectors, watch: scores)
    }

    /// The rows of a word's pieces; for tests.
    func pieces(of word: String) -> [Int] { wordPiece.rows(of: word) }

    private func analyse(windows: [PieceSequence]) -> [SentenceAnalysis] {
        var analyses: [SentenceAnalysis] = []
        var first = 0
        while first < windows.count {
            var last = first
            var pieces = 0
            while last < windows.count,
                last == first || pieces + windows[last].pieces.count <= Self.batchedPieces
            {
                pieces += windows[last].pieces.count
                last += 1
            }
            let batch = Array(windows[first..<last])
            analyses += heads.analyse(batch, vectors: encoder.encode(batch))
            first = last
        }
        return analyses
    }

    private typealias CutWord = (pieces: [Int], casing: Casing)

    /// The sentence cut where the next word would overrun the position table; none for a sentence without words.
    private func windows(of words: [String], known: inout [String: CutWord]) -> [PieceSequence] {
        guard !words.isEmpty else { return [] }
        var windows: [PieceSequence] = []
        var current = PieceSequence(startMarker: startMarker)
        for word in words {
            let cut = known[word] ?? (wordPiece.rows(of: word), Casing(of: word))
            known[word] = cut
            if current.pieces.count + cut.pieces.count + 1 > file.shape.positions {
                current.close(endMarker: endMarker)
                windows.append(current)
                current = PieceSequence(startMarker: startMarker)
            }
            current.append(word: cut.pieces, casing: cut.casing)
        }
        current.close(endMarker: endMarker)
        return windows + [current]
    }
}
