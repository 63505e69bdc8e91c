import EventStore
import NewsEvents
import NewsText

/// Articles as a news desk reads them: some 3 KB of text, ten actors, 18 statements, positions, meetings and visits each.
///
/// The same number gives the same article. A few of 2,400 actors are named again and again, most seldom: the
/// first of them acts in a good part of all events.
struct NewsSample {
    /// Events of one article, the article itself and its extraction included.
    static let eventsPerArticle = 20

    /// The actor who acts most often.
    static let frequentActor = actor(0)

    private static let first = [
        "Anna", "Luis", "Rosa", "Viktor", "Marta", "Pavel", "Ines", "Omar", "Clara", "Jonas", "Leila", "Hugo",
        "Nadia",
        "Stefan", "Ruth", "Tomas", "Vera", "Emil", "Sofia", "Karim", "Julia", "Marek", "Elena", "Simon",
        "Irene",
        "Felix", "Dora", "Arno", "Lena", "Boris", "Gita", "Henk", "Mira", "Otto", "Petra", "Quentin", "Rita",
        "Sven",
        "Tara", "Ulf",
    ]
    private static let last = [
        "Berg", "Ortega", "Lind", "Novak", "Costa", "Weiss", "Moreau", "Haddad", "Rossi", "Keller", "Aydin",
        "Santos",
        "Popov", "Jansen", "Varga", "Silva", "Dahl", "Fischer", "Marino", "Okafor", "Petrov", "Quist",
        "Romero",
        "Sato", "Tanaka", "Ueda", "Vogel", "Winter", "Young", "Zeman", "Abbas", "Brandt", "Conti", "Duarte",
        "Eriksen",
        "Fontaine", "Garcia", "Horvat", "Ilic", "Jovanovic", "Kovacs", "Larsen", "Mendes", "Nilsson", "Olsen",
        "Pereira", "Quiroga", "Ruiz", "Schmidt", "Torres", "Urban", "Vidal", "Wolf", "Ximenes", "Yilmaz",
        "Zimmer",
        "Arias", "Bauer", "Cruz", "Dietrich",
    ]
    private static let topics = [
        "ceasefire", "grain exports", "border crossings", "prisoner exchange", "sanctions", "elections",
        "energy prices",
        "reconstruction", "fishing rights", "arms control", "water supply", "trade talks", "asylum", "budget",
        "rail link",
    ]

    private static func actor(_ number: Int) -> Actor {
        let name = first[number % first.count] + " " + last[number / first.count % last.count]
        return Actor(
            id: ActorID(rawValue: name.lowercased().replacing(" ", with: "-")),
            name: name,
            kind: number % 9 == 8 ? .organisation : .person,
            role: number % 3 == 0 ? nil : "minister of \(topics[number % topics.count])",
            aliases: [String(name.split(separator: " ")[1])]
        )
    }

    private static func topic(_ number: Int) -> Topic {
        let name = topics[number % topics.count]
        return Topic(id: TopicID(rawValue: name.replacing(" ", with: "-")), name: name)
    }

    /// The events of an article, ready to append to its stream.
    static func article(_ number: Int) throws -> (stream: StreamName, events: [NewEvent]) {
        var random = Mixer(state: UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1)
        var cast: [Actor] = []
        while cast.count < 10 {
            // The cube of an even spread: few often, many seldom.
            let place = Double(random.next() % 4096) / 4096
            let next = actor(Int(place * place * place * 2400))
            if !cast.contains(where: { $0.id == next.id }) { cast.append(next) }
        }
        let sentences = (0..<eventsPerArticle).map { index in
            "\(cast[index % 10].name) said on Tuesday that \"the work of the coming days will show what paragraph "
                + "\(index) of paper \(number) is worth\", and that nobody should expect it to be easy."
        }
        let text = sentences.joined(separator: " ")
        let day = CalendarDate(daysSinceEpoch: 18_000 + number / 24 % 2_500)
        let recorded = ArticleRecorded(
            Article(text: text, published: day, publishedFrom: "--date", title: "Paper \(number)")
        )
        let about = (0..<3).map { topic(number + $0 * 4) }
        var offset = 0
        let events = (0..<eventsPerArticle - 2).map { index in
            let sentence = sentences[index]
            defer { offset += sentence.count + 1 }
            return event(
                index,
                in: recorded.article,
                sentence: sentence,
                at: offset,
                cast: cast,
                topics: about,
                day: day
            )
        }
        let extraction = Extraction(
            extractor: "1",
            article: recorded,
            actors: cast,
            topics: about,
            events: events,
            diagnostics: []
        )
        return (recorded.article.stream, try extraction.newEvents(metadata: #"{"program":"timeline 0.1.0"}"#))
    }

    private static func event(
        _ index: Int,
        in article: ArticleID,
        sentence: String,
        at start: Int,
        cast: [Actor],
        topics: [Topic],
        day: CalendarDate
    ) -> NewsEvent {
        let actor = cast[index % 10]
        let other = cast[(index + 3) % 10]
        let end = start + sentence.count
        let cue = TextSpan(
            start: start + actor.name.count + 1,
            end: start + actor.name.count + 5,
            text: "said"
        )
        let told = sentence.dropFirst(actor.name.count + 22)
        let content = TextSpan(start: end - told.count, end: end, text: String(told))
        let reading = DateReading(from: day, to: day, precision: .day, basis: .weekday)
        let at = TextSpan(start: cue.end + 4, end: cue.end + 11)
        let finding = Finding(
            article: article,
            topics: topics.prefix(index % 3).map(\.id),
            when: index % 3 == 0 ? When(reading, phrase: "Tuesday", at: at) : nil,
            evidence: TextSpan(start: start, end: end, text: sentence),
            mentions: [
                actor.id: [TextSpan(start: start, end: start + actor.name.count)],
                other.id: [TextSpan(start: end - 20, end: end - 18)],
            ],
            repeats: [],
            confidence: Double(60 + index) / 100,
            doubts: index % 4 == 0 ? ["the speaker is a pronoun"] : []
        )
        switch index {
        case 5, 11:
            return .meetingHeld(
                MeetingHeld(
                    finding: finding,
                    participants: [actor.id, other.id],
                    status: .held,
                    mode: .inPerson,
                    place: "Lisbon",
                    about: nil,
                    via: nil,
                    triggers: [cue]
                )
            )
        case 7:
            return .visitMade(
                VisitMade(
                    finding: finding,
                    visitors: [actor.id],
                    destination: "Vigo",
                    status: .planned,
                    triggers: [cue]
                )
            )
        case 3, 9, 13, 16:
            return .positionTaken(
                PositionTaken(
                    finding: finding,
                    holders: [actor.id],
                    stance: .oppose,
                    cue: cue,
                    target: content
                )
            )
        default:
            return .statementMade(
                StatementMade(
                    finding: finding,
                    speakers: [actor.id],
                    cue: cue,
                    content: [content],
                    quotes: [
                        TextSpan(
                            start: content.start + 1,
                            end: content.start + 80,
                            text: String(told.dropFirst().prefix(79))
                        )
                    ],
                    directness: .mixed,
                    audience: nil
                )
            )
        }
    }
}

/// Numbers that a seed decides (xorshift64*).
///
/// - Source: Vigna, "An experimental exploration of Marsaglia's xorshift generators, scrambled", 2016.
private struct Mixer {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return (state &* 0x2545_F491_4F6C_DD1D) >> 11
    }
}
