import NewsText

/// Who stands behind a verb of saying.
struct Speaker {
    /// The head word of the phrase that names the speaker.
    let head: Int?
    /// Who that is.
    let actors: [ActorMention]
    /// Whether the phrase can stand for somebody who speaks, or there is none to stand in the way.
    let canSpeak: Bool

    private let pronoun: Bool

    /// Whether only a pronoun names the speaker.
    var isPronoun: Bool { pronoun }

    init(of verb: Int, in reading: Reading) {
        let passive = reading.isPassive(verb)
        let head = passive ? reading.agent(of: verb) : reading.subject(of: verb) ?? Self.inverted(verb, in: reading)
        self.head = head
        guard let head else {
            actors = []
            pronoun = false
            // "It was reported that": somebody spoke, nobody is named.
            canSpeak = passive && reading.tree.child(of: verb, by: [.clausalComplement, .clausalSubject]) != nil
            return
        }
        actors = reading.actors(at: head)
        pronoun = reading.token(head).tag == .pronoun
        let isDocument = Self.documents.contains(reading.lemma(head))
        canSpeak = !actors.isEmpty || isDocument || pronoun && !["it", "this", "that", "which", "what"].contains(reading.form(head))
    }

    /// "…," wrote Trump: a name right behind the verb that the tree took for something else.
    private static func inverted(_ verb: Int, in reading: Reading) -> Int? {
        guard verb > 0, [",", "\"", "”"].contains(reading.form(verb - 1)) else { return nil }
        return reading.tree.children(of: verb).first { child in
            guard child > verb, let entity = reading.entityOfHead[child],
                let reference = reading.document.entities[entity].references.first(where: { $0.head == child })
            else { return false }
            return reference.tokens.lowerBound == verb + 1
        }
    }

    private static let documents: Set<String> = [
        "statement", "report", "document", "letter", "resolution", "tweet", "post", "memo", "readout", "communique",
        "communiqué", "article", "study", "poll", "survey", "note", "message", "release", "source", "paper", "many",
        "some", "others", "other", "one", "two", "both", "several", "most",
    ]
}
