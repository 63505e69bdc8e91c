import NewsEvents
import NewsText
import Testing

@testable import NewsExtraction

/// Whether what is told took place: the words that govern a meeting or a journey decide.
@Suite("Whether meetings and visits took place")
struct MeetingStatusTests {
    @Test(
        "reads it from the words around the meeting",
        arguments: [
            ("Mary Havel met John Ito in Vienna.", Occurrence.held),
            ("Mary Havel is to meet John Ito in Vienna.", .planned),
            ("Mary Havel will hold talks with John Ito.", .planned),
            ("Mary Havel refused to meet John Ito.", .denied),
            ("Mary Havel offered to meet John Ito.", .proposed),
            ("Mary Havel cancelled a planned meeting with John Ito.", .cancelled),
            ("Mary Havel flew to Vienna for talks with John Ito.", .planned),
            ("Mary Havel is due to meet John Ito on Friday.", .planned),
            ("Mary Havel said she was going to meet John Ito.", .planned),
            ("Mary Havel said she was prepared to meet John Ito.", .planned),
            ("Mary Havel and John Ito to meet in Vienna", .planned),
            ("There will be a meeting between Mary Havel and John Ito.", .planned),
            ("Mary Havel should meet John Ito.", .proposed),
            ("Mary Havel to soon meet John Ito", .planned),
            ("On the eve of her meeting with John Ito, Mary Havel flew home.", .planned),
            ("Mary Havel said her meeting with John Ito would be short.", .planned),
            ("Mary Havel may meet John Ito.", .proposed),
            ("Mary Havel has not met John Ito yet.", .planned),
            ("Mary Havel spoke of a possible meeting with John Ito.", .proposed),
            ("Mary Havel will not resign but will host John Ito in Vienna.", .planned),
        ]
    )
    func meetings(_ text: String, _ status: Occurrence) throws {
        let found = try events(in: text).compactMap { event -> Occurrence? in
            if case .meetingHeld(let meeting) = event { meeting.status } else { nil }
        }
        #expect(found == [status])
    }

    @Test(
        "reads it from the words around the visit",
        arguments: [
            ("Mary Havel made a brief visit to Austria.", Occurrence.held),
            ("Mary Havel cancelled a planned visit to Austria.", .cancelled),
            ("Mary Havel was to have travelled to Austria.", .cancelled),
            ("Mary Havel spoke to her staff before her trip to Austria.", .planned),
        ]
    )
    func visits(_ text: String, _ status: Occurrence) throws {
        let found = try events(in: text).compactMap { event -> Occurrence? in
            if case .visitMade(let visit) = event { visit.status } else { nil }
        }
        #expect(found == [status])
    }

    @Test(
        "reads the day of what is planned from behind the infinitive, or from the verb of \"there will be\"",
        arguments: [
            ("John Ito is scheduled to visit Austria next week.", "next week"),
            ("Prime Minister Havel is scheduled to visit Austria next week.", "next week"),
            ("Mary Havel is due to meet John Ito on Friday.", "Friday"),
            ("There will be a meeting next month between Mary Havel and John Ito.", "next month"),
        ]
    )
    func plannedDay(_ text: String, _ phrase: String) throws {
        let found = try events(in: text).compactMap { event -> String? in
            switch event {
            case .meetingHeld(let meeting): meeting.finding.when?.phrase
            case .visitMade(let visit): visit.finding.when?.phrase
            default: nil
            }
        }
        #expect(found == [phrase])
    }

    @Test(
        "tells a meeting of two countries' people once, as theirs",
        arguments: [
            "The foreign ministers of Norway and Kenya held talks on Monday. Norwegian Foreign Minister Mary Havel met "
                + "Kenyan Foreign Minister John Ito in Vienna.",
            "Norwegian Foreign Minister Mary Havel met Kenyan Foreign Minister John Ito in Vienna. The foreign ministers "
                + "of Norway and Kenya held talks on Monday.",
        ]
    )
    func people(_ text: String) throws {
        let found = try events(in: text).compactMap { event -> [ActorID]? in
            if case .meetingHeld(let meeting) = event { meeting.participants } else { nil }
        }
        #expect(found == [[ActorID(rawValue: "mary-havel"), ActorID(rawValue: "john-ito")]])
    }

    @Test("tells a visit announced and told again once")
    func once() throws {
        let text =
            "Mary Havel will visit Austria. Her staff prepared the rooms before Havel's trip to Austria."
        let visits = try events(in: text).filter { if case .visitMade = $0 { true } else { false } }
        #expect(visits.count == 1)
    }

    @Test(
        "tells one meeting of each when one received several, one by one",
        arguments: [
            "Norwegian President Mary Havel held bilateral meetings with John Ito and Ana Lund.",
            "Norwegian President Mary Havel met Kenyan President John Ito, Peruvian President Ana Lund and Danish Foreign "
                + "Minister Ola Berg.",
            "Norwegian President Mary Havel met separately with John Ito and Ana Lund.",
        ]
    )
    func oneByOne(_ text: String) throws {
        let found = try events(in: text).compactMap { event -> [ActorID]? in
            if case .meetingHeld(let meeting) = event { meeting.participants } else { nil }
        }
        #expect(found.count > 1 && found.allSatisfy { $0.count == 2 && $0[0].rawValue == "mary-havel" })
    }

    @Test("names the ministers of two countries where the article does")
    func bearers() throws {
        let text =
            "The foreign ministers of Norway and Kenya held talks on Monday. Norwegian Foreign Minister Mary Havel said the "
            + "road was open. Kenyan Foreign Minister John Ito said it was safe."
        let found = try events(in: text).compactMap { event -> [String]? in
            if case .meetingHeld(let meeting) = event { meeting.participants.map(\.rawValue) } else { nil }
        }
        #expect(found == [["mary-havel", "john-ito"]])
    }

    private func events(in text: String) throws -> [NewsEvent] {
        let published = try #require(CalendarDate(iso: "2025-10-25"))
        return try sharedExtractor.get().extract(
            Article(text: text, published: published, publishedFrom: "test")
        ).events
    }
}
