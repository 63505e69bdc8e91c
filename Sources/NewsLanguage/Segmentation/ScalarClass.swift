/// What a Unicode scalar is to segmentation.
enum ScalarClass: UInt8 {
    case newline, blank, invisible, lower, upper, letter, digit, punctuation, symbol, emoji

    /// Whether it separates words or cannot be seen.
    var isSpace: Bool { self == .newline || self == .blank || self == .invisible }
    /// Whether it is a letter of any script, or a mark that belongs to one.
    var isLetter: Bool { self == .lower || self == .upper || self == .letter }
    /// Whether it is a letter or a digit.
    var isWord: Bool { isLetter || self == .digit }

    /// Classifies a scalar.
    init(_ value: UInt32) {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .newline
        case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .blank
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F,
            0xFEFF:
            self = .invisible
        case 0x30...0x39: self = .digit
        case 0x41...0x5A: self = .upper
        case 0x61...0x7A: self = .lower
        case 0x24, 0x2B, 0x3C...0x3E, 0x5E, 0x60, 0x7C, 0x7E: self = .symbol
        case 0x21...0x7E: self = .punctuation
        case 0x200D, 0xFE0E, 0xFE0F, 0x20E3, 0x1F000...0x1FAFF, 0x2600...0x27BF, 0x2B50, 0x2B55,
            0xE0020...0xE007F:
            self = .emoji
        default: self = Self.category(of: value)
        }
    }

    private static func category(of value: UInt32) -> ScalarClass {
        guard let scalar = Unicode.Scalar(value) else { return .symbol }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: .upper
        case .lowercaseLetter: .lower
        case .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark: .letter
        case .decimalNumber, .letterNumber, .otherNumber: .digit
        case .spaceSeparator: .blank
        case .control, .format, .surrogate, .privateUse, .unassigned: .invisible
        case .lineSeparator, .paragraphSeparator: .newline
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: .symbol
        default: .punctuation
        }
    }
}
