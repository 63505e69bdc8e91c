public import NewsEvents
public import NewsLanguage
public import NewsText

/// Reads an article and gives the events it tells: text → document → drafts → domain events.
///
/// The rules run in a fixed order, each seeing what the ones before found: statements, then meetings, visits and
/// positions. The same text gives the same events.
public struct Extractor: Sendable {
    /// Raised whenever the same text gives other events; part of every event's id.
    public static let version = "8"

    private let pipeline: LanguagePipeline
    private let lexicons = ExtractionLexicons()

    static let statementRules: [any ExtractionRule] = [
        ReportingVerbs(), AccordingTo(), ReportingNouns(), ColonAttribution(), DashAttribution(),
        HeadlineAttribution(), ContinuedQuotation(), Hearsay(),
    ]

    /// What is done, which leans on who says what: "I" in quoted words is the speaker.
    static let deedRules: [any ExtractionRule] = [
        MeetingVerbs(), MeetingNouns(), MeetingPointers(), Delegations(),
        Attendance(), VisitRules(),
        ConditionalThreats(), Denials(),
        Refusals(),
        StanceVerbs(), StanceNouns(), StanceIdioms(), StanceAdjectives(), NormativeStatements(), Exclusions(),
        Judgements(), Approvals(),
    ]

    static let rules = statementRules + deedRules

    /// Prepares the language pipeline and the rules' lexicons.
    public init() throws(ModelFileError) {
        pipeline = try LanguagePipeline()
    }

    /// Reads an article.
    /// - Complexity: linear in its length.
    public func extract(_ article: Article) -> Extraction {
        extract(from: pipeline.read(article), of: article)
    }

    /// Finds the events of an article whose document has been read already.
    /// - Complexity: linear in its length.
    public func extract(from document: Document, of article: Article) -> Extraction {
        let reading = reading(of: document)
        let drafts = drafts(in: reading)
        return ExtractionAssembler(
            reading: reading,
            article: ArticleRecorded(article),
            drafts: drafts,
            topics: TopicFinder().topics(in: reading)
        ).extraction(of: drafts, version: Self.version)
    }

    func reading(of article: Article) -> Reading { reading(of: pipeline.read(article)) }

    private func reading(of document: Document) -> Reading {
        var reading = Reading(
            document: UnnamedSources().adding(to: document, lexicons: lexicons),
            lexicons: lexicons
        )
        // "The leaders" can be told only when it is known who met: two rounds let one meeting's words lean on another's.
        for _ in 0..<2 {
            let meetings =
                MeetingVerbs().events(in: reading, after: []) + MeetingNouns().events(in: reading, after: [])
            reading.groups = MeetingAnaphora().groups(
                in: reading,
                meetings: MeetingMerger(reading: reading).merge(meetings)
            )
        }
        return reading
    }

    /// Whether the day of words or a stance is one still to come.
    ///
    /// "Forced a vote on 12 December", told in October.
    private func isAhead(_ date: DateMention, of event: EventDraft, in reading: Reading) -> Bool {
        switch event.body {
        case .meeting, .visit: false
        case .statement:
            date.reading.from > reading.document.published
                || PlannedDays(reading: reading).isNearerAhead(date)
        case .position: PlannedDays(reading: reading).isNearerAhead(date)
        }
    }

    func drafts(in reading: Reading) -> [EventDraft] {
        var reading = reading
        var found: [EventDraft] = []
        for rule in Self.statementRules { found += rule.events(in: reading, after: found) }
        reading.groups.merge(FirstPerson().speakers(of: found, in: reading)) { known, _ in known }
        for rule in Self.deedRules { found += rule.events(in: reading, after: found) }
        let joined = QuotationJoiner().join(DuplicateFilter().filter(found), in: reading)
        let positions = PositionMerger(reading: reading).merge(Attribution.tie(joined, in: reading))
        let merged = VisitMerger(reading: reading).merge(MeetingMerger(reading: reading).merge(positions))
        let dated = PositionDates(reading: reading).dated(OccasionDates(reading: reading).fill(merged))
        let counted = PlannedDays(reading: reading).moved(QuotedDays(reading: reading).moved(dated))
        return counted.map { event in
            // What is told was said by the day it was printed: a later day is that of something still to come.
            guard let date = event.date, isAhead(date, of: event, in: reading) else { return event }
            var undated = event
            undated.date = nil
            return undated
        }
    }
}
