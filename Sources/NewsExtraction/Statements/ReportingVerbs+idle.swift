import NewsText

/// Verbs of saying that tell of no words where they stand: said in vain, not yet, or of nothing.
extension ReportingVerbs {
    /// `"The president said that the road was open," the office said`: whom quoted words tell of as saying something.
    static func isRelayed(_ verb: Int, in reading: Reading) -> Bool {
        guard reading.isSimplePast(verb), !reading.isIngForm(verb), !reading.isPassive(verb),
            !reading.isNegated(verb), !reading.isHypothetical(verb), frames(of: verb, in: reading) != nil,
            let subject = reading.tree.child(of: verb, by: [.nominalSubject]), subject < verb,
            [.noun, .properNoun].contains(reading.token(subject).tag), reading.entityOfHead[subject] != nil,
            let clause = reading.tree.child(of: verb, by: [.clausalComplement]), clause > verb
        else { return false }
        return reading.isQuoted[subject] && reading.isQuoted[clause]
            && reading.tree.child(of: clause, by: [.nominalSubject, .clausalSubject, .expletive]) != nil
    }

    /// "groups it labels as terrorists": told in passing, and what is so called stands outside.
    func isNaming(_ verb: Int, _ sort: StatementContent.Sort, in reading: Reading) -> Bool {
        sort == .judgement && reading.relation(verb).universal == .adjectivalClause
            && ["label", "designate", "brand", "regard", "consider", "term"].contains(reading.lemma(verb))
            && reading.tree.child(of: verb, by: [.object]) == nil
    }

    /// "has done what it said it would do": what was said is only pointed to.
    func isPromiseKept(_ verb: Int, in reading: Reading) -> Bool {
        guard let subject = reading.tree.child(of: verb, by: [.nominalSubject]), subject < verb else {
            return false
        }
        let start = reading.tree.span(of: subject).lowerBound
        return start > 0 && reading.form(start - 1) == "what"
            && reading.tree.children(of: verb, by: [.clausalComplement]).contains { clause in
                clause > verb && reading.tree.child(of: clause, by: [.object]) == nil
                    && reading.tree.subtree(of: clause).count <= 4
            }
    }

    /// "claimed ten lives": taken, not said.
    func takesAway(_ verb: Int, in reading: Reading) -> Bool {
        reading.lemma(verb) == "claim"
            && reading.tree.children(of: verb, by: [.object]).contains {
                ["life", "victim", "casualty", "seat", "title", "place", "medal"].contains(reading.lemma($0))
            }
    }

    /// "it is to be noted", "it must be said".
    func isDue(_ verb: Int, in reading: Reading) -> Bool {
        reading.isPassive(verb)
            && reading.tree.children(of: verb, by: [.auxiliary, .marker]).contains {
                ["to", "should", "must", "can", "may", "might"].contains(reading.form($0))
            }
    }

    /// "…, repeating his claims", "…, referring to the plan".
    static func pointsBack(_ verb: Int, _ sort: StatementContent.Sort, in reading: Reading) -> Bool {
        guard sort == .nounPhrase else { return sort == .matter }
        return reading.tree.child(of: verb, by: [.object]).map {
            reading.lexicons.nouns.sayings[reading.lemma($0)] != nil
        } ?? false
    }

    /// Whether something was really said: not negated, refused, asked for or yet to come.
    static func isUttered(_ verb: Int, in reading: Reading) -> Bool {
        guard !reading.isNegated(verb), !reading.isHypothetical(verb), !reading.isFuture(verb) else {
            return false
        }
        var current = verb
        while reading.relation(current).universal == .openComplement
            || reading.relation(current).universal == .conjunct
        {
            let head = reading.token(current).head
            if reading.relation(current).universal == .openComplement {
                // "has yet to confirm"
                if reading.lemma(head) == "have", head + 1 < current, reading.form(head + 1) == "yet" {
                    return false
                }
                if withheld.contains(reading.lemma(head)) || reading.isNegated(head) { return false }
            } else if reading.tree.child(of: current, by: [.nominalSubject]) != nil {
                return true
            }
            current = head
        }
        return true
    }

    /// Verbs whose infinitive did not happen or is only wished for.
    private static let withheld: Set<String> = [
        "decline", "refuse", "fail", "neglect", "forget", "hesitate", "want", "hope", "plan", "intend",
        "wish", "try",
        "prepare", "unable", "unwilling", "reluctant", "stop", "avoid", "expect", "ask", "urge", "need",
        "seek", "like", "call", "press", "invite",
    ]
}
