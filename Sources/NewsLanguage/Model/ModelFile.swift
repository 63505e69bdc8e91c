import NewsKernels
import NewsText

/// A model file read in place: the header, the inventories, and where the weights are.
///
/// Format 1, to the byte, is in docs/language-model.md. Little-endian; every section starts at a multiple of 64.
/// Reading touches the header and the inventories only; weights are paged in when a sentence needs them.
struct ModelFile: @unchecked Sendable {
    // All pointers in here reach into the bytes given, which live as long as the program and never change.

    /// Weights and biases of a layer normalisation.
    struct Norm {
        let gains: UnsafePointer<Float>
        let biases: UnsafePointer<Float>
    }

    /// One layer of the encoder.
    struct Layer {
        let queriesKeysValues: NewsDenseLayer
        let output: NewsDenseLayer
        let attentionNorm: Norm
        let up: NewsDenseLayer
        let down: NewsDenseLayer
        let norm: Norm
    }

    let shape: ModelShape
    let tags: [PartOfSpeech]
    let relations: [Relation]
    let entityLabels: [EntityLabel]
    let vocabulary: Vocabulary
    let folding: AccentFolding
    let pieces: NewsEmbedding
    let positions: NewsEmbedding
    let casings: NewsEmbedding
    let embeddingNorm: Norm
    /// The share of each layer's output in the word vectors.
    let mix: [Float]
    let layers: [Layer]
    let tagHead: NewsDenseLayer
    let entityHead: NewsDenseLayer
    let roles: NewsDenseLayer
    let arcBilinear: NewsDenseLayer
    let labelBilinear: NewsDenseLayer
    let labelLinear: NewsDenseLayer

    /// Reads a model.
    ///
    /// - Parameter bytes: Must stay where they are, unchanged, as long as the model is used; aligned to 64.
    /// - Throws: What is wrong with them.
    init(_ bytes: UnsafeRawBufferPointer) throws(ModelFileError) {
        var reader = ModelFileReader(bytes: bytes)
        let shape = try reader.header()
        self.shape = shape
        let labels = try reader.lines(
            bytes: shape.inventoryBytes,
            count: shape.tags + shape.relations + shape.entityLabels
        )
        tags = try Self.read(labels[..<shape.tags]) { PartOfSpeech(rawValue: String($0)) }
        relations = try Self.read(labels[shape.tags...].prefix(shape.relations)) {
            Relation(name: String($0))
        }
        entityLabels = try Self.read(labels.suffix(shape.entityLabels)) { EntityLabel($0) }
        let ends = try reader.array(of: UInt32.self, count: shape.pieces + 1, section: "vocabulary")
        let text = try reader.array(of: UInt8.self, count: shape.vocabularyBytes, section: "vocabulary")
        for piece in 0..<shape.pieces
        where ends[piece] > ends[piece + 1] || Int(ends[piece + 1]) > shape.vocabularyBytes {
            throw .truncated(section: "vocabulary")
        }
        vocabulary = Vocabulary(ends: ends, text: text, count: shape.pieces)
        folding = AccentFolding(
            entries: try reader.array(of: UInt32.self, count: 3 * shape.foldings, section: "accent table"),
            count: shape.foldings
        )
        pieces = try reader.embedding(rows: shape.pieces, columns: shape.hidden, section: "piece embedding")
        positions = try reader.embedding(
            rows: shape.positions,
            columns: shape.hidden,
            section: "position embedding"
        )
        casings = try reader.embedding(
            rows: shape.casings,
            columns: shape.hidden,
            section: "casing embedding"
        )
        embeddingNorm = try reader.norm(columns: shape.hidden, section: "embedding norm")
        let shares = try reader.array(of: Float.self, count: shape.layers, section: "layer mix")
        mix = Array(UnsafeBufferPointer(start: shares, count: shape.layers))
        var layers: [Layer] = []
        for number in 1...shape.layers {
            layers.append(try reader.layer(shape: shape, section: "layer \(number)"))
        }
        self.layers = layers
        let roleWidth = 2 * (shape.arc + shape.label)
        tagHead = try reader.dense(inputs: shape.hidden, outputs: shape.tags, section: "tag head")
        entityHead = try reader.dense(
            inputs: shape.hidden,
            outputs: shape.entityLabels,
            section: "entity head"
        )
        roles = try reader.dense(inputs: shape.hidden, outputs: roleWidth, section: "role layer")
        arcBilinear = try reader.dense(inputs: shape.arc, outputs: shape.arc, section: "arc scorer")
        labelBilinear = try reader.dense(
            inputs: shape.label,
            outputs: shape.relations * shape.label,
            section: "relation scorer"
        )
        labelLinear = try reader.dense(
            inputs: shape.label,
            outputs: shape.relations,
            section: "relation scorer"
        )
    }

    private static func read<Label>(
        _ texts: ArraySlice<Substring>,
        as label: (Substring) -> Label?
    ) throws(ModelFileError) -> [Label] {
        var labels: [Label] = []
        for text in texts {
            guard let known = label(text) else { throw .unknownLabel(String(text)) }
            labels.append(known)
        }
        return labels
    }
}
