import NewsText

/// Offices and functions as the words of a title, and whom they belong to.
extension EntityResolution {
    /// The known title that ends at `token` ("prime minister" at "minister"), or starts there with "of" ("secretary of state").
    func titleEnding(at token: Int) -> String? {
        let noun = singular(token)
        if token + 2 < document.tokens.count, form(token + 1) == "of" {
            let long = "\(noun) of \(form(token + 2))"
            if gazetteer.personNouns[long] != nil { return long }
        }
        for length in stride(from: 3, to: 1, by: -1) where token - length + 1 >= 0 {
            let before = ((token - length + 1)..<token).map(form)
            let title = (before + [noun]).joined(separator: " ")
            if gazetteer.personNouns[title] != nil { return title }
        }
        if token >= 2, form(token - 1) == "-" {
            let title = "\(form(token - 2))-\(noun)"
            if gazetteer.personNouns[title] != nil { return title }
        }
        if gazetteer.personNouns[noun] != nil { return noun }
        return gazetteer.personNouns[form(token)] != nil ? form(token) : nil
    }

    /// The title with the words that tell it from others of its sort: "energy minister", "economic development minister".
    ///
    /// One office told in several ways is one: "minister of external affairs" and "FM" are the foreign minister.
    func fullTitle(at token: Int) -> String? {
        guard let title = titleEnding(at: token) else { return nil }
        if title == "diplomat",
            tree.children(of: token, by: [.adjectivalModifier]).contains(where: {
                ["top", "chief"].contains(form($0))
            })
        {
            return Self.topDiplomat
        }
        if title == "minister", let matter = matter(of: token) { return Self.canonical("\(matter) minister") }
        guard !title.contains(" ") else { return Self.canonical(title) }
        var low = token
        while low > 0, token - low < 3, document.tokens[low - 1].head == token, mentionAt[low - 1] == nil,
            [.compound, .adjectivalModifier].contains(relation(low - 1)),
            !Self.stages.contains(form(low - 1)),
            gazetteer.regions[document.tokens[low - 1].form] == nil
        {
            low -= 1
        }
        return Self.canonical(((low..<token).map(form) + [title]).joined(separator: " "))
    }

    /// "External affairs" in "minister of external affairs": what a minister is for, in words without a name.
    private func matter(of minister: Int) -> String? {
        guard
            let matter = tree.children(of: minister, by: [.nominalModifier]).first(where: { $0 > minister }),
            ["of", "for"].contains(tree.caseWords(of: matter) ?? "")
        else { return nil }
        let words = tree.span(of: matter) { $0 > matter }.filter {
            ![.adposition, .determiner].contains(document.tokens[$0].tag)
        }
        guard !words.isEmpty, words.count < 4, words.allSatisfy({ mentionAt[$0] == nil }) else { return nil }
        return words.map(form).joined(separator: " ")
    }

    private static func canonical(_ title: String) -> String { sameOffices[title] ?? title }

    private static let sameOffices = [
        "fm": "foreign minister", "external affairs minister": "foreign minister",
        "foreign affairs minister": "foreign minister", "pm": "prime minister",
        "defence minister": "defense minister", "national defence minister": "defense minister",
        "national defense minister": "defense minister", "internal affairs minister": "interior minister",
    ]

    /// "The top Iranian diplomat": whoever conducts a country's foreign affairs.
    static let topDiplomat = "top diplomat"

    /// Words before a title that tell when or how it is held, not which it is.
    private static let stages: Set<String> = [
        "former", "new", "then", "current", "late", "senior", "top", "incoming", "outgoing", "acting",
        "interim", "longtime",
        "veteran", "ex", "embattled", "powerful", "chief", "first", "next", "young", "old", "one", "another",
        "local",
    ]

    private func singular(_ token: Int) -> String {
        let (lemma, form) = (lemma(token), form(token))
        if gazetteer.personNouns[lemma] == nil, form.hasSuffix("s"),
            gazetteer.personNouns[String(form.dropLast())] != nil
        {
            return String(form.dropLast())
        }
        return lemma
    }

