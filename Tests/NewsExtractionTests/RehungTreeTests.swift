import NewsEvents
import NewsLanguage
import NewsText
import Testing

@testable import NewsExtraction

/// Trees as no grammar allows them: damaged text can make the parser hang any word anywhere.
@Suite("Trees of any shape")
struct RehungTreeTests {
    static let text = """
        Lund vows to rebuild port

        OSLO (AP) — The measure, Foreign Minister Angela Lund said on Friday, would hurt farms, and it must be dropped.

        "Nobody walked out," Mark Okafor told reporters after talks with Lund in Vienna, adding that they had agreed to \
        meet again. "It was frank."

        Nine bridges are closed and two towns cut off, according to the United Nations, which urged Norway and Austria to act.

        The ministry said in a statement that it rejected the plan, calling it "a trap", and that the leaders will hold a summit.
        """

    @Test("end in events whose words stand in the text", arguments: 0..<4)
    func rehung(block: UInt64) throws {
        let extractor = try sharedExtractor.get()
        let day = try #require(CalendarDate(year: 2025, month: 10, day: 24))
        let article = Article(text: Self.text, published: day, publishedFrom: "--date")
        let document = try LanguagePipeline().read(article)
        let end = Self.text.utf8.count
        for seed in block * 25..<(block + 1) * 25 {
            var random = SeededGenerator(state: seed)
            var damaged = document
            for _ in 0..<30 { Self.rehang(&damaged, with: &random) }
            for event in extractor.extract(from: damaged, of: article).events {
                #expect(event.spans.allSatisfy { $0.span.start < $0.span.end && $0.span.end <= end })
            }
        }
    }

    @Test(
        "of every phrase of the phrasebook end in events whose words stand in it",
        arguments: [
            "meetings", "stances", "statements", "stories", "visits", "days", "saying-days", "stance-days",
        ]
    )
    func rehungPhrases(book: String) throws {
        let extractor = try sharedExtractor.get()
        let pipeline = try LanguagePipeline()
        let day = try #require(CalendarDate(year: 2025, month: 10, day: 25))
        for phrase in try Phrase.read(book) {
            let article = Article(text: phrase.text, published: day, publishedFrom: "--date")
            let document = pipeline.read(article)
            let end = phrase.text.utf8.count
            for seed in UInt64(0)..<3 {
                var random = SeededGenerator(state: seed)
                var damaged = document
                for _ in 0...seed * 4 { Self.rehang(&damaged, with: &random) }
                for event in extractor.extract(from: damaged, of: article).events {
                    #expect(event.spans.allSatisfy { $0.span.start < $0.span.end && $0.span.end <= end })
                }
            }
        }
    }

    @Test("count a word once that two clauses of one saying claim")
    func shared() throws {
        let day = try #require(CalendarDate(year: 2025, month: 10, day: 24))
        let text = "The measure, Mark Okafor said, would hurt farms badly."
        let article = Article(text: text, published: day, publishedFrom: "--date")
        var document = try LanguagePipeline().read(article)
        func token(_ form: String) throws -> Int {
            try #require(document.tokens.firstIndex { $0.form == form })
        }
        let (measure, said, hurt, farms) = try (
            token("measure"), token("said"), token("hurt"), token("farms")
        )
        document.tokens[said].head = said
        document.tokens[said].relation = .root
        for clause in [measure, hurt] {
            document.tokens[clause].head = said
            document.tokens[clause].relation = .clausalComplement
        }
        document.tokens[farms].head = measure
        let events = try sharedExtractor.get().extract(from: document, of: article).events
        let statement = try #require(
            events.lazy.compactMap { if case .statementMade(let made) = $0 { made } else { nil } }.first
        )
        #expect(statement.content.map(\.text) == ["The measure", "would hurt farms badly"])
    }

    /// Hangs one word on any other of its sentence by any relation, without closing a circle.
    private static func rehang(_ document: inout Document, with random: inout SeededGenerator) {
        guard let token = document.tokens.indices.randomElement(using: &random),
            let sentence = document.sentences.first(where: { $0.tokens.contains(token) }),
            let head = sentence.tokens.randomElement(using: &random),
            let relation = relations.randomElement(using: &random),
            document.tokens[token].head != token,
            !SyntaxTree(document).isWithin(head, token)
        else { return }
        document.tokens[token].head = head
        document.tokens[token].relation = relation
    }

    private static let relations: [Relation] = [
        .nominalSubject, .object, .indirectObject, .oblique, .clausalComplement, .openComplement,
        .adverbialClause, .adjectivalClause, .relativeClause, .parataxis, .conjunct, .coordinator,
        .apposition, .nominalModifier, .possessive, .compound, .caseMarking, .marker, .auxiliary, .copula,
        .punctuation, .flat,
    ]
}

/// A small seeded generator.
///
/// Source: Steele, Lea and Flood 2014, SplitMix.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
