/// Rows of floats in memory of their own.
struct FloatMatrix: ~Copyable {
    let start: UnsafeMutablePointer<Float>
    let rows: Int
    let columns: Int

    /// A matrix of zeros.
    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        start = .allocate(capacity: max(1, rows * columns))
        start.initialize(repeating: 0, count: max(1, rows * columns))
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
