import NewsEvents
import NewsText

/// What was said with a verb of saying: pieces of text without the cue, the speaker and the marks around them.
struct StatementContent {
    /// The pieces in text order, never empty ones.
    private(set) var pieces: [TextRange] = []
    /// The parts of the pieces that stand in quotation marks.
    private(set) var quotes: [TextRange] = []
    /// How much of it is quoted.
    private(set) var directness: StatementMade.Directness = .indirect
    /// Whether it is no clause and no quotation but a mere noun phrase.
    private(set) var isNounPhrase = false

    private let reading: Reading

    init(verb: Int, frames: ReportingFrames, speaker: Int?, in reading: Reading) {
        self.reading = reading
        let quoted = adjacentQuotations(to: verb, speaker: speaker)
        var tokens: [Int] = []
        if frames.contains(.clause) { tokens = clause(of: verb) }
        if tokens.isEmpty, quoted.isEmpty, frames.contains(.asPhrase) { tokens = asPhrase(of: verb) }
        if tokens.isEmpty, quoted.isEmpty, frames.contains(.noun) {
            tokens = nounPhrase(of: verb)
            isNounPhrase = !tokens.isEmpty
        }
        let cut = cue(verb, speaker)
        var ranges = runs(of: tokens.filter { !cut.contains($0) })
        ranges += quoted.map(\.inside)
        finish(ranges)
    }

    /// Content given as text ranges, for rules that find it without a verb.
    init(ranges: [TextRange], in reading: Reading) {
        self.reading = reading
        finish(ranges)
    }

    private mutating func finish(_ ranges: [TextRange]) {
        pieces = merged(ranges).compactMap { trimmed($0) }.compactMap { withoutLeadingDate($0) }
        quotes = reading.document.quotations.filter { $0.depth == 0 }.compactMap { quotation in
            let piece = pieces.first { $0.overlaps(quotation.inside) }
            guard let piece else { return nil }
            let low = max(piece.start, quotation.inside.start)
            return trimmed(TextRange(low, max(low, min(quotation.inside.end, max(piece.end, quotation.inside.end)))))
        }
        var (inside, outside) = (0, 0)
        for (index, token) in reading.document.tokens.enumerated() where token.tag != .punctuation {
            guard pieces.contains(where: { $0.contains(token.range) }) else { continue }
            if reading.isQuoted[index] { inside += 1 } else { outside += 1 }
        }
        directness = outside == 0 && inside > 0 ? .direct : inside > 0 ? .mixed : .indirect
    }

    // MARK: - From the tree

    private func clause(of verb: Int) -> [Int] {
        let complements = reading.tree.children(of: verb, by: [.clausalComplement])
        if let complement = complements.first {
            // "said that A, and that B": coordinated contents hang on the verb side by side.
            return complements.filter { other in
                other == complement || other > verb
                    && reading.tree.children(of: other, by: [.marker]).contains { reading.form($0) == "that" }
            }.flatMap { complement in
                reading.tree.subtree(of: complement) { isCircumstance($0, of: complement, verb: verb) }
            }.sorted()
        }
        // A parenthetical "X said" hangs on what was said.
        let relation = reading.relation(verb).universal
        let head = reading.token(verb).head
        if relation == .parataxis, head != verb, reading.tree.child(of: verb, by: [.nominalSubject]) != nil {
            let own = Set(reading.tree.subtree(of: verb))
            return reading.tree.subtree(of: head).filter { !own.contains($0) }
        }
        return []
    }

    /// The verb with everything that hangs on it except what was said.
    private func cue(_ verb: Int, _ speaker: Int?) -> Set<Int> {
        var cue: Set<Int> = [verb]
        for child in reading.tree.children(of: verb) where ![.clausalComplement, .parataxis, .conjunct, .punctuation].contains(reading.relation(child).universal) {
            // A content that hangs above the verb is never below one of its own arguments.
            cue.formUnion(reading.tree.subtree(of: child))
        }
        return cue
    }

