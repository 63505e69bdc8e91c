import NewsEvents
import NewsText

/// Verbs of stance that take none where they stand: guests are welcomed, visitors call on a president, rebels are "backed by" a state.
extension StanceVerbs {
    /// "called on Norway to leave", "called on Norway for help"; who "called on the president on Monday" came to see him.
    func isAppeal(_ verb: Int, _ reading: Reading) -> Bool {
        (verb + 1..<reading.document.sentences[reading.sentence(of: verb)].tokens.upperBound).contains {
            ["to", "for", "that"].contains(reading.form($0))
                && reading.token(reading.token($0).head).tag != .properNoun
        }
    }

    /// "militias backed by Norway": what they are, told in passing, and no words of Norway's.
    func isArmament(_ verb: Int, _ entry: StanceEntry, _ reading: Reading) -> Bool {
        guard entry.stance == .support, reading.relation(verb).universal == .adjectivalClause,
            reading.tree.child(of: verb, by: [.nominalSubject, .auxiliary]) == nil
        else { return false }
        let noun = reading.token(verb).head
        return reading.token(noun).tag == .noun
            && (Self.armed.contains(reading.lemma(noun)) || reading.lemma(noun).hasSuffix("man"))
    }

    private static let armed: Set<String> = [
        "militia", "rebel", "fighter", "force", "troop", "army", "group", "insurgent", "separatist",
        "militant",
        "faction", "soldier", "mercenary", "side", "government", "regime", "administration",
    ]

    func isGuess(_ verb: Int, _ reading: Reading) -> Bool {
        reading.tree.children(of: verb, by: [.auxiliary]).contains {
            ["would", "'d"].contains(reading.form($0))
        }
    }

    /// "Refused to comment" takes no stance.
    func isSilence(_ verb: Int, _ finder: StanceTarget, _ reading: Reading) -> Bool {
        if let object = finder.objectHead(of: verb), object > verb,
            finder.phrase(object).contains(where: {
                ["comment", "interview", "anonymity", "question"].contains(reading.lemma($0))
            })
        {
            return true
        }
        return reading.tree.children(of: verb, by: [.openComplement]).contains { kept in
            guard reading.lexicons.stances.holds(reading.lemma(kept), in: .silence) else { return false }
            // "asked Norway to provide weapons" asks for more than words.
            let thing = reading.tree.child(of: kept, by: [.object])
            return !Self.giving.contains(reading.lemma(kept))
                || thing.map { Self.facts.contains(reading.lemma($0)) || reading.token($0).tag == .pronoun }
                    ?? true
        }
    }

    private static let giving: Set<String> = ["provide", "disclose", "reveal", "specify", "identify"]
    private static let facts: Set<String> = [
        "detail", "information", "comment", "name", "figure", "answer", "reason", "number", "specific",
        "specifics", "explanation", "evidence", "identity", "source",
    ]

    /// "Welcomed the president to the palace", "welcomed a second baby".
    func isGreeting(_ verb: Int, _ finder: StanceTarget, _ reading: Reading) -> Bool {
        guard let object = finder.objectHead(of: verb) else { return false }
        if let entity = reading.entityOfHead[object], reading.document.entities[entity].kind == .person {
            return true
        }
        return reading.lexicons.personNouns.contains(reading.lemma(object))
            || ["baby", "child", "girl", "boy"].contains(reading.lemma(object))
    }

    /// "Assured Kenya that it would help": what is promised is one's own to do.
    func isAboutHolder(_ verb: Int, _ holders: [ActorMention], _ reading: Reading) -> Bool {
        reading.tree.children(of: verb, by: [.clausalComplement]).contains { clause in
            guard let subject = reading.tree.child(of: clause, by: [.nominalSubject]) else { return false }
            let actors = reading.actors(at: subject).map(\.entity)
            return ["i", "we"].contains(reading.form(subject))
                || holders.contains { holder in
                    actors.contains(holder.entity)
                        || actors.contains {
                            reading.document.entities[$0].name == reading.home(ofPerson: holder.entity)
                        }
                }
        }
    }
}
