import Foundation
import Testing

@Suite("Erasure")
struct EraseTests {
    private let fixture: CommandFixture
    private let article: String
    private let id: String

    init() throws {
        fixture = try CommandFixture()
        article = try fixture.file("article.txt", shortArticle)
        let other = try fixture.file(
            "other.txt",
            "Anna Berg visited Vigo on Monday. She met Rosa Lind there.\n"
        )
        let outcome = try fixture.run("append", article, "--date", "2025-10-25", "--title", "Zweckbrot")
        try #require(outcome.status == 0, "\(outcome.errors)")
        #expect(try fixture.run("append", other, "--date", "2025-10-26").status == 0)
        id = String(outcome.output.dropFirst("Article ".count).prefix { $0 != " " })
    }

    private func erase() throws -> CommandFixture.Outcome {
        try fixture.run("erase", id, "--reason", "court order 12/2026", "--by", "J. Doe")
    }

    private let search =
        "cat \"$TIMELINE_STORE\"* | grep -a -o -i -E 'Lisbon|Ortega|stay open|new toll|Zweckbrot' | wc -l"

    @Test("no byte of the text, its title or its events' words is left in any file of the store")
    func bytes() throws {
        #expect(try fixture.shell(search).output != "0\n")
        let outcome = try erase()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(
            outcome.output.contains("article \(id) erased: its text (131 characters) and 4 events · seq ")
        )
        #expect(outcome.errors.contains("backups, exports and other copies"))
        #expect(try fixture.shell(search).output == "0\n")
    }

