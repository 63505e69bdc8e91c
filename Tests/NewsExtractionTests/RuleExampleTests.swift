import NewsEvents
import NewsLanguage
import NewsText
import Testing

@testable import NewsExtraction

/// One rule with one of its example sentences.
struct RuleCase: CustomTestStringConvertible, Sendable {
    let rule: any ExtractionRule
    let text: String
    let finds: String?

    var testDescription: String { "\(type(of: rule)): \(text)" }

    static let matches = Extractor.rules.flatMap { rule in
        type(of: rule).matches.map { RuleCase(rule: rule, text: $0.text, finds: $0.finds) }
    }
    static let misses = Extractor.rules.flatMap { rule in
        type(of: rule).misses.map { RuleCase(rule: rule, text: $0, finds: nil) }
    }
}

/// The extractor all tests of this target share: loading it once is cheaper than per case.
let sharedExtractor = Result { try Extractor() }

@Suite("Rules and their example sentences")
struct RuleExampleTests {
    @Test("finds what its example promises", arguments: RuleCase.matches)
    func match(_ example: RuleCase) throws {
        let found = try findings(example)
        #expect(found.contains(example.finds ?? ""), "found \(found)")
    }

    @Test("finds nothing in look-alikes", arguments: RuleCase.misses)
    func miss(_ example: RuleCase) throws {
        #expect(try findings(example).isEmpty)
    }

    @Test("every rule has examples both ways")
    func complete() {
        for rule in Extractor.rules {
            #expect(!type(of: rule).matches.isEmpty && !type(of: rule).misses.isEmpty, "\(type(of: rule))")
        }
    }

    private func findings(_ example: RuleCase) throws -> [String] {
        let extractor = try sharedExtractor.get()
        let published = try #require(CalendarDate(iso: "2025-10-25"))
        let reading = extractor.reading(
            of: Article(text: example.text, published: published, publishedFrom: "test")
        )
        var before: [EventDraft] = []
        for rule in Extractor.rules where type(of: rule) != type(of: example.rule) {
            before += rule.events(in: reading, after: before)
        }
        return example.rule.events(in: reading, after: before).map { summary($0, in: reading) }
    }

    /// `actors | cue | words`, as the examples write it.
    private func summary(_ event: EventDraft, in reading: Reading) -> String {
        func names(_ actors: [ActorMention]) -> String {
            actors.map { reading.document.entities[$0.entity].name }.joined(separator: ", ")
        }
        func words(_ ranges: [TextRange]) -> String {
            ranges.map(reading.document.string).joined(separator: " … ")
        }
        switch event.body {
        case .statement(let body):
            return "\(names(body.speakers)) | \(body.cue.map { words([$0]) } ?? "-") | \(words(body.content))"
        case .meeting(let body):
            return "\(names(body.participants)) | \(words(body.triggers))"
        case .visit(let body):
            return
                "\(names(body.visitors)) | \(words(body.triggers)) | \(body.destination.map { words([$0]) } ?? "-")"
        case .position(let body):
            return
                "\(names(body.holders)) | \(body.stance.rawValue) | \(words([body.cue])) | \(body.target.map { words([$0]) } ?? "-")"
        }
    }
}
