public import EventStore

/// How projections compare with a fresh replay, in words.
public struct ProjectionComparisonView: Sendable {
    private let comparison: ProjectionComparison
    private let tables: [String: Table]

    /// Makes a view of a comparison; `projection` is the one compared.
    public init(_ comparison: ProjectionComparison, of projection: any Projection) {
        self.comparison = comparison
        tables = Dictionary(projection.tables.map { ($0.name, $0) }) { first, _ in first }
    }

    /// What does not agree, with the first row that differs; nil when all is equal.
    public var finding: String? {
        let name = comparison.status.name
        switch comparison.status.state {
        case .stale where comparison.tables.isEmpty:
            return "\(name) was built by another version or is being erased from; run timeline replay"
        case .missing where comparison.tables.isEmpty:
            return "\(name) was never built; run timeline replay"
        default: break
        }
        guard let table = comparison.tables.first(where: { !$0.isEqual }) else { return nil }
        guard table.live != nil else {
            return "table \(table.table) of \(name) is missing or has other columns; run timeline replay"
        }
        if let damage = table.damage, table.live == table.replayed {
            return "table \(table.table): \(WordWrap.oneLine(damage)); timeline replay rebuilds \(name)"
        }
        let more = comparison.tables.reduce(-1) { $0 + Int($1.differenceCount) }
        let row =
            table.differences.first.flatMap { difference in
                tables[table.table].map { RowDifferenceView.finding(difference, in: $0) }
            } ?? "the rows differ"
        return "table \(table.table): \(row)" + (more > 0 ? ", and \(Counted.of(more, "row")) more" : "")
            + "; timeline replay rebuilds \(name)"
    }

    /// What a replay would change, row by row; `+` added, `-` removed, `~` other values.
    public func changes(palette: Palette) -> [String] {
        let state =
            switch comparison.status.state {
            case .stale: " (built by another version)"
            case .missing: " (never built)"
            case .behind: " (behind, at \(comparison.status.position))"
            case .current: ""
            }
        var lines = [palette.paint(comparison.status.name, .heading) + state]
        for table in comparison.tables {
            let rows = Counted.of(Int(table.replayed.rows), "row")
            if table.isEqual {
                lines.append("  \(table.table): \(rows), no change")
            } else if table.live == nil {
                lines.append("  \(table.table): made anew, \(rows)")
            } else if let damage = table.damage, table.live == table.replayed {
                lines.append("  \(table.table): \(rows), made anew: \(WordWrap.oneLine(damage))")
            } else {
                lines.append(
                    "  \(table.table): \(Counted.of(Int(table.differenceCount), "row")) of \(rows) would change"
                )
                for difference in table.differences {
                    guard let table = tables[table.table] else { continue }
                    lines.append("    " + RowDifferenceView.line(difference, in: table))
                }
                let hidden = Int(table.differenceCount) - table.differences.count
                if hidden > 0 { lines.append("    … \(Counted.of(hidden, "row")) more") }
            }
        }
        return lines
    }
}
