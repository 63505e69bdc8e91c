import NewsEvents
import NewsText

/// One event of every kind, with every optional field filled once and empty once.
enum SampleEvents {
    static let article = ArticleID(rawValue: "a0123456789ab")
    private static let rubio = ActorID(rawValue: "marco-rubio")
    private static let hamas = ActorID(rawValue: "hamas")

    static func finding(dated: Bool) -> Finding {
        let day = CalendarDate(daysSinceEpoch: 20_386)
        let reading = DateReading(from: day, to: day, precision: .day, basis: .weekday)
        return Finding(
            article: article,
            topics: [TopicID(rawValue: "gaza")],
            when: dated ? When(reading, phrase: "Saturday", at: TextSpan(start: 60, end: 68)) : nil,
            evidence: TextSpan(start: 0, end: 90, text: "A sentence."),
            mentions: [rubio: [TextSpan(start: 0, end: 5), TextSpan(start: 40, end: 42)]],
            repeats: [TextSpan(start: 120, end: 180)],
            confidence: 0.75,
            doubts: ["the speaker is a pronoun"]
        )
    }

    static let all: [(name: String, event: NewsEvent)] = [
        (
            "ArticleRecorded",
            .articleRecorded(
                ArticleRecorded(
                    article: article,
                    text: "Ça a \"b\"/\\\n🕊",
                    sha256: String(repeating: "0f", count: 32),
                    characters: 12,
                    published: "2025-10-25",
                    publishedFrom: "--date",
                    title: "Talks",
                    outlet: nil,
                    byline: nil,
                    url: "https://example.org/a",
                    input: "inbox/talks.txt"
                )
            )
        ),
        (
            "ArticleExtracted",
            .articleExtracted(
                ArticleExtracted(
                    article: article,
                    extractor: "1",
                    actors: [
                        Actor(
                            id: rubio,
                            name: "Marco Rubio",
                            kind: .person,
                            role: "US Secretary of State",
                            aliases: ["Rubio"]
                        ),
                        Actor(id: hamas, name: "Hamas", kind: .organisation, role: nil, aliases: []),
                    ],
                    topics: [Topic(id: TopicID(rawValue: "gaza"), name: "Gaza")],
                    diagnostics: [
                        ExtractionDiagnostic(
                            code: "quotation-never-opened",
                            at: TextSpan(start: 3, end: 4),
                            message: "closes nothing"
                        )
                    ],
                    events: 4
                )
            )
        ),
        (
            "StatementMade",
            .statementMade(
                StatementMade(
                    finding: finding(dated: false),
                    speakers: [rubio],
                    cue: TextSpan(start: 6, end: 10, text: "said"),
                    content: [TextSpan(start: 11, end: 30, text: "there is a \"whole team\"")],
                    quotes: [TextSpan(start: 20, end: 29, text: "whole team")],
                    directness: .mixed,
                    audience: "reporters"
                )
            )
        ),
        (
            "MeetingHeld",
            .meetingHeld(
                MeetingHeld(
                    finding: finding(dated: true),
                    participants: [rubio, hamas],
                    status: .planned,
                    mode: .inPerson,
                    place: "Doha",
                    about: nil,
                    via: hamas,
                    triggers: [TextSpan(start: 6, end: 9, text: "met")]
                )
            )
        ),
        (
            "VisitMade",
            .visitMade(
                VisitMade(
                    finding: finding(dated: true),
                    visitors: [rubio],
                    destination: nil,
                    status: .held,
                    triggers: [TextSpan(start: 6, end: 13)]
                )
            )
        ),
        (
            "PositionTaken",
            .positionTaken(
                PositionTaken(
                    finding: finding(dated: false),
                    holders: [rubio],
                    stance: .oppose,
                    cue: TextSpan(start: 6, end: 13, text: "opposes"),
                    target: TextSpan(start: 14, end: 20, text: "a role")
                )
            )
        ),
        (
            "ArticleErased",
            .articleErased(
                ArticleErased(
                    article: article,
                    reason: "court order 12/2026",
                    by: nil,
                    sha256: String(repeating: "0f", count: 32),
                    characters: 12,
                    published: "2025-10-25",
                    position: 1,
                    recordedAt: 1_761_400_991_000_000,
                    events: 4
                )
            )
        ),
    ]
}
