/// Breaks text into lines at blanks, never inside a word.
public enum WordWrap {
    /// The lines of `text`, each at most `width` columns unless one word is wider; never empty.
    ///
    /// Line feeds in the text stay breaks, and blanks at the start of such a line are kept.
    public static func lines(_ text: String, width: Int) -> [String] {
        printable(text).split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            paragraph -> [String] in
            let indent = paragraph.prefix { $0 == " " }
            var lines: [String] = []
            var line = String(indent)
            var used = indent.count
            var isFresh = true
            for word in paragraph.split(whereSeparator: {
                $0 == " " || $0 == "\t" || $0 == "\r\n" || $0 == "\r"
            }) {
                let cells = CellWidth.of(word)
                if !isFresh, used + 1 + cells > width {
                    lines.append(line)
                    (line, used, isFresh) = ("", 0, true)
                }
                if !isFresh {
                    line += " "
                    used += 1
                }
                line += word
                used += cells
                isFresh = false
            }
            return lines + [line]
        }
    }

    /// `text` on one line, cut behind a word to at most `width` columns, with an ellipsis where words are missing.
    public static func clipped(_ text: String, width: Int) -> String {
        let line = oneLine(text)
        guard CellWidth.of(line) > width else { return line }
        let kept = lines(line, width: max(1, width - 2))[0]
        return kept + " …"
    }

    /// `text` with every run of blank space, line breaks included, as one blank.
    public static func oneLine(_ text: String) -> String {
        printable(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// `text` with control characters as U+FFFD: no article may send commands to the terminal.
    private static func printable(_ text: String) -> String {
        func isCommand(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.generalCategory == .control && !scalar.properties.isWhitespace
        }
        guard text.unicodeScalars.contains(where: isCommand) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isCommand($0) ? "\u{FFFD}" : $0 }))
    }
}
