// Whether the words the log attributes to articles stand in them.
//
//   1. Every recorded article has the length, the digest and the id that follow from its text.
//   2. Every event of a timeline belongs to the article whose stream it is in.
//   3. Every span of an event lies within its article's text, and where it carries words, these stand there.
//
// Offsets count Unicode scalars. Erased events hold nothing to check. One article's text is kept at a time:
// an article and what was found in it were appended together, so the next event nearly always needs the same.

public import EventStore
import NewsEvents

/// Holds every event of a log against the text of its article.
public struct TextAudit: Sendable {
    private let log: any EventLog
    private static let findingLimit = 100
    private static let pageSize = 500

    /// Makes an audit of `log`.
    public init(of log: any EventLog) { self.log = log }

    /// What an audit found.
    public struct Report: Hashable, Sendable {
        /// Number of articles whose text was looked at.
        public fileprivate(set) var articles = 0
        /// Number of spans held against a text.
        public fileprivate(set) var spans = 0
        /// Number of articles that were erased.
        public fileprivate(set) var erasedArticles = 0
        /// What does not agree, in the order of the log; at most 100.
        public fileprivate(set) var findings: [Finding] = []
        /// How many more were found.
        public fileprivate(set) var furtherFindings = 0

        /// Makes an empty report.
        public init() {}

        fileprivate mutating func add(_ position: Position, _ reason: String) {
            if findings.count < TextAudit.findingLimit {
                findings.append(Finding(position: position, reason: reason))
            } else {
                furtherFindings += 1
            }
        }
    }

    /// A place where an event and its article's text disagree.
    public struct Finding: Hashable, Sendable, CustomStringConvertible {
        /// The event.
        public let position: Position
        /// What does not agree.
        public let reason: String

        /// Where and what.
        public var description: String { "position \(position): \(reason)" }
    }

    /// Looks at the whole log as it is now.
    ///
    /// An event that cannot be read is a finding.
    /// - Parameter progress: Called after every page.
    /// - Returns: What was looked at and what does not agree.
    /// - Throws: Storage errors.
    /// - Complexity: O(log) time; one page and one article of memory.
    public func report(
        progress: ((RebuildProgress) -> Void)? = nil
    ) throws(EventStoreError) -> Report {
        let head = try log.head().position
        var report = Report()
        var current: AuditedArticle?
        var after: Int64 = 0
        var through = head.rawValue
        while after < head.rawValue {
            do throws(EventStoreError) {
                let page = try log.read(EventQuery(after: after, through: through, limit: Self.pageSize))
                for event in page { try check(event, current: &current, report: &report) }
                after = page.last?.position.rawValue ?? through
            } catch {
                guard case .upcastFailed(_, _, let position, _) = error else { throw error }
                guard through >= position.rawValue, position.rawValue > after + 1 else {
                    // Everything before it has been looked at: name it and go on behind it.
                    report.add(position, String(describing: error))
                    (after, through) = (position.rawValue, head.rawValue)
                    continue
                }
                through = position.rawValue - 1
                continue
            }
            progress?(RebuildProgress(position: Position(rawValue: after), head: head))
        }
        return report
    }

    private func check(
        _ event: RecordedEvent,
        current: inout AuditedArticle?,
        report: inout Report
    ) throws(EventStoreError) {
        if event.isErased {
            if event.type == .articleRecorded { report.erasedArticles += 1 }
            return
        }
        let decoded: NewsEvent
        do throws(NewsEventError) {
            decoded = try NewsEventCodec().decode(event)
        } catch {
            return report.add(event.position, error.description)
        }
        if case .articleRecorded(let article) = decoded {
            report.articles += 1
            current = AuditedArticle(article, stream: event.stream)
            check(article, of: event, report: &report)
            return
        }
        let spans = decoded.spans
        guard decoded.finding != nil || !spans.isEmpty else { return }
        if current?.stream != event.stream { current = try article(of: event.stream) }
        guard let article = current else {
            return report.add(event.position, "its stream \(event.stream) holds no article")
        }
        if let owner = decoded.finding?.article, owner != article.id {
            report.add(
                event.position,
                "it belongs to article \(owner) but stands in the stream of \(article.id)"
            )
        }
        for named in spans {
            report.spans += 1
            if let fault = article.fault(in: named.span) {
                report.add(event.position, "\(event.type) \(named.field): \(fault)")
            }
        }
    }

    private func check(_ article: ArticleRecorded, of event: RecordedEvent, report: inout Report) {
        for reason in article.contradictions { report.add(event.position, reason) }
        if article.article.stream != event.stream {
            report.add(event.position, "article \(article.article) stands in the stream \(event.stream)")
        }
    }

    private func article(of stream: StreamName) throws(EventStoreError) -> AuditedArticle? {
        let query = EventQuery(stream: stream, types: [.articleRecorded], limit: 1)
        guard let event = try log.read(query).first, !event.isErased else { return nil }
        do throws(NewsEventError) {
            guard case .articleRecorded(let article) = try NewsEventCodec().decode(event) else { return nil }
            return AuditedArticle(article, stream: stream)
        } catch {
            // Named where it stands in the log.
            return nil
        }
    }
}

/// An article's text, to hold spans against.
private struct AuditedArticle {
    let id: ArticleID
    let stream: StreamName
    private let scalars: [Unicode.Scalar]

    init(_ article: ArticleRecorded, stream: StreamName) {
        id = article.article
        self.stream = stream
        scalars = Array(article.text.unicodeScalars)
    }

    /// What is wrong with a span; nil when its words stand in the text.
    func fault(in span: TextSpan) -> String? {
        guard 0 <= span.start, span.start <= span.end, span.end <= scalars.count else {
            return
                "characters \(span.start)–\(span.end) lie outside the \(scalars.count) characters of article \(id)"
        }
        guard let words = span.text, !words.unicodeScalars.elementsEqual(scalars[span.start..<span.end])
        else {
            return nil
        }
        var found = String.UnicodeScalarView()
        found.append(contentsOf: scalars[span.start..<min(span.end, span.start + 60)])
        return
            "it names \"\(words.prefix(60))\", but characters \(span.start)–\(span.end) of article \(id) are \"\(String(found))\""
    }
}
