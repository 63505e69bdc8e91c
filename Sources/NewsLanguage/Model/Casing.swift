/// How a word is cased, which the uncased pieces no longer tell; raw values number the casing embedding.
enum Casing: Int, CaseIterable {
    /// The start and end markers of a sentence.
    case marker
    /// No capital letter.
    case lower
    /// A capital letter first and no other.
    case capitalised
    /// Two letters or more, all capital.
    case upper
    /// Any other mixture.
    case mixed
    /// No letter that has case.
    case none

    init(of word: String) {
        var count = 0
        var upperCount = 0
        var lowerCount = 0
        var startsUpper = false
        for scalar in word.unicodeScalars {
            guard let isUpper = Casing.isUpper(scalar) else { continue }
            // A title-case letter such as U+01C5 is neither.
            if isUpper.upper {
                upperCount += 1
                if count == 0 { startsUpper = true }
            }
            if isUpper.lower { lowerCount += 1 }
            count += 1
        }
        self =
            if count == 0 {
                .none
            } else if lowerCount == count {
                .lower
            } else if count > 1 && upperCount == count {
                .upper
            } else if startsUpper && lowerCount == count - 1 {
                .capitalised
            } else {
                .mixed
            }
    }

    /// Whether a scalar equals its upper and its lower case; nil when it has no case.
    private static func isUpper(_ scalar: Unicode.Scalar) -> (upper: Bool, lower: Bool)? {
        if scalar.isASCII {
            let folded = scalar.value | 0x20
            guard folded >= 0x61 && folded <= 0x7a else { return nil }
            return (scalar.value != folded, scalar.value == folded)
        }
        let properties = scalar.properties
        let lower = properties.lowercaseMapping
        let upper = properties.uppercaseMapping
        guard lower != upper else { return nil }
        let text = String(Character(scalar))
        return (text == upper, text == lower)
    }
}
