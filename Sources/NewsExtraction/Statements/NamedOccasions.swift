import NewsEvents
import NewsText

/// Occasions told by a noun, found again where later words point back to them: "The ministry released a statement on
/// Friday." and then "the statement read", "In the letter", "at the rally", "on live television".
///
/// Words point back when they are definite or name a kind of broadcast; they mean the last telling of the same noun that
/// is not itself a pointer. A telling has the date of its noun, or of the verb that issues, gives or holds it.
struct NamedOccasions {
    let reading: Reading
    /// What is known so far: meetings with their dates, and sayings with theirs.
    let events: [EventDraft]

    /// The date of the occasion that the words of saying point back to.
    func date(of verb: Int) -> DateMention? {
        for noun in nouns(of: verb) where pointsBack(noun) {
            if let date = dateBefore(noun) { return date }
        }
        return meetingBehind(verb)
    }

    /// "said after the meeting": on its day.
    private func meetingBehind(_ verb: Int) -> DateMention? {
        let noun = reading.tree.children(of: verb, by: [.oblique]).first { noun in
            ["after", "following"].contains(reading.tree.caseWords(of: noun) ?? "")
                && reading.lexicons.meetingNouns[reading.lemma(noun)] != nil && pointsBack(noun)
                && !reading.isQuoted[noun]
        }
        return noun.flatMap(meetingDate).flatMap { $0.reading.precision == .day ? past($0) : nil }
    }

    /// The day of the meeting a noun tells or points back to.
    private func meetingDate(_ noun: Int) -> DateMention? {
        let range = reading.token(noun).range
        return events.lazy.compactMap { event in
            guard case .meeting(let meeting) = event.body,
                meeting.triggers.contains(where: { $0.overlaps(range) })
            else { return nil }
            return event.date
        }.first
    }

    /// Whether a verb is said to be spoken on an occasion of its own: "in an interview", "at a rally", "during the war".
    func isElsewhere(_ verb: Int) -> Bool { hasOccasion(verb) || isAside(verb) }

    /// Whether the occasion is one before many, "at a news conference", "in a speech", and nothing else happened beside it.
    func isPublic(_ verb: Int) -> Bool {
        !isAside(verb) && !nouns(of: verb).contains { ["interview", "letter"].contains(reading.lemma($0)) }
    }

    private func hasOccasion(_ verb: Int) -> Bool {
        nouns(of: verb).contains {
            reading.relation($0).universal == .oblique && !Self.channels.contains(reading.lemma($0))
        }
    }

    /// "when asked", "after the vote": beside something else that happened.
    func isAside(_ verb: Int) -> Bool {
        reading.tree.children(of: verb, by: [.oblique, .adverbialClause]).contains { child in
            let words =
                reading.tree.caseWords(of: child)
                ?? reading.tree.child(of: child, by: [.marker, .adverbialModifier]).map(reading.form) ?? ""
            return ["during", "after", "before", "following", "when", "at", "since"].contains(words)
                && !reading.isQuoted[child] && !isOccasion(child)
                && !(words == "at" && reading.document.mentions.contains { $0.tokens.contains(child) })
        }
    }

    /// Whether a verb names what its words are given out through or spoken on.
    func hasChannel(_ verb: Int) -> Bool { !nouns(of: verb).isEmpty }

    /// What words are given out through; naming it sets no other occasion.
    private static let channels: Set<String> = [
        "twitter", "facebook", "instagram", "tweet", "post", "statement", "release",
    ]

    /// Nouns of occasions and documents beside a verb: its subject, and what it is said in, on or at.
    private func nouns(of verb: Int) -> [Int] {
        var found: [Int] = []
        var current = verb
        for _ in 0..<4 {
            // "…," read the statement: trees take the subject behind for an object.
            if let subject = reading.tree.child(of: current, by: [.nominalSubject])
                ?? reading.tree.child(of: current, by: [.object]),
                reading.lexicons.nouns.documents.contains(reading.lemma(subject))
            {
                found.append(subject)
            }
            let clauses = reading.tree.children(of: current, by: [.adverbialClause]).filter {
                reading.isIngForm($0)
            }
            for holder in [current] + clauses {
                found += reading.tree.children(of: holder, by: [.oblique]).filter(isOccasion)
            }
            guard
                [.conjunct, .openComplement, .adverbialClause].contains(reading.relation(current).universal)
            else { break }
            current = reading.token(current).head
        }
        return found.filter { !reading.isQuoted[$0] }
    }

    private func isOccasion(_ noun: Int) -> Bool {
        guard let preposition = reading.tree.caseWords(of: noun),
            ["in", "on", "at", "during", "from", "over", "via"].contains(preposition)
        else { return false }
        let lemma = reading.lemma(noun)
        return reading.lexicons.nouns.occasions.contains(lemma)
            || reading.lexicons.nouns.documents.contains(lemma) || reading.lexicons.meetingNouns[lemma] != nil
    }

    private func pointsBack(_ noun: Int) -> Bool {
        let words = reading.tree.children(of: noun, by: [.determiner, .possessive]).map(reading.form)
        let isDefinite = words.contains {
            ["the", "this", "that", "his", "her", "its", "their", "same"].contains($0)
        }
        return isDefinite || words.isEmpty && ["television", "tv", "radio"].contains(reading.lemma(noun))
    }

    private func dateBefore(_ noun: Int) -> DateMention? {
        if let date = meetingDate(noun) { return date }
        let lemma = reading.lemma(noun)
        let sentence = reading.sentence(of: noun)
        for token in stride(from: noun - 1, through: 0, by: -1) where reading.lemma(token) == lemma {
            if sentence - reading.sentence(of: token) > Self.reach { return nil }
            guard !reading.isQuoted[token], reading.token(token).tag == .noun else { continue }
            if let date = date(ofNoun: token) { return date }
            if !pointsBack(token) { return nil }
        }
        return nil
    }

    /// Sentences over which "the statement" still finds its statement.
    private static let reach = 20

    private func date(ofNoun noun: Int) -> DateMention? {
        if let date = reading.date(of: noun) { return past(date) }
        let verb = reading.token(noun).head
        guard verb != noun, reading.token(verb).tag == .verb else { return nil }
        let relation = reading.relation(noun)
        let isGiven =
            relation.universal == .oblique
            || (relation.universal == .object || relation == .passiveSubject)
                && Self.giving.contains(reading.lemma(verb))
        guard isGiven else { return nil }
        let saying = events.first { event in
            guard case .statement(let body) = event.body else { return false }
            return body.cueToken == verb && !event.dateIsInherited
        }
        return (reading.date(of: verb) ?? saying?.date ?? sharedDay(of: verb)).flatMap(past)
    }

    private func past(_ date: DateMention) -> DateMention? {
        date.reading.to <= reading.document.published ? date : nil
    }

    /// "She sent the letter; he answered the same day": both were that day.
    private func sharedDay(of verb: Int) -> DateMention? {
        reading.tree.children(of: verb, by: [.conjunct, .parataxis]).lazy.compactMap {
            reading.date(of: $0)
        }.first { date in date.tokens.contains { reading.form($0) == "same" } }
    }

    private static let giving: Set<String> = [
        "issue", "release", "publish", "send", "give", "deliver", "make", "hold", "write", "post", "tweet",
        "broadcast", "air", "sign", "read", "address", "host", "record", "file", "submit", "unveil",
        "present", "circulate", "organise", "organize", "stage",
    ]
}