    /// Whether a known title answers to a shorter one: "energy minister" to "minister", not "vice president" to "president".
    static func fits(_ known: String, _ title: String) -> Bool {
        let title = canonical(title)
        if known == title || known.hasPrefix(title + " of") { return true }
        if title == "leader" { return heads.contains(known) }
        if ["chief", "head", "boss"].contains(title) { return chiefs.contains(known) }
        if title == "premier", known == "prime minister" { return true }
        if title == topDiplomat { return diplomats.contains(known) }
        guard known.hasSuffix(" " + title) else { return false }
        return !deputies.contains { known.hasPrefix($0) }
    }

    private static let deputies = ["vice", "deputy", "assistant", "under", "associate"]
    private static let heads: Set<String> = [
        "president", "prime minister", "premier", "chancellor", "king", "emir", "sultan", "taoiseach",
        "supreme leader",
        "party leader", "chairman",
    ]

    /// Who is the "chief" of a body.
    private static let chiefs: Set<String> = [
        "secretary general", "secretary-general", "director general", "director-general", "president",
        "chairman", "chairwoman", "chairperson", "chair", "commissioner", "director", "executive director",
        "high commissioner", "administrator", "chief executive", "ceo", "governor", "managing director",
        "leader",
    ]

    private static let diplomats: Set<String> = [
        "foreign minister", "secretary of state", "foreign secretary", "foreign policy chief",
    ]

    /// Whom an office or body belongs to: "Qatar's emir", "the emir of Qatar", "the Qatari emir".
    struct Owner {
        /// ISO code, or the folded name.
        let code: String
        let name: String
        let isPossessive: Bool
        var isPerson = false
        /// The words that tell it, prepositions and possessive marks included.
        let words: Range<Int>
    }

    /// The owner of the office or body `token` names.
    func owner(of token: Int) -> Owner? {
        if let own = ownOwner(of: token) { return own }
        // "Qatar's Emir and prime minister", "the prime minister and emir of Qatar": coordinated offices share it.
        if relation(token) == .conjunct, let shared = ownOwner(of: document.tokens[token].head) {
            return shared
        }
        for other in tree.children(of: token, by: [.conjunct])
        where tree.child(of: other, by: [.determiner, .possessive]) == nil
            && gazetteer.personNouns[lemma(other)] != nil
        {
            if let shared = ownOwner(of: other) { return shared }
        }
        return nil
    }

    func ownOwner(of token: Int, outside name: Range<Int> = 0..<0) -> Owner? {
        for child in tree.children(of: token) where !name.contains(child) {
            let isPossessive = document.tokens[child].relation == .possessive
            let preposition = relation(child) == .nominalModifier ? tree.caseWords(of: child) : nil
            let isComplement =
                preposition == "of" || preposition == "for" && Self.voices.contains(lemma(token))
            let isModifier = [.adjectivalModifier, .compound].contains(relation(child))
            guard isPossessive || isComplement || isModifier else { continue }
            if isPossessive || isComplement, let draft = draftAt[child] {
                let entity = drafts[draft].entity
                return Owner(
                    code: entity.country ?? entity.name.lowercased(),
                    name: entity.name,
                    isPossessive: isPossessive,
                    isPerson: entity.kind == .person,
                    words: tree.span(of: child)
                )
            }
            guard let mention = mentionAt[child], mention.kind != .person else { continue }
            let named = draftAt[child].map { drafts[$0].entity }.flatMap {
                $0.kind == .organisation ? $0 : nil
            }
            let name = named?.name ?? document.words(mention.tokens)
            let code = gazetteer.country(of: name)
            return Owner(
                code: code ?? ownerCode(of: name),
                name: code.flatMap { gazetteer.countryNames[$0] } ?? name,
                isPossessive: isPossessive,
                words: tree.span(of: child)
            )
        }
        return nil
    }
}
