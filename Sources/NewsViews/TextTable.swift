/// Rows of cells in columns, as wide as they need to be; one column takes the rest of the width and wraps.
struct TextTable {
    /// How a column is laid out.
    struct Column {
        /// Its title; empty for none.
        var title = ""
        /// At most this many terminal columns; nil for as many as its widest cell needs.
        var limit: Int?
        /// Whether it takes what the others leave.
        var isFlexible = false
        /// Whether its cells end rather than begin in line.
        var alignsRight = false
        /// The colour of its cells.
        var role: Palette.Role?
    }

    var columns: [Column]
    var rows: [[String]] = []
    /// Put before every line.
    var indent = ""
    /// The least width of the flexible column.
    private static let leastFlexible = 24
    private static let gap = "  "

    /// The lines, titles first when any column has one.
    func lines(width: Int, palette: Palette) -> [String] {
        guard !rows.isEmpty else { return [] }
        let widths = columnWidths(total: width)
        var lines: [String] = []
        if columns.contains(where: { !$0.title.isEmpty }) {
            lines.append(
                palette.paint(line(columns.map(\.title), widths: widths, palette: .plain), .faint)
            )
        }
        return lines + blocks(widths: widths, palette: palette).flatMap { $0 }
    }

    /// The lines of each row, without titles.
    func blocks(width: Int, palette: Palette) -> [[String]] {
        blocks(widths: columnWidths(total: width), palette: palette)
    }

    private func blocks(widths: [Int], palette: Palette) -> [[String]] {
        rows.map { row in
            let cells = zip(row, widths).map { WordWrap.lines($0, width: $1) }
            return (0..<(cells.map(\.count).max() ?? 0)).map { index in
                line(cells.map { index < $0.count ? $0[index] : "" }, widths: widths, palette: palette)
            }
        }
    }

    private func columnWidths(total: Int) -> [Int] {
        var widths = columns.indices.map { index in
            let column = columns[index]
            let natural = rows.map { row in
                row[index].split(separator: "\n").map { CellWidth.of($0) }.max() ?? 0
            }
            let needed = max(CellWidth.of(column.title), natural.max() ?? 0)
            return column.limit.map { min($0, needed) } ?? needed
        }
        if let flexible = columns.firstIndex(where: \.isFlexible) {
            let others = widths.indices.filter { $0 != flexible }.map { widths[$0] }.reduce(0, +)
            let rest = total - others - Self.gap.count * (columns.count - 1) - indent.count
            widths[flexible] = min(widths[flexible], max(Self.leastFlexible, rest))
        }
        return widths
    }

    private func line(_ cells: [String], widths: [Int], palette: Palette) -> String {
        var line = indent
        for (index, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: max(0, widths[index] - CellWidth.of(cell)))
            let painted = columns[index].role.map { palette.paint(cell, $0) } ?? cell
            line += columns[index].alignsRight ? padding + painted : painted + padding
            if index < cells.count - 1 { line += Self.gap }
        }
        let end = line.lastIndex { $0 != " " }
        return end.map { String(line[...$0]) } ?? ""
    }
}
