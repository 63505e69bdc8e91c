import Foundation
import Testing

@testable import NewsExtraction

/// docs/rules.md is written from the rules themselves; `UPDATE_SNAPSHOTS=1 swift test` writes it anew.
@Suite("The catalogue of rules")
struct RuleCatalogueTests {
    @Test("lists every rule family with its examples")
    func catalogue() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs/rules.md")
        if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
            try Data(Self.text.utf8).write(to: page)
        }
        #expect(try String(contentsOf: page, encoding: .utf8) == Self.text)
    }

    private static var text: String {
        var lines = [
            "# Extraction rules", "",
            "Each family is one type in `Sources/NewsExtraction`. The sentences are run as tests: what stands behind the arrow is",
            "found, in the sentences under \"Not\" the family finds nothing. This page is written from the code.",
        ]
        for rule in Extractor.rules.map({ type(of: $0) }) {
            lines += ["", "## \(rule)", "", "Finds \(rule.summary).", ""]
            lines += rule.matches.map { "- \($0.text.replacing("\n", with: " ⏎ ")) → `\($0.finds)`" }
            lines += ["", "Not:", ""]
            lines += rule.misses.map { "- \($0.replacing("\n", with: " ⏎ "))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
