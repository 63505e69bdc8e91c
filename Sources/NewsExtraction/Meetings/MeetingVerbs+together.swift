import NewsEvents
import NewsText

/// Meetings told by a verb that brings equals together: met, gathered, spoke.
extension MeetingVerbs {
    /// "Ito, whom Havel met": the one the clause tells of.
    private func antecedent(of object: Int, _ verb: Int, in reading: Reading) -> Int {
        ["whom", "who"].contains(reading.form(object))
            && reading.relation(verb).universal == .adjectivalClause ? reading.token(verb).head : object
    }

    func together(
        _ verb: Int,
        entry: MeetingEntry,
        subjects: [ActorMention],
        partners: [ActorMention],
        subject: Int?,
        in reading: Reading
    ) -> EventDraft? {
        let objectHeads = reading.tree.children(of: verb, by: [.object]).filter { object in
            // "met aboard Air Force One": part of a place's name is no partner; "met the council's terms" meets terms.
            reading.mention(at: object)?.kind != .facility && !isOwner(object, in: reading)
                && !reading.isFamily(object) && reading.form(object) != "face"
        }
        let objects = objectHeads.flatMap { reading.party(at: antecedent(of: $0, verb, in: reading)) }
        let lemma = reading.lemma(verb)
        // "gathered around the speaker".
        if lemma == "gather",
            reading.tree.children(of: verb, by: [.oblique]).contains(where: {
                ["around", "outside", "near", "behind"].contains(reading.tree.caseWords(of: $0) ?? "")
            })
        {
            return nil
        }
        // "speak" and "talk" are meetings only with a partner; "to reporters" is no partner but an audience.
        if lemma == "speak" || lemma == "talk" {
            let partners = partners.filter {
                reading.document.entities[$0.entity].kind != .organisation && !reading.isAudience($0)
            }
            let mode = MeetingCircumstances.mode(of: verb, default: entry.mode, in: reading)
            // "A and B spoke by phone" names no partner; "A and B spoke" alone may be two speeches.
            let isJoint = subjects.count > 1 && (mode == .phone || mode == .video)
            guard !subjects.isEmpty, isJoint || !partners.isEmpty,
                // "The Gazette spoke to Ito" is an interview.
                !subjects.contains(where: { reading.document.entities[$0.entity].kind == .organisation })
            else { return nil }
            return draft(verb, mode, subjects + partners, in: reading)
        }
        var subjects = subjects
        if lemma == "meet", partners.isEmpty, objects.isEmpty, subjects.count == 1, let subject,
            reading.relation(subject).universal == .conjunct
        {
            // "Havel and Ito, who met": the clause hangs on the last of them.
            subjects = reading.actors(at: reading.firstConjunct(of: subject))
        }
        let everyone =
            (subjects + companions(of: verb, in: reading) + partners + (lemma == "meet" ? objects : []))
            .filter { actor in
                // A crowd gathers, ministers gather to meet.
                !reading.isAudience(actor)
                    && (lemma != "gather" || reading.document.entities[actor.entity].kind != .group
                        || reading.isOfficial(actor))
            }
        // "The ministry said they met": a body is not those who met.
        let isBodyAlone =
            everyone.count == 1
            && subject.map {
                reading.form($0) == "they"
                    && reading.document.entities[everyone[0].entity].kind == .organisation
            }
                ?? false
        guard !isBodyAlone else { return nil }
        // "The committee met in Vienna on Monday."
        let isSession =
            lemma == "meet" && objects.isEmpty && everyone.count == 1
            && reading.document.entities[everyone[0].entity].kind == .organisation
            && subject.map { reading.token($0).tag != .pronoun } ?? false
            && (reading.date(of: verb) != nil || MeetingPlace.find(at: verb, in: reading) != nil)
        let severalSubjects =
            isSession || subjects.count > 1 || subject.map { isPluralActor($0, in: reading) } ?? false
        guard !subjects.isEmpty, everyone.count > 1 || severalSubjects && !everyone.isEmpty else {
            return nil
        }
        if lemma == "meet", !objectHeads.isEmpty, objects.isEmpty { return nil }
        // "the first time a president would meet a rebel": any of them.
        if reading.tree.children(of: verb, by: [.auxiliary]).contains(where: {
            ["would", "could", "can"].contains(reading.form($0))
        }),
            everyone.allSatisfy({ isIndefinite($0, in: reading) })
        {
            return nil
        }
        var event = draft(verb, entry.mode, everyone, in: reading)
        if everyone.count == 1, let subject,
            reading.token(subject).tag == .pronoun || isDefinite(subject, in: reading)
        {
            mark(&event)
        }
        return event
    }
}
