import Foundation
import NewsIngest
import NewsText
import Testing

@Suite("Reading an article's bytes")
struct ArticleReaderTests {
    private let reader = ArticleReader()

    @Test("keeps the text byte for byte, a byte order mark and odd line ends included")
    func keepsBytes() throws {
        let bytes = Array("\u{FEFF}One.\r\nTwo…\u{2028}\tThree\n\n".utf8)
        #expect(Array(try reader.text(bytes, of: "a.txt").utf8) == bytes)
    }

    struct Fault: CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let error: IngestError
        var testDescription: String { name }
    }

    @Test(
        "names the first byte that is no text",
        arguments: [
            Fault(
                name: "Latin-1",
                bytes: Array("caf".utf8) + [0xE9, 0x21],
                error: .notUTF8(input: "f", offset: 3, byte: 0xE9)
            ),
            Fault(
                name: "overlong",
                bytes: [0x61, 0xC0, 0xAF],
                error: .notUTF8(input: "f", offset: 1, byte: 0xC0)
            ),
            Fault(
                name: "surrogate",
                bytes: [0xED, 0xA0, 0x80],
                error: .notUTF8(input: "f", offset: 0, byte: 0xED)
            ),
            Fault(
                name: "cut short",
                bytes: Array("ab".utf8) + [0xE2, 0x82],
                error: .notUTF8(input: "f", offset: 2, byte: 0xE2)
            ),
            Fault(
                name: "beyond Unicode",
                bytes: [0x61, 0xF4, 0x90, 0x80, 0x80],
                error: .notUTF8(input: "f", offset: 1, byte: 0xF4)
            ),
            Fault(name: "NUL", bytes: Array("ab\0c".utf8), error: .binary(input: "f", offset: 2, byte: 0)),
            Fault(name: "escape", bytes: [0x61, 0x1B], error: .binary(input: "f", offset: 1, byte: 0x1B)),
            Fault(name: "nothing", bytes: [], error: .empty(input: "f", bytes: 0)),
            Fault(name: "blank", bytes: Array(" \n\t\u{A0}\n".utf8), error: .empty(input: "f", bytes: 6)),
            Fault(
                name: "only a byte order mark",
                bytes: [0xEF, 0xBB, 0xBF],
                error: .empty(input: "f", bytes: 3)
            ),
        ]
    )
    func refuses(_ fault: Fault) {
        #expect(throws: fault.error) { try reader.text(fault.bytes, of: "f") }
    }

    @Test("refuses a missing file, a directory and a file over the limit, without reading it")
    func refusesFiles() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let missing = folder.appending(path: "none.txt").path
        #expect(throws: IngestError.missing(input: missing)) { try reader.text(of: missing) }
        #expect(throws: IngestError.directory(input: folder.path)) { try reader.text(of: folder.path) }
        let large = folder.appending(path: "large.txt").path
        #expect(FileManager.default.createFile(atPath: large, contents: nil))
        #expect(truncate(large, off_t(ArticleReader.byteLimit) + 1) == 0)
        #expect(throws: IngestError.tooLarge(input: large, limit: ArticleReader.byteLimit)) {
            try reader.text(of: large)
        }
        // A sparse file at the limit is read, and refused for what it holds.
        #expect(truncate(large, off_t(ArticleReader.byteLimit)) == 0)
        #expect(throws: IngestError.binary(input: large, offset: 0, byte: 0)) { try reader.text(of: large) }
        #expect(throws: IngestError.tooLarge(input: "/dev/zero", limit: ArticleReader.byteLimit)) {
            try reader.text(of: "/dev/zero")
        }
    }

    @Test("takes what is given before what the text says")
    func metadataWins() throws {
        let text = "Leaders meet in Doha\n\nPublished 25 October 2025\n\nThey met.\n"
        let day = try #require(CalendarDate(iso: "2025-10-20"))
        let given = try reader.article(
            text: text,
            from: "f",
            metadata: .init(published: day, title: "Given", outlet: "The Gazette")
        )
        #expect(given.published == day)
        #expect(given.publishedFrom == "--date")
        #expect(given.title == "Given")
        #expect(given.outlet == "The Gazette")
        let found = try reader.article(text: text, from: "f", metadata: .init())
        #expect(found.published.description == "2025-10-25")
        #expect(found.publishedFrom == "\"Published 25 October 2025\" (line 3)")
        #expect(found.title == "Leaders meet in Doha")
    }
}
