#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file, or standard input for `-`, read in one go.
struct ByteSource {
    let input: String

    /// All bytes; refuses a regular file over the limit by its size, anything else once the limit is passed.
    func bytes(limit: Int) throws(IngestError) -> [UInt8] {
        guard input != "-" else {
            return try read(STDIN_FILENO, expecting: 0, limit: limit, name: "standard input")
        }
        let descriptor = open(input, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw .missing(input: input) }
            throw .unreadable(input: input, reason: Self.message(errno))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .unreadable(input: input, reason: Self.message(errno))
        }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .directory(input: input) }
        guard status.st_size <= limit else { throw .tooLarge(input: input, limit: limit) }
        return try read(descriptor, expecting: Int(status.st_size), limit: limit, name: input)
    }

    private func read(
        _ descriptor: Int32,
        expecting size: Int,
        limit: Int,
        name: String
    ) throws(IngestError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = buffer.withUnsafeMutableBytes { readInto(descriptor, $0) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw .unreadable(input: name, reason: Self.message(errno))
            }
            bytes.append(contentsOf: buffer[..<count])
            guard bytes.count <= limit else { throw .tooLarge(input: name, limit: limit) }
        }
    }

    private func readInto(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
            Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }

    private static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}
