import NewsText

/// A person called by name, with the role before it or in apposition behind it.
struct PersonUnit {
    /// Role and name.
    let tokens: Range<Int>
    /// The name alone.
    let name: Range<Int>
    /// The role before the name, if there is one.
    let role: Range<Int>?
    /// The role in apposition behind the name, if there is one.
    let apposedRole: Range<Int>?
}

extension EntityResolution {
    /// The longest role read before a name, in words.
    private static let longestRole = 24

    /// The name with its role: walks left over the words that can belong to a title, and looks for an apposition.
    func personUnit(_ mention: Mention) -> PersonUnit {
        let sentence = document.sentences[document.sentenceIndex(ofToken: mention.tokens.lowerBound)].tokens
        var rank = mention.tokens.lowerBound
        while rank > sentence.lowerBound, isHonorific(rank - 1) { rank -= 1 }
        let end = roleEnd(before: rank, mention)
        var low = end
        let limit = max(sentence.lowerBound, low - Self.longestRole)
        while low > limit, canBelongToRole(low - 1), !opensPhrase(low) { low -= 1 }
        if let joint = (low..<end).last(where: { form($0) == "and" }), !joins(low..<joint, end: end) {
            low = joint + 1
        }
        // "adviser to President Ito", "spokesman for minister Lund": the title behind the preposition is the name's own.
        if end > low + 2, namesOffice(end - 1) || isHonorific(end),
            let link = (low + 1..<end).last(where: { token in
                ["to", "for"].contains(form(token)) && titleEnding(at: token - 1) != nil
                    || ["to", "for", "of"].contains(form(token)) && isInName[token] == false
                        && !(low..<token).contains { titleEnding(at: $0) != nil }
            })
        {
            low = link + 1
        }
        while low < end, !canOpenRole(low) { low += 1 }
        var run = low..<max(low, end)
        // "the woman's enthusiasm for Ito": what ends in a preposition is nobody's role.
        if let last = run.last, Self.roleLinks.contains(form(last)), form(last) != ")" { run = end..<end }
        if run.isEmpty, rank < mention.tokens.lowerBound { run = rank..<mention.tokens.lowerBound }
        let hasTitle = run.contains { !isInName[$0] && titleEnding(at: $0) != nil || isHonorific($0) }
        var role: Range<Int>? = hasTitle && !run.isEmpty ? run : nil
        if let explained = explainedRole(before: rank, mention),
            role?.contains(document.tokens[mention.head].head) != true
        {
            role = explained
        }
        return PersonUnit(
            tokens: (role?.lowerBound ?? mention.tokens.lowerBound)..<mention.tokens.upperBound,
            name: mention.tokens,
            role: role,
            apposedRole: apposedRole(of: mention)
        )
    }

    /// Whether the words before an "and" belong to the role behind it.
    ///
    /// "president and founder X": one bearer of two titles. "trade and industry commissioner X": two halves of a modifier.
    /// Not "Israel and Secretary of State X" nor "officials and President X".
    private func joins(_ left: Range<Int>, end: Int) -> Bool {
        guard let last = left.last else { return false }
        let titles = left.filter { !isInName[$0] && titleEnding(at: $0) != nil }
        if let title = titles.last {
            return !isPlural(title) && tree.child(of: title, by: [.determiner]) == nil
        }
        return document.tokens[last].tag == .noun && mentionAt[last] == nil && !isPlural(last)
    }

    /// A role with a comma behind it that the name explains: "the special envoy for peace in Peru, Ito,", "his predecessor, the late Ito,".
    private func explainedRole(before start: Int, _ mention: Mention) -> Range<Int>? {
        var comma = start - 1
        while comma > 0, ["the", "late", "then", "former"].contains(form(comma)) { comma -= 1 }
        let office = document.tokens[mention.head].head
        guard comma > 0, form(comma) == ",", relation(mention.head) == .apposition, office < comma,
            start - office <= 14, namesOffice(office), !quoted[office]
        else { return nil }
        let run = tree.span(of: office) { child in
            child >= comma
                || document.tokens[child].head == office
                    && [.caseMarking, .coordinator, .marker, .copula, .nominalSubject].contains(
                        relation(child)
                    )
        }
        guard run.upperBound == comma,
            !run.contains(where: { token in
                isTaken[token] || quoted[token]
                    || mentionAt[token]?.kind == .person && relation(token) != .possessive
                    || [.verb, .auxiliary, .punctuation].contains(document.tokens[token].tag)
                        && !["-", "–"].contains(form(token)) && !isInName[token]
            })
        else { return nil }
        let role = trimmedDeterminer(run)
        return document.tokens[role.lowerBound].tag == .pronoun
            || Wanted.possessives.contains(form(role.lowerBound))
            ? (role.lowerBound + 1)..<max(role.lowerBound + 1, role.upperBound) : role
    }

