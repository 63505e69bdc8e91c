import Foundation
import Testing

@Suite("Commands")
struct CommandTests {
    private let fixture: CommandFixture
    private let article: String

    init() throws {
        fixture = try CommandFixture()
        article = try fixture.file("article.txt", shortArticle)
    }

    private func append() throws {
        let outcome = try fixture.run("append", article, "--date", "2025-10-25", "--title", "Port talks")
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    @Test("append records an article once; again it says so and changes nothing")
    func appendTwice() throws {
        let first = try fixture.run("append", article, "--date", "2025-10-25")
        #expect(first.status == 0)
        #expect(first.output.hasPrefix("Article a"))
        #expect(first.output.contains("· recorded "))
        let before = try fixture.log()
        #expect(!before.isEmpty)
        let again = try fixture.run("append", article, "--date", "2025-10-24")
        #expect(again.status == 0)
        #expect(again.output.hasPrefix("already recorded as a"))
        #expect(again.output.hasSuffix("0 appended, 1 skipped\n"))
        #expect(again.errors.contains("stays published 2025-10-25"))
        #expect(try fixture.log() == before)
    }

    @Test("of several processes that append one article at once, one records it and the others say so")
    func appendAtOnce() throws {
        let outcome = try fixture.shell(
            """
            for i in 1 2 3 4; do "$TIMELINE" append '\(article)' --date 2025-10-25 > out.$i 2> err.$i & done; wait
            cat out.*
            """
        )
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("Article a") } == 1)
        #expect(lines.count { $0.hasPrefix("already recorded as a") } == 3)
        #expect(try fixture.run("list", "articles").output.hasSuffix("1 article\n"))
    }

    @Test("append - reads standard input, and a dated text needs no --date")
    func standardInput() throws {
        let outcome = try fixture.run("append", "-", input: "Published 25 October 2025\n\n" + shortArticle)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("published 2025-10-25 (\"Published 25 October 2025\" (line 1))"))
    }

    @Test("a dry run shows the events and makes no store")
    func dryRun() throws {
        let outcome = try fixture.run("append", article, "--date", "2025-10-25", "--dry-run")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("dry run, nothing recorded"))
        #expect(!FileManager.default.fileExists(atPath: fixture.storePath))
    }

    @Test("show finds an actor by surname in any case, and says when there is none")
    func show() throws {
        try append()
        let shown = try fixture.run("show", "--actor", "BERG")
        #expect(shown.status == 0)
        #expect(shown.output.hasPrefix("Anna Berg · "))
        let unknown = try fixture.run("show", "--actor", "Borg", "--format", "json")
        #expect(unknown.status == 0)
        #expect(unknown.output.contains("\"count\": 0"))
        #expect(unknown.errors.contains("no actor named \"Borg\"; closest: Anna Berg"))
        #expect(try fixture.run("show", "--actor", "Borg", "--fail-empty").status == 4)
        #expect(try fixture.run("show", "--until", "1999-01-01").status == 0)
    }

    @Test("an ambiguous name lists the candidates with their ids and ends with status 64")
    func ambiguous() throws {
        try append()
        let second = try fixture.file(
            "second.txt",
            "President Carmen Ortega met Anna Berg in Vigo on Monday. Carmen Ortega praised the deal.\n"
        )
        #expect(try fixture.run("append", second, "--date", "2025-10-26").status == 0)
        let outcome = try fixture.run("show", "--actor", "ortega")
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("fits 2 actors"), "\(outcome.errors)")
        #expect(outcome.errors.contains("carmen-ortega"))
        #expect(outcome.errors.contains("luis-ortega"))
        #expect(try fixture.run("show", "--actor", "carmen-ortega").status == 0)
    }

    @Test("explain takes e12, 12 and the full id, and tells what is no event of a timeline")
    func explain() throws {
        try append()
        let byNumber = try fixture.run("explain", "e3")
        #expect(byNumber.status == 0)
        #expect(byNumber.output.contains("In the article"))
        #expect(byNumber.output.contains("published 2025-10-25 (a Saturday"))
        #expect(try fixture.run("explain", "3").output == byNumber.output)
        let id = try #require(byNumber.output.split(separator: " id ").last?.split(separator: "\n").first)
        #expect(try fixture.run("explain", String(id)).output == byNumber.output)
        #expect(try fixture.run("explain", "e1").errors.contains("ArticleRecorded, which no timeline shows"))
        #expect(try fixture.run("explain", "e999").status == 66)
        #expect(try fixture.run("explain", "nonsense").status == 66)
    }

    @Test("replay rebuilds every projection and changes no answer")
    func replay() throws {
        try append()
        let questions = [
            ["show", "--format", "json"], ["list", "actors"], ["list", "topics"], ["list", "articles"],
        ]
        func answers() throws -> [String] {
            try questions.map { try fixture.shell("\"$TIMELINE\" \($0.joined(separator: " "))").output }
        }
        let before = try answers()
        let outcome = try fixture.run("replay")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("4 projections rebuilt"))
        #expect(try answers() == before)
        #expect(try fixture.run("replay", "--projection", "topics").output.contains("1 projection rebuilt"))
    }

    @Test("a projection built by another version is reported by every reading command until replay")
    func stale() throws {
        try append()
        let changed = try fixture.shell(
            "sqlite3 \"$TIMELINE_STORE\" \"UPDATE projections SET fingerprint = zeroblob(32) WHERE name = 'topics'\""
        )
        try #require(changed.status == 0, "the test needs the sqlite3 shell: \(changed.errors)")
        for arguments in ["show", "list topics", "explain e3"] {
            let outcome = try fixture.shell("\"$TIMELINE\" \(arguments)")
            #expect(outcome.status == 0)
            #expect(
                outcome.errors.contains("built by another version: topics; run timeline replay"),
                "\(outcome.errors)"
            )
        }
        #expect(try fixture.run("replay").status == 0)
        #expect(try fixture.run("show").errors.isEmpty)
    }

    @Test("tables of a version that kept no totals go on answering until replay")
    func tablesWithoutTotals() throws {
        try append()
        let questions = [
            "show --actor Rubio", "show --actor Rubio --limit 1", "show --topic gaza",
            "show --actor Rubio --topic gaza",
            "show --kind statement", "list actors", "list topics",
        ]
        func answers() throws -> [String] {
            try questions.map { try fixture.shell("\"$TIMELINE\" \($0)").output }
        }
        let before = try answers()
        let older = ["actor", "topic"].map { name in
            """
            DROP TABLE \(name)_totals;
            CREATE TABLE old (position INTEGER, \(name) TEXT, ordinal INTEGER, article TEXT,
              PRIMARY KEY (position, \(name))) STRICT;
            INSERT INTO old SELECT position, \(name), ordinal, article
              FROM entry_\(name)s JOIN timeline_entries USING (position);
            DROP TABLE entry_\(name)s;
            ALTER TABLE old RENAME TO entry_\(name)s;
            """
        }
        let changed = try fixture.shell(
            """
            sqlite3 "$TIMELINE_STORE" "\(older.joined())
              UPDATE projections SET fingerprint = zeroblob(32) WHERE name = 'timeline_entries'"
            """
        )
        try #require(changed.status == 0, "the test needs the sqlite3 shell: \(changed.errors)")
        #expect(try answers() == before)
        #expect(try fixture.run("replay").status == 0)
        #expect(try answers() == before)
        #expect(try fixture.run("verify").status == 0)
    }

    @Test("tables of a version that knew no erasures go on answering until replay")
    func olderTables() throws {
        try append()
        let before = try fixture.run("list", "articles").output
        let changed = try fixture.shell(
            """
            sqlite3 "$TIMELINE_STORE" "ALTER TABLE articles DROP COLUMN erased_by;
              ALTER TABLE articles DROP COLUMN erased_reason; ALTER TABLE articles DROP COLUMN erased_at;
              UPDATE projections SET fingerprint = zeroblob(32) WHERE name = 'articles'"
            """
        )
        try #require(changed.status == 0, "the test needs the sqlite3 shell: \(changed.errors)")
        #expect(try fixture.run("list", "articles").output == before)
        #expect(try fixture.run("show", "--source", "a").status == 0)
        #expect(try fixture.run("replay").status == 0)
        #expect(try fixture.run("list", "articles").output == before)
        #expect(try fixture.run("verify").status == 0)
    }

    @Test("the store is chosen by --store, then TIMELINE_STORE, then the XDG data folder")
    func storeChoice() throws {
        let data = fixture.path("xdg")
        let xdg = try fixture.run(
            "append",
            article,
            "--date",
            "2025-10-25",
            environment: ["TIMELINE_STORE": "", "XDG_DATA_HOME": data]
        )
        #expect(xdg.status == 0)
        #expect(FileManager.default.fileExists(atPath: data + "/timeline/timeline.db"))
        let named = fixture.path("named.db")
        #expect(try fixture.run("--store", named, "append", article, "--date", "2025-10-25").status == 0)
        #expect(FileManager.default.fileExists(atPath: named))
        #expect(!FileManager.default.fileExists(atPath: fixture.storePath))
        #expect(try fixture.run("show", "--store", named).status == 0)
    }

    @Test("colour is written only when asked for or on a terminal")
    func colour() throws {
        try append()
        #expect(try !fixture.run("show").output.contains("\u{1B}"))
        #expect(try fixture.run("show", "--color", "always").output.contains("\u{1B}["))
        #expect(try !fixture.run("show", "--color", "never").output.contains("\u{1B}"))
    }

    @Test("extract prints the JSON of the contract without a store")
    func extract() throws {
        let outcome = try fixture.run("extract", article, "--date", "2025-10-25", "--format", "json")
        #expect(outcome.status == 0)
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(json?["schema"] as? String == "timeline.extraction/1")
        let events = try #require(json?["events"] as? [[String: Any]])
        #expect(!events.isEmpty)
        let topics = try #require(json?["topics"] as? [[String: String]])
        #expect(
            Set(topics.compactMap { $0["id"] }) == Set(events.flatMap { $0["topics"] as? [String] ?? [] })
        )
        #expect(topics.allSatisfy { $0["name"]?.isEmpty == false })
        for event in events {
            for key in ["id", "kind", "topics", "when", "evidence", "mentions", "repeats", "confidence"] {
                #expect(event[key] != nil, "\(key) is missing")
            }
        }
        #expect(!FileManager.default.fileExists(atPath: fixture.storePath))
    }

    @Test(
        "help and version tell what there is",
        arguments: [
            "append", "extract", "show", "explain", "list", "log", "replay", "verify", "head", "erase",
            "backup",
            "export", "import",
        ]
    )
    func help(command: String) throws {
        let outcome = try fixture.run(command, "--help")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Examples:"))
        #expect(try fixture.run("--help").output.contains("  " + command))
        #expect(try fixture.run("--version").output == "0.1.0\n")
    }
}