    @Test("the chain verifies, also against the head of before, and views equal a fresh replay")
    func verifies() throws {
        let head = try fixture.run("head").output.trimmingCharacters(in: .newlines)
        #expect(try erase().status == 0)
        let outcome = try fixture.run("verify", "--head", head)
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.contains(", 1 article erased"))
        #expect(try fixture.run("replay").status == 0)
        #expect(try fixture.run("verify").status == 0)
    }

    @Test("the article stays listed as erased; its events, actors and topics are gone, others' stay")
    func views() throws {
        #expect(try fixture.run("list", "actors").output.contains("Luis Ortega"))
        #expect(try erase().status == 0)
        let articles = try fixture.run("list", "articles").output
        #expect(articles.contains("court order"))
        #expect(articles.contains("2 articles"))
        let json = try fixture.run("list", "articles", "--format", "json").output
        #expect(json.contains("\"reason\": \"court order 12/2026\", \"by\": \"J. Doe\""), "\(json)")
        let actors = try fixture.run("list", "actors").output
        #expect(!actors.contains("Ortega"))
        #expect(actors.contains("Anna Berg"))
        #expect(try !fixture.run("show").output.contains("Lisbon"))
        let shown = try fixture.run("show", "--source", id)
        #expect(shown.status == 0)
        #expect(shown.output.contains("0 events"))
        #expect(shown.errors.contains("was erased"))
        #expect(shown.errors.contains("court order 12/2026 (J. Doe)"))
    }

    @Test("explain and log say that an event was erased")
    func readers() throws {
        let event = try fixture.run("explain", "e3").output
        let eventID = try #require(event.split(separator: " id ").last?.split(separator: "\n").first)
        #expect(try erase().status == 0)
        for name in ["e3", String(eventID)] {
            let explained = try fixture.run("explain", name)
            #expect(explained.status == 66)
            #expect(
                explained.errors.contains("\(name) is gone: article \(id) was erased"),
                "\(explained.errors)"
            )
        }
        #expect(try fixture.run("explain", "e1").errors.contains("is gone"))
        let log = try fixture.run("log", "--oneline").output.split(separator: "\n")
        #expect(log.count { $0.hasSuffix("  erased") } == 6)
        #expect(log.last?.contains("ArticleErased") == true)
        for line in try fixture.log().split(separator: "\n") {
            let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect((event?["erased"] as? Bool == true) == (event?["payload"] is NSNull))
        }
    }

    @Test("the same text is refused, alone with status 65 and among others with 3")
    func appendAgain() throws {
        #expect(try erase().status == 0)
        let log = try fixture.log()
        let alone = try fixture.run("append", article, "--date", "2025-10-25")
        #expect(alone.status == 65)
        #expect(alone.errors.contains("was erased"))
        #expect(alone.errors.contains("it is not recorded again"))
        #expect(try fixture.run("append", article, "--date", "2025-10-25", "--dry-run").status == 65)
        #expect(try fixture.log() == log)
        let third = try fixture.file("third.txt", "Rosa Lind met Anna Berg in Faro on Sunday.\n")
        let several = try fixture.run("append", article, third, "--date", "2025-10-27")
        #expect(several.status == 3)
        #expect(several.output.contains("2 articles: 1 appended, 0 skipped, 1 failed"))
    }

    @Test("erasing again finishes what was broken off and records nothing")
    func again() throws {
        #expect(try erase().status == 0)
        let log = try fixture.log()
        // As a process killed after the erasure and before the replay leaves it.
        let broken = try fixture.shell(
            "sqlite3 \"$TIMELINE_STORE\" 'UPDATE projections SET fingerprint = zeroblob(32)'"
        )
        try #require(broken.status == 0, "the test needs the sqlite3 shell: \(broken.errors)")
        #expect(try fixture.run("verify").status == 5)
        let again = try fixture.run("erase", id, "--reason", "another reason")
        #expect(again.status == 0)
        #expect(again.output == "article \(id) was erased before; the file was written anew\n")
        #expect(try fixture.log() == log)
        #expect(try fixture.run("verify").status == 0)
    }

    /// Makes an event unreadable behind the back of the store; its trigger is put back.
    private func poison(_ position: Int) throws {
        let trigger = "SELECT sql || ';' FROM sqlite_schema WHERE name = 'payloads_unchanged'"
        let forged = try fixture.shell(
            """
            kept=$(sqlite3 "$TIMELINE_STORE" "\(trigger)")
            sqlite3 "$TIMELINE_STORE" "DROP TRIGGER payloads_unchanged;
              UPDATE payloads SET data = '{}' WHERE position = \(position); $kept"
            """
        )
        try #require(forged.status == 0, "the test needs the sqlite3 shell: \(forged.errors)")
        #expect(try fixture.run("replay").status == 1)
    }

    @Test("an article with an event that cannot be read can be erased")
    func unreadable() throws {
        try poison(4)
        let outcome = try erase()
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try fixture.run("verify").status == 0)
    }

    @Test(
        "where another article's event keeps a view from being rebuilt, no byte is left either, and it is said"
    )
    func blocked() throws {
        try poison(9)
        let outcome = try erase()
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("is erased, in the log and in every copy"), "\(outcome.errors)")
        #expect(outcome.errors.contains("failed at position 9"), "\(outcome.errors)")
        #expect(try fixture.shell(search).output == "0\n")
        // Views stay shut until the event can be read; each command that needs them says why.
        #expect(try fixture.run("list", "articles").errors.contains("failed at position 9"))
        #expect(try fixture.run("verify").status == 5)
    }

    @Test("the name of the file it was read from goes too")
    func input() throws {
        let search = "cat \"$TIMELINE_STORE\"* | grep -a -o -F '/article.txt' | wc -l"
        #expect(try fixture.shell(search).output != "0\n")
        #expect(try erase().status == 0)
        #expect(try fixture.shell(search).output == "0\n")
    }

    @Test("a dry run erases nothing; a reason must be given; an unknown article is missing")
    func refused() throws {
        let log = try fixture.log()
        let dry = try fixture.run("erase", id, "--reason", "r", "--dry-run")
        #expect(dry.output.contains("would erase its text (131 characters) and 4 events"))
        #expect(try fixture.run("erase", id).status == 64)
        #expect(try fixture.run("erase", id, "--reason", " ").status == 64)
        #expect(try fixture.run("erase", "a00000", "--reason", "r").status == 66)
        #expect(try fixture.run("erase", "a", "--reason", "r").status == 64)
        #expect(try fixture.log() == log)
    }
}
