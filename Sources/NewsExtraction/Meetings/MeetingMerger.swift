import NewsEvents
import NewsText

/// Makes one event of every tale of one meeting.
///
/// Two tales are the same meeting when nothing contradicts (status, date, two different places of one rank) and they share
/// their people: one's participants are all among the other's, or two of them are shared, or one tells countries and the other
/// their people ("the ministers of A and B met", "Ito told Lund"), or one points back ("the meeting", "the leaders met") and the
/// other is the last meeting told. The first tale gives the evidence, all give
/// triggers, participants add up, the most specific place and any date win.
struct MeetingMerger: Sendable {
    let reading: Reading

    /// Merges the meetings among `events`; the other events pass unchanged.
    func merge(_ events: [EventDraft]) -> [EventDraft] {
        var merged: [EventDraft] = []
        /// Per merged event, the last sentence that told it: what "the meeting" points to is the one told last.
        var told: [Int] = []
        var meetings: [Int] = []
        for event in events.sorted(by: { ($0.sentence, $0.order) < ($1.sentence, $1.order) }) {
            guard case .meeting(let draft) = event.body else {
                merged.append(event)
                told.append(event.sentence)
                continue
            }
            let same = meetings.last { isSame(merged[$0], event, draft) }
            let pointed = meetings.filter { canPointTo(merged[$0], toldAt: told[$0], event, draft) }
                .max { told[$0] < told[$1] }
            if let index = same ?? (draft.isAnaphoric ? pointed : nil) {
                merged[index] = union(merged[index], event)
                told[index] = event.sentence
            } else {
                meetings.append(merged.count)
                merged.append(event)
                told.append(event.sentence)
            }
        }
        return merged
    }

    private func isSame(_ earlier: EventDraft, _ later: EventDraft, _ draft: MeetingDraft) -> Bool {
        guard case .meeting(let known) = earlier.body, isCompatible(earlier, later) else { return false }
        let (a, b) = (Set(known.participants.map(\.entity)), Set(draft.participants.map(\.entity)))
        let shared = a.intersection(b).count
        if later.sentence - earlier.sentence <= 3, represents(known, draft) || represents(draft, known) {
            return true
        }
        guard shared > 0 else { return false }
        if shared >= 2 { return true }
        // A body meets often, and with others too.
        if known.isOfBody || draft.isOfBody, !draft.isAnaphoric {
            return known.isOfBody && draft.isOfBody && later.sentence - earlier.sentence <= Self.reach
        }
        // One shared name is enough only when nobody else is named on one side.
        return min(a.count, b.count) == 1 && (draft.isAnaphoric || later.sentence - earlier.sentence <= 2)
    }

    /// Whether one telling names as many people as the other names countries, and some of them, and nobody else, as theirs.
    private func represents(_ people: MeetingDraft, _ countries: MeetingDraft) -> Bool {
        let entities = reading.document.entities
        let names = Set(countries.participants.map { entities[$0.entity].name })
        guard countries.participants.count > 1, people.participants.count == countries.participants.count,
            countries.participants.allSatisfy({ entities[$0.entity].kind == .country }),
            people.participants.allSatisfy({ entities[$0.entity].kind == .person })
        else { return false }
        let homes = people.participants.compactMap { reading.home(ofPerson: $0.entity) }
        return !homes.isEmpty && homes.allSatisfy(names.contains) && Set(homes).count == homes.count
    }

    /// Whether "the meeting" can mean the one told before; "the summit" is no talk of two.
    private func canPointTo(
        _ earlier: EventDraft,
        toldAt sentence: Int,
        _ later: EventDraft,
        _ draft: MeetingDraft
    ) -> Bool {
        guard case .meeting(let known) = earlier.body, later.sentence - sentence <= Self.reach else {
            return false
        }
        if draft.mode == .multilateral, known.mode != .multilateral, known.participants.count == 2 {
            return false
        }
        return isCompatible(earlier, later)
    }

    /// How many sentences back a meeting can be pointed to.
    private static let reach = 10

    private func isCompatible(_ a: EventDraft, _ b: EventDraft) -> Bool {
        guard case .meeting(let first) = a.body, case .meeting(let second) = b.body else { return false }
        if let one = a.date?.reading, let other = b.date?.reading, one.to < other.from || other.to < one.from
        {
            return false
        }
        if let one = first.town, let other = second.town, one != other { return false }
        if let one = first.country, let other = second.country, one != other { return false }
        // A call has no place.
        let isCall = [first, second].map { [.phone, .video].contains($0.mode) }
        if isCall[0] != isCall[1], (isCall[0] ? second : first).town != nil { return false }
        // "the board's meeting on Thursday … at the board meeting": a bare name says nothing of whether it was held.
        let isBareName = first.isOfBody && second.isOfBody && b.date == nil
        let isEither =
            [first, second].contains { $0.isBare }
            && [first, second].contains { [.planned, .proposed].contains($0.status) }
        guard
            (first.status == .held) == (second.status == .held) || isBareName || isEither
                || (first.isPurpose && second.status == .held || second.isPurpose && first.status == .held)
                    && Set(first.participants.map(\.entity)).intersection(second.participants.map(\.entity))
                        .count > 1
        else { return false }
        return first.mode == second.mode || [first.mode, second.mode].contains(.unknown)
            || Set([first.mode, second.mode]) == [.inPerson, .multilateral]
    }

    private func union(_ a: EventDraft, _ b: EventDraft) -> EventDraft {
        guard case .meeting(var first) = a.body, case .meeting(let second) = b.body else { return a }
        var event = a
        let isPlural = second.isAnaphoric && second.participants.count == 1 && first.participants.count > 1
        // "The leaders" are the participants already known, no further one; a single name adds to them.
        if represents(first, second) || represents(second, first) {
            // Who met are the people, not the countries that sent them.
            first.participants = represents(first, second) ? first.participants : second.participants
        } else if !(isPlural && second.pointsToAll) {
            first.participants = (first.participants + second.participants).uniqued()
        }
        first.triggers = (first.triggers + second.triggers).sorted()
        if second.placeRank > first.placeRank {
            first.place = second.place
            first.placeRank = second.placeRank
        }
        if first.mode == .unknown { first.mode = second.mode }
        first.about = first.about ?? second.about
        if second.via == nil { first.via = nil }
        first.town = first.town ?? second.town
        first.country = first.country ?? second.country
        let isBareName = first.isOfBody && second.isOfBody && b.date == nil
        first.isOfBody = first.isOfBody && second.isOfBody
        // What was told as planned was held, or called off, by the later words.
        if first.isBare || second.status == .cancelled
            || second.status == .held && !isBareName && !second.isBare
        {
            first.status = second.status
        }
        first.isBare = first.isBare && second.isBare
        event.body = .meeting(first)
        event.date = a.date ?? b.date
        event.confidence = max(a.confidence, b.confidence)
        if b.confidence > a.confidence { event.doubts = b.doubts }
        return event
    }
}

extension EventDraft {
    /// Where its first words stand, for a stable order within a sentence.
    var order: Int {
        switch body {
        case .statement(let draft): draft.cue?.start ?? draft.content.first?.start ?? 0
        case .meeting(let draft): draft.triggers.first?.start ?? 0
        case .visit(let draft): draft.triggers.first?.start ?? 0
        case .position(let draft): draft.cue.start
        }
    }
}
