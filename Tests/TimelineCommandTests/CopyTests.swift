import Foundation
import Testing

@Suite("Copies of a store")
struct CopyTests {
    private let fixture: CommandFixture
    private let head: String

    init() throws {
        fixture = try CommandFixture()
        let article = try fixture.file("article.txt", shortArticle)
        let outcome = try fixture.run("append", article, "--date", "2025-10-25")
        try #require(outcome.status == 0, "\(outcome.errors)")
        head = try fixture.run("head").output
    }

    @Test("a backup is a store of its own with the same head and views, and replaces no file")
    func backup() throws {
        let copy = fixture.path("copy.db")
        let outcome = try fixture.run("backup", copy)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("6 events · verified · head \(head)"))
        #expect(try fixture.run("head", "--store", copy).output == head)
        #expect(try fixture.run("show", "--store", copy).output == fixture.run("show").output)
        #expect(try fixture.run("verify", "--store", copy).status == 0)
        let again = try fixture.run("backup", copy)
        #expect(again.status == 74)
        #expect(again.errors.contains("not replaced"), "\(again.errors)")
        #expect(try fixture.run("backup", fixture.path("nowhere/copy.db")).status == 74)
    }

    @Test(
        "an export imported is the same log, hash for hash, with the same views; exported again the same bytes"
    )
    func roundTrip() throws {
        let lines = fixture.path("log.jsonl")
        let exported = try fixture.run("export", "--format", "jsonl", "-o", lines)
        #expect(exported.status == 0, "\(exported.errors)")
        #expect(exported.output.hasSuffix("6 events · head \(head)"))
        let text = try String(contentsOfFile: lines, encoding: .utf8)
        #expect(try fixture.run("export").output == text)
        for line in text.split(separator: "\n") {
            let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(event?["specversion"] as? String == "1.0")
        }
        let copy = fixture.path("deep/copy.db")
        let imported = try fixture.run("import", lines, "--store", copy)
        #expect(imported.status == 0, "\(imported.errors)")
        #expect(imported.output.hasSuffix("6 events · verified · head \(head)"))
        #expect(try fixture.run("show", "--store", copy).output == fixture.run("show").output)
        #expect(try fixture.run("verify", "--store", copy).status == 0)
        #expect(try fixture.run("export", "--store", copy).output == text)
        let piped = try fixture.shell(
            "\"$TIMELINE\" export | \"$TIMELINE\" import - --store piped.db && \"$TIMELINE\" head --store piped.db"
        )
        #expect(piped.output.hasSuffix(head))
    }

    @Test("an erased article stays erased through export and import")
    func erased() throws {
        #expect(try fixture.run("erase", "a", "--reason", "r").status == 0)
        let copied = try fixture.shell(
            "\"$TIMELINE\" export | \"$TIMELINE\" import - --store copy.db && \"$TIMELINE\" verify --store copy.db"
        )
        #expect(copied.status == 0, "\(copied.output)\(copied.errors)")
        #expect(copied.output.contains("0 articles, 0 spans, 1 article erased"))
        #expect(
            try fixture.run("list", "articles", "--store", fixture.path("copy.db")).output
                == fixture.run("list", "articles").output
        )
    }

    struct Damage: CustomTestStringConvertible {
        let testDescription: String
        let script: String
        let reason: String
    }

    @Test(
        "a broken chain is refused with the line and makes no store",
        arguments: [
            Damage(testDescription: "a changed word", script: "sed '3s/Lisbon/Madrid/'", reason: "line 3"),
            Damage(testDescription: "a line left out", script: "sed 4d", reason: "line 4"),
            Damage(
                testDescription: "two lines swapped",
                script: "sed '3{h;d};4{G}'",
                reason: "line 3"
            ),
            Damage(testDescription: "no JSON", script: "sed '2s/^{/[/'", reason: "line 2"),
            Damage(testDescription: "a cut tail", script: "head -n 4", reason: "tail was cut off"),
        ]
    )
    func broken(_ damage: Damage) throws {
        let known = head.trimmingCharacters(in: .newlines)
        let outcome = try fixture.shell(
            "\"$TIMELINE\" export | \(damage.script) | \"$TIMELINE\" import - --store copy.db --head \(known)"
        )
        #expect(outcome.status == 65, "\(outcome.output)")
        #expect(outcome.errors.contains(damage.reason), "\(outcome.errors)")
        #expect(outcome.errors.contains("no store was made"))
        #expect(try fixture.shell("ls").output == "article.txt\ndata\n")
    }

    @Test("neither export nor import replaces what is there; a missing file is missing")
    func refused() throws {
        let lines = try fixture.file("log.jsonl", "mine\n")
        #expect(try fixture.run("export", "-o", lines).status == 74)
        #expect(try String(contentsOfFile: lines, encoding: .utf8) == "mine\n")
        #expect(try fixture.run("export", "-o", fixture.path("nowhere/x")).status == 74)
        #expect(try fixture.run("export", "--format", "xml").status == 64)
        let over = try fixture.run("import", lines)
        #expect(over.status == 74)
        #expect(over.errors.contains("there is a store"))
        #expect(try fixture.run("head").output == head)
        #expect(try fixture.run("import", "none.jsonl", "--store", fixture.path("c.db")).status == 66)
    }

    @Test("export into a full disk leaves no file")
    func fullDisk() throws {
        let outcome = try fixture.shell("ulimit -f 1; \"$TIMELINE\" export -o log.jsonl; echo $?; ls")
        #expect(outcome.output == "74\narticle.txt\ndata\n", "\(outcome.errors)")
    }

    @Test("log --follow prints what is there, then what another process appends, and ends on Ctrl-C with 130")
    func follow() throws {
        let other = try fixture.file("other.txt", shortArticle + "Berg visited Porto.\n")
        let outcome = try fixture.shell(
            """
            mkfifo live && exec 3<> live
            "$TIMELINE" log --follow --oneline >&3 3<&- & pid=$!
            take() { for i in $(seq $1); do read -t 60 -u 3 line || exit 9; echo "$line"; done; }
            take 6
            "$TIMELINE" append '\(other)' --date 2025-10-25 > /dev/null
            count=$("$TIMELINE" head | cut -d: -f1)
            take $((count - 6))
            kill -INT $pid; wait $pid; echo "status $?"
            """
        )
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.last == "status 130", "\(outcome.output)\(outcome.errors)")
        let positions = lines.dropLast().compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
        #expect(positions.count > 6)
        #expect(positions == Array(1...positions.count))
        #expect(try fixture.run("log", "--new").status == 64)
    }
}
