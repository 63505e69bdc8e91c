import NewsKernels

/// Rows rounded to int8, a scale a row: what a dense layer takes in.
struct DenseInput: ~Copyable {
    private let numbers: UnsafeMutablePointer<Int8>
    private let scales: UnsafeMutablePointer<Float>
    private let rows: Int
    private let columns: Int

    init(_ matrix: borrowing FloatMatrix, set: NewsInstructionSet) {
        rows = matrix.rows
        columns = matrix.columns
        numbers = .allocate(capacity: max(1, rows * columns))
        scales = .allocate(capacity: max(1, rows))
        news_quantise(set, matrix.start, rows, columns, numbers, scales)
    }

    deinit {
        numbers.deallocate()
        scales.deallocate()
    }

    /// The layer's outputs for each row, padded as the layer is.
    func multiplied(by layer: NewsDenseLayer, set: NewsInstructionSet) -> FloatMatrix {
        precondition(layer.inputs == columns)
        let result = FloatMatrix(rows: rows, columns: layer.outputs)
        withUnsafePointer(to: layer) { news_multiply(set, numbers, scales, rows, $0, result.start) }
        return result
    }
}
