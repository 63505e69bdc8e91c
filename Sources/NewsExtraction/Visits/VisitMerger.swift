import NewsEvents
import NewsText

/// Makes one event of every tale of one visit.
///
/// Two tales are the same visit when they share a visitor and the destination's name and neither status nor date contradicts:
/// what took place and what is yet to come are two. The first tale gives the evidence, all give their triggers.
struct VisitMerger {
    let reading: Reading

    /// Merges the visits among `events`; the other events pass unchanged.
    func merge(_ events: [EventDraft]) -> [EventDraft] {
        var merged: [EventDraft] = []
        var visits: [Int] = []
        for event in events.sorted(by: { ($0.sentence, $0.order) < ($1.sentence, $1.order) }) {
            guard case .visit(let draft) = event.body else {
                merged.append(event)
                continue
            }
            if let index = visits.last(where: { isSame(merged[$0], event, draft) }),
                case .visit(var known) = merged[index].body
            {
                known.triggers += draft.triggers.filter { !known.triggers.contains($0) }
                known.visitors = (known.visitors + draft.visitors).uniqued()
                if draft.status == .cancelled { known.status = .cancelled }
                merged[index].body = .visit(known)
                merged[index].date = merged[index].date ?? event.date
            } else {
                visits.append(merged.count)
                merged.append(event)
            }
        }
        return merged
    }

    private func isSame(_ earlier: EventDraft, _ later: EventDraft, _ draft: VisitDraft) -> Bool {
        guard case .visit(let known) = earlier.body, (known.status == .held) == (draft.status == .held),
            name(known.destination) == name(draft.destination)
                || earlier.sentence == later.sentence && isTown(known.destination, of: draft.destination),
            !Set(known.visitors.map(\.entity)).isDisjoint(with: draft.visitors.map(\.entity))
        else { return false }
        guard let one = earlier.date?.reading, let other = later.date?.reading else { return true }
        return one.to >= other.from && other.to >= one.from
    }

    /// "arrived in Oslo on a visit to Norway": one journey, told by its town.
    private func isTown(_ town: TextRange?, of country: TextRange?) -> Bool {
        guard let town, let country else { return false }
        let name = reading.lexicons.country(told: reading.document.string(country))
        return name != nil && reading.lexicons.country(ofTown: reading.document.string(town)) == name
    }

    private func name(_ place: TextRange?) -> String? {
        place.map { reading.lexicons.filingName(reading.document.string($0)) }
    }
}
