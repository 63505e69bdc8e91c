// Marks in an article's text.
//
// Each span is set in brackets of its kind, so that the marks carry the meaning without colour:
//
//   {Rubio} ‹told› reporters ⟦"we have a team"⟧ on ⟨Saturday⟩
//
// At one offset closing brackets come before opening ones; of the spans that open there the longest opens first, and
// of those that close there the last opened closes first, so nested spans nest. Spans that cross stay readable, as
// every kind has brackets of its own.

import NewsEvents

/// Spans to mark in a text, and the text with the marks.
struct MarkedText {
    /// What a mark stands for.
    enum Mark: CaseIterable {
        case content, cue, actor, date

        var brackets: (open: Character, close: Character) {
            switch self {
            case .content: ("⟦", "⟧")
            case .cue: ("‹", "›")
            case .actor: ("{", "}")
            case .date: ("⟨", "⟩")
            }
        }

        var role: Palette.Role {
            switch self {
            case .content: .content
            case .cue: .cue
            case .actor: .actor
            case .date: .heading
            }
        }
    }

    let text: ScalarText
    private(set) var spans: [(span: TextSpan, mark: Mark)] = []

    init(_ text: ScalarText) { self.text = text }

    /// Marks a span; one that is empty or marked the same way already adds nothing.
    mutating func add(_ span: TextSpan, as mark: Mark) {
        guard span.end > span.start,
            !spans.contains(where: {
                $0.span.start == span.start && $0.span.end == span.end && $0.mark == mark
            })
        else { return }
        spans.append((span, mark))
    }

    /// The marks in use, in a fixed order.
    var marks: [Mark] { Mark.allCases.filter { mark in spans.contains { $0.mark == mark } } }

    /// The words between two offsets with their brackets.
    func string(_ bounds: Range<Int>) -> String {
        let inside = spans.filter { $0.span.start < bounds.upperBound && $0.span.end > bounds.lowerBound }
        var cuts: [(offset: Int, isClose: Bool, other: Int, bracket: Character)] = []
        for (span, mark) in inside {
            let (start, end) = (max(span.start, bounds.lowerBound), min(span.end, bounds.upperBound))
            cuts.append((start, false, end, mark.brackets.open))
            cuts.append((end, true, start, mark.brackets.close))
        }
        cuts.sort { a, b in
            if a.offset != b.offset { return a.offset < b.offset }
            if a.isClose != b.isClose { return a.isClose }
            return a.other > b.other
        }
        var result = ""
        var offset = bounds.lowerBound
        for cut in cuts {
            result += text[offset, cut.offset]
            result.append(cut.bracket)
            offset = cut.offset
        }
        return result + text[offset, bounds.upperBound]
    }

    /// Colours the bracketed stretches of wrapped lines; a stretch may run over line ends.
    static func paint(_ lines: [String], _ palette: Palette) -> [String] {
        guard palette.isColoured else { return lines }
        var open: [Mark] = []
        return lines.map { line in
            var painted = ""
            var run = ""
            func flush() {
                painted += open.last.map { palette.paint(run, $0.role) } ?? run
                run = ""
            }
            for character in line {
                if let mark = Mark.allCases.first(where: { $0.brackets.open == character }) {
                    flush()
                    open.append(mark)
                    run.append(character)
                } else if let index = open.lastIndex(where: { $0.brackets.close == character }) {
                    run.append(character)
                    flush()
                    open.remove(at: index)
                } else {
                    run.append(character)
                }
            }
            flush()
            return painted
        }
    }
}
