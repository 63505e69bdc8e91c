import EventStore
import NewsEvents
import NewsText
import NewsTimeline
import NewsViews
import Testing

@Suite("Laying out text")
struct TextLayoutTests {
    @Test(
        "counts the columns a terminal takes",
        arguments: [
            ("abc", 3), ("é", 1), ("e\u{301}", 1), ("習近平", 6), ("가나", 4), ("🕊️", 2), ("👩‍👩‍👧", 2), ("≤ ~", 3),
            ("", 0),
            ("ﬁ", 1), ("ｆ", 2),
        ]
    )
    func width(text: String, columns: Int) {
        #expect(CellWidth.of(text) == columns)
    }

    @Test("breaks at blanks only, keeps given line breaks and indents, and lets long words stand out")
    func wrap() {
        #expect(WordWrap.lines("one two three", width: 7) == ["one two", "three"])
        #expect(
            WordWrap.lines("incomprehensibilities of it", width: 5) == ["incomprehensibilities", "of it"]
        )
        #expect(WordWrap.lines("~ a –\n  b", width: 20) == ["~ a –", "  b"])
        #expect(WordWrap.lines("習近平 習近平", width: 8) == ["習近平", "習近平"])
        #expect(WordWrap.lines("", width: 5) == [""])
        #expect(WordWrap.clipped("one two three", width: 9) == "one two …")
        #expect(WordWrap.clipped("one\ntwo", width: 9) == "one two")
        #expect(WordWrap.lines("a\u{1B}[2J \u{9B}2J", width: 20) == ["a\u{FFFD}[2J \u{FFFD}2J"])
    }

    @Test("escapes JSON as RFC 8259 asks")
    func json() {
        let value = JSON.object([
            "a\"\\/": .string("\u{01}\n\té🕊"), "n": .number(0.1), "e": .array([]), "o": .object([]),
            "nan": .number(.nan),
        ])
        #expect(value.compact == #"{"a\"\\/":"\u0001\n\té🕊","n":0.1,"e":[],"o":{},"nan":null}"#)
    }

    @Test(
        "writes moments in UTC, before 1970 too",
        arguments: [
            (Int64(0), "1970-01-01T00:00:00Z"), (1_761_400_991_999_999, "2025-10-25T14:03:11Z"),
            (-1, "1969-12-31T23:59:59Z"), (951_782_400_000_000, "2000-02-29T00:00:00Z"),
        ]
    )
    func moment(microseconds: Int64, text: String) {
        #expect(Timestamp(rawValue: microseconds).iso8601 == text)
    }

    @Test("two actors of one surname go by their full names in one output")
    func names() {
        func actor(_ id: String, _ name: String) -> ActorProfile {
            ActorProfile(id: ActorID(rawValue: id), name: name, kind: .person, role: nil)
        }
        let names = ActorNames([
            actor("luis", "Luis Ortega"), actor("carmen", "Carmen Ortega"), actor("rubio", "Marco Rubio"),
            actor("x1", "Ana Silva"), actor("x2", "Ana Silva"),
        ])
        #expect(names[ActorID(rawValue: "luis")] == "Luis Ortega")
        #expect(names[ActorID(rawValue: "rubio")] == "Rubio")
        #expect(names[ActorID(rawValue: "x1")] == "Ana Silva (x1)")
        #expect(names[ActorID(rawValue: "gone")] == "gone")
    }

    struct Words: CustomTestStringConvertible {
        let words: String
        let directness: StatementMade.Directness
        let line: String
        var testDescription: String { line }
    }

    @Test(
        "a statement is summed up in its own words, quoted as far as it is quoted",
        arguments: [
            Words(words: "peace is near", directness: .indirect, line: "Ana: peace is near"),
            Words(words: "peace is near,", directness: .direct, line: "Ana: \"peace is near\""),
            Words(words: "there is a “role", directness: .mixed, line: "Ana: there is a “role”"),
            Words(
                words: "a \"role\" and a \"plan",
                directness: .mixed,
                line: "Ana: a \"role\" and a \"plan\""
            ),
            Words(words: "two\n  lines", directness: .indirect, line: "Ana: two lines"),
        ]
    )
    func summary(_ c: Words) {
        let ana = ActorID(rawValue: "ana")
        let event = NewsEvent.statementMade(
            StatementMade(
                finding: Finding(
                    article: ArticleID(rawValue: "a"),
                    evidence: TextSpan(start: 0, end: 1),
                    confidence: 1
                ),
                speakers: [ana],
                cue: nil,
                content: [TextSpan(start: 0, end: 1, text: c.words)],
                quotes: [],
                directness: c.directness,
                audience: nil
            )
        )
        let names = ActorNames([ActorProfile(id: ana, name: "Ana", kind: .person, role: nil)])
        #expect(EventSummary(event, names: names).line == c.line)
    }
}

