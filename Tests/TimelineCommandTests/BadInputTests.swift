import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
    private let fixture: CommandFixture

    init() throws { fixture = try CommandFixture() }

    struct Case: CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]?
        var date: String? = "2025-10-25"
        let status: Int32
        let message: String
        var testDescription: String { name }
    }

    @Test(
        "is refused with its exit status and a message that says what to do; no store is made",
        arguments: [
            Case(name: "a missing file", bytes: nil, status: 66, message: "no such file; check the path"),
            Case(name: "an empty file", bytes: [], status: 65, message: "holds no text (0 bytes)"),
            Case(
                name: "a blank file",
                bytes: Array("\n \n".utf8),
                status: 65,
                message: "holds no text (3 bytes, all blank)"
            ),
            Case(
                name: "Latin-1",
                bytes: Array("caf".utf8) + [0xE9],
                status: 65,
                message: "not UTF-8: byte 3 is 0xE9"
            ),
            Case(
                name: "binary",
                bytes: Array("PK\u{03}\u{04}".utf8),
                status: 65,
                message: "not text: byte 2 is the control character 0x03"
            ),
            Case(
                name: "no date",
                bytes: Array("They met.".utf8),
                date: nil,
                status: 65,
                message: "give it with --date YYYY-MM-DD"
            ),
            Case(
                name: "an impossible day",
                bytes: Array("They met.".utf8),
                date: "2025-02-30",
                status: 64,
                message: "that month has 28 days"
            ),
            Case(
                name: "an impossible month",
                bytes: Array("They met.".utf8),
                date: "2025-13-01",
                status: 64,
                message: "months run from 01 to 12"
            ),
            Case(
                name: "another form of date",
                bytes: Array("They met.".utf8),
                date: "25.10.2025",
                status: 64,
                message: "write it as YYYY-MM-DD"
            ),
        ]
    )
    func refused(_ c: Case) throws {
        let input = try c.bytes.map { try fixture.file("article.txt", $0) } ?? fixture.path("article.txt")
        let outcome =
            if let date = c.date {
                try fixture.run("append", input, "--date", date)
            } else {
                try fixture.run("append", input)
            }
        #expect(outcome.status == c.status)
        #expect(outcome.errors.contains(c.message), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: fixture.storePath))
    }

    @Test("a directory and a file of 100 MB are refused without being read")
    func directoryAndLarge() throws {
        let directory = try fixture.run("append", fixture.folder.path, "--date", "2025-10-25")
        #expect(directory.status == 66)
        #expect(directory.errors.contains("is a directory; pass the article files in it"))
        let large = try fixture.file("large.txt", "")
        #expect(truncate(large, 100 * 1_048_576) == 0)
        let outcome = try fixture.run("append", large, "--date", "2025-10-25")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("larger than 16 MB, the limit for one article"))
    }

    @Test("among good input is reported, the good is recorded, and the status is 3")
    func someFail() throws {
        let good = try fixture.file("good.txt", shortArticle)
        let bad = try fixture.file("bad.txt", [0xFF])
        let outcome = try fixture.run("append", bad, good, fixture.path("none.txt"), "--date", "2025-10-25")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("not UTF-8: byte 0 is 0xFF"))
        #expect(outcome.errors.contains("none.txt: no such file"))
        #expect(outcome.output.hasSuffix("3 articles: 1 appended, 0 skipped, 2 failed\n"))
        #expect(try fixture.run("list", "articles").output.hasSuffix("1 article\n"))
    }

    @Test(
        "wrong usage ends with status 64 and names the remedy",
        arguments: [
            (["shwo"], "did you mean show?"), (["--store", "x", "apend", "f"], "did you mean append?"),
            (["zzzzzzzz"], "commands are append"), (["show", "--kind", "speech"], "kinds are statement"),
            (["show", "--limit", "0"], "must be 1 or more"), (["show", "--actr", "x"], "--actor"),
            (["show", "--since", "2025-10-26", "--until", "2025-10-25"], "lies after"),
            (["append", "a", "b", "--title", "T"], "--title describes one article"),
            (["append", "-", "-"], "only once"), (["log", "--from-seq", "0"], "counts from 1"),
            (["list", "places"], "actors"), (["replay", "--projection", "actor"], "did you mean actors?"),
            (["append"], "Missing expected argument"),
        ]
    )
    func usage(arguments: [String], message: String) throws {
        let line = arguments.map { "'\($0)'" }.joined(separator: " ")
        let outcome = try fixture.shell("\"$TIMELINE\" \(line)")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }
}
