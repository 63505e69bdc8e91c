import NewsKernels

/// Walks through the sections of a model file and checks that each is there before a pointer into it is made.
struct ModelFileReader {
    private static let magic = Array("NEWSLM\r\n".utf8)
    private static let alignment = 64
    private static let version: UInt32 = 1

    private let bytes: UnsafeRawBufferPointer
    private var offset = 0

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func header() throws(ModelFileError) -> ModelShape {
        guard bytes.count >= Self.magic.count, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else {
            throw .notAModelFile
        }
        guard let start = bytes.baseAddress, Int(bitPattern: start) % Self.alignment == 0 else {
            throw .misaligned
        }
        let count = ModelShape.fieldCount + 1
        guard bytes.count >= Self.magic.count + 4 * count else { throw .truncated(section: "header") }
        let fields = (0..<count).map {
            UInt32(littleEndian: bytes.load(fromByteOffset: Self.magic.count + 4 * $0, as: UInt32.self))
        }
        guard fields[0] == Self.version else { throw .unknownVersion(fields[0]) }
        offset = Self.magic.count + 4 * count
        return try ModelShape(fields: Array(fields.dropFirst()))
    }

    /// Lines of UTF-8, each ended by a line feed.
    mutating func lines(bytes count: Int, count lineCount: Int) throws(ModelFileError) -> [Substring] {
        let start = try array(of: UInt8.self, count: count, section: "inventories")
        let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
        let lines = text.split(separator: "\n")
        guard lines.count == lineCount else { throw .truncated(section: "inventories") }
        return lines
    }

    /// The next section as numbers in place.
    mutating func array<Number: BitwiseCopyable>(
        of type: Number.Type,
        count: Int,
        section: String
    ) throws(ModelFileError) -> UnsafePointer<Number> {
        let start = (offset + Self.alignment - 1) / Self.alignment * Self.alignment
        let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Number>.stride)
        guard let base = bytes.baseAddress, !overflow, start <= bytes.count, size <= bytes.count - start
        else {
            throw .truncated(section: section)
        }
        offset = start + size
        return (base + start).assumingMemoryBound(to: type)
    }

    mutating func embedding(rows: Int, columns: Int, section: String) throws(ModelFileError) -> NewsEmbedding
    {
        let numbers = try array(of: Int8.self, count: rows * columns, section: section)
        return NewsEmbedding(rows: numbers, scales: try array(of: Float.self, count: rows, section: section))
    }

    mutating func norm(columns: Int, section: String) throws(ModelFileError) -> ModelFile.Norm {
        let gains = try array(of: Float.self, count: columns, section: section)
        return ModelFile.Norm(
            gains: gains,
            biases: try array(of: Float.self, count: columns, section: section)
        )
    }

    mutating func dense(inputs: Int, outputs: Int, section: String) throws(ModelFileError) -> NewsDenseLayer {
        let padded = (outputs + 15) / 16 * 16
        let panels = try array(of: Int8.self, count: inputs * padded, section: section)
        let scales = try array(of: Float.self, count: padded, section: section)
        let biases = try array(of: Float.self, count: padded, section: section)
        return NewsDenseLayer(
            panels: panels,
            scales: scales,
            biases: biases,
            inputs: inputs,
            outputs: padded
        )
    }

    mutating func layer(shape: ModelShape, section: String) throws(ModelFileError) -> ModelFile.Layer {
        let hidden = shape.hidden
        let queriesKeysValues = try dense(inputs: hidden, outputs: 3 * hidden, section: section)
        let output = try dense(inputs: hidden, outputs: hidden, section: section)
        let attentionNorm = try norm(columns: hidden, section: section)
        let up = try dense(inputs: hidden, outputs: shape.inner, section: section)
        let down = try dense(inputs: shape.inner, outputs: hidden, section: section)
        return ModelFile.Layer(
            queriesKeysValues: queriesKeysValues,
            output: output,
            attentionNorm: attentionNorm,
            up: up,
            down: down,
            norm: try norm(columns: hidden, section: section)
        )
    }
}
