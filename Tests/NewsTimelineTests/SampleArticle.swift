import NewsEvents
import NewsText

/// Builds the extraction of a small article by hand; spans are found by their words.
struct SampleArticle {
    let recorded: ArticleRecorded
    private let text: [Unicode.Scalar]
    private(set) var actors: [Actor] = []
    private(set) var topics: [Topic] = []
    private(set) var events: [NewsEvent] = []

    init(_ text: String, published: String, title: String? = nil) {
        let day = CalendarDate(iso: published) ?? CalendarDate(daysSinceEpoch: 0)
        recorded = ArticleRecorded(Article(text: text, published: day, publishedFrom: "--date", title: title))
        self.text = Array(text.unicodeScalars)
    }

    var extraction: Extraction {
        Extraction(
            extractor: "1",
            article: recorded,
            actors: actors,
            topics: topics,
            events: events,
            diagnostics: [
                ExtractionDiagnostic(
                    code: "sample",
                    at: TextSpan(start: 0, end: 1),
                    message: "a sample remark"
                )
            ]
        )
    }

    /// The first place of some words; an empty span at the start where there is none.
    func span(_ words: String) -> TextSpan {
        let sought = Array(words.unicodeScalars)
        for start in 0...max(0, text.count - sought.count) where text[start...].starts(with: sought) {
            return TextSpan(start: start, end: start + sought.count, text: words)
        }
        return TextSpan(start: 0, end: 0, text: words)
    }

    mutating func actor(
        _ name: String,
        _ kind: Actor.Kind = .person,
        role: String? = nil,
        aliases: [String] = []
    ) -> ActorID {
        let id = ActorID(rawValue: name.lowercased().replacing(" ", with: "-"))
        actors.append(Actor(id: id, name: name, kind: kind, role: role, aliases: aliases))
        return id
    }

    mutating func topic(_ name: String) -> TopicID {
        let id = TopicID(rawValue: name.lowercased().replacing(" ", with: "-"))
        topics.append(Topic(id: id, name: name))
        return id
    }

    func day(_ iso: String, to end: String? = nil, _ basis: DateReading.Basis, phrase: String) -> When {
        let from = CalendarDate(iso: iso) ?? recorded.publishedDay
        let to = end.flatMap { CalendarDate(iso: $0) } ?? from
        return When(
            DateReading(from: from, to: to, precision: end == nil ? .day : .range, basis: basis),
            phrase: phrase,
            at: span(phrase)
        )
    }

    private func finding(_ evidence: String, _ topics: [TopicID], _ when: When?) -> Finding {
        Finding(
            article: recorded.article,
            topics: topics,
            when: when,
            evidence: span(evidence),
            confidence: 0.9
        )
    }

    mutating func says(
        _ speakers: [ActorID],
        _ content: String,
        direct: Bool = false,
        topics: [TopicID] = [],
        when: When? = nil
    ) {
        events.append(
            .statementMade(
                StatementMade(
                    finding: finding(content, topics, when),
                    speakers: speakers,
                    cue: span("said"),
                    content: [span(content)],
                    quotes: direct ? [span(content)] : [],
                    directness: direct ? .direct : .indirect,
                    audience: nil
                )
            )
        )
    }

    mutating func meet(
        _ participants: [ActorID],
        at place: String? = nil,
        status: Occurrence = .held,
        via: ActorID? = nil,
        topics: [TopicID] = [],
        when: When? = nil
    ) {
        events.append(
            .meetingHeld(
                MeetingHeld(
                    finding: finding("met", topics, when),
                    participants: participants,
                    status: status,
                    mode: .inPerson,
                    place: place,
                    about: nil,
                    via: via,
                    triggers: [span("met")]
                )
            )
        )
    }

    mutating func visit(_ visitors: [ActorID], to destination: String, when: When? = nil) {
        events.append(
            .visitMade(
                VisitMade(
                    finding: finding("visited", [], when),
                    visitors: visitors,
                    destination: destination,
                    status: .held,
                    triggers: [span("visited")]
                )
            )
        )
    }

    mutating func stand(
        _ holders: [ActorID],
        _ stance: Stance,
        cue: String,
        target: String,
        topics: [TopicID] = [],
        when: When? = nil
    ) {
        events.append(
            .positionTaken(
                PositionTaken(
                    finding: finding(target, topics, when),
                    holders: holders,
                    stance: stance,
                    cue: span(cue),
                    target: span(target)
                )
            )
        )
    }
}

extension ArticleRecorded {
    var publishedDay: CalendarDate { CalendarDate(iso: published) ?? CalendarDate(daysSinceEpoch: 0) }
}

/// Two articles that share actors: talks about a port, and a later piece with another bearer of a surname.
enum Samples {
    static let portTalks: Extraction = {
        var article = SampleArticle(
            """
            Ana Söderberg met Luis Ortega in Porto on Tuesday.
            "The port must stay open," Söderberg said. Harbour officials visited Vigo.
            Ortega opposes any toll on ferries. They plan to meet again.
            """,
            published: "2024-03-08",
            title: "Port talks"
        )
        let ana = article.actor("Ana Söderberg", role: "transport minister", aliases: ["Söderberg"])
        let luis = article.actor("Luis Ortega", aliases: ["Ortega"])
        let officials = article.actor("Harbour officials", .group)
        let port = article.topic("Port of Porto")
        article.meet(
            [ana, luis],
            at: "Porto",
            topics: [port],
            when: article.day("2024-03-05", .weekday, phrase: "Tuesday")
        )
        article.says([ana], "The port must stay open", direct: true, topics: [port])
        article.visit([officials], to: "Vigo")
        article.stand([luis], .oppose, cue: "opposes", target: "any toll on ferries", topics: [port])
        article.meet([ana, luis], status: .planned)
        return article.extraction
    }()

    static let followUp: Extraction = {
        var article = SampleArticle(
            "From 10 to 12 March Carmen Ortega visited Porto. Ana Maria Söderberg, the interior minister, said it helped.",
            published: "2024-03-15"
        )
        let carmen = article.actor("Carmen Ortega", role: "mayor of Vigo", aliases: ["Ortega"])
        let ana = Actor(
            id: ActorID(rawValue: "ana-söderberg"),
            name: "Ana Maria Söderberg",
            kind: .person,
            role: "interior minister",
            aliases: ["Ana Söderberg"]
        )
        article.visit(
            [carmen],
            to: "Porto",
            when: article.day("2024-03-10", to: "2024-03-12", .explicit, phrase: "From 10 to 12 March")
        )
        article.says([ana.id], "it helped")
        let base = article.extraction
        return Extraction(
            extractor: base.extractor,
            article: base.article,
            actors: base.actors + [ana],
            topics: base.topics,
            events: base.events,
            diagnostics: []
        )
    }()
}