    /// Where a role before the name ends: at the name, or before a comma where the name explains the role ("the writer, Ito,").
    private func roleEnd(before start: Int, _ mention: Mention) -> Int {
        let head = document.tokens[mention.head]
        guard start > 1, document.tokens[start - 1].form == "," else { return start }
        if head.relation.universal == .apposition, head.head < start - 1, start - head.head <= 14,
            namesOffice(head.head)
        {
            return tree.span(of: head.head) { $0 >= start - 1 }.upperBound == start - 1 ? start - 1 : start
        }
        // "Peru's prime minister, Ana Silva said": the parser gives the verb two subjects.
        let office = start - 2
        let isSubject =
            document.tokens[office].head == head.head && relation(office) == .nominalSubject
            || document.tokens[office].head == mention.head
        return isSubject && namesOffice(office) && tree.child(of: office, by: [.caseMarking]) == nil
            ? start - 1 : start
    }

    private func namesOffice(_ token: Int) -> Bool {
        titleEnding(at: token) != nil && document.tokens[token].tag != .verb && !isPlural(token)
            && !isTaken[token]
    }

    /// "after the meeting Czech prime minister Ito": before a nationality no noun is part of the role, but "former" is.
    private func opensPhrase(_ token: Int) -> Bool {
        guard let mention = mentionAt[token], mention.kind == .affiliation,
            mention.tokens.lowerBound == token,
            token > 0
        else { return false }
        return document.tokens[token - 1].tag == .noun && mentionAt[token - 1] == nil
            && titleEnding(at: token - 1) == nil
    }

    private func canBelongToRole(_ token: Int) -> Bool {
        guard !isTaken[token] else { return false }
        if isInName[token] || isBeforeHyphen(token) { return true }
        // A dash between blanks ends a phrase; a hyphen joins words.
        if ["-", "–"].contains(form(token)), token > 0,
            document.tokens[token - 1].range.end < document.tokens[token].range.start
        {
            return false
        }
        switch document.tokens[token].tag {
        case .noun, .properNoun, .adjective: return true
        default:
            // "commander-in-chief"
            return Self.roleLinks.contains(form(token))
                || form(token) == "in" && token > 0 && form(token - 1) == "-"
        }
    }

    /// "Far" in "far-right minister".
    private func isBeforeHyphen(_ token: Int) -> Bool {
        token + 2 < document.tokens.count && form(token + 1) == "-"
            && document.tokens[token].range.end == document.tokens[token + 1].range.start
            && document.tokens[token + 1].range.end == document.tokens[token + 2].range.start
    }

    /// Adverbs before a noun phrase that are no part of a name: "at least two officials", "even economists".
    private static let focus: Set<String> = [
        "at", "least", "most", "even", "only", "also", "both", "just", "especially", "particularly",
    ]

    private static let roleLinks: Set<String> = [
        "of", "for", "to", "and", "'s", "’s", "-", "–", "(", ")", "the",
    ]

    private func canOpenRole(_ token: Int) -> Bool {
        switch document.tokens[token].tag {
        case .noun, .properNoun, .adjective: true
        default: isInName[token] || isBeforeHyphen(token)
        }
    }

    func isHonorific(_ token: Int) -> Bool {
        MentionFinder.honorifics.contains(form(token).replacing(".", with: ""))
    }

    private func apposedRole(of mention: Mention) -> Range<Int>? {
        for child in tree.children(of: mention.head, by: [.apposition])
        where child >= mention.tokens.upperBound && mentionAt[child]?.kind != .person {
            guard titleEnding(at: child) != nil, document.tokens[child].tag != .verb, !isPlural(child) else {
                continue
            }
            let run = tree.span(of: child) { token in
                switch relation(token) {
                case .adjectivalClause, .punctuation, .parataxis, .apposition, .adverbialClause: true
                default: false
                }
            }
            guard run.count <= 18, run.lowerBound >= mention.tokens.upperBound,
                document.tokens[run.lowerBound].tag != .pronoun
            else { continue }
            return trimmedDeterminer(run)
        }
        return nil
    }

    func trimmedDeterminer(_ run: Range<Int>) -> Range<Int> {
        var low = run.lowerBound
        while low < run.upperBound - 1,
            document.tokens[low].tag == .determiner || document.tokens[low].tag == .punctuation
                || Self.focus.contains(form(low))
        { low += 1 }
        return low..<run.upperBound
    }
}
