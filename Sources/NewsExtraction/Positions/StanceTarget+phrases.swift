import NewsEvents
import NewsText

/// The words of a target: as short as it stays clear, item by item where it is a list.
extension StanceTarget {
    /// The run of words of a phrase or clause without what leads it in, what follows a comma, reasons and dates.
    ///
    /// `briefly` leaves out the clauses that describe a noun, `without` the clause that a word stands in.
    func phrase(_ head: Int, briefly: Bool = false, without verb: Int? = nil) -> Range<Int> {
        let kept = reading.tree.subtree(of: head) { child in
            isLeftOut(child, of: head, briefly: briefly)
                || verb.map { child != head && reading.tree.isWithin($0, child) } ?? false
        }
        var low = kept.first { $0 <= head } ?? head
        while low < head, reading.token(low).tag == .adposition, reading.tree.caseWords(of: head) != nil {
            low += 1
        }
        var high = (kept.last ?? head) + 1
        if reading.isQuoted[head] {
            low = run(from: head, to: low, by: -1)
            high = run(from: head, to: high - 1, by: 1) + 1
        }
        if let turn = (head + 1..<max(high, head + 1)).first(where: isTurn) { high = turn }
        while high - low > 1, isDate(high - 1), !isDate(head),
            reading.relation(high - 1).universal == .oblique || isDate(high - 2)
        {
            high -= 1
            if !isDate(high - 1) {
                while high - low > 1, [.adposition, .determiner].contains(reading.token(high - 1).tag),
                    high - 1 > head
                { high -= 1 }
            }
        }
        return reading.trimmed(low..<high)
    }

    /// ", but": from here on it is another thought.
    private func isTurn(_ token: Int) -> Bool {
        reading.form(token) == "," && token + 1 < reading.document.tokens.count
            && ["but", "yet", "so", "while", "although", "though", "whereas"].contains(
                reading.form(token + 1)
            )
    }

    /// The last of the tokens from `start` to `end` before the quotation ends.
    private func run(from start: Int, to end: Int, by step: Int) -> Int {
        var last = start
        for token in stride(from: start, through: end, by: step) {
            guard reading.isQuoted[token] || reading.token(token).tag == .punctuation else { return last }
            last = token
        }
        return last
    }

    private func isLeftOut(_ child: Int, of head: Int, briefly: Bool) -> Bool {
        let parent = reading.token(child).head
        switch reading.relation(child).universal {
        case .caseMarking, .marker: return parent == head && child < head
        case .parataxis, .vocative, .list: return true
        case .coordinator: return parent == head && child < head
        case .apposition: return isAfterComma(child)
        case .conjunct:
            // A further clause of its own is another matter.
            return reading.token(child).tag == .verb
                && reading.tree.child(of: child, by: [.nominalSubject]) != nil
                || isAfterComma(child) && reading.tree.child(of: child, by: [.nominalSubject]) != nil
        case .adjectivalClause:
            return child > parent && reading.relation(child) == .relativeClause
                && (briefly || reading.tree.span(of: child).count > 6 && isClear(parent))
                || isAfterComma(child)
        case .adverbialClause:
            guard child > head else {
                return reading.token(head).tag == .verb && parent == head && child < head
            }
            let markers = reading.tree.children(of: child, by: [.marker]).map { reading.form($0) }
            // "the deal as outlined by Oslo" tells which deal.
            if markers == ["as"], reading.form(child).hasSuffix("ed"),
                reading.tree.child(of: child, by: [.nominalSubject]) == nil
            {
                return isAfterComma(child)
            }
            return isAfterComma(child) || markers.contains { Self.reasons.contains($0) }
        case .nominalModifier, .oblique:
            return child > parent && isAfterComma(child)
        case .nominalSubject, .auxiliary, .copula: return false
        case .adverbialModifier:
            return child < head && parent == head
                && ["also", "then", "therefore", "thus", "so"].contains(reading.form(child))
        case .punctuation:
            return parent == head && (child < head || [",", ";", ".", ":"].contains(reading.form(child)))
        default: return false
        }
    }

    /// "the Kenyan leaders who …", but not "what it called …" nor "an agreement that …": clear without the clause behind it.
    private func isClear(_ noun: Int) -> Bool {
        guard [.noun, .properNoun].contains(reading.token(noun).tag) else { return false }
        let parts: RelationSet = [.adjectivalModifier, .compound, .nominalModifier, .numericModifier, .flat]
        return !reading.tree.children(of: noun, by: parts).isEmpty
    }

    private static let reasons: Set<String> = [
        "as", "while", "if", "because", "after", "before", "when", "unless", "since", "although", "though",
        "until", "whereas",
    ]

    // MARK: - Lists

    /// One range for a target; one for each item where demands or promises come as a list.
    func pieces(_ run: Range<Int>, of head: Int, stance: Stance) -> [TextRange] {
        guard stance == .demand || stance == .pledge else { return [reading.document.range(of: run)] }
        return items(run, limit: listEnd(run, of: head)).map { reading.document.range(of: $0) }
    }

