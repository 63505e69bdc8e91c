import Foundation
import Testing

@Suite("Trouble with the store")
struct StoreTroubleTests {
    private let fixture: CommandFixture
    private let article: String
    private let other: String

    init() throws {
        fixture = try CommandFixture()
        article = try fixture.file("article.txt", shortArticle)
        other = try fixture.file("other.txt", shortArticle + "Berg visited Porto.\n")
    }

    private func append(_ input: String) throws -> CommandFixture.Outcome {
        try fixture.run("append", input, "--date", "2025-10-25")
    }

    @Test("a file that is no store is refused by every command and stays as it is")
    func notAStore() throws {
        let notes = try fixture.file("notes.db", "My notes, not a database.\n")
        for arguments in [
            ["append", article, "--date", "2025-10-25"], ["show"], ["log"], ["replay"], ["list", "actors"],
            ["explain", "e1"], ["verify"], ["head"], ["export"], ["backup", "copy.db"],
            ["erase", "a", "--reason", "r"],
        ] {
            let line = (arguments + ["--store", notes]).map { "'\($0)'" }.joined(separator: " ")
            let outcome = try fixture.shell("\"$TIMELINE\" \(line)")
            #expect(outcome.status == 74, "\(arguments)")
            #expect(outcome.errors.contains("is not an event store"), "\(outcome.errors)")
        }
        #expect(try String(contentsOfFile: notes, encoding: .utf8) == "My notes, not a database.\n")
    }

    @Test("another program's database is refused and stays as it is")
    func otherDatabase() throws {
        let path = fixture.path("other.db")
        let made = try fixture.shell("sqlite3 '\(path)' 'CREATE TABLE t(x)' && sha256sum '\(path)'")
        try #require(made.status == 0, "the test needs the sqlite3 shell: \(made.errors)")
        let outcome = try fixture.run("append", article, "--date", "2025-10-25", "--store", path)
        #expect(outcome.status == 74)
        #expect(try fixture.shell("sha256sum '\(path)'").output == made.output)
    }

    @Test("a store of a newer version is refused and stays as it is")
    func newerStore() throws {
        #expect(try append(article).status == 0)
        let path = fixture.storePath
        let raised = try fixture.shell(
            "sqlite3 '\(path)' 'PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE)' && sha256sum '\(path)'"
        )
        try #require(raised.status == 0, "the test needs the sqlite3 shell: \(raised.errors)")
        for arguments in ["append '\(other)' --date 2025-10-25", "show", "replay"] {
            let outcome = try fixture.shell("\"$TIMELINE\" \(arguments)")
            #expect(outcome.status == 74)
            #expect(outcome.errors.contains("Update the program"), "\(outcome.errors)")
        }
        #expect(
            try fixture.shell("sha256sum '\(path)'").output.prefix(64)
                == raised.output.suffix(65 + path.count + 2).prefix(64)
        )
    }

    @Test("a reading command without a store says how to make one, and makes none")
    func noStore() throws {
        for command in [
            "show", "log", "replay", "list actors", "explain e1", "verify", "head", "export",
            "backup copy.db",
            "replay --verify", "replay --dry-run", "erase a --reason r",
        ] {
            let outcome = try fixture.shell("\"$TIMELINE\" \(command)")
            #expect(outcome.status == 66)
            #expect(outcome.errors.contains("timeline append makes one"))
        }
        #expect(!FileManager.default.fileExists(atPath: fixture.storePath))
    }

    @Test("a place where nothing can be written is refused")
    func unwritablePlace() throws {
        // Nobody, not even root, can make files there.
        let outcome = try fixture.run(
            "append",
            article,
            "--date",
            "2025-10-25",
            "--store",
            "/proc/timeline/t.db"
        )
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("/proc/timeline"))
        let underFile = try fixture.run(
            "append",
            article,
            "--date",
            "2025-10-25",
            "--store",
            article + "/t.db"
        )
        #expect(underFile.status == 74)
    }

    @Test("a store that may only be read answers, is not written, and stays as it is")
    func readOnlyStore() throws {
        #expect(try append(article).status == 0)
        // Root may write what nobody may; without that capability it is a user like any other.
        let asUser = geteuid() == 0 ? "setpriv --bounding-set=-dac_override " : ""
        let folder = URL(filePath: fixture.storePath).deletingLastPathComponent().path
        let before = try fixture.shell(
            "chmod 444 \"$TIMELINE_STORE\" && chmod 555 '\(folder)' && sha256sum '\(folder)'/*"
        )
        try #require(before.status == 0)
        for arguments in ["append '\(other)' --date 2025-10-25", "replay"] {
            let outcome = try fixture.shell("\(asUser)\"$TIMELINE\" \(arguments)")
            #expect(outcome.status == 74)
            #expect(outcome.errors.contains("is read-only"), "\(outcome.errors)")
        }
        let new = try fixture.shell(
            "\(asUser)\"$TIMELINE\" append '\(other)' --date 2025-10-25 --store '\(folder)/new.db'"
        )
        #expect(new.status == 74)
        #expect(new.errors.contains("new.db is read-only"), "\(new.errors)")
        for arguments in ["verify", "head", "replay --verify", "replay --dry-run", "export"] {
            #expect(try fixture.shell("\(asUser)\"$TIMELINE\" \(arguments)").status == 0, "\(arguments)")
        }
        let shown = try fixture.shell("\(asUser)\"$TIMELINE\" show --actor Berg")
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(shown.output.hasPrefix("Anna Berg"))
        #expect(try fixture.shell("sha256sum '\(folder)'/*").output == before.output)
        // So that the fixture can be cleared away.
        #expect(try fixture.shell("chmod 755 '\(folder)'").status == 0)
    }

    @Test("a disk that fills up leaves the log as it was before")
    func fullDisk() throws {
        #expect(try append(article).status == 0)
        let before = try fixture.log()
        // A limit on file size is what a full disk is to a process that does not die of the signal. 8 KB hold the
        // beginning of the transaction but not its end.
        let full = try fixture.shell("ulimit -f 8; \"$TIMELINE\" append '\(other)' --date 2025-10-25")
        #expect(full.status == 74, "\(full.errors)")
        #expect(full.errors.contains("is full"), "\(full.errors)")
        #expect(try fixture.log() == before)
        #expect(try append(other).status == 0)
    }

    @Test("output that cannot be written is reported; a closed pipe is not")
    func output() throws {
        #expect(try append(article).status == 0)
        let full = try fixture.shell("\"$TIMELINE\" show > /dev/full")
        #expect(full.status == 74)
        #expect(full.errors.contains("standard output"))
        let closed = try fixture.shell("set -o pipefail; \"$TIMELINE\" log | head -c 1 > /dev/null; echo $?")
        #expect(closed.output == "0\n")
        #expect(closed.errors.isEmpty)
    }
}
