/// Rows of floats in memory of their own.
struct FloatMatrix: ~Copyable {
    let start: UnsafeMutablePointer<Float>
    let rows: Int
    let columns: Int

    /// A matrix whose numbers are not set yet: whoever makes it writes every one before any is read.
    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        start = .allocate(capacity: max(1, rows * columns))
    }

    /// A matrix of zeros.
    static func zeros(rows: Int, columns: Int) -> FloatMatrix {
        let matrix = FloatMatrix(rows: rows, columns: columns)
        matrix.start.initialize(repeating: 0, count: rows * columns)
        return matrix
    }

    deinit { start.deallocate() }

    /// The start of a row.
    func row(_ index: Int) -> UnsafeMutablePointer<Float> {
        precondition(index >= 0 && index <= rows)
        return start + index * columns
    }

    /// The numbers, a row after the other.
    var values: [Float] { Array(UnsafeBufferPointer(start: start, count: rows * columns)) }
}
