import NewsText
import Testing

@testable import NewsLanguage

@Suite("A model file is checked before use")
struct ModelFileTests {
    @Test("the embedded model is read")
    func embedded() throws {
        let file = try ModelFile(LanguageModel.embeddedBytes)
        #expect(file.layers.count == file.shape.layers)
        #expect(file.tags.count == 17)
        #expect(file.entityLabels.count == 17)
        #expect(
            Set(file.relations).isSuperset(of: [
                .root, .nominalSubject, .clausalComplement, .agent, .relativeClause,
            ])
        )
        #expect(abs(file.mix.reduce(0, +) - 1) < 1e-5)
    }

    @Test(
        "bytes that end too early are refused, wherever that is",
        arguments: [12, 70, 200, 4_000, 100_000, 400_000, 5_000_000, 12_000_000]
    )
    func truncated(count: Int) {
        let bytes = UnsafeRawBufferPointer(rebasing: LanguageModel.embeddedBytes.prefix(count))
        #expect {
            _ = try ModelFile(bytes)
        } throws: {
            if case .truncated = $0 as? ModelFileError { true } else { false }
        }
    }

    @Test("bytes that are something else, or nothing, are refused")
    func somethingElse() {
        #expect(throws: ModelFileError.notAModelFile) {
            try ModelFile(UnsafeRawBufferPointer(start: nil, count: 0))
        }
        withAlignedCopy(of: Array("PK\u{3}\u{4} and so on, for long enough".utf8)) { bytes in
            #expect(throws: ModelFileError.notAModelFile) { try ModelFile(bytes) }
        }
    }

    @Test("another version is refused by its number")
    func version() {
        withAlignedCopy(of: header { $0[0] = 7 }) { bytes in
            #expect(throws: ModelFileError.unknownVersion(7)) { try ModelFile(bytes) }
        }
    }

    @Test(
        "sizes that the kernels cannot use are refused by name",
        arguments: [
            (1, 0, "layers"), (2, 380, "hidden size"), (3, 7, "attention heads"), (5, 4, "positions"),
        ]
    )
    func shape(index: Int, value: UInt32, field: String) {
        withAlignedCopy(of: header { $0[index] = value }) { bytes in
            #expect(throws: ModelFileError.unusableShape(field: field, value: Int(value))) {
                try ModelFile(bytes)
            }
        }
    }

    @Test("bytes at an unaligned address are refused")
    func misaligned() {
        withAlignedCopy(of: [0] + header { _ in }) { bytes in
            let moved = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
            #expect(throws: ModelFileError.misaligned) { try ModelFile(moved) }
        }
    }

    /// The embedded model's header with changed numbers.
    private func header(_ change: (inout [UInt32]) -> Void) -> [UInt8] {
        let bytes = LanguageModel.embeddedBytes
        var fields = (0...ModelShape.fieldCount).map {
            bytes.loadUnaligned(fromByteOffset: 8 + 4 * $0, as: UInt32.self)
        }
        change(&fields)
        return Array(bytes.prefix(8)) + fields.withUnsafeBytes { Array($0) }
    }

    private func withAlignedCopy(of bytes: [UInt8], body: (UnsafeRawBufferPointer) -> Void) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        defer { copy.deallocate() }
        copy.copyBytes(from: bytes)
        body(UnsafeRawBufferPointer(copy))
    }
}
