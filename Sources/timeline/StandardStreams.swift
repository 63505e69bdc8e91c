#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Standard output: text is gathered and written in one go; a closed pipe ends the command quietly.
struct StandardOutput {
    private var bytes: [UInt8] = []

    /// Adds text to what will be written.
    mutating func write(_ text: String) { bytes += Array(text.utf8) }

    /// Adds bytes to what will be written.
    mutating func write(_ bytes: [UInt8]) { self.bytes += bytes }

    /// Writes what was gathered.
    ///
    /// - Throws: `Failure` when the reader is gone (status 0 in effect: it has seen all it wanted) or the disk is full.
    mutating func flush() throws {
        defer { bytes.removeAll(keepingCapacity: true) }
        if let code = Descriptor.write(bytes, to: STDOUT_FILENO) {
            guard code != EPIPE else { Descriptor.endQuietly() }
            throw Failure(
                "standard output: \(String(cString: strerror(code))); the store is not affected",
                .storage
            )
        }
    }

    /// Whether it is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The terminal's width in columns; nil when it is no terminal or does not say.
    static var terminalColumns: Int? { Descriptor.columns(of: STDOUT_FILENO) }
}

/// Standard error: notices, warnings and errors, written at once.
enum StandardError {
    /// Writes text; nothing is left to do when that fails.
    static func write(_ text: String) { _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO) }

    /// Whether it is a terminal.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// The terminal's width in columns; nil when it is no terminal or does not say.
    static var terminalColumns: Int? { Descriptor.columns(of: STDERR_FILENO) }
}

/// Writing to file descriptors, whole or with the reason why not.
enum Descriptor {
    /// Writes all bytes; returns the error number of a failed write.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                writeSome(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }

    static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    static func endQuietly() -> Never { exit(0) }

    private static func writeSome(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, start, count)
        #elseif canImport(Musl)
            Musl.write(descriptor, start, count)
        #else
            Darwin.write(descriptor, start, count)
        #endif
    }
}
