/// A line of a text, without its line break and surrounding blank space.
struct TextLine {
    /// Its number in the text, from 1.
    let number: Int
    /// Its words and punctuation.
    let text: String

    var isBlank: Bool { text.isEmpty }

    /// All lines, blank ones included; a byte order mark is not part of the first.
    static func lines(of text: String) -> [TextLine] {
        let scalars = text.unicodeScalars
        // A carriage return alone counts too: the empty line it leaves before a line feed does no harm here.
        return scalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
            .enumerated()
            .map { index, line in TextLine(number: index + 1, text: trimmed(line)) }
    }

    private static func trimmed(_ line: Substring.UnicodeScalarView) -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar == "\u{FEFF}"
        }
        guard let first = line.firstIndex(where: { !isBlank($0) }),
            let last = line.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(Substring(line[first...last]))
    }
}
