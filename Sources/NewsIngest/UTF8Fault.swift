/// Finds where a run of bytes stops being UTF-8.
enum UTF8Fault {
    /// Offset of the first byte that no well-formed sequence holds; nil when all bytes are well formed.
    ///
    /// Source: The Unicode Standard, table 3-7 (well-formed UTF-8 byte sequences).
    static func offset(in bytes: [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            let second: ClosedRange<UInt8>
            let length: Int
            switch lead {
            case 0x00...0x7F:
                index += 1
                continue
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return index
            }
            for step in 1..<length {
                let range = step == 1 ? second : 0x80...0xBF
                guard index + step < bytes.count, range.contains(bytes[index + step]) else { return index }
            }
            index += length
        }
        return nil
    }
}
