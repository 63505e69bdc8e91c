import NewsText

/// Where a meeting took place, as written: the most specific place that hangs on its words.
struct MeetingPlace {
    let range: TextRange
    /// 3 for a building or site, 2 for a city, 1 for a country or region.
    let rank: Int
    /// The name of the town, if it is one.
    let town: String?
    /// The country, if it is one.
    let country: String?

    /// Looks below `trigger` for places after "in", "at", "aboard" and "on", most specific first.
    static func find(at trigger: Int, in reading: Reading) -> MeetingPlace? {
        var best: MeetingPlace?
        let below = reading.tree.subtree(of: trigger) { isElsewhere($0, from: trigger, in: reading) }
        for word in below {
            guard let mention = reading.mention(at: word), mention.head == word,
                let rank = rank(of: mention, in: reading),
                isLocated(mention.head, in: reading), rank > (best?.rank ?? 0)
            else { continue }
            best = MeetingPlace(
                range: range(of: mention, in: reading),
                rank: rank,
                town: rank == 2 && mention.kind == .politicalPlace
                    ? reading.document.string(reading.document.range(of: mention.tokens)) : nil,
                country: rank == 1
                    ? reading.entityOfHead[mention.head].flatMap { reading.document.entities[$0].country }
                    : nil
            )
        }
        return best ?? antecedent(of: trigger, in: reading) ?? journey(to: trigger, in: reading).flatMap {
            goal(of: $0, before: trigger, in: reading)
        }
            ?? reading.town(before: trigger).flatMap { reading.mention(at: $0.word) }
            .map { place($0, rank: 2, in: reading) }
    }

    /// The first place told in a stretch of words: "in Oslo on Monday".
    static func first(in stretch: Range<Int>, of reading: Reading) -> MeetingPlace? {
        stretch.lazy.compactMap { word -> MeetingPlace? in
            guard let mention = reading.mention(at: word), mention.head == word,
                let rank = rank(of: mention, in: reading), isLocated(word, in: reading)
            else { return nil }
            return place(mention, rank: rank, in: reading)
        }.first
    }

    /// "to Kenya, where he met": the place right before "where".
    private static func antecedent(of verb: Int, in reading: Reading) -> MeetingPlace? {
        guard
            let adverb = reading.tree.children(of: verb, by: [.adverbialModifier]).first(where: {
                $0 < verb && reading.form($0) == "where"
            }), adverb > 1
        else { return nil }
        // "to Tokyo on Friday, where he met": the last place before it.
        let sentence = reading.document.sentences[reading.sentence(of: verb)].tokens
        guard
            let mention = (max(sentence.lowerBound, adverb - 6)..<adverb).reversed().lazy
                .compactMap({ reading.mention(at: $0) }).first(where: { rank(of: $0, in: reading) != nil }),
            let rank = rank(of: mention, in: reading)
        else { return nil }
        return place(mention, rank: rank, in: reading)
    }

    /// The verb of travel by which one came to a meeting: "landed in Seoul to meet", "flew to Oslo for talks", "visited Tokyo
    /// and held talks".
    static func journey(to trigger: Int, in reading: Reading) -> Int? {
        let isTravel = { (verb: Int) in reading.lexicons.visitVerbs[reading.lemmaWithParticle(verb)] != nil }
        let verb = reading.token(trigger).head
        if verb < trigger, isTravel(verb),
            MeetingStatus(reading: reading).isPurpose(trigger) || reading.tree.caseWords(of: trigger) == "for"
        {
            return verb
        }
        let joined = [trigger, verb].first {
            reading.relation($0).universal == .conjunct && reading.token($0).tag == .verb
        }
        guard let joined, reading.tree.child(of: joined, by: [.nominalSubject]) == nil else { return nil }
        let first = reading.token(joined).head
        return isTravel(first) ? first : nil
    }

    /// Where a journey goes.
    private static func goal(of verb: Int, before trigger: Int, in reading: Reading) -> MeetingPlace? {
        let goals = reading.tree.children(of: verb, by: [.oblique, .object]).filter { child in
            child < trigger && child > verb
                && (["in", "to", "at", "into", "for"].contains(reading.tree.caseWords(of: child) ?? "")
                    || reading.relation(child).universal == .object)
        }
        for goal in goals {
            if let mention = reading.mention(at: goal), mention.head == goal,
                let rank = rank(of: mention, in: reading)
            {
                return place(mention, rank: rank, in: reading)
            }
        }
        return nil
    }

