import NewsEvents
import NewsText

/// Makes one event of every telling of one meeting; docs/meetings.md tells the same at length.
///
/// Two tellings are one meeting when nothing contradicts (status, day, town, call or room, round) and they share their
/// people: two participants are the same, or the sides are (`MeetingSides`), or it is the session of one body, or one names a
/// single participant of the other and is told as known, or one points back ("the leaders met") and the other is the last
/// meeting told. What points to a meeting by a word (`pointsTo`) adds to that one and makes none of its own. The first telling
/// gives the evidence, all give triggers, participants add up, the most specific place and any day win.
struct MeetingMerger: Sendable {
    let reading: Reading

    /// Merges the meetings among `events`; the other events pass unchanged.
    func merge(_ events: [EventDraft]) -> [EventDraft] {
        var merged: [EventDraft] = []
        /// Per merged event, the last sentence that told it: what "the meeting" points to is the one told last.
        var told: [Int] = []
        /// Where the meetings stand among them, and who sat there.
        var meetings: [(index: Int, seats: MeetingSides)] = []
        for event in events.sorted(by: { ($0.sentence, $0.order) < ($1.sentence, $1.order) }) {
            guard case .meeting(let draft) = event.body else {
                merged.append(event)
                told.append(event.sentence)
                continue
            }
            if let word = draft.pointsTo {
                let meant = meetings.lastIndex { merged[$0.index].meetingTriggers.contains(word) }
                if let meant {
                    point(event, at: &merged[meetings[meant].index])
                    meetings[meant].seats = seats(of: merged[meetings[meant].index])
                }
                continue
            }
            // A document alone, which meets nobody.
            guard !draft.participants.isEmpty else { continue }
            let seats = MeetingSides(of: draft.participants, in: reading)
            var same = meetings.lastIndex { isSame(merged[$0.index], $0.seats, event, draft, seats) }
            if same == nil, draft.isAnaphoric {
                same = meetings.indices.filter { place in
                    let index = meetings[place].index
                    return canPointTo(merged[index], toldAt: told[index], event, draft)
                }.max { told[meetings[$0].index] < told[meetings[$1].index] }
            }
            if let same {
                let index = meetings[same].index
                merged[index] = union(merged[index], event)
                meetings[same].seats = self.seats(of: merged[index])
                told[index] = event.sentence
            } else {
                meetings.append((merged.count, seats))
                merged.append(event)
                told.append(event.sentence)
            }
        }
        return merged.filter { event in
            guard case .meeting(let draft) = event.body else { return true }
            return !draft.isOneSided || draft.participants.count > 1
                || ![.held, .denied].contains(draft.status)
        }
    }

    private func seats(of event: EventDraft) -> MeetingSides {
        if case .meeting(let draft) = event.body {
            MeetingSides(of: draft.participants, in: reading)
        } else {
            MeetingSides(of: [], in: reading)
        }
    }

    /// Adds what words like "the talks" say of place, day and course to the meeting they mean.
    private func point(_ later: EventDraft, at event: inout EventDraft) {
        guard case .meeting(var known) = event.body, case .meeting(let draft) = later.body else { return }
        known.triggers = (known.triggers + draft.triggers).sorted()
        let others = draft.participants.filter { actor in
            !known.participants.contains { $0.entity == actor.entity }
        }
        known.participants += others
        if isCompatible(event, later) || known.status != .held && draft.isBare {
            if draft.placeRank > known.placeRank {
                known.place = draft.place
                known.placeRank = draft.placeRank
            }
            known.town = known.town ?? draft.town
            known.country = known.country ?? draft.country
            known.about = known.about ?? draft.about
            event.date = event.date ?? later.date
        }
        // "offered to meet … the meeting will be held on Friday"
        if draft.status == .planned, known.status == .proposed { known.status = .planned }
        if draft.status == .cancelled, known.status != .held { known.status = .cancelled }
        event.body = .meeting(known)
    }

    private func isSame(
        _ earlier: EventDraft,
        _ before: MeetingSides,
        _ later: EventDraft,
        _ draft: MeetingDraft,
        _ now: MeetingSides
    ) -> Bool {
        guard case .meeting(let known) = earlier.body, isCompatible(earlier, later) else { return false }
        let (a, b) = (before.participants, now.participants)
        let shared = a.intersection(b).count
        if later.sentence - earlier.sentence <= 3, represents(known, draft) || represents(draft, known) {
            return true
        }
        if before.agree(with: now) || isHeadline(earlier, of: known, telling: draft) { return true }
        if !known.bodies.isDisjoint(with: draft.bodies) { return true }
        guard shared > 0 else { return false }
        if shared >= 2 { return true }
        // A body meets often, and with others too.
        if known.isOfBody || draft.isOfBody, !draft.isAnaphoric {
            return known.isOfBody && draft.isOfBody && later.sentence - earlier.sentence <= Self.reach
        }
        // One shared name is enough only when nobody else is named on one side.
        let isTold = draft.isAnaphoric || draft.isDefinite && b.count == 1 || known.isDefinite && a.count == 1
        return min(a.count, b.count) == 1 && (isTold || later.sentence - earlier.sentence <= 2)
    }

