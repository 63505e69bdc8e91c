/// The sizes in the header of a model file, in the order in which they stand there.
struct ModelShape: Hashable, Sendable {
    let layers: Int
    let hidden: Int
    let attentionHeads: Int
    let inner: Int
    let positions: Int
    let casings: Int
    /// Width of the dependent and of the head half of the arc scorer.
    let arc: Int
    /// The same for the relation scorer.
    let label: Int
    let pieces: Int
    let piecesPerWord: Int
    let tags: Int
    let relations: Int
    let entityLabels: Int
    let foldings: Int
    let inventoryBytes: Int
    let vocabularyBytes: Int

    static let fieldCount = 16

    /// Reads the numbers after the version.
    ///
    /// - Parameter fields: `fieldCount` of them.
    /// - Throws: `unusableShape` for a size that the kernels cannot work with.
    init(fields: [UInt32]) throws(ModelFileError) {
        precondition(fields.count == Self.fieldCount)
        let sizes = fields.map { Int($0) }
        layers = sizes[0]
        hidden = sizes[1]
        attentionHeads = sizes[2]
        inner = sizes[3]
        positions = sizes[4]
        casings = sizes[5]
        arc = sizes[6]
        label = sizes[7]
        pieces = sizes[8]
        piecesPerWord = sizes[9]
        tags = sizes[10]
        relations = sizes[11]
        entityLabels = sizes[12]
        foldings = sizes[13]
        inventoryBytes = sizes[14]
        vocabularyBytes = sizes[15]
        try check()
    }

    /// The kernels work on 16 floats at a time; one word and both markers must fit the positions.
    private func check() throws(ModelFileError) {
        let mostLayers = 24
        let widest = 16_384
        let sixteens = [
            ("hidden size", hidden), ("inner size", inner), ("arc width", arc), ("label width", label),
        ]
        for (field, value) in sixteens where value == 0 || value % 16 != 0 || value > widest {
            throw .unusableShape(field: field, value: value)
        }
        guard (1...mostLayers).contains(layers) else { throw .unusableShape(field: "layers", value: layers) }
        guard attentionHeads > 0 && hidden % (attentionHeads * 16) == 0 else {
            throw .unusableShape(field: "attention heads", value: attentionHeads)
        }
        guard piecesPerWord > 0 else { throw .unusableShape(field: "pieces a word", value: piecesPerWord) }
        guard positions >= piecesPerWord + 2 && positions <= widest else {
            throw .unusableShape(field: "positions", value: positions)
        }
        guard casings == Casing.allCases.count else { throw .unusableShape(field: "casings", value: casings) }
        let inventories = [("tags", tags), ("relations", relations), ("entity labels", entityLabels)]
        for (field, value) in inventories where value == 0 || value > 1_000 {
            throw .unusableShape(field: field, value: value)
        }
        guard (1...1_000_000).contains(pieces) else { throw .unusableShape(field: "pieces", value: pieces) }
    }
}
