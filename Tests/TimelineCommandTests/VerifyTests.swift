import Foundation
import Testing

@Suite("Verification")
struct VerifyTests {
    private let fixture: CommandFixture

    init() throws {
        fixture = try CommandFixture()
        let article = try fixture.file("article.txt", shortArticle)
        let outcome = try fixture.run("append", article, "--date", "2025-10-25", "--title", "Port talks")
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    private func sql(_ statements: String) throws {
        let outcome = try fixture.shell("sqlite3 \"$TIMELINE_STORE\" \"\(statements)\"")
        try #require(outcome.status == 0, "the test needs the sqlite3 shell: \(outcome.errors)")
    }

    /// Changes a payload behind the back of the store; its trigger is put back.
    private func forge(payload: String, at position: Int) throws {
        let trigger = try fixture.shell(
            "sqlite3 \"$TIMELINE_STORE\" \"SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'payloads' AND sql LIKE '%BEFORE UPDATE%'\""
        ).output
        let name = try #require(trigger.split(whereSeparator: { " \n".contains($0) }).dropFirst(2).first)
        let script = try fixture.file(
            "forge.sql",
            "DROP TRIGGER \(name); UPDATE payloads SET data = \(payload) WHERE position = \(position); \(trigger);"
        )
        let outcome = try fixture.shell("sqlite3 \"$TIMELINE_STORE\" < '\(script)'")
        try #require(outcome.status == 0, "the test needs the sqlite3 shell: \(outcome.errors)")
    }

    @Test("finds nothing in a store as written, says what it looked at, and writes nothing")
    func whole() throws {
        let digest = "sha256sum \"$TIMELINE_STORE\""
        let before = try fixture.shell(digest).output
        let outcome = try fixture.run("verify")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.contains("chain        ok      6 events, head 6:"))
        #expect(outcome.output.contains("texts        ok      1 article, "))
        #expect(outcome.output.contains("projections  ok      4 of 4 equal to a fresh replay"))
        #expect(try fixture.shell(digest).output == before)
        let json = try JSONSerialization.jsonObject(
            with: Data(try fixture.run("verify", "--format", "json").output.utf8)
        )
        let document = try #require(json as? [String: Any])
        #expect(document["schema"] as? String == "timeline.verification/1")
        #expect(document["verified"] as? Bool == true)
        #expect((document["findings"] as? [Any])?.isEmpty == true)
    }

