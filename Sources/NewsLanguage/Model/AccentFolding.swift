/// Accent stripping: canonical decomposition less nonspacing marks, one scalar at a time.
///
/// The table has, sorted, each scalar that changes and the one or two scalars that stay (0: none). Hangul syllables are
/// not in it; their decomposition is arithmetic (The Unicode Standard, 3.12).
struct AccentFolding: @unchecked Sendable {
    // The pointer reaches into bytes that live as long as the program and never change.
    private let entries: UnsafePointer<UInt32>
    private let count: Int

    init(entries: UnsafePointer<UInt32>, count: Int) {
        self.entries = entries
        self.count = count
    }

    /// Gives what stays of a scalar, in order.
    func fold(_ scalar: Unicode.Scalar, into body: (Unicode.Scalar) -> Void) {
        let value = scalar.value
        if value < 0xc0 { return body(scalar) }
        if (0xac00..<0xd7a4).contains(value) { return decomposeHangul(value - 0xac00, into: body) }
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if entries[3 * middle] < value { low = middle + 1 } else { high = middle }
        }
        if low < count && entries[3 * low] == value {
            for index in 1...2 {
                let kept = entries[3 * low + index]
                if kept != 0, let scalar = Unicode.Scalar(kept) { body(scalar) }
            }
        } else if scalar.properties.generalCategory != .nonspacingMark {
            body(scalar)
        }
    }

    private func decomposeHangul(_ index: UInt32, into body: (Unicode.Scalar) -> Void) {
        let jamo = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11a7 + index % 28]
        for value in index % 28 == 0 ? jamo.dropLast() : jamo[...] {
            if let scalar = Unicode.Scalar(value) { body(scalar) }
        }
    }
}
