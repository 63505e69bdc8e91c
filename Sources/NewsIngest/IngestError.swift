/// Why an input could not be read as an article.
public enum IngestError: Error, Hashable, Sendable {
    /// There is no such file.
    case missing(input: String)
    /// A folder stands where a file was expected.
    case directory(input: String)
    /// More bytes than an article may have.
    case tooLarge(input: String, limit: Int)
    /// The operating system refused; `reason` is its own message.
    case unreadable(input: String, reason: String)
    /// No bytes at all, or nothing but blank space.
    case empty(input: String, bytes: Int)
    /// The byte at `offset` does not belong to any UTF-8 sequence.
    case notUTF8(input: String, offset: Int, byte: UInt8)
    /// A control character that no text has, at `offset`.
    case binary(input: String, offset: Int, byte: UInt8)
    /// No publication date was given and the text names none.
    case noDate(input: String)
}

extension IngestError: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .missing(let input):
            "\(input): no such file; check the path, or pass - to read standard input"
        case .directory(let input):
            "\(input): is a directory; pass the article files in it, such as \(Self.folder(input))*.txt"
        case .tooLarge(let input, let limit):
            "\(input): larger than \(limit / 1_048_576) MB, the limit for one article; split it into articles"
        case .unreadable(let input, let reason):
            "\(input): cannot be read: \(reason)"
        case .empty(let input, let bytes):
            "\(input): holds no text (\(bytes) bytes\(bytes == 0 ? "" : ", all blank")); nothing to read"
        case .notUTF8(let input, let offset, let byte):
            "\(input): not UTF-8: byte \(offset) is 0x\(Self.hex(byte)); convert it first, for instance with iconv -f windows-1252 -t utf-8"
        case .binary(let input, let offset, let byte):
            "\(input): not text: byte \(offset) is the control character 0x\(Self.hex(byte)); pass a plain text file"
        case .noDate(let input):
            "\(input): no publication date found in its text; give it with --date YYYY-MM-DD (words such as \"Saturday\" are counted from it)"
        }
    }

    private static func folder(_ input: String) -> String { input.hasSuffix("/") ? input : input + "/" }

    private static func hex(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
}
