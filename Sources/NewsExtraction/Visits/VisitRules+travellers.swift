import NewsEvents
import NewsText

/// Whose journey a noun of travel tells.
extension VisitRules {
    /// Whose journey it is: "Havel's trip", "a visit by Havel", "Havel began a tour", "Havel said during a visit".
    func owners(of noun: Int, in reading: Reading) -> [ActorMention] {
        let named =
            reading.tree.children(of: noun, by: [.possessive])
            + reading.tree.children(of: noun, by: [.nominalModifier]).filter {
                reading.tree.caseWords(of: $0) == "by"
            }
        let travellers = named.flatMap { owner in
            reading.actors(at: reading.form(owner) == "whose" ? antecedent(of: noun, in: reading) : owner)
        }
        // "Ahead of her visit, Havel said": she is told only behind it.
        let isAhead = named.contains { reading.token($0).tag == .pronoun } && travellers.isEmpty
        if !named.isEmpty, !isAhead { return travellers }
        // "Ito, who is on a visit to Kenya".
        if reading.tree.child(of: noun, by: [.copula]) != nil, reading.preposition(of: noun) == "on" {
            return reading.subject(of: noun).map { reading.actors(at: $0) } ?? []
        }
        let (head, preposition) = occasion(of: noun, in: reading)
        if reading.relation(noun).universal == .object, let traveller = travellerBehind(noun, in: reading) {
            return reading.actors(at: traveller)
        }
        guard reading.token(head).tag == .verb else { return [] }
        switch reading.relation(noun).universal {
        case .object:
            guard
                reading.lexicons.visitBringers.contains(reading.lemmaWithParticle(head))
                    || reading.lexicons.visitBringers.contains(reading.lemma(head))
            else { return [] }
        case .oblique:
            // "Ito's trip started with a visit to Kenya."
            if reading.preposition(of: noun) == "with", let whole = reading.subject(of: head),
                whole != noun, reading.lexicons.visitNouns[reading.lemma(whole)] != nil
            {
                return owners(of: whole, in: reading)
            }
            guard
                ["during", "on", "upon", "after", "following", "for", "before", "ahead of"].contains(
                    preposition
                )
            else { return [] }
        default: return []
        }
        return reading.doer(of: head).map { reading.actors(at: $0) } ?? []
    }

    /// The word a journey hangs on and its preposition; "ahead" is the preposition of "ahead of her visit".
    func occasion(of noun: Int, in reading: Reading) -> (head: Int, preposition: String) {
        let head = reading.token(noun).head
        return reading.form(head) == "ahead"
            ? (reading.token(head).head, "ahead of") : (head, reading.preposition(of: noun) ?? "")
    }

    /// "Havel, whose visit ended on Monday": what the clause about the visit tells of.
    private func antecedent(of noun: Int, in reading: Reading) -> Int {
        var word = noun
        for _ in 0..<3 where reading.token(word).head != word {
            if reading.relation(word).universal == .adjectivalClause { return reading.token(word).head }
            word = reading.token(word).head
        }
        return noun
    }

    /// "followed a visit last week by Ito to Kenya": the tree may hang the traveller on the verb.
    func travellerBehind(_ noun: Int, in reading: Reading) -> Int? {
        let behind =
            reading.tree.children(of: reading.token(noun).head, by: [.oblique])
            + reading.tree.children(of: noun, by: [.nominalModifier])
        return behind.first {
            $0 > noun && reading.tree.caseWords(of: $0) == "by"
                && reading.mention(at: $0)?.kind == .person
        }
    }
}
