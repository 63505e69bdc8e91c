import NewsEvents
import NewsText

/// Tells whether an article is a readout: an account of one meeting by those who took part in it.
struct Readout {
    let reading: Reading

    /// Whether an article tells of one meeting only: nothing is quoted, and nearly all that is said or promised comes
    /// from those who met.
    func isReadout(_ events: [EventDraft], of meeting: MeetingDraft) -> Bool {
        let isQuoting = reading.outerQuotations.contains { $0.inside.length > 40 }
        guard !isQuoting else { return false }
        let present = Set(meeting.participants.map(\.entity))
        var (inside, outside) = (0, 0)
        for event in events {
            let voices: [ActorMention]
            switch event.body {
            case .statement(let body): voices = body.speakers
            case .position(let body): voices = body.holders
            default: continue
            }
            if voices.contains(where: { present.contains($0.entity) }) { inside += 1 } else { outside += 1 }
        }
        return inside >= 2 && inside >= outside
    }
}