    /// "Senator meets Kenyan leaders": a headline tells in a word of a group whom the article goes on to name.
    private func isHeadline(_ event: EventDraft, of known: MeetingDraft, telling draft: MeetingDraft) -> Bool
    {
        let entities = reading.document.entities
        guard event.sentence == 0, known.triggers.count == 1,
            reading.document.paragraphs[reading.document.sentences[0].paragraph].kind == .heading
        else { return false }
        let shared = known.participants.filter { actor in
            draft.participants.contains { $0.entity == actor.entity }
        }
        return !shared.isEmpty && shared.count < known.participants.count
            && known.participants.allSatisfy { actor in
                shared.contains(actor) || entities[actor.entity].kind != .person
            }
    }

    /// Whether one telling names as many people as the other names countries, and some of them, and nobody else, as theirs.
    private func represents(_ people: MeetingDraft, _ countries: MeetingDraft) -> Bool {
        let entities = reading.document.entities
        let names = Set(countries.participants.map { entities[$0.entity].name })
        guard countries.participants.count > 1, people.participants.count == countries.participants.count,
            countries.participants.allSatisfy({ entities[$0.entity].kind == .country }),
            people.participants.allSatisfy({ entities[$0.entity].kind == .person })
        else { return false }
        // "The ministers of Norway and Kenya" are not their presidents.
        let (sitting, sent) = (
            MeetingSides(of: people.participants, in: reading),
            MeetingSides(of: countries.participants, in: reading)
        )
        guard sitting.led.isDisjoint(with: sent.delegated) else { return false }
        let homes = people.participants.compactMap { reading.home(ofPerson: $0.entity) }
        return !homes.isEmpty && homes.allSatisfy(names.contains) && Set(homes).count == homes.count
    }

    /// Who took part by one telling and is not told better by the other: people stand for the group they are of ("US envoys" are
    /// Lund and Ito, "the German leader" is Lund), and a side told by both without names is told once.
    private func seated(_ telling: MeetingDraft, beside other: MeetingDraft, isFirst: Bool) -> [ActorMention]
    {
        let entities = reading.document.entities
        let shared = Set(other.participants.map(\.entity))
        let known = MeetingSides(of: other.participants, in: reading)
        return telling.participants.filter { actor in
            let kind = entities[actor.entity].kind
            let side = reading.side(of: actor.entity)
            guard kind != .person, !shared.contains(actor.entity), let people = known.people[side] else {
                return true
            }
            if people.isEmpty { return isFirst }
            return kind != .group && !isSender(actor)
        }
    }

    /// "The German leader", "the ministers of Norway and Kenya": a state told by those who come for it.
    private func isSender(_ actor: ActorMention) -> Bool {
        reading.sender(ofState: actor).map {
            !["delegation", "government"].contains(reading.lemma($0))
        } ?? false
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
        if let one = first.round, one != second.round, [one, second.round].contains(.previous) {
            return false
        }
        if let one = first.round, let other = second.round, one != other { return false }
        if second.round == .previous, first.round == nil { return false }
        if first.round == nil, second.round == .next, first.status == .held { return false }
        if first.round == .next, second.round == nil, second.status == .held { return false }
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
        // "attended the G7 summit … before the G7 summit in June": one tells what the other has yet to tell.
        let isOneSession = !first.bodies.isDisjoint(with: second.bodies) && (a.date == nil || b.date == nil)
        guard
            (first.status == .held) == (second.status == .held) || isBareName || isEither || isOneSession
                || (first.isPurpose && second.status == .held || second.isPurpose && first.status == .held)
                    && Set(first.participants.map(\.entity)).intersection(second.participants.map(\.entity))
                        .count > 1
        else { return false }
        return first.mode == second.mode || [first.mode, second.mode].contains(.unknown)
            || Set([first.mode, second.mode]) == [.inPerson, .multilateral]
    }

    private func union(_ a: EventDraft, _ b: EventDraft) -> EventDraft {
        guard case .meeting(var first) = a.body, case .meeting(let second) = b.body else { return a }
        first.isOneSided = first.isOneSided && second.isOneSided
        if isHeadline(a, of: first, telling: second) {
            first.participants.removeAll { actor in
                !second.participants.contains { $0.entity == actor.entity }
            }
        }
        var event = a
        let isPlural = second.isAnaphoric && second.participants.count == 1 && first.participants.count > 1
        // "The leaders" are the participants already known, no further one; a single name adds to them.
        if represents(first, second) || represents(second, first) {
            // Who met are the people, not the countries that sent them.
            first.participants = represents(first, second) ? first.participants : second.participants
        } else if second.status == .denied, first.status != .denied {
            // "will hold a summit … Ito will not attend it": who stays away is no participant.
        } else if !(isPlural && second.pointsToAll) {
            first.participants =
                (seated(first, beside: second, isFirst: true)
                + seated(second, beside: first, isFirst: false)).uniqued()
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
        first.isDefinite = first.isDefinite && second.isDefinite
        first.bodies.formUnion(second.bodies)
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
