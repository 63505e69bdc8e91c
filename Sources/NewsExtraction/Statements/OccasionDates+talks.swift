import NewsEvents
import NewsText

/// Days carried over between what was done and what was said there: talks and sayings, arrivals and first words.
extension OccasionDates {
    /// "Lund met Ito … Lund told Ito on Tuesday that": so they met that day.
    private func dateTalks(_ events: inout [EventDraft]) {
        for index in events.indices where events[index].date == nil {
            guard case .meeting(let meeting) = events[index].body, meeting.status == .held else { continue }
            let people = Set(meeting.participants.map(\.entity))
            let days = events.compactMap { event -> DateMention? in
                guard case .statement(let body) = event.body, let date = event.date, !event.dateIsInherited,
                    date.reading.precision == .day, let told = body.audience,
                    let speaker = body.speakers.first?.entity, people.contains(speaker)
                else { return nil }
                let listeners = reading.tokens(in: told).compactMap { reading.entityOfHead[$0] }
                return listeners.contains(where: { $0 != speaker && people.contains($0) }) ? date : nil
            }
            guard let day = onlyDay(of: days) else { continue }
            events[index].inherit(day)
        }
    }

    /// "Lund and Ito spoke on Tuesday … Ito told Lund that".
    func fromTalks(_ events: inout [EventDraft]) {
        dateTalks(&events)
        let talks = events.compactMap { event -> (people: Set<Int>, date: DateMention)? in
            guard case .meeting(let meeting) = event.body, meeting.status == .held, let date = event.date,
                date.reading.precision == .day
            else { return nil }
            return (Set(meeting.participants.map(\.entity)), date)
        }
        guard !talks.isEmpty else { return }
        for index in events.indices where events[index].date == nil {
            guard case .statement(let body) = events[index].body, let cue = body.cueToken,
                let told = body.audience,
                let speaker = body.speakers.first?.entity,
                // "Havel has told Ito" is how news opens.
                reading.isSimplePast(cue) || events[index].sentence <= 2 && reading.lemma(cue) == "tell",
                !reading.isOfAnotherTime(cue), !reading.isQuoted[cue]
            else { continue }
            let listeners = reading.tokens(in: told).compactMap { reading.entityOfHead[$0] }.filter {
                reading.document.entities[$0].kind == .person
            }
            let days = talks.filter { talk in
                talk.people.contains(speaker) && listeners.contains(where: talk.people.contains)
            }.map(\.date)
            guard let day = onlyDay(of: days) else { continue }
            events[index].inherit(day)
        }
    }

    /// "arrived in Lima on Sunday … Speaking shortly after touching down, he said".
    func fromArrivals(_ events: inout [EventDraft]) {
        let journeys = events.compactMap { event -> (people: Set<Int>, date: DateMention)? in
            guard case .visit(let visit) = event.body, visit.status == .held, let date = event.date,
                date.reading.precision == .day
            else { return nil }
            return (Set(visit.visitors.map(\.entity)), date)
        }
        guard !journeys.isEmpty else { return }
        for index in events.indices where events[index].date == nil {
            guard case .statement(let body) = events[index].body, let cue = body.cueToken,
                reading.isSimplePast(cue), !reading.isQuoted[cue], isAfterArrival(cue),
                let speaker = body.speakers.first?.entity
            else { continue }
            let days = journeys.filter { $0.people.contains(speaker) }.map(\.date)
            guard let day = onlyDay(of: days) else { continue }
            events[index].inherit(day)
        }
    }

    /// The day that all of these dates name.
    private func onlyDay(of dates: [DateMention]) -> DateMention? {
        dates.first.flatMap { day in dates.allSatisfy { $0.reading == day.reading } ? day : nil }
    }

    private func isAfterArrival(_ verb: Int) -> Bool {
        reading.tree.subtree(of: verb) { reading.relation($0).universal == .clausalComplement }.contains {
            word in
            let lemma = reading.lemmaWithParticle(word)
            let isArrival =
                ["arrive", "land", "touch_down", "touch"].contains(lemma) && reading.isIngForm(word)
                || ["arrival", "landing"].contains(lemma)
            return isArrival
                && ["after", "following", "upon", "on"].contains(reading.preposition(of: word) ?? "")
        }
    }
}
