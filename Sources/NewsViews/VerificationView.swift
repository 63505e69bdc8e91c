public import EventStore
public import NewsTimeline

/// What a verification found, as text and as JSON (schema `timeline.verification/1`).
public struct VerificationView: Sendable {
    private let verification: Verification
    private let findings: [Verification.Finding]

    /// Makes a view; `projections` are those that were compared, in the same order.
    public init(_ verification: Verification, projections: [any Projection]) {
        self.verification = verification
        var findings: [Verification.Finding] = verification.chain.failures.map {
            Verification.Finding(check: .chain, position: $0.position, reason: $0.reason)
        }
        findings += (verification.texts?.findings ?? []).map {
            Verification.Finding(check: .texts, position: $0.position, reason: $0.reason)
        }
        for (comparison, projection) in zip(verification.projections ?? [], projections) {
            guard let reason = ProjectionComparisonView(comparison, of: projection).finding else { continue }
            findings.append(Verification.Finding(check: .projections, position: nil, reason: reason))
        }
        self.findings = findings + verification.obstacles
    }

    /// One line a check, then one a finding.
    public func text(palette: Palette) -> String {
        let chain = verification.chain
        func line(_ check: Verification.Check, _ body: String?) -> String {
            let failed = findings.contains { $0.check == check }
            let name = check.rawValue + String(repeating: " ", count: 13 - check.rawValue.count)
            return palette.paint(name, .heading) + (failed ? "FAILED  " : body == nil ? "" : "ok      ")
                + (body ?? "not looked at")
        }
        var lines = [
            line(.chain, "\(Counted.of(Int(chain.events), "event")), head \(chain.head)")
        ]
        if let texts = verification.texts {
            lines.append(
                line(
                    .texts,
                    "\(Counted.of(texts.articles, "article")), \(Counted.of(texts.spans, "span"))"
                        + (texts.erasedArticles > 0
                            ? ", \(Counted.of(texts.erasedArticles, "article")) erased" : "")
                )
            )
        } else {
            lines.append(line(.texts, nil))
        }
        if let projections = verification.projections {
            let rows = projections.flatMap(\.tables).reduce(0) { $0 + Int($1.replayed.rows) }
            lines.append(
                line(
                    .projections,
                    "\(projections.count { $0.isEqual }) of \(projections.count) equal to a fresh replay, \(Counted.of(rows, "row"))"
                )
            )
        } else {
            lines.append(line(.projections, nil))
        }
        lines += findings.map { finding in
            let place = finding.position.map { "position \($0): " } ?? ""
            return "  \(finding.check.rawValue): \(place)" + WordWrap.oneLine(finding.reason)
        }
        let hidden = verification.count - findings.count
        if hidden > 0 { lines.append("  … \(Counted.of(hidden, "finding")) more") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The document.
    public var json: JSON {
        let chain = verification.chain
        return .object([
            "schema": .string("timeline.verification/1"),
            "verified": .bool(verification.count == 0),
            "head": HeadView.json(of: chain.head),
            "events": .integer(Int(chain.events)),
            "erased_events": .integer(Int(chain.erased)),
            "articles": .integer(verification.texts?.articles),
            "erased_articles": .integer(verification.texts?.erasedArticles),
            "spans": .integer(verification.texts?.spans),
            "projections": .array(
                (verification.projections ?? []).map { comparison in
                    .object([
                        "name": .string(comparison.status.name),
                        "state": .string(comparison.status.state.rawValue),
                        "equal": .bool(comparison.isEqual),
                        "rows": .integer(comparison.tables.reduce(0) { $0 + Int($1.replayed.rows) }),
                    ])
                }
            ),
            "count": .integer(verification.count),
            "findings": .array(
                findings.map { finding in
                    .object([
                        "check": .string(finding.check.rawValue),
                        "seq": .integer(finding.position.map { Int($0.rawValue) }),
                        "message": .string(finding.reason),
                    ])
                }
            ),
        ])
    }
}
