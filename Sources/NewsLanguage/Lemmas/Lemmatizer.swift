public import NewsText

/// Gives words their dictionary form, as Universal Dependencies writes it.
///
/// Algorithm: exceptions first (irregular forms and everything the rules were seen to miss), then rules of inflection
/// by part of speech. Where a rule leaves a choice (hop or hope for "hoping") known base forms decide, then spelling.
/// Both lists are in `lemma-exceptions.tsv`, which tells where they come from. Names keep their case.
public struct Lemmatizer: Sendable {
    private let exceptions: [PartOfSpeech: [String: String]]
    private let bases: [PartOfSpeech: Set<String>]

    /// Makes a lemmatizer; reads its lexicon, which takes a few milliseconds.
    public init() {
        var exceptions: [PartOfSpeech: [String: String]] = [:]
        var bases: [PartOfSpeech: Set<String>] = [:]
        for row in Lexicon(.lemmaExceptions).rows where row.count == 3 {
            guard let tag = PartOfSpeech(rawValue: row[1]) else { continue }
            if row[2].isEmpty {
                bases[tag, default: []].insert(row[0])
            } else {
                exceptions[tag, default: [:]][row[0]] = row[2]
            }
        }
        self.exceptions = exceptions
        self.bases = bases
    }

    /// The dictionary form of `form` used as `tag`; lower case except for names.
    /// - Complexity: O(length of the form).
    public func lemma(of form: String, tag: PartOfSpeech) -> String {
        if tag == .properNoun { return exceptions[tag]?[form] ?? form }
        let lower = Self.straightened(form.lowercased())
        if let lemma = exceptions[tag]?[lower] { return lemma }
        switch tag {
        case .verb, .auxiliary: return verb(lower)
        case .noun: return noun(lower)
        case .adjective, .adverb: return graded(lower)
        case .punctuation, .symbol, .other: return form
        case .numeral where lower.utf8.first.map { (0x30...0x39).contains($0) } == true:
            return lower.replacing(",", with: "")
        default: return lower
        }
    }

    private static func straightened(_ word: String) -> String {
        guard word.utf8.contains(0xE2) || word.utf8.contains(0x60) else { return word }
        return String(
            String.UnicodeScalarView(word.unicodeScalars.map { "’‘`".unicodeScalars.contains($0) ? "'" : $0 })
        )
    }

    private func verb(_ word: String) -> String {
        let spelling = WordSpelling(word)
        for ending in ["ing", "ed"] {
            guard let stem = spelling.stem(without: ending), stem.hasVowel else { continue }
            return choose(among: stem.verbBases(participle: ending == "ed"), tag: .verb) ?? word
        }
        return spelling.thirdPerson ?? word
    }

    private func noun(_ word: String) -> String {
        guard let singulars = WordSpelling(word).singulars else { return word }
        return choose(among: singulars, tag: .noun) ?? word
    }

    /// Comparatives and superlatives, where the base form is known or the spelling leaves no doubt.
    private func graded(_ word: String) -> String {
        let spelling = WordSpelling(word)
        for ending in ["er", "est"] {
            guard let stem = spelling.stem(without: ending), stem.hasVowel else { continue }
            let known = stem.gradedBases.first { bases[.adjective]?.contains($0) == true }
            if let known { return known }
        }
        return word
    }

    private func choose(among words: [String], tag: PartOfSpeech) -> String? {
        words.first { bases[tag]?.contains($0) == true } ?? words.first
    }
}
