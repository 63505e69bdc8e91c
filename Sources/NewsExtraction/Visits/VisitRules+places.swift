import NewsEvents
import NewsText

/// Where a word of travel leads.
extension VisitRules {
    /// The places one word of travel leads to: "will visit Kenya and Ghana" tells two visits.
    func destinations(of head: Int, places: [String], in reading: Reading) -> [TextRange] {
        for place in places {
            let candidates =
                place == "obj"
                ? reading.tree.children(of: head, by: [.object])
                : (reading.tree.children(of: head, by: [.oblique, .nominalModifier])
                    + (travellerBehind(head, in: reading).map {
                        reading.tree.children(of: $0, by: [.nominalModifier])
                    } ?? [])).filter { reading.tree.caseWords(of: $0) == place }
            var ranges: [TextRange] = []
            for candidate in candidates.flatMap({ reading.tree.conjuncts(of: $0) }) {
                guard let range = destination(candidate, in: reading) else { continue }
                if !ranges.contains(range) { ranges.append(range) }
            }
            if !ranges.isEmpty { return ranges }
        }
        if let town = here(head, in: reading) { return [town] }
        // "Havel's first journey was to Peru."
        let predicate = reading.token(head).head
        if reading.relation(head).universal == .nominalSubject, reading.tree.caseWords(of: predicate) == "to",
            reading.tree.child(of: predicate, by: [.copula]) != nil,
            let range = destination(predicate, in: reading)
        {
            return [range]
        }
        // "his Oslo visit"
        guard reading.token(head).tag == .noun else { return [] }
        return reading.tree.children(of: head, by: [.compound]).compactMap(reading.mention).filter(isPlace)
            .prefix(1).map { reading.document.range(of: $0.tokens) }
    }

    /// "arrived here on Monday", "a visit here": the town of the dateline.
    private func here(_ head: Int, in reading: Reading) -> TextRange? {
        let isHere = reading.tree.children(of: head, by: [.adverbialModifier]).contains {
            reading.form($0) == "here" && $0 > head && $0 - head <= 2
        }
        guard isHere, let dateline = reading.document.datelines.first else { return nil }
        return reading.document.mentions.first { dateline.contains($0.tokens.lowerBound) && isPlace($0) }
            .map { reading.document.range(of: $0.tokens) }
    }

    /// A place by name, a country told by what it is ("the Gulf nation"), or the named place a nameless one is in ("a camp in
    /// Jordan").
    private func destination(_ head: Int, in reading: Reading) -> TextRange? {
        if let mention = reading.mention(at: head) {
            return isPlace(mention) || isSeat(mention, in: reading)
                ? reading.document.range(of: mention.tokens) : nil
        }
        guard reading.token(head).tag == .noun else { return nil }
        // "the Argentine capital", "the Lund settlement bloc".
        if reading.form(head) == "capital",
            reading.tree.children(of: head, by: [.adjectivalModifier]).contains(where: {
                reading.lexicons.country(ofPeople: reading.token($0).form) != nil
            })
        {
            return reading.document.range(of: reading.phraseTokens(head).lowerBound..<(head + 1))
        }
        if let name = reading.tree.children(of: head, by: [.compound]).lazy.compactMap(reading.mention).first,
            isPlace(name)
        {
            return reading.document.range(of: name.tokens)
        }
        if let entity = reading.entityOfHead[head] {
            // "the country" alone is home as often as not.
            let isTold =
                reading.tree.child(of: head, by: [.adjectivalModifier, .compound, .possessive]) != nil
            return isTold && reading.document.entities[entity].kind == .country ? reading.phrase(head) : nil
        }
        let inside = reading.tree.children(of: head, by: [.nominalModifier]).first { child in
            ["in", "near"].contains(reading.tree.caseWords(of: child) ?? "")
                && reading.mention(at: child).map(isPlace) ?? false
        }
        return inside.flatMap(reading.mention).map { reading.document.range(of: $0.tokens) }
    }

    func isPlace(_ mention: Mention) -> Bool {
        [.politicalPlace, .location, .facility].contains(mention.kind)
    }

    /// A seat of power can be visited like a place: "visited the White House".
    private func isSeat(_ mention: Mention, in reading: Reading) -> Bool {
        mention.kind == .organisation
            && ["house", "kremlin", "pentagon", "palace", "capitol", "street"].contains(
                reading.form(mention.tokens.upperBound - 1)
            )
    }
}
