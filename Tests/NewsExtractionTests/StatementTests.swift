import NewsEvents
import NewsLanguage
import NewsText
import Testing

@testable import NewsExtraction

/// A short text and one statement that must come out of the whole extractor.
struct StatementCase: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let speakers: [String]
    let words: String
    var directness = StatementMade.Directness.indirect
    var date: String?

    var testDescription: String { name }

    static let all = [
        StatementCase(
            name: "a running quotation behind its cue is one statement",
            text: "\"It was frank,\" said Mark Okafor. \"Nobody walked out. We will meet again.\"",
            speakers: ["Mark Okafor"],
            words: "It was frank … Nobody walked out. We will meet again",
            directness: .direct
        ),
        StatementCase(
            name: "both halves around the cue",
            text: "\"The bridge,\" Mark Okafor said, \"must be closed at once.\"",
            speakers: ["Mark Okafor"],
            words: "The bridge … must be closed at once",
            directness: .direct
        ),
        StatementCase(
            name: "circumstances behind a quotation are no part of it",
            text: "\"The bridge must be closed,\" Mark Okafor said, speaking of the old bridge.",
            speakers: ["Mark Okafor"],
            words: "The bridge must be closed",
            directness: .direct
        ),
        StatementCase(
            name: "a cue with its subject behind it",
            text: "\"The bridge must be closed,\" wrote Mark Okafor on Twitter.",
            speakers: ["Mark Okafor"],
            words: "The bridge must be closed",
            directness: .direct
        ),
        StatementCase(
            name: "a document speaks for the body behind it",
            text: "The United Nations released a report on Monday. The report said the bridge was unsafe.",
            speakers: ["United Nations"],
            words: "the bridge was unsafe",
            date: "2025-10-20"
        ),
        StatementCase(
            name: "\"it\" is the body whose words were told right before",
            text: "Mark Okafor was wrong, according to Peru's army. \"Nobody was told,\" it added.",
            speakers: ["Peru army"],
            words: "Nobody was told",
            directness: .direct
        ),
        StatementCase(
            name: "\"it\" is nobody where another body's deed is told",
            text:
                "The bridge was open, according to Peru's army. Chile had closed the bridge on Monday, it said.",
            speakers: [],
            words: "Chile had closed the bridge on Monday"
        ),
        StatementCase(
            name: "a person is never \"it\"",
            text: "Mark Okafor said the bridge was open. The bridge was closed on Monday, it said.",
            speakers: [],
            words: "The bridge was closed on Monday"
        ),
        StatementCase(
            name: "a communique told of by another word is its issuers'",
            text:
                "On Saturday, the union leaders issued a joint communique. \"Nobody was told,\" the statement read.",
            speakers: ["union leaders"],
            words: "Nobody was told",
            directness: .direct
        ),
        StatementCase(
            name: "a participle behind a clause of time has its subject",
            text:
                "Mark Okafor's visit came a day after he gave a speech to the council, vowing \"total openness\".",
            speakers: ["Mark Okafor"],
            words: "total openness",
            directness: .direct
        ),
        StatementCase(
            name: "the name of a described source ends before a clause about it",
            text:
                "A statement issued at the end of the two-day meeting of the leaders in the old town of Lund, "
                + "says the bridge is unsafe.",
            speakers: ["statement"],
            words: "the bridge is unsafe"
        ),
        StatementCase(
            name: "a source without a name is kept as described",
            text: "The campaign said the bridge was unsafe.",
            speakers: ["campaign"],
            words: "the bridge was unsafe"
        ),
        StatementCase(
            name: "a cue on the subject of what was said",
            text: "The figures, the ministry said, were the highest since 2016.",
            speakers: ["ministry"],
            words: "The figures … were the highest since 2016"
        ),
        StatementCase(
            name: "a quotation is taken whole",
            text: "Mark Okafor called the measure \"too little, too late\" and urged the cabinet to act.",
            speakers: ["Mark Okafor"],
            words: "the measure \"too little, too late",
            directness: .mixed
        ),
        StatementCase(
            name: "a date at the head of the sentence",
            text: "On Tuesday, Mark Okafor said the bridge was unsafe.",
            speakers: ["Mark Okafor"],
            words: "the bridge was unsafe",
            date: "2025-10-21"
        ),
        StatementCase(
            name: "a weekday behind the cue has gone by, whatever tense was quoted",
            text: "\"The bridge will fall,\" Mark Okafor told the press on Tuesday.",
            speakers: ["Mark Okafor"],
            words: "The bridge will fall",
            directness: .direct,
            date: "2025-10-21"
        ),
        StatementCase(
            name: "what a speaker adds has the date of what was said before",
            text: "On Tuesday, Mark Okafor said the bridge was unsafe. Okafor added that it would be closed.",
            speakers: ["Mark Okafor"],
            words: "it would be closed",
            date: "2025-10-21"
        ),
        StatementCase(
            name: "a date of what was said is not a date of the saying",
            text: "Mark Okafor said the bridge would be closed on Monday.",
            speakers: ["Mark Okafor"],
            words: "the bridge would be closed on Monday"
        ),
    ]
}

@Suite("Statements, end to end")
struct StatementTests {
    @Test("finds who said what, and when", arguments: StatementCase.all)
    func statement(_ example: StatementCase) throws {
        let extraction = try extract(example.text)
        let statements = extraction.statements
        let match = try #require(
            statements.first { words(of: $0) == example.words },
            "found \(statements.map(words))"
        )
        let names = match.speakers.map { id in extraction.actors.first { $0.id == id }?.name ?? id.rawValue }
        #expect(names == example.speakers)
        #expect(match.directness == example.directness)
        #expect(match.finding.when?.from == example.date)
    }

    @Test(
        "takes what was not said for no statement",
        arguments: [
            "Mark Okafor declined to comment on the bridge.",
            "Mark Okafor did not say whether the bridge was safe.",
            "Mark Okafor hopes to say more on Monday.",
            "The collapse suggests that the bridge was unsafe.",
            "The council was convinced that the bridge was unsafe.",
        ]
    )
    func silence(_ text: String) throws {
        #expect(try extract(text).statements.map(words).isEmpty)
    }

    @Test("is less sure of a speaker who is only described")
    func confidence() throws {
        let named = try #require(try extract("Mark Okafor said the bridge was unsafe.").statements.first)
        let described = try #require(
            try extract("Two engineers said the bridge was unsafe.").statements.first
        )
        #expect(named.finding.confidence >= 0.9)
        #expect(described.finding.confidence < 0.9)
        #expect(described.finding.doubts == ["the speaker is only described"])
    }

    private func extract(_ text: String) throws -> Extraction {
        let published = try #require(CalendarDate(iso: "2025-10-25"))
        return try sharedExtractor.get().extract(
            Article(text: text, published: published, publishedFrom: "test")
        )
    }

    private func words(of statement: StatementMade) -> String {
        statement.content.map { $0.text ?? "" }.joined(separator: " … ")
    }
}

extension Extraction {
    /// The statements among the events, in order.
    fileprivate var statements: [StatementMade] {
        events.compactMap { event in
            guard case .statementMade(let statement) = event else { return nil }
            return statement
        }
    }
}
