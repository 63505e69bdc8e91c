public import EventStore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Turns domain events into payloads and back: the one place that knows type names and schema versions.
///
/// Payloads are JSON with sorted keys and unescaped slashes, so that equal events give equal bytes.
public struct NewsEventCodec: Sendable {
    /// Makes a codec.
    public init() {}

    /// The event's type name in the log.
    public static func type(of event: NewsEvent) -> EventType {
        switch event {
        case .articleRecorded: .articleRecorded
        case .articleExtracted: .articleExtracted
        case .statementMade: .statementMade
        case .meetingHeld: .meetingHeld
        case .visitMade: .visitMade
        case .positionTaken: .positionTaken
        case .articleErased: .articleErased
        }
    }

    /// Makes an event ready to append.
    public func encode(_ event: NewsEvent, id: EventID, metadata: String) throws -> NewEvent {
        let type = Self.type(of: event)
        return NewEvent(
            id: id,
            type: type,
            schemaVersion: Self.currentVersions[type] ?? 1,
            payload: try payload(event),
            metadata: metadata
        )
    }

    /// Reads an event whose payload has the current schema version, as every log with `upcasters` gives it.
    ///
    /// - Throws: `erased` for an event whose payload was erased, and what else makes a payload unreadable.
    public func decode(_ event: RecordedEvent) throws(NewsEventError) -> NewsEvent {
        guard !event.isErased else { throw .erased(position: event.position.rawValue) }
        do throws(PayloadError) {
            switch event.type {
            case .articleRecorded: return .articleRecorded(try read(event, ArticleRecorded.init))
            case .articleExtracted: return .articleExtracted(try read(event, ArticleExtracted.init))
            case .statementMade: return .statementMade(try read(event, StatementMade.init))
            case .meetingHeld: return .meetingHeld(try read(event, MeetingHeld.init))
            case .visitMade: return .visitMade(try read(event, VisitMade.init))
            case .positionTaken: return .positionTaken(try read(event, PositionTaken.init))
            case .articleErased: return .articleErased(try read(event, ArticleErased.init))
            default: break
            }
        } catch {
            throw Self.unreadable(event, error)
        }
        throw .unknownType(event.type.rawValue, position: event.position.rawValue)
    }

    /// Reads of a recorded article which it is and when it was published, and passes over its text; nil for an event
    /// of another type.
    ///
    /// - Throws: What `decode` throws.
    public func publication(
        of event: RecordedEvent
    ) throws(NewsEventError) -> (article: ArticleID, published: String)? {
        guard event.type == .articleRecorded else { return nil }
        guard !event.isErased else { throw .erased(position: event.position.rawValue) }
        do throws(PayloadError) {
            let publication = try read(event, Publication.init)
            return (publication.article, publication.published)
        } catch {
            throw Self.unreadable(event, error)
        }
    }

    private static func unreadable(_ event: RecordedEvent, _ error: PayloadError) -> NewsEventError {
        .unreadablePayload(event.type.rawValue, position: event.position.rawValue, reason: error.reason)
    }

    private func read<Body>(
        _ event: RecordedEvent,
        _ body: (inout PayloadReader) throws(PayloadError) -> Body
    ) throws(PayloadError) -> Body {
        try PayloadReader.read(event.payload, body)
    }

    /// The schema version written today, per type.
    public static let currentVersions: [EventType: Int] = [
        .articleRecorded: 2, .articleExtracted: 1, .statementMade: 2, .meetingHeld: 1, .visitMade: 1,
        .positionTaken: 1, .articleErased: 1,
    ]

    private func payload(_ event: NewsEvent) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data =
            switch event {
            case .articleRecorded(let body): try encoder.encode(body)
            case .articleExtracted(let body): try encoder.encode(body)
            case .statementMade(let body): try encoder.encode(body)
            case .meetingHeld(let body): try encoder.encode(body)
            case .visitMade(let body): try encoder.encode(body)
            case .positionTaken(let body): try encoder.encode(body)
            case .articleErased(let body): try encoder.encode(body)
            }
        return String(decoding: data, as: UTF8.self)
    }
}
