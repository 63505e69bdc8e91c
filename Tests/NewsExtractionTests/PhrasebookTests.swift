import Foundation
import NewsEvents
import NewsText
import Testing

@testable import NewsExtraction

/// The plain ways English has of telling who said what, who met and who takes which side, one sentence each.
///
/// The sentences stand in `Phrasebook/*.tsv`. They say nothing of how rare a wording is: a rule that loses one of them has
/// lost a way of saying it.
@Suite("The phrasebook")
struct PhrasebookTests {
    @Test("of stances: Norway takes this one", arguments: try Phrase.read("stances"))
    func stance(_ phrase: Phrase) throws {
        let found = try events(in: phrase.text).compactMap { event -> Stance? in
            guard case .positionTaken(let position) = event else { return nil }
            return phrase.fields[0] == "none" || position.holders.map(\.rawValue).contains("norway")
                ? position.stance : nil
        }.map(\.rawValue)
        #expect(
            phrase.fields[0] == "none" ? found.isEmpty : found.contains(phrase.fields[0]),
            "found \(found)"
        )
    }

    @Test("of meetings: these met, or were to, or did not", arguments: try Phrase.read("meetings"))
    func meeting(_ phrase: Phrase) throws {
        let found = try events(in: phrase.text).compactMap { event -> String? in
            guard case .meetingHeld(let meeting) = event else { return nil }
            let names = meeting.participants.compactMap { $0.rawValue.split(separator: "-").last }.sorted()
            return "\(meeting.status.rawValue) \(names.joined(separator: ";"))"
        }
        let names = phrase.fields[1].lowercased().split(separator: ";").sorted().joined(separator: ";")
        #expect(found == ["\(phrase.fields[0]) \(names)"])
    }

    @Test("of statements: this is what is said, and by whom", arguments: try Phrase.read("statements"))
    func statement(_ phrase: Phrase) throws {
        let found = try events(in: phrase.text).compactMap { event -> String? in
            guard case .statementMade(let statement) = event else { return nil }
            let said = statement.content.compactMap(\.text)
            return
                "\(statement.speakers.map(\.rawValue).joined(separator: ";")): \(said.joined(separator: " "))"
        }
        let speaker = phrase.fields[0].lowercased().replacing(" ", with: "-")
        #expect(found.contains("\(speaker): \(phrase.fields[1])"), "found \(found)")
    }

    private func events(in text: String) throws -> [NewsEvent] {
        let published = try #require(CalendarDate(iso: "2025-10-25"))
        return try sharedExtractor.get().extract(
            Article(text: text, published: published, publishedFrom: "test")
        ).events
    }
}

/// A sentence of the phrasebook behind what it must give.
struct Phrase: CustomTestStringConvertible, Sendable {
    let fields: [String]

    var testDescription: String { fields.last ?? "" }

    /// An article of the sentence alone.
    var text: String { "The two countries differ\n\n\(testDescription)\n" }

    static func read(_ name: String) throws -> [Phrase] {
        let url = Bundle.module.bundleURL.appending(path: "Phrasebook/\(name).tsv")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter {
            !$0.hasPrefix("#")
        }.map { Phrase(fields: $0.split(separator: "\t").map(String.init)) }
    }
}