    /// Adjuncts that belong to the saying although the tree hangs them on what was said.
    private func isCircumstance(_ token: Int, of complement: Int, verb: Int) -> Bool {
        guard token > complement, token > verb, !reading.isQuoted[token] else { return false }
        let relation = reading.relation(token).universal
        if relation != .clausalComplement, reading.form(token).hasSuffix("ing"), reading.token(token).tag == .verb,
            reading.lexicons.reporting[reading.lemma(token)]?.contains(.clause) == true,
            reading.tree.child(of: token, by: [.nominalSubject, .auxiliary]) == nil, followsComma(token)
        { return true }
        if relation == .adverbialClause {
            let subject = reading.tree.child(of: token, by: [.nominalSubject, .clausalSubject])
            let marker = reading.tree.child(of: token, by: [.marker]).map { reading.form($0) }
            if subject == nil, marker == "while" || marker == "when" { return true }
            // "…, adding that", "…, citing": a participle of saying goes on with the speaker.
            return subject == nil && reading.form(token).hasSuffix("ing")
                && (reading.lexicons.reporting[reading.lemma(token)] != nil || ["cite", "refer", "speak"].contains(reading.lemma(token)))
        }
        if relation == .oblique {
            return Self.occasions.contains(reading.lemma(token))
                && ["in", "during", "at", "on", "via"].contains(reading.tree.caseWords(of: token) ?? "")
        }
        return false
    }

    /// Whether a comma, and at most an adverb, stands before a word.
    private func followsComma(_ token: Int) -> Bool {
        token > 1 && (reading.form(token - 1) == "," || reading.token(token - 1).tag == .adverb && [",", "\"", "”"].contains(reading.form(token - 2)))
    }

    static let occasions: Set<String> = [
        "interview", "statement", "speech", "briefing", "tweet", "post", "remark", "letter", "address", "broadcast",
        "conference", "email", "e-mail", "message", "release", "twitter", "facebook",
    ]

    private func asPhrase(of verb: Int) -> [Int] {
        let phrase = reading.tree.children(of: verb, by: [.oblique, .openComplement, .adverbialClause]).first { child in
            reading.tree.caseWords(of: child) == "as"
                || reading.tree.child(of: child, by: [.marker]).map { reading.form($0) } == "as"
        }
        guard let phrase else { return [] }
        return reading.tree.subtree(of: phrase) { child in
            child < phrase && ["as"].contains(reading.form(child))
        }
    }

    private func nounPhrase(of verb: Int) -> [Int] {
        guard let object = reading.tree.child(of: verb, by: [.object]), object > verb,
            reading.token(object).tag == .noun || reading.token(object).tag == .properNoun
        else { return [] }
        return reading.tree.subtree(of: object)
    }

    /// Text runs of tokens; a gap of punctuation alone does not split a run.
    private func runs(of tokens: [Int]) -> [TextRange] {
        var runs: [Range<Int>] = []
        for token in tokens {
            if let last = runs.last, (last.upperBound..<token).allSatisfy({ reading.token($0).tag == .punctuation }) {
                runs[runs.count - 1] = last.lowerBound..<(token + 1)
            } else {
                runs.append(token..<(token + 1))
            }
        }
        return runs.filter { run in run.contains { reading.token($0).tag != .punctuation } }
            .map { reading.document.range(of: withoutMarker($0)) }
    }

    private func withoutMarker(_ run: Range<Int>) -> Range<Int> {
        var low = run.lowerBound
        while low < run.upperBound - 1,
            reading.form(low) == "that" && reading.relation(low).universal == .marker
                || reading.token(low).tag == .punctuation && reading.form(low) != "("
        { low += 1 }
        return low..<run.upperBound
    }

    // MARK: - From the marks

