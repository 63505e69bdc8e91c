#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The lines of a file, or of standard input for `-`, one at a time.
final class LineReader {
    private let name: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var start = 0
    /// How many bytes have been read.
    private(set) var bytesRead: Int64 = 0
    /// How many bytes there are; 0 for what is no regular file.
    let size: Int64

    /// No line of an export comes near: an article has at most 16 MB.
    private static let longestLine = 256 << 20

    init(_ input: String) throws(Failure) {
        guard input != "-" else {
            (name, descriptor, size) = ("standard input", STDIN_FILENO, 0)
            return
        }
        name = input
        descriptor = open(input, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(input, errno) }
        var status = stat()
        size = fstat(descriptor, &status) == 0 ? Int64(status.st_size) : 0
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// The next line without its line feed; nil behind the last.
    func next() throws(Failure) -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            guard buffer.count - start < Self.longestLine else {
                throw Failure("\(name): a line is longer than \(Self.longestLine) bytes", .badData)
            }
            buffer.removeFirst(start)
            (start, searched) = (0, buffer.count)
            if try !fill() {
                guard !buffer.isEmpty else { return nil }
                defer { buffer.removeAll() }
                return buffer
            }
        }
    }

    /// Reads on.
    ///
    /// - Returns: Whether there was anything.
    private func fill() throws(Failure) -> Bool {
        let chunk = 1 << 18
        while true {
            let filled = buffer.count
            buffer.append(contentsOf: repeatElement(0, count: chunk))
            let count = buffer.withUnsafeMutableBytes { bytes in
                read(descriptor, bytes.baseAddress?.advanced(by: filled), chunk)
            }
            let code = errno
            buffer.removeLast(chunk - max(0, count))
            if count >= 0 {
                bytesRead += Int64(count)
                return count > 0
            }
            guard code == EINTR else { throw Self.failure(name, code) }
        }
    }

    private static func failure(_ name: String, _ code: Int32) -> Failure {
        Failure("\(name): \(String(cString: strerror(code)))", .inputMissing)
    }
}
