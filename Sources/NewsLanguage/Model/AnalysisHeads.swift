import NewsKernels
import NewsText

/// The scorers over the word vectors: tags, entity labels, arcs (deep biaffine) and relations.
///
/// Source: Dozat & Manning 2017.
struct AnalysisHeads: Sendable {
    /// Raw scores of one sentence.
    struct Scores: Hashable, Sendable {
        /// A row a word.
        var tags: [[Float]] = []
        /// A row a word.
        var entityLabels: [[Float]] = []
        /// (words + 1)², row: the dependent, column: the head; 0 is the root marker.
        var arcs: [Float] = []
    }

    let file: ModelFile
    let set: NewsInstructionSet

    /// Analyses sentences whose pieces the encoder has given vectors.
    func analyse(
        _ sentences: [PieceSequence],
        vectors: borrowing FloatMatrix,
        watch: ((Scores) -> Void)? = nil
    ) -> [SentenceAnalysis] {
        let words = gather(sentences, vectors: vectors)
        let input = DenseInput(words, set: set)
        let tags = input.multiplied(by: file.tagHead, set: set)
        let entityLabels = input.multiplied(by: file.entityHead, set: set)
        let roles = input.multiplied(by: file.roles, set: set)
        news_leaky_relu(set, roles.start, roles.rows * roles.columns)
        let arc = file.shape.arc
        let label = file.shape.label
        let dependents = DenseInput(slice(roles, from: 0, count: arc), set: set)
            .multiplied(by: file.arcBilinear, set: set)
        let labelInput = DenseInput(slice(roles, from: 2 * arc, count: label), set: set)
        let bilinear = labelInput.multiplied(by: file.labelBilinear, set: set)
        let linear = labelInput.multiplied(by: file.labelLinear, set: set)

        var analyses: [SentenceAnalysis] = []
        var first = 0
        for sentence in sentences {
            let count = sentence.wordStarts.count + 1
            let range = (first + 1)..<(first + count)
            var scores = Scores()
            scores.tags = rows(tags, range, count: file.shape.tags)
            scores.entityLabels = rows(entityLabels, range, count: file.shape.entityLabels)
            let arcs = FloatMatrix(rows: count, columns: count)
            news_row_products(
                set,
                dependents.row(first),
                dependents.columns,
                count,
                roles.row(first) + arc,
                roles.columns,
                count,
                arc,
                arcs.start
            )
            scores.arcs = arcs.values
            watch?(scores)
            let heads = TreeDecoder().heads(scores: scores.arcs, count: count)
            let relations = (1..<count).map { word in
                relation(
                    of: first + word,
                    head: heads[word] == 0 ? nil : first + heads[word],
                    bilinear: bilinear,
                    linear: linear,
                    roles: roles
                )
            }
            analyses.append(analysis(scores: scores, heads: heads, relations: relations))
            first += count
        }
        return analyses
    }

    private func analysis(scores: Scores, heads: [Int], relations: [Relation]) -> SentenceAnalysis {
        let labels = EntityDecoder(labels: file.entityLabels).labels(scores: scores.entityLabels)
        return SentenceAnalysis(
            tags: scores.tags.map { file.tags[Self.best(in: $0)] },
            heads: (1..<heads.count).map { heads[$0] == 0 ? $0 - 1 : heads[$0] - 1 },
            relations: relations,
            entities: EntityDecoder.spans(of: labels)
        )
    }

    /// The start marker's row and each word's first row, of every sentence.
    private func gather(_ sentences: [PieceSequence], vectors: borrowing FloatMatrix) -> FloatMatrix {
        let count = sentences.reduce(0) { $0 + $1.wordStarts.count + 1 }
        let words = FloatMatrix(rows: count, columns: vectors.columns)
        var row = 0
        var first = 0
        for sentence in sentences {
            for index in [0] + sentence.wordStarts {
                words.row(row).update(from: vectors.row(first + index), count: vectors.columns)
                row += 1
            }
            first += sentence.pieces.count
        }
        return words
    }

    private func slice(_ matrix: borrowing FloatMatrix, from column: Int, count: Int) -> FloatMatrix {
        let part = FloatMatrix(rows: matrix.rows, columns: count)
        for row in 0..<matrix.rows { part.row(row).update(from: matrix.row(row) + column, count: count) }
        return part
    }

    private func rows(_ matrix: borrowing FloatMatrix, _ range: Range<Int>, count: Int) -> [[Float]] {
        range.map { Array(UnsafeBufferPointer(start: matrix.row($0), count: count)) }
    }

    /// The best relation of a word to its head; `root` if it has none and never otherwise.
    private func relation(
        of word: Int,
        head: Int?,
        bilinear: borrowing FloatMatrix,
        linear: borrowing FloatMatrix,
        roles: borrowing FloatMatrix
    ) -> Relation {
        guard let head else { return .root }
        let width = file.shape.label
        let count = file.shape.relations
        let scores = FloatMatrix(rows: 1, columns: count)
        let headRole = roles.row(head) + (2 * file.shape.arc + width)
        news_row_products(set, bilinear.row(word), width, count, headRole, width, 1, width, scores.start)
        var best: (relation: Relation, score: Float)?
        for (index, relation) in file.relations.enumerated() where relation != .root {
            let score = scores.start[index] + linear.row(word)[index]
            if best.map({ score > $0.score }) ?? true { best = (relation, score) }
        }
        return best?.relation ?? .unspecified
    }

    private static func best(in scores: [Float]) -> Int {
        scores.indices.reduce(0) { scores[$1] > scores[$0] ? $1 : $0 }
    }
}
