import Foundation
import Testing

/// The README's run, made again: what it shows is what the program prints.
@Suite("The README")
struct ReadmeTests {
    @Test("shows what its commands print")
    func run() throws {
        let fixture = try CommandFixture()
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let block = try #require(readme.firstRange(of: "```console\n"))
        let end = try #require(readme[block.upperBound...].firstRange(of: "\n```"))
        var shown: [String] = []
        var printed: [String] = []
        for part in readme[block.upperBound..<end.lowerBound].split(separator: "$ timeline ") {
            let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
            let command = String(try #require(lines.first))
            let outcome = try fixture.shell("cd '\(root.path)' && \"$TIMELINE\" \(command)")
            #expect(outcome.status == 0, "\(command): \(outcome.errors)")
            shown += [command] + lines.dropFirst().map(String.init).filter(Self.isTimeless)
            printed +=
                [command]
                + outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
                .map(String.init).filter(Self.isTimeless)
        }
        #expect(shown.filter { !$0.isEmpty } == printed.filter { !$0.isEmpty })
    }

    /// Lines that tell when the log learnt something differ from run to run.
    private static func isTimeless(_ line: String) -> Bool { !line.contains("recorded ") }
}