    @Test("names the event whose payload was changed, and the words that no longer stand in the text")
    func changedPayload() throws {
        try forge(payload: "replace(data, 'Lisbon', 'Madrid')", at: 3)
        let outcome = try fixture.run("verify")
        #expect(outcome.status == 5)
        #expect(outcome.output.contains("chain        FAILED"), "\(outcome.output)")
        #expect(outcome.output.contains("chain: position 3: "), "\(outcome.output)")
        #expect(
            outcome.output.contains("texts: position 3: MeetingHeld evidence: it names"),
            "\(outcome.output)"
        )
        #expect(outcome.output.contains("projections: table timeline_entries: row position=3"))
        #expect(outcome.errors.hasPrefix("error: verification failed: 3 findings"))
        #expect(outcome.errors.split(separator: "\n").count == 1)
    }

    @Test("names an event that cannot be read")
    func unreadablePayload() throws {
        try forge(payload: "'{}'", at: 4)
        let outcome = try fixture.run("verify", "--format", "json")
        #expect(outcome.status == 5)
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let findings = try #require(json?["findings"] as? [[String: Any]])
        #expect(Set(findings.compactMap { $0["check"] as? String }) == ["chain", "texts", "projections"])
        #expect(findings.allSatisfy { $0["seq"] as? Int == 4 })
    }

    @Test("of a file that is torn names the damage, as text and as JSON")
    func torn() throws {
        let torn = try fixture.shell(
            """
            sqlite3 "$TIMELINE_STORE" 'PRAGMA wal_checkpoint(TRUNCATE)' > /dev/null
            head -c 30000 "$TIMELINE_STORE" > torn.db
            "$TIMELINE" verify --store torn.db --format json; echo "status $?"
            """
        )
        #expect(torn.output.hasSuffix("status 5\n"), "\(torn.output)\(torn.errors)")
        #expect(torn.output.contains("\"verified\": false"))
        #expect(torn.output.contains("\"check\": \"chain\""))
    }

    @Test("names the row of a view that does not follow from the log")
    func changedRow() throws {
        try sql("UPDATE articles SET title = 'Toll talks'")
        let outcome = try fixture.run("verify")
        #expect(outcome.status == 5)
        #expect(outcome.output.contains("chain        ok"))
        #expect(
            outcome.output.contains("title \"Toll talks\" → \"Port talks\" in a replay"),
            "\(outcome.output)"
        )
        #expect(outcome.output.contains("timeline replay rebuilds articles"))
        #expect(try fixture.run("replay").status == 0)
        #expect(try fixture.run("verify").status == 0)
    }

    @Test("does not pass views it could not compare")
    func stale() throws {
        try sql("UPDATE projections SET fingerprint = zeroblob(32) WHERE name = 'topics'")
        let outcome = try fixture.run("verify")
        #expect(outcome.status == 5)
        #expect(outcome.output.contains("3 of 4 equal"))
        #expect(outcome.output.contains("topics was built by another version"))
    }

    @Test("holds the log against a head kept before: a longer log passes, a shorter or another one does not")
    func keptHead() throws {
        let early = try fixture.run("head").output.trimmingCharacters(in: .newlines)
        #expect(early.hasPrefix("6:"))
        let copy = fixture.path("copy.db")
        #expect(try fixture.run("backup", copy).status == 0)
        let other = try fixture.file("other.txt", shortArticle + "Berg visited Porto.\n")
        #expect(try fixture.run("append", other, "--date", "2025-10-25").status == 0)
        let late = try fixture.run("head").output.trimmingCharacters(in: .newlines)
        #expect(try fixture.run("verify", "--head", early).status == 0)
        #expect(try fixture.run("verify", "--head", late).status == 0)
        let cut = try fixture.run("verify", "--head", late, "--store", copy)
        #expect(cut.status == 5)
        #expect(cut.output.contains("its tail was cut off"), "\(cut.output)")
        let forged = "6:" + String(repeating: "0", count: 64)
        #expect(try fixture.run("verify", "--head", forged).status == 5)
        for bad in ["6", "6:abc", "x:" + String(repeating: "0", count: 64)] {
            #expect(try fixture.run("verify", "--head", bad).status == 64)
        }
    }

    @Test("head prints one word, and the same as JSON")
    func head() throws {
        let head = try fixture.run("head").output.trimmingCharacters(in: .newlines)
        let json = try JSONSerialization.jsonObject(
            with: Data(try fixture.run("head", "--format", "json").output.utf8)
        )
        let document = try #require(json as? [String: Any])
        #expect(document["head"] as? String == head)
        #expect("\(document["seq"] ?? ""):\(document["hash"] ?? "")" == head)
    }

    @Test("replay --verify passes equal tables and names the first row that differs")
    func replayAside() throws {
        let equal = try fixture.run("replay", "--verify")
        #expect(equal.status == 0)
        #expect(equal.output == "6 events · 4 projections rebuilt aside · digests equal\n")
        #expect(equal.errors.isEmpty)
        try sql("DELETE FROM topics; UPDATE actors SET name = 'X' WHERE id = 'anna-berg'")
        let unequal = try fixture.run("replay", "--verify")
        #expect(unequal.status == 5)
        #expect(unequal.errors.contains("table actors: row id=\"anna-berg\" has name \"X\" → \"Anna Berg\""))
        #expect(unequal.errors.contains("table topics: row id="))
        #expect(try fixture.run("replay", "--verify", "--projection", "articles").status == 0)
    }

    @Test("replay --dry-run shows row by row what would change, and changes nothing")
    func dryRun() throws {
        #expect(try fixture.run("replay", "--dry-run").output.contains("  actors: 2 rows, no change\n"))
        try sql(
            """
            UPDATE actors SET name = 'X' WHERE id = 'anna-berg';
            DELETE FROM actors WHERE id = 'luis-ortega';
            INSERT INTO topics VALUES ('moon', 'Moon')
            """
        )
        let outcome = try fixture.run("replay", "--dry-run")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("  actors: 2 rows of 2 rows would change\n"), "\(outcome.output)")
        #expect(outcome.output.contains("    ~ id=\"anna-berg\": name \"X\" → \"Anna Berg\"\n"))
        #expect(outcome.output.contains("    + id=\"luis-ortega\" name=\"Luis Ortega\""))
        #expect(outcome.output.contains("    - id=\"moon\" name=\"Moon\"\n"))
        #expect(outcome.output.hasSuffix("dry run, nothing changed\n"))
        #expect(try fixture.run("replay", "--dry-run").output == outcome.output)
        let short = try fixture.run("replay", "--dry-run", "--limit", "1")
        #expect(short.output.contains("    … 1 row more\n"))
        #expect(try fixture.run("replay", "--dry-run", "--verify").status == 64)
    }

    @Test("an event that cannot be read ends a replay with its position; the old tables go on answering")
    func poison() throws {
        let before = try fixture.run("show").output
        try forge(payload: "'{}'", at: 4)
        for arguments in ["replay", "replay --verify", "replay --dry-run"] {
            let outcome = try fixture.shell("\"$TIMELINE\" \(arguments)")
            #expect(outcome.status == 1, "\(arguments)")
            #expect(outcome.errors.contains("failed at position 4"), "\(outcome.errors)")
            #expect(outcome.output.isEmpty)
        }
        #expect(try fixture.run("show").output == before)
    }
}
