import NewsKernels

/// The transformer: pieces of some sentences in, one vector a piece out.
///
/// Sentences stand one after the other without padding. Dense layers work on rows and attention on one sentence at a
/// time, so a sentence's vectors do not depend on its neighbours, to the bit.
/// Source: Devlin et al. 2019; Wang et al. 2020 (MiniLM); the mix of layers as in Peters et al. 2018, §3.2.
struct Encoder: Sendable {
    /// What a watcher is told of, in order.
    enum Stage: Hashable, Sendable {
        case embeddings
        case layer(Int)
        case mixed
    }

    let file: ModelFile
    let set: NewsInstructionSet

    /// Runs the layers.
    ///
    /// - Parameters:
    ///   - sentences: Each no longer than the position table.
    ///   - watch: Called with the rows after each stage; for tests.
    /// - Returns: A row a piece, the sentences' one after the other.
    func encode(_ sentences: [PieceSequence], watch: ((Stage, [Float]) -> Void)? = nil) -> FloatMatrix {
        let hidden = file.shape.hidden
        let count = sentences.reduce(0) { $0 + $1.pieces.count }
        let rows = FloatMatrix(rows: count, columns: hidden)
        let mixed = FloatMatrix.zeros(rows: count, columns: hidden)
        embed(sentences, into: rows)
        watch?(.embeddings, rows.values)
        for (number, layer) in file.layers.enumerated() {
            apply(layer, to: rows, sentences: sentences)
            news_accumulate(set, mixed.start, rows.start, file.mix[number], count * hidden)
            watch?(.layer(number), rows.values)
        }
        watch?(.mixed, mixed.values)
        return mixed
    }

    private func embed(_ sentences: [PieceSequence], into rows: borrowing FloatMatrix) {
        var row = 0
        for sentence in sentences {
            precondition(sentence.pieces.count <= file.shape.positions)
            for (position, piece) in sentence.pieces.enumerated() {
                news_embed(
                    set,
                    file.pieces,
                    piece,
                    file.positions,
                    position,
                    file.casings,
                    sentence.casings[position].rawValue,
                    rows.columns,
                    rows.row(row)
                )
                row += 1
            }
        }
        let norm = file.embeddingNorm
        news_add_and_normalise(set, rows.start, nil, row, rows.columns, norm.gains, norm.biases)
    }

    private func apply(_ layer: ModelFile.Layer, to rows: borrowing FloatMatrix, sentences: [PieceSequence]) {
        let attended = attend(layer, rows: rows, sentences: sentences)
        let output = DenseInput(attended, set: set).multiplied(by: layer.output, set: set)
        news_add_and_normalise(
            set,
            rows.start,
            output.start,
            rows.rows,
            rows.columns,
            layer.attentionNorm.gains,
            layer.attentionNorm.biases
        )
        let inner = DenseInput(rows, set: set).multiplied(by: layer.up, set: set)
        news_gelu(set, inner.start, inner.rows * inner.columns)
        let down = DenseInput(inner, set: set).multiplied(by: layer.down, set: set)
        news_add_and_normalise(
            set,
            rows.start,
            down.start,
            rows.rows,
            rows.columns,
            layer.norm.gains,
            layer.norm.biases
        )
    }

    private func attend(
        _ layer: ModelFile.Layer,
        rows: borrowing FloatMatrix,
        sentences: [PieceSequence]
    ) -> FloatMatrix {
        let projected = DenseInput(rows, set: set).multiplied(by: layer.queriesKeysValues, set: set)
        let attended = FloatMatrix(rows: rows.rows, columns: rows.columns)
        let width = file.shape.hidden / file.shape.attentionHeads
        let longest = sentences.reduce(0) { max($0, $1.pieces.count) }
        let scratch = FloatMatrix.zeros(rows: 1, columns: news_attention_scratch(longest, width))
        var first = 0
        for sentence in sentences {
            news_attend(
                set,
                projected.row(first),
                sentence.pieces.count,
                file.shape.attentionHeads,
                width,
                scratch.start,
                attended.row(first)
            )
            first += sentence.pieces.count
        }
        return attended
    }
}
