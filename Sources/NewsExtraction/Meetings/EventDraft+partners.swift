import NewsEvents
import NewsText

/// One telling of several meetings: of one with each of several.
extension EventDraft {
    /// A meeting of one with several as a meeting with each.
    func splitByPartner() -> [EventDraft] {
        guard case .meeting(let draft) = body, let host = draft.participants.first,
            draft.participants.count > 2
        else { return [self] }
        return draft.participants.dropFirst().map { partner in
            var one = draft
            one.participants = [host, partner]
            var event = self
            event.body = .meeting(one)
            return event
        }
    }

    /// "met Ito on Monday and Lund on Tuesday", "talks with Ito in Oslo and Lund in Vienna": each on a day or at a place of its
    /// own is another meeting.
    func splitByCircumstances(behind trigger: Int, in reading: Reading) -> [EventDraft] {
        guard case .meeting(let draft) = body, draft.participants.count > 2 else { return [self] }
        let end = reading.document.sentences[reading.sentence(of: trigger)].tokens.upperBound
        let behind = draft.participants.filter { $0.range.start > reading.token(trigger).range.start }
            .sorted { $0.range.start < $1.range.start }
        guard behind.count > 1, behind.count == draft.participants.count - 1,
            behind.allSatisfy({ reading.tokens(in: $0.range).upperBound <= end })
        else { return [self] }
        let starts = behind.map { reading.tokens(in: $0.range) }
        let stretches = starts.indices.map { index in
            let next = index + 1 < starts.count ? starts[index + 1].lowerBound : end
            return min(starts[index].upperBound, next)..<next
        }
        let days = stretches.map { stretch in
            reading.document.dates.first { stretch.contains($0.tokens.lowerBound) }
        }
        let places = stretches.map { MeetingPlace.first(in: $0, of: reading) }
        let areOnDays = days.allSatisfy { $0 != nil } && Set(days.map { $0?.reading }).count == days.count
        let areInPlaces =
            places.allSatisfy { $0 != nil } && Set(places.map { $0?.range }).count == places.count
        guard areOnDays || areInPlaces else { return [self] }
        return zip(splitByPartner(), behind.indices).map { part, index in
            var event = part
            guard case .meeting(var one) = event.body else { return part }
            one.participants = Array(one.participants.prefix(1)) + [behind[index]]
            if areOnDays { event.date = days[index] }
            if areInPlaces, let place = places[index] {
                one.place = place.range
                one.placeRank = place.rank
                one.town = place.town
                one.country = place.country
            }
            event.body = .meeting(one)
            return event
        }
    }
}
