internal import NewsText

/// A text as Unicode scalars with their classes, and the way back to byte offsets.
///
/// Segmentation works on scalar indices, so that no step ever stands inside a character; everything handed out is
/// turned back into UTF-8 byte offsets at the end.
struct ScalarText {
    /// The scalars in order.
    let scalars: [UInt32]
    /// Byte offset of every scalar, and of the end.
    let offsets: [Int]
    /// What each scalar is to segmentation.
    let classes: [ScalarClass]

    /// Decodes valid UTF-8.
    /// - Complexity: O(bytes).
    init(_ bytes: [UInt8]) {
        var scalars: [UInt32] = []
        var offsets: [Int] = []
        var classes: [ScalarClass] = []
        scalars.reserveCapacity(bytes.count)
        offsets.reserveCapacity(bytes.count + 1)
        classes.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var value = UInt32(length == 1 ? first : first & (0x7F >> UInt8(length)))
            for next in bytes[(index + 1)..<min(index + length, bytes.count)] {
                value = value << 6 | UInt32(next & 0x3F)
            }
            scalars.append(value)
            offsets.append(index)
            classes.append(ScalarClass(value))
            index += length
        }
        offsets.append(bytes.count)
        self.scalars = scalars
        self.offsets = offsets
        self.classes = classes
    }

    /// Number of scalars.
    var count: Int { scalars.count }

    /// The scalar at `index`, or 0 outside the text.
    func scalar(_ index: Int) -> UInt32 { scalars.indices.contains(index) ? scalars[index] : 0 }

    /// The class of the scalar at `index`; outside the text everything is a newline.
    func type(_ index: Int) -> ScalarClass { classes.indices.contains(index) ? classes[index] : .newline }

    /// The byte range of a run of scalars.
    func range(_ run: Range<Int>) -> TextRange { TextRange(offsets[run.lowerBound], offsets[run.upperBound]) }

    /// The scalars of `run` as text, without soft hyphens and other invisible characters.
    func string(_ run: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for index in run where classes[index] != .invisible {
            if let scalar = Unicode.Scalar(scalars[index]) { text.append(scalar) }
        }
        return String(text)
    }

    /// `run` without blank and invisible scalars at its ends.
    func trimmed(_ run: Range<Int>) -> Range<Int> {
        var (low, high) = (run.lowerBound, run.upperBound)
        while low < high, classes[low].isSpace { low += 1 }
        while high > low, classes[high - 1].isSpace { high -= 1 }
        return low..<high
    }

    /// Whether the ASCII text stands at `index`, in this very case.
    func has(_ text: StaticString, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= count else { return false }
        return text.withUTF8Buffer { buffer in
            for (step, byte) in buffer.enumerated() where scalars[index + step] != UInt32(byte) {
                return false
            }
            return true
        }
    }
}