    private static func place(_ mention: Mention, rank: Int, in reading: Reading) -> MeetingPlace {
        let isTown = rank == 2 && mention.kind == .politicalPlace
        let name = reading.document.range(of: mention.tokens)
        return MeetingPlace(
            range: name,
            rank: rank,
            town: isTown ? reading.document.string(name) : nil,
            country: reading.entityOfHead[mention.head].flatMap { reading.document.entities[$0].country }
        )
    }

    /// Whether a word opens a part of the sentence that tells of something else than where the meeting was.
    private static func isElsewhere(_ child: Int, from trigger: Int, in reading: Reading) -> Bool {
        let relation = reading.relation(child)
        let isOfTrigger = reading.token(child).head == trigger
        switch relation.universal {
        case .clausalComplement, .conjunct, .parataxis, .adverbialClause: return true
        // "a meeting held in Lund", but not "with the families of people held in Lund".
        // "the meeting, which was held in Lund" tells of the meeting itself.
        case .adjectivalClause where reading.isOfCaptives(child): return true
        case .adjectivalClause:
            let isOfCourse =
                reading.lexicons.meetingStages.contains(reading.lemmaWithParticle(child))
                || ["hold", "host", "schedule", "plan"].contains(reading.lemma(child))
            return relation == .relativeClause && !(isOfTrigger && isOfCourse) || !isOfTrigger
        // "The envoy for peace in Lund met Ito", "discussed peace in Lund with Ito".
        case .nominalSubject: return isOfTrigger && reading.token(trigger).tag == .verb
        case .object:
            return isOfTrigger
                && reading.lexicons.meetingVerbs[reading.lemmaWithParticle(trigger)]?.sort == .discuss
        // "is to meet Ito, after talks in Lund".
        case .oblique, .nominalModifier:
            // "spoke about the war in Lund"
            if ["about", "over", "regarding", "concerning"].contains(reading.tree.caseWords(of: child) ?? "")
            {
                return true
            }
            return reading.lexicons.meetingNouns[reading.lemma(child)] != nil
                && ["before", "after", "following", "ahead of"].contains(reading.preposition(of: child) ?? "")
        default: return false
        }
    }

    private static func rank(of mention: Mention, in reading: Reading) -> Int? {
        switch mention.kind {
        case .facility: 3
        case .politicalPlace:
            reading.entityOfHead[mention.head].map { reading.document.entities[$0].kind } == .country ? 1 : 2
        case .location: 1
        case .organisation: 2
        default: nil
        }
    }

    private static func isLocated(_ head: Int, in reading: Reading) -> Bool {
        var current = head
        // "at the office in Jerusalem", "in Doha, Qatar": the preposition may stand on a word further up.
        for _ in 0..<3 {
            // "at the EU meeting": an occasion, no place.
            if current != head, reading.lexicons.meetingNouns[reading.lemma(current).lowercased()] != nil {
                return false
            }
            if let preposition = reading.tree.caseWords(of: current) {
                // "in the city of Lund"
                if preposition == "of", settlements.contains(reading.lemma(reading.token(current).head)) {
                    current = reading.token(current).head
                    continue
                }
                return ["in", "at", "inside", "near", "outside"].contains(preposition)
            }
            let relation = reading.relation(current).universal
            guard [.apposition, .compound, .flat, .possessive, .nominalModifier].contains(relation) else {
                return false
            }
            current = reading.token(current).head
        }
        return false
    }

    private static let settlements: Set<String> = [
        "city", "town", "village", "capital", "resort", "port", "suburb", "district", "island",
    ]

    /// The place's phrase: "the Prime Minister's Office in Jerusalem", "Doha, Qatar".
    private static func range(of mention: Mention, in reading: Reading) -> TextRange {
        var head = mention.head
        while [.apposition, .compound, .flat].contains(reading.relation(head).universal)
            || reading.relation(head).universal == .nominalModifier
                && reading.lexicons.meetingNouns[reading.lemma(reading.token(head).head)] == nil
                && reading.relation(head) != .possessive
                && ["in", "at"].contains(reading.tree.caseWords(of: reading.token(head).head) ?? "")
        { head = reading.token(head).head }
        let run = reading.tree.span(of: head) { child in
            let relation = reading.relation(child).universal
            // The comma behind "in Austria for a vote, …" would take all before it along.
            if relation == .punctuation { return true }
            if relation == .caseMarking || relation == .adverbialModifier { return child < head }
            if relation == .nominalModifier, child > head {
                return reading.tree.caseWords(of: child) != "in" && reading.tree.caseWords(of: child) != "of"
            }
            return [.adjectivalClause, .conjunct, .coordinator, .parataxis].contains(relation)
        }
        return reading.document.range(of: reading.trimmed(run))
    }
}
