#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that comes under its name whole, or not at all; one that is there is never replaced.
final class OutputFile {
    private let path: String
    private let partialPath: String
    private let descriptor: Int32

    /// Begins the file as `<path>.partial`.
    init(_ path: String) throws(Failure) {
        self.path = path
        partialPath = path + ".partial"
        guard access(path, F_OK) != 0 else {
            throw Failure("\(path): there is a file already, and it is not replaced", .storage)
        }
        descriptor = open(partialPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.failure(path, errno) }
    }

    deinit { close(descriptor) }

    /// Adds bytes.
    func write(_ bytes: [UInt8]) throws(Failure) {
        if let code = Descriptor.write(bytes, to: descriptor) { throw Self.failure(path, code) }
    }

    /// Gives the file its name, for good.
    func publish() throws(Failure) {
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw Self.failure(path, errno) }
        // A link, unlike a rename, fails if another has made a file of this name meanwhile.
        if link(partialPath, path) == 0 {
            discard()
        } else if errno == EEXIST || rename(partialPath, path) != 0 {
            throw Self.failure(path, errno)
        }
    }

    /// Removes what was written under the passing name.
    func discard() { unlink(partialPath) }

    private static func failure(_ path: String, _ code: Int32) -> Failure {
        Failure("\(path): \(String(cString: strerror(code)))", .storage)
    }
}
