import Foundation
import Testing

/// Golden files of views; `UPDATE_SNAPSHOTS=1 swift test` writes them anew from what the views give.
enum Snapshot {
    /// Expects `text` to equal the golden file, byte for byte.
    static func expect(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation)
        throws
    {
        if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
            let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
            return
        }
        let folder = try #require(Bundle.module.resourceURL)
        let golden = try String(contentsOf: folder.appending(path: "Snapshots/\(name)"), encoding: .utf8)
        #expect(text == golden, sourceLocation: sourceLocation)
    }
}
