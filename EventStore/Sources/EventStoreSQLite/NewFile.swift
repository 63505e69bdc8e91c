import EventStore

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// A store that is being made: it comes under its own name whole, or not at all.
///
/// It is written as "<path>.partial". A crash leaves that file behind; the next attempt removes it.
struct NewFile: Sendable {
    let path: String

    /// Where it is written.
    var partialPath: String { path + ".partial" }

    /// Makes room; refuses to replace a file.
    init(_ path: String) throws(EventStoreError) {
        self.path = path
        guard unsafe access(path, F_OK) != 0 else {
            throw .cannotOpen(path: path, reason: "there is a file already, and it is not replaced")
        }
        discard()
    }

    /// Gives the file its name, for good.
    func publish() throws(EventStoreError) {
        // A link, unlike a rename, fails if another has made a file of this name meanwhile.
        if unsafe link(partialPath, path) == 0 {
            discard()
        } else {
            // Some file systems have no links.
            guard unsafe access(path, F_OK) != 0, unsafe rename(partialPath, path) == 0 else {
                throw .cannotOpen(path: path, reason: "\(partialPath) cannot be given this name")
            }
        }
        syncFolder()
    }

    /// Removes what was written.
    func discard() {
        for suffix in ["", "-wal", "-shm", "-journal"] { _ = unsafe unlink(partialPath + suffix) }
    }

    /// Makes the new name outlast a loss of power.
    ///
    /// Some file systems cannot sync a folder, and none of them needs it: the outcome is not looked at.
    private func syncFolder() {
        let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = slash.map { String(path[..<$0]) } ?? "."
        let descriptor = unsafe open(folder.isEmpty ? "/" : folder, O_RDONLY)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        _ = close(descriptor)
    }
}
