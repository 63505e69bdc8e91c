import Foundation
import NewsEvents
import NewsText
import Testing

@testable import NewsExtraction

/// The plain ways English has of telling who said what, who met and who takes which side, a sentence or a few each.
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

    @Test(
        "of stories: these meetings and no others, however often told",
        arguments: try Phrase.read("stories")
    )
    func story(_ phrase: Phrase) throws {
        let found = try events(in: phrase.text).compactMap { event -> Phrase.Meeting? in
            guard case .meetingHeld(let meeting) = event else { return nil }
            return Phrase.Meeting(
                status: meeting.status.rawValue,
                names: meeting.participants.compactMap {
                    $0.rawValue.split(separator: "-").last.map(String.init)
                }
                .sorted(),
                place: meeting.place
            )
        }
        var rest = found
        for told in phrase.meetings {
            let match = rest.firstIndex { $0.isTold(by: told) }
            #expect(match != nil, "\(told) is not among \(found)")
            if let match { rest.remove(at: match) }
        }
        #expect(rest.isEmpty, "not told: \(rest)")
    }

    @Test("of visits: Havel went to Norway, or will, or did not", arguments: try Phrase.read("visits"))
    func visit(_ phrase: Phrase) throws {
        let found = try events(in: phrase.text).compactMap { event -> String? in
            guard case .visitMade(let visit) = event else { return nil }
            let visitors = visit.visitors.map(\.rawValue).joined(separator: ";")
            return "\(visit.status.rawValue) \(visitors) \(visit.destination ?? "nowhere")"
        }
        // A town of Norway will do.
        #expect(
            found.map { $0.replacing("Oslo", with: "Norway") } == ["\(phrase.fields[0]) mary-havel Norway"]
        )
    }

    @Test("of days: they met, or will, on these", arguments: try Phrase.read("days"))
    func day(_ phrase: Phrase) throws {
        let found = try events(in: phrase.text).compactMap { event -> [String]? in
            guard case .meetingHeld(let meeting) = event else { return nil }
            return meeting.finding.when.map { [$0.from, $0.to] } ?? ["none"]
        }
        #expect(found == [Array(phrase.fields[0..<2])])
    }

    @Test("of the days of sayings: each was said on this one", arguments: try Phrase.read("saying-days"))
    func sayingDay(_ phrase: Phrase) throws {
        let found = try events(in: phrase.text).compactMap { event -> String? in
            guard case .statementMade(let statement) = event else { return nil }
            return statement.finding.when?.from ?? "none"
        }
        #expect(found.joined(separator: " ") == phrase.fields[0])
    }

    @Test("of the days of stances: each was taken on this one", arguments: try Phrase.read("stance-days"))
    func stanceDay(_ phrase: Phrase) throws {
        let found = try events(in: phrase.text).compactMap { event -> String? in
            guard case .positionTaken(let position) = event else { return nil }
            return position.finding.when?.from ?? "none"
        }
        #expect(found.joined(separator: " ") == phrase.fields[0])
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
    var text: String {
        "The two countries differ\n\n\(testDescription.replacing("¶", with: "\n\n"))\n"
    }

    /// The meetings a story tells: "held Havel;Ito @Vienna + planned Havel;Ito"; none for "none".
    var meetings: [Meeting] {
        fields[0].split(separator: " + ").filter { $0 != "none" }.map { told in
            let words = told.split(separator: " ").map(String.init)
            return Meeting(
                status: words[0],
                names: words[1].lowercased().split(separator: ";").map(String.init).sorted(),
                place: words.count > 2 ? String(words[2].dropFirst()) : nil
            )
        }
    }

    /// A meeting as far as a story tells it.
    struct Meeting {
        let status: String
        let names: [String]
        let place: String?

        /// Whether it is the one that `story` expects; a story without a place leaves it open.
        func isTold(by story: Meeting) -> Bool {
            status == story.status && names == story.names
                && story.place.map { place?.contains($0) ?? false } ?? true
        }
    }

    static func read(_ name: String) throws -> [Phrase] {
        let url = Bundle.module.bundleURL.appending(path: "Phrasebook/\(name).tsv")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter {
            !$0.hasPrefix("#")
        }.map { Phrase(fields: $0.split(separator: "\t").map(String.init)) }
    }
}
