import NewsEvents
import NewsText

/// What turns a verb's stance into another: "denied the request", "rejected the claim", "vowed to retaliate".
extension StanceVerbs {
    /// "insisted it would leave" promises, "warned Ito of grave consequences" threatens.
    func otherStance(
        _ verb: Int,
        key: String,
        _ holders: [ActorMention],
        _ finder: StanceTarget,
        _ reading: Reading
    ) -> (Stance, [TextRange])? {
        if key == "insist", isAboutHolder(verb, holders, reading), !isPledged(below: verb, reading) {
            return (.pledge, finder.targets(of: verb, places: [.norm], stance: .pledge))
        }
        guard key.hasPrefix("warn"), let told = finder.objectHead(of: verb), told > verb,
            reading.tree.children(of: verb, by: [.oblique]).contains(where: { harm in
                reading.tree.caseWords(of: harm) == "of"
                    && ["consequence", "repercussion", "reprisal", "response", "retaliation", "sanction"]
                        .contains(reading.lemma(harm))
            })
        else { return nil }
        return (.threaten, finder.targets(of: verb, places: [.preposition("of")], stance: .threaten))
    }

    /// "insisted it would press ahead with the talks": the promise is told in its own words.
    private func isPledged(below verb: Int, _ reading: Reading) -> Bool {
        reading.tree.children(of: verb, by: [.clausalComplement]).contains {
            entry(for: $0, in: reading)?.entry.stance == .pledge
        }
    }

    /// "Denied the request" refuses it.
    func stanceOfDenial(_ verb: Int, _ finder: StanceTarget, _ reading: Reading) -> Stance {
        guard let object = finder.objectHead(of: verb) else { return .deny }
        return Self.granted.contains(reading.lemma(object)) ? .oppose : .deny
    }

    /// "Rejected the accusations", "dismissed claims that": who rejects a claim says that it is not so.
    func deniesClaim(_ verb: Int, _ finder: StanceTarget, _ reading: Reading) -> Bool {
        let object =
            reading.tree.child(of: verb, by: [.nominalSubject]).flatMap {
                reading.relation($0) == .passiveSubject ? $0 : nil
            } ?? finder.objectHead(of: verb)
        guard let object,
            ["reject", "dismiss", "repudiate", "rebut", "brush_off", "shrug_off", "wave_away"].contains(
                reading.lemmaWithParticle(verb)
            )
        else { return false }
        // "rejected a suggestion to meet": what is suggested is done or not, not so or not so.
        let isProposal = reading.tree.children(of: object, by: [.adjectivalClause]).contains {
            finder.hasTo($0)
        }
        return !isProposal && reading.lexicons.stances.holds(reading.lemma(object), in: .claim)
    }

    static let vows: Set<String> = ["vow", "swear", "promise", "pledge"]

    /// "Vowed to retaliate": harm that is promised is threatened.
    func isHostile(_ verb: Int, _ reading: Reading) -> Bool {
        reading.tree.children(of: verb, by: [.openComplement, .object]).contains {
            Self.harms.contains(reading.lemma($0))
        }
    }

    /// Whether what a verb is about is harm: "the use of force", "military action".
    func isForce(_ verb: Int, _ finder: StanceTarget, _ reading: Reading) -> Bool {
        guard let object = finder.objectHead(of: verb) else { return false }
        return finder.phrase(object).contains { word in
            ["force", "war", "action", "sanction", "attack", "intervention", "invasion"].contains(
                reading.lemma(word)
            ) || Self.harms.contains(reading.lemma(word))
        }
    }

    private static let harms: Set<String> = [
        "retaliate", "avenge", "destroy", "annihilate", "obliterate", "punish", "crush", "bomb", "strike",
        "revenge", "vengeance", "retaliation", "retribution",
    ]

    private static let granted: Set<String> = [
        "request", "application", "permit", "visa", "bail", "access", "entry", "motion", "appeal", "petition",
        "permission", "allocation", "approval", "funding", "asylum", "licence", "license",
    ]
}