    /// Quotations that touch the verb and its speaker: right before "X said", or right behind "X said".
    private func adjacentQuotations(to verb: Int, speaker: Int?) -> [Quotation] {
        let sentence = reading.document.sentences[reading.sentence(of: verb)]
        let cue = Set(reading.tree.subtree(of: verb) { child in
            ![.nominalSubject, .object, .indirectObject, .auxiliary, .adverbialModifier, .oblique, .temporalOblique]
                .contains(reading.relation(child).universal) && reading.relation(child).universal != .oblique
        }).filter { !reading.isQuoted[$0] }
        let low = reading.token(min(verb, speaker ?? verb, cue.min() ?? verb)).range.start
        let verbEnd = reading.token(verb).range.end
        return reading.document.quotations.filter { quotation in
            guard quotation.depth == 0, quotation.outside.overlaps(sentence.range) else { return false }
            let words = reading.document.tokens[sentence.tokens].filter { quotation.inside.contains($0.range) && $0.tag != .punctuation }.count
            if quotation.outside.end <= low {
                return isGap(quotation.outside.end, low) && words > 0
            }
            guard quotation.outside.start >= verbEnd else { return false }
            guard words > 1 else { return false }
            let start = quotation.outside.start
            if isGap(cueEnd(verb, before: start, withThings: false), start) { return true }
            // "released a statement: …": a thing between verb and quotation needs a colon or comma behind it.
            let end = cueEnd(verb, before: start, withThings: true)
            return isGap(end, start) && reading.document.string(TextRange(end, start)).contains { $0 == ":" || $0 == "," }
        }
    }

    /// End of the cue's own words before `limit`: the verb, its listener, its date, on demand its object.
    private func cueEnd(_ verb: Int, before limit: Int, withThings: Bool) -> Int {
        var end = reading.token(verb).range.end
        for child in reading.tree.children(of: verb)
        where [.object, .indirectObject, .oblique, .adverbialModifier, .nominalSubject].contains(reading.relation(child).universal)
            && !reading.isQuoted[child] && (withThings || reading.relation(child).universal != .object || reading.entityOfHead[child] != nil)
        {
            let range = reading.document.range(of: reading.tree.span(of: child) { reading.isQuoted[$0] })
            if range.end <= limit { end = max(end, range.end) }
        }
        return end
    }

    /// Whether only blanks, commas, colons, brackets or "that" stand between two places.
    private func isGap(_ start: Int, _ end: Int) -> Bool {
        guard start <= end, end - start < 12 else { return false }
        let between = reading.document.string(TextRange(start, end)).lowercased().replacing("that", with: "")
        return between.allSatisfy { $0.isWhitespace || ",:;–—-".contains($0) }
    }

    // MARK: - Edges

    /// "on Thursday, 200 people came": a date before a comma is when it was, not what was said.
    private func withoutLeadingDate(_ piece: TextRange) -> TextRange? {
        guard let date = reading.document.dates.first(where: { piece.contains($0.range) && $0.range.start - piece.start <= 6 }),
            !reading.isQuoted[date.tokens.lowerBound],
            date.range.end < piece.end, reading.document.bytes[date.range.end] == UInt8(ascii: ",")
        else { return piece }
        let before = reading.document.string(TextRange(piece.start, date.range.start)).lowercased()
        guard before.isEmpty || ["on ", "in ", "late ", "early "].contains(before) else { return piece }
        return trimmed(TextRange(date.range.end, piece.end))
    }

    private func merged(_ ranges: [TextRange]) -> [TextRange] {
        var merged: [TextRange] = []
        for range in ranges.sorted() {
            if let last = merged.last, range.start <= last.end || isSeam(last.end, range.start) {
                merged[merged.count - 1] = last.union(range)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    /// Whether two pieces are one: only marks and blanks lie between.
    private func isSeam(_ start: Int, _ end: Int) -> Bool {
        end - start <= 4
            && reading.document.string(TextRange(start, end)).allSatisfy { $0.isWhitespace || "\"“”'‘’".contains($0) }
    }

    /// A piece without the quotation marks, commas and stops at its ends; a bracket stays when its partner is inside.
    private func trimmed(_ range: TextRange) -> TextRange? {
        let bytes = reading.document.bytes
        var (low, high) = (range.start, range.end)
        let text = Array(reading.document.string(range).unicodeScalars)
        var (first, last) = (0, text.count)
        while first < last, Self.edges.contains(text[first]) || text[first].properties.isWhitespace {
            low += text[first].utf8.count
            first += 1
        }
        while last > first, Self.edges.contains(text[last - 1]) || text[last - 1].properties.isWhitespace {
            high -= text[last - 1].utf8.count
            last -= 1
        }
        return low < high && high <= bytes.count ? TextRange(low, high) : nil
    }

    private static let edges: Set<Unicode.Scalar> = ["\"", "“", "”", ",", ".", ";", ":", "—", "–", "«", "»", "„"]
}
