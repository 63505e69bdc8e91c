import ArgumentParser
import EventStore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where the store is: `--store`, then `TIMELINE_STORE`, then the data folder of the XDG base directories.
struct StorePath {
    let path: String

    init(_ options: GlobalOptions, environment: [String: String]) throws {
        func set(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        if let given = options.store {
            guard !given.isEmpty else { throw Failure("--store needs a path; it is empty", .usage) }
            path = given
        } else if let given = set("TIMELINE_STORE") {
            path = given
        } else if let data = set("XDG_DATA_HOME"), data.hasPrefix("/") {
            // The XDG specification says to ignore relative paths here.
            path = data + "/timeline/timeline.db"
        } else if let home = set("HOME") {
            path = home + "/.local/share/timeline/timeline.db"
        } else {
            throw Failure("no place for the store: HOME is not set; give one with --store PATH", .usage)
        }
    }

    /// Whether something is there already.
    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Makes the folder the store stands in.
    func makeFolder() throws {
        guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
        let folder = String(path[..<slash])
        guard !FileManager.default.fileExists(atPath: folder) else { return }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch let error as CocoaError
            where [.fileWriteVolumeReadOnly, .fileWriteNoPermission].contains(error.code)
        {
            throw EventStoreError.readOnly(path: path)
        } catch {
            throw EventStoreError.cannotOpen(path: path, reason: "its folder \(folder) cannot be made")
        }
    }
}