@Suite("Summing up meetings")
struct MeetingSummaryTests {
    struct Case: CustomTestStringConvertible {
        let people: [String]
        var status = Occurrence.held
        var mode = MeetingHeld.Mode.inPerson
        var place: String?
        var about: String?
        var via: String?
        let line: String
        var testDescription: String { line }
    }

    @Test(
        "tells who, whether, how, where, about what and on whose word",
        arguments: [
            Case(people: ["Ana", "Luis"], line: "Ana – Luis"),
            Case(people: ["Ana"], place: "Porto", line: "Ana, Porto"),
            Case(
                people: ["Ana", "Luis", "Eva"],
                place: "Porto",
                about: "tolls",
                line: "Ana, Luis and Eva, Porto, about tolls"
            ),
            Case(
                people: ["Ana", "Luis"],
                status: .planned,
                place: "Porto",
                line: "Ana – Luis (planned), Porto"
            ),
            Case(people: ["Ana", "Luis"], status: .denied, line: "Ana – Luis (denied)"),
            Case(
                people: ["Ana", "Luis"],
                mode: .phone,
                about: "tolls",
                line: "Ana – Luis, by phone, about tolls"
            ),
            Case(
                people: ["Ana", "Luis"],
                place: "Porto",
                via: "Eva",
                line: "Ana – Luis, Porto (according to Eva)"
            ),
            Case(people: ["Ana", "Luis"], via: "Eva", line: "Ana – Luis (according to Eva)"),
        ]
    )
    func line(_ c: Case) {
        func id(_ name: String) -> ActorID { ActorID(rawValue: name) }
        let event = NewsEvent.meetingHeld(
            MeetingHeld(
                finding: Finding(
                    article: ArticleID(rawValue: "a"),
                    evidence: TextSpan(start: 0, end: 1),
                    confidence: 1
                ),
                participants: c.people.map(id),
                status: c.status,
                mode: c.mode,
                place: c.place,
                about: c.about,
                via: c.via.map(id),
                triggers: []
            )
        )
        #expect(EventSummary(event, names: ActorNames([ActorProfile]())).line == c.line)
    }
}

@Suite("Summing up positions")
struct PositionSummaryTests {
    struct Case: CustomTestStringConvertible {
        let stance: Stance
        let cue: TextSpan
        let target: TextSpan
        let line: String
        var testDescription: String { line }
    }

    @Test(
        "tells the stance and what it is about, a clause that holds its cue behind a colon",
        arguments: [
            Case(
                stance: .support,
                cue: TextSpan(start: 4, end: 9, text: "backs"),
                target: TextSpan(start: 10, end: 17, text: "the law"),
                line: "Ana FOR the law"
            ),
            Case(
                stance: .demand,
                cue: TextSpan(start: 17, end: 21, text: "must"),
                target: TextSpan(start: 22, end: 29, text: "be kept"),
                line: "Ana DEMANDS … be kept"
            ),
            Case(
                stance: .demand,
                cue: TextSpan(start: 17, end: 21, text: "must"),
                target: TextSpan(start: 9, end: 29, text: "the law must be kept"),
                line: "Ana DEMANDS: the law must be kept"
            ),
            Case(
                stance: .oppose,
                cue: TextSpan(start: 17, end: 23, text: "cannot"),
                target: TextSpan(start: 9, end: 28, text: "the law cannot stay"),
                line: "Ana REFUSES: the law cannot stay"
            ),
        ]
    )
    func line(of c: Case) {
        let ana = ActorID(rawValue: "ana")
        let event = NewsEvent.positionTaken(
            PositionTaken(
                finding: Finding(
                    article: ArticleID(rawValue: "a"),
                    evidence: TextSpan(start: 0, end: 1),
                    confidence: 1
                ),
                holders: [ana],
                stance: c.stance,
                cue: c.cue,
                target: c.target
            )
        )
        let names = ActorNames([ActorProfile(id: ana, name: "Ana", kind: .person, role: nil)])
        #expect(EventSummary(event, names: names).line == c.line)
    }
}
