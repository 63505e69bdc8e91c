/// A SHA-256 digest.
public struct EventHash: Hashable, Sendable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Makes a hash from 32 bytes; nil for any other count.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }
}
