import NewsText

/// Finds named mentions: what the language model marks, corrected by the gazetteer.
///
/// Algorithm: the model's spans are taken first, titles cut off the front of people's names and possessive marks off the
/// end; where a whole span is a name the gazetteer knows, the gazetteer's sort wins. Then runs of capitalised words that
/// the model left out are matched against the gazetteer, longest first. Mentions never overlap.
struct MentionFinder: Sendable {
    let gazetteer: Gazetteer
    /// Weekdays and months: "the Foreign Ministry on Wednesday" ends before the day.
    private let calendar: Set<String>
    /// Verbs of saying, by lemma.
    let sayings = Set(Lexicon(.reportingVerbs).rows.map { $0[0] })

    init(gazetteer: Gazetteer) {
        self.gazetteer = gazetteer
        calendar = Set(
            Lexicon(.dateWords).rows.filter { $0.count > 1 && ["weekday", "month"].contains($0[0]) }.map {
                $0[1]
            }
        )
    }

    /// A mention with the sort the model gave it, before names elsewhere in the article had their say.
    struct Found {
        var mention: Mention
        let guess: Mention.Kind?
    }

    /// Fills `document.mentions`.
    func find(in document: inout Document, spans: [EntitySpan]) {
        var taken = [Bool](repeating: false, count: document.tokens.count)
        var reserved = taken
        let spans = spans.flatMap { split($0, in: document) }
        for span in spans where span.kind == .person { for token in span.tokens { reserved[token] = true } }
        var found: [Found] = []
        for span in spans where span.kind != .date {
            guard let tokens = trimmed(span.tokens, kind: span.kind, in: document) else { continue }
            let kind = kind(of: tokens, guess: span.kind, in: document)
            let whole =
                switch kind {
                case .organisation: completed(tokens, reserved: reserved, in: document)
                case .person: withSuffix(tokens, in: document)
                default: tokens
                }
            guard !whole.contains(where: { taken[$0] }) else { continue }
            for token in whole { taken[token] = true }
            found.append(Found(mention: mention(whole, kind: kind, in: document), guess: span.kind))
        }
        for sentence in document.sentences {
            var token = sentence.tokens.lowerBound
            while token < sentence.tokens.upperBound {
                guard
                    let (run, kind) = knownName(
                        at: token,
                        in: document,
                        within: sentence.tokens,
                        taken: taken
                    )
                else {
                    token += 1
                    continue
                }
                found.append(Found(mention: mention(run, kind: kind, in: document), guess: nil))
                for index in run { taken[index] = true }
                token = run.upperBound
            }
        }
        found += loneNames(after: found, in: document, taken: taken)
        document.mentions = agreed(found, in: document).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// A body's name that ran on into the person who stands for it: "Office of the President of Peru" + "Juan Pérez".
    private func split(_ span: EntitySpan, in document: Document) -> [EntitySpan] {
        guard span.kind == .organisation, span.tokens.count > 3 else { return [span] }
        let forms = document.tokens[span.tokens].map(\.form)
        for start in 3..<max(3, forms.count - 1) {
            let rest = forms[start...]
            guard rest.count <= 4, gazetteer.givenNames[forms[start]] != nil, forms[..<start].contains("of"),
                rest.allSatisfy({ $0.first?.isUppercase ?? false }),
                gazetteer.country(of: forms[start - 1]) != nil
                    || gazetteer.personNouns[forms[start - 1].lowercased()] == .office
            else { continue }
            let cut = span.tokens.lowerBound + start
            return [
                EntitySpan(tokens: span.tokens.lowerBound..<cut, kind: .organisation),
                EntitySpan(tokens: cut..<span.tokens.upperBound, kind: .person),
            ]
        }
        return [span]
    }

    private func trimmed(_ tokens: Range<Int>, kind: Mention.Kind, in document: Document) -> Range<Int>? {
        var (low, high) = (tokens.lowerBound, tokens.upperBound)
        func dropsEnd(_ token: Token) -> Bool {
            ["'s", "’s", "'", "’", "of", "for", "on", "the", "and"].contains(token.form.lowercased())
                || token.tag == .punctuation
        }
        while high > low, dropsEnd(document.tokens[high - 1]) { high -= 1 }
        let before = low > 0 ? document.tokens[low - 1] : nil
        func dropsStart(_ token: Token) -> Bool {
            if token.tag == .punctuation || token.tag == .determiner { return true }
            guard kind == .person else { return false }
            let word = token.form.lowercased().replacing(".", with: "")
            // "Foreign Minister Amir Khan": behind another title it is a given name.
            if let before, gazetteer.givenNames[token.form] != nil,
                gazetteer.personNouns[before.form.lowercased()] == .office
            {
                return false
            }
            return gazetteer.personNouns[word] == .office || Self.honorifics.contains(word)
        }
        while low < high - 1, dropsStart(document.tokens[low]) { low += 1 }
        guard low < high else { return nil }
        // "the defence ministry": a word without a capital is no body's name alone.
        if kind == .organisation, high - low == 1, document.tokens[low].tag != .properNoun,
            !document.tokens[low].form.contains(where: \.isUppercase)
        {
            return nil
        }
        // A title without a name is a description, whatever its capitals say.
        let words = document.tokens[low..<high].map { $0.form.lowercased() }
        if gazetteer.personNouns[words.joined(separator: " ")] == .office { return nil }
        if high - low == 1, dropsStart(document.tokens[low]) || isCommonPlural(document.tokens[low]) {
            return nil
        }
        return low..<high
    }

    /// "Jurors" at the start of a sentence: a word for people in the plural is no name, whatever its capital says.
    private func isCommonPlural(_ token: Token) -> Bool {
        let word = token.form.lowercased()
        return word.hasSuffix("s") && gazetteer.organisations[token.form] == nil
            && gazetteer.personNouns[String(word.dropLast())] != nil && gazetteer.personNouns[word] == nil
    }

    /// "Joseph R. Biden" + ", Jr."
    private func withSuffix(_ tokens: Range<Int>, in document: Document) -> Range<Int> {
        let tokens = withSyllable(tokens, in: document)
        var next = tokens.upperBound
        if next < document.tokens.count, document.tokens[next].form == "," { next += 1 }
        guard next < document.tokens.count,
            ["Jr.", "Jr", "Sr.", "Sr", "II", "III"].contains(document.tokens[next].form)
        else { return tokens }
        return tokens.lowerBound..<(next + 1)
    }

    /// "Lee Min" + "-ho": a short small-lettered word behind a hyphen belongs to a Korean given name, unless it is one that
    /// makes adjectives of names ("Havel-era").
    private func withSyllable(_ tokens: Range<Int>, in document: Document) -> Range<Int> {
        let hyphen = tokens.upperBound
        guard tokens.count == 2, hyphen + 1 < document.tokens.count, document.tokens[hyphen].form == "-",
            document.tokens[hyphen - 1].range.end == document.tokens[hyphen].range.start,
            document.tokens[hyphen].range.end == document.tokens[hyphen + 1].range.start
        else { return tokens }
        let word = document.tokens[hyphen + 1].form
        guard word.count <= 5, word.allSatisfy(\.isLowercase), !Self.adjectiveEndings.contains(word) else {
            return tokens
        }
        return tokens.lowerBound..<(hyphen + 2)
    }

    private static let adjectiveEndings: Set<String> = [
        "era", "led", "like", "run", "owned", "held", "style", "born", "free", "based", "only", "made",
        "type", "allied",
    ]

    /// A body's name with what it is for: "Commission" + "on International Religious Freedom".
    private func completed(_ tokens: Range<Int>, reserved: [Bool], in document: Document) -> Range<Int> {
        var end = tokens.upperBound
        guard Self.bodies.contains(document.tokens[end - 1].form.lowercased()),
            end + 1 < document.tokens.count,
            ["on", "for", "of"].contains(document.tokens[end].form)
        else { return tokens }
        func isCapital(_ token: Int) -> Bool {
            guard !calendar.contains(document.tokens[token].form.lowercased()) else { return false }
            guard !reserved[token] || tokens.contains(token) || follows(token) else { return false }
            return document.tokens[token].form.unicodeScalars.first?.properties.isUppercase ?? false
        }
        // Another name the model marked ends this one, unless it is where the body is ("Bank of England").
        func follows(_ token: Int) -> Bool {
            gazetteer.kind(of: document.tokens[token].form) == .politicalPlace
        }
        var next = end + 1
        let sentence = document.sentences[document.sentenceIndex(ofToken: tokens.lowerBound)].tokens
        while next < sentence.upperBound,
            isCapital(next)
                || ["of", "and", "for", "the"].contains(document.tokens[next].form)
                    && next + 1 < sentence.upperBound && isCapital(next + 1)
        {
            next += 1
            end = next
        }
        return tokens.lowerBound..<end
    }

    private static let bodies: Set<String> = [
        "commission", "committee", "council", "institute", "center", "centre", "organization", "organisation",
        "department", "ministry", "office", "fund", "agency", "bank", "court", "union", "league",
        "federation",
        "association", "academy", "bureau", "force", "party",
    ]

    private func kind(of tokens: Range<Int>, guess: Mention.Kind, in document: Document) -> Mention.Kind {
        let name = document.string(document.range(of: tokens))
        if gazetteer.organisations[name] != nil, tokens.count > 1 { return .organisation }
        if let known = gazetteer.kind(of: name),
            guess != .person || known == .organisation
                || tokens.count == 1 && gazetteer.countryCodes[name] != nil
        {
            return known
        }
        // "Kigali denies it": a capital alone, which nobody has for a first name.
        if guess == .person, tokens.count == 1, gazetteer.capitals[name] != nil,
            gazetteer.givenNames[name] == nil,
            tokens.lowerBound == 0
                || gazetteer.personNouns[document.tokens[tokens.lowerBound - 1].form.lowercased()] == nil
        {
            return .politicalPlace
        }
        // "the shipping company Stena Bulk"
        if guess == .person, tokens.lowerBound > 0,
            Self.firms.contains(document.tokens[tokens.lowerBound - 1].form.lowercased())
        {
            return .organisation
        }
        if tokens.count == 1, gazetteer.peoples[name] != nil || Self.isPlural(of: name, in: gazetteer.peoples)
        {
            return .affiliation
        }
        return guess
    }

    private static let firms: Set<String> = [
        "company", "firm", "airline", "agency", "newspaper", "broadcaster", "militia",
    ]

    private static func isPlural(of name: String, in peoples: [String: String]) -> Bool {
        name.hasSuffix("s") && peoples[String(name.dropLast())] != nil
    }

    private func knownName(
        at token: Int,
        in document: Document,
        within sentence: Range<Int>,
        taken: [Bool]
    ) -> (Range<Int>, Mention.Kind)? {
        guard let scalar = document.tokens[token].form.unicodeScalars.first, scalar.properties.isUppercase,
            !taken[token], document.tokens[token].tag != .pronoun
        else { return nil }
        let longest = min(gazetteer.longestName + 2, sentence.upperBound - token)
        for length in stride(from: longest, to: 0, by: -1) {
            let run = token..<(token + length)
            if run.contains(where: { taken[$0] }) { continue }
            let name = document.string(document.range(of: run))
            if length == 1, gazetteer.peoples[name] != nil || Self.isPlural(of: name, in: gazetteer.peoples) {
                return (run, .affiliation)
            }
            guard let kind = gazetteer.kind(of: name) else { continue }
            // A lone word that is only a city's name may as well be a surname: the tagger must have seen a name.
            if length == 1, document.tokens[token].tag != .properNoun { continue }
            return (run, kind)
        }
        return nil
    }

    func mention(_ tokens: Range<Int>, kind: Mention.Kind, in document: Document) -> Mention {
        Mention(tokens: tokens, head: document.head(of: tokens), kind: kind)
    }

    static let honorifics: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "sen", "rep", "gov", "gen", "col",
        "lt", "adm", "rear", "brig", "cmdr", "cpl", "spc", "pvt",
        "maj", "capt", "sgt", "prof", "rev", "hon", "st",
    ]
}

extension Document {
    /// The word of a run that hangs outside of it; the last one if the run is no single branch.
    func head(of run: Range<Int>) -> Int {
        for token in run where !run.contains(tokens[token].head) || tokens[token].head == token {
            return token
        }
        return run.upperBound - 1
    }
}
