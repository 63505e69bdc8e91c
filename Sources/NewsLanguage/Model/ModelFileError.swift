/// Why bytes are not a language model that this program can read.
public enum ModelFileError: Error, Hashable, Sendable {
    /// The bytes do not begin with the mark of a model file.
    case notAModelFile
    /// The file has a format version that this program does not know.
    case unknownVersion(UInt32)
    /// The bytes end inside the named section.
    case truncated(section: String)
    /// The header asks for a size that the kernels cannot work with.
    case unusableShape(field: String, value: Int)
    /// An inventory names a label that this program does not know.
    case unknownLabel(String)
    /// The vocabulary lacks a piece that every sentence needs.
    case missingPiece(String)
    /// The bytes do not start at a multiple of 64 in memory.
    case misaligned
}

extension ModelFileError: CustomStringConvertible {
    /// What is wrong, where, and what to do about it.
    public var description: String {
        switch self {
        case .notAModelFile:
            "The language model does not begin with NEWSLM; write it again with training.export."
        case .unknownVersion(let version):
            "The language model has format version \(version), this program reads 1; build both from one checkout."
        case .truncated(let section):
            "The language model ends inside its \(section); write it again with training.export."
        case .unusableShape(let field, let value):
            "The language model's header says \(field) = \(value), which the kernels cannot use; export it again."
        case .unknownLabel(let label):
            "The language model uses the label \(label), which is no UPOS tag or entity label of ours; export it again."
        case .missingPiece(let piece):
            "The language model's vocabulary lacks \(piece); write it again with training.export."
        case .misaligned:
            "The language model's bytes are not aligned to 64 in memory; load them at an aligned address."
        }
    }
}
