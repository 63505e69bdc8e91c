/// Turns UTF-8 byte offsets of one text into Unicode scalar offsets.
///
/// Inside the program positions are bytes; payloads, JSON and exports count Unicode scalars, as W3C Web Annotation
/// does. One anchor is kept every 256 bytes, so a look-up reads at most 256 bytes.
public struct ScalarOffsets: Sendable {
    private static let stride = 256
    private let bytes: [UInt8]
    private let anchors: [Int]

    /// Number of Unicode scalars in the text.
    public let count: Int

    /// Prepares the look-up for a text given as UTF-8 bytes.
    /// - Complexity: O(bytes).
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var anchors: [Int] = []
        anchors.reserveCapacity(bytes.count / Self.stride + 1)
        var scalars = 0
        for (offset, byte) in bytes.enumerated() {
            if offset % Self.stride == 0 { anchors.append(scalars) }
            if byte & 0xC0 != 0x80 { scalars += 1 }
        }
        if bytes.count % Self.stride == 0 { anchors.append(scalars) }
        self.anchors = anchors
        count = scalars
    }

    /// Number of scalars that start before the byte at `byteOffset`.
    public func scalarOffset(ofByte byteOffset: Int) -> Int {
        let anchor = byteOffset / Self.stride
        var scalars = anchors[anchor]
        for byte in bytes[(anchor * Self.stride)..<byteOffset] where byte & 0xC0 != 0x80 { scalars += 1 }
        return scalars
    }
}