    /// Where a list that begins in `run` ends at the latest: with the stance word's own clause.
    private func listEnd(_ run: Range<Int>, of head: Int) -> Int {
        let sentence = reading.document.sentences[reading.sentence(of: head)].tokens
        let span = reading.tree.span(of: head) { child in
            child > head && [.conjunct, .parataxis].contains(reading.relation(child).universal)
                && reading.tree.child(of: child, by: [.nominalSubject]) != nil
        }
        return min(max(run.upperBound, span.upperBound), sentence.upperBound)
    }

    /// Splits "A, B, and C" and "to do A and to do B" into items; a run that is no such list stays whole.
    func items(_ run: Range<Int>, limit: Int) -> [Range<Int>] {
        var starts = [run.lowerBound]
        var ends: [Int] = []
        var token = run.lowerBound + 1
        while token < limit {
            if let next = itemStart(after: token, limit: limit) {
                ends.append(token)
                starts.append(next)
                token = next
            }
            token += 1
        }
        // "A, B and C": the last two are parted by a mere "and".
        if starts.count == 2,
            let last = (starts[1] + 1..<max(limit, starts[1] + 1)).last(where: {
                startsItem(after: $0, limit: limit)
            })
        {
            ends.append(last)
            starts.append(last + 1)
        }
        let verbal = verbalConjuncts(run)
        // Two items alone are a list only with "as well as", or where the second stands behind the phrase.
        let isPair =
            starts.count == 2 && reading.form(starts[1] - 1) != ","
            && (starts[1] >= run.upperBound || reading.form(starts[1] - 1) == "as")
        guard starts.count > 2 || isPair else { return verbal ?? [run] }
        ends.append(max(limit, starts[starts.count - 1] + 1))
        let items = zip(starts, ends).map { reading.trimmed($0..<max($1, $0 + 1)) }
        return items.allSatisfy({ $0.count > 1 }) && !items.dropFirst().contains(where: isSentence)
            ? items : verbal ?? [run]
    }

    /// ", and the council says it will help": a clause of its own, no item.
    private func isSentence(_ item: Range<Int>) -> Bool {
        if item.lowerBound > 0, reading.form(item.lowerBound - 1) == "that" { return false }
        return item.contains { token in
            let head = reading.token(token).head
            return reading.relation(token).universal == .nominalSubject && item.contains(head)
                && ![.adjectivalClause, .adverbialClause].contains(reading.relation(head).universal)
        }
    }

    /// "conduct elections and hold a referendum": two things somebody promises or demands.
    private func verbalConjuncts(_ run: Range<Int>) -> [Range<Int>]? {
        guard
            let head = run.first(where: {
                !run.contains(reading.token($0).head) && reading.relation($0).universal != .marker
            }),
            reading.token(head).tag == .verb
        else { return nil }
        let others = reading.tree.children(of: head, by: [.conjunct]).filter { child in
            run.contains(child) && reading.token(child).tag == .verb && reading.tree.span(of: child).count > 2
        }
        guard let first = others.first, case let end = reading.tree.span(of: first).lowerBound,
            end - head > 1
        else { return nil }
        var items = [run.lowerBound..<end]
        for other in others { items.append(phrase(other)) }
        return items.map { item in
            let cut = reading.trimmed(item)
            let last = cut.upperBound - 1
            return reading.token(last).tag == .coordinator
                ? cut.lowerBound..<max(last, cut.lowerBound + 1) : cut
        }.map { reading.trimmed($0) }
    }

    /// The first word of the next item, if a comma (or comma and "and") at `token` parts two items.
    private func itemStart(after token: Int, limit: Int) -> Int? {
        guard
            [",", ";"].contains(reading.form(token))
                || reading.form(token) == "\"" && reading.form(token - 1) == ","
        else { return nil }
        var next = token + 1
        while next < limit,
            reading.token(next).tag == .coordinator || reading.isMark(next)
                || ["as", "well"].contains(reading.form(next)) && next - token < 4
        { next += 1 }
        guard next < limit, !reading.isQuoted[next] || reading.isQuoted[token - 1] else { return nil }
        let isGerund =
            reading.isIngForm(next) && reading.token(next).tag == .verb
            && reading.lexicons.reporting[reading.lemma(next)] == nil
            && reading.lexicons.stances.verbs[reading.lemma(next)] == nil
        switch reading.token(next).tag {
        case .determiner where !["which", "that", "some", "this"].contains(reading.form(next)): return next
        case .adjective, .noun: return isPartOfSubject(next) ? nil : next
        case .verb where isGerund && reading.form(next) != "including": return next
        case .subordinator where reading.form(next) == "that": return next + 1
        default: return nil
        }
    }

    /// An "and" before a noun phrase with an article, as the first items have.
    private func startsItem(after token: Int, limit: Int) -> Bool {
        guard reading.token(token).tag == .coordinator, token + 1 < limit else { return false }
        return ["a", "an", "the"].contains(reading.form(token + 1))
            || reading.isIngForm(token + 1)
    }

    private func isPartOfSubject(_ token: Int) -> Bool {
        reading.relation(token).universal == .nominalSubject || reading.relation(token).universal == .oblique
            || reading.token(reading.token(token).head).tag == .verb
                && reading.relation(token).universal == .adverbialModifier
    }
}
