import NewsText

/// Two names that belong together: pairs, halves of one name, and the two that "between" takes.
extension TreeRepair {
    /// "urging Norway and the Front to stop", "met Ito and, separately, Lund": of two names with a bare "and" between them the
    /// second is the first's conjunct, not that of a name far off, of a verb or of a word behind it.
    func joinPairs(in document: inout Document) {
        for (first, second) in zip(document.mentions, document.mentions.dropFirst()) {
            let between = document.tokens[first.tokens.upperBound..<second.tokens.lowerBound]
            guard between.first?.form == "and",
                between.dropFirst().allSatisfy({
                    $0.tag == .determiner || $0.tag == .adverb || $0.form == ","
                }),
                document.tokens[second.head].relation.universal == .conjunct
            else { continue }
            var top = first.head
            while document.tokens[top].relation.universal == .conjunct, document.tokens[top].head < top {
                top = document.tokens[top].head
            }
            let far = document.tokens[second.head].head
            guard far != top, !first.tokens.contains(far) else { continue }
            let isMember = [.object, .indirectObject, .nominalSubject, .oblique].contains(
                document.tokens[top].relation.universal
            )
            let isFarName =
                far < first.tokens.lowerBound && document.tokens[far].tag == .properNoun && isMember
            // "Envoys of Norway and Kenya met": nobody is the conjunct of a verb, or of what comes later.
            let isPeer = first.kind == second.kind
            let isOfVerb = isPeer && document.tokens[far].tag == .verb
            let isIncluded = isPeer && isInclusion(first, in: document)
            guard isFarName || isOfVerb || isIncluded else { continue }
            document.tokens[second.head].head = top
        }
    }

    /// "met Ito on Monday and Lund on Tuesday": whom one met is no conjunct of the day, nor of the town.
    func joinGapped(in document: inout Document) {
        var last: [Mention.Kind: Mention] = [:]
        for mention in document.mentions {
            defer { last[mention.kind] = mention }
            let day = document.tokens[mention.head].head
            guard mention.kind == .person || mention.kind == .politicalPlace,
                document.tokens[mention.head].relation.universal == .conjunct,
                day < mention.tokens.lowerBound,
                document.tokens[day].relation.universal == .oblique,
                let first = last[mention.kind], first.tokens.upperBound <= day,
                case let verb = document.tokens[day].head, verb < first.tokens.lowerBound,
                document.tokens[verb].tag == .verb,
                [verb, document.tokens[verb].head].contains(document.tokens[first.head].head)
                    || document.tokens[document.tokens[first.head].head].head == verb,
                [.object, .oblique, .nominalModifier].contains(
                    document.tokens[first.head].relation.universal
                ),
                document.sentenceIndex(ofToken: day) == document.sentenceIndex(ofToken: mention.head),
                isTime(day, in: document) || mention.kind == .person
            else { continue }
            document.tokens[mention.head].head = first.head
        }
    }

    /// "a meeting between Ito, claiming to speak for Oslo, and Lund": "between" takes two.
    func joinBetween(in document: inout Document) {
        for mention in document.mentions where mention.tokens.lowerBound > 0 {
            let verb = document.tokens[mention.head].head
            guard document.tokens[mention.head].relation.universal == .conjunct,
                verb < mention.tokens.lowerBound,
                document.tokens[verb].tag == .verb,
                document.tokens[mention.tokens.lowerBound - 1].form == "and"
            else { continue }
            let start = document.sentences[document.sentenceIndex(ofToken: mention.head)].tokens.lowerBound
            let between = (start..<mention.tokens.lowerBound).last { document.tokens[$0].form == "between" }
            guard let between, case let first = document.tokens[between].head, first > between,
                first < mention.tokens.lowerBound,
                document.tokens[first].relation.universal == .nominalModifier,
                !(first..<mention.tokens.lowerBound).contains(where: {
                    document.tokens[$0].head == first && document.tokens[$0].relation.universal == .conjunct
                })
            else { continue }
            document.tokens[mention.head].head = first
        }
    }

    /// Whether a noun is a day or time of day.
    private func isTime(_ word: Int, in document: Document) -> Bool {
        let form = document.tokens[word].form.lowercased()
        return form.hasSuffix("day") || ["morning", "afternoon", "evening", "night", "noon"].contains(form)
    }

    /// "ministers, including Ito and Lund": names told as some of those before.
    private func isInclusion(_ name: Mention, in document: Document) -> Bool {
        let first = name.tokens.lowerBound
        return first > 1
            && (document.tokens[first - 1].form == "including"
                || document.tokens[first - 1].form == "as" && document.tokens[first - 2].form == "such")
    }

    /// "North and South Korea" are two, the second joined to the first.
    func joinHalves(in document: inout Document) {
        for mention in document.mentions where mention.kind == .politicalPlace && mention.tokens.count == 2 {
            let first = mention.tokens.lowerBound - 2
            guard first >= 0, let half = document.halfName(at: first), half.twin == mention.tokens,
                gazetteer.country(of: half.name) != nil
            else { continue }
            let second = mention.tokens.upperBound - 1
            guard mention.head == second,
                !mention.tokens.contains(document.tokens[second].head)
                    || document.tokens[second].head == second
            else { continue }
            let isRoot = document.tokens[second].head == second
            document.tokens[first].head = isRoot ? first : document.tokens[second].head
            document.tokens[first].relation = document.tokens[second].relation
            document.tokens[second].head = first
            document.tokens[second].relation = .conjunct
            document.tokens[second - 1].head = second
            document.tokens[second - 1].relation = .compound
            document.tokens[first + 1].head = second
        }
    }

    /// "Norway-Kenya talks were held": both names tell of the noun behind them, and the first is no subject.
    func joinHyphenated(in document: inout Document) {
        for (first, second) in zip(document.mentions, document.mentions.dropFirst()) {
            let (noun, hyphen) = (second.tokens.upperBound, first.tokens.upperBound)
            guard first.kind == .politicalPlace, second.kind == .politicalPlace,
                second.tokens.lowerBound == hyphen + 1, noun < document.tokens.count,
                ["-", "–"].contains(document.tokens[hyphen].form), document.tokens[noun].tag == .noun,
                document.tokens[first.head].relation.universal == .nominalSubject,
                document.tokens[noun].head == document.tokens[first.head].head
            else { continue }
            for name in [first.head, second.head] {
                document.tokens[name].head = noun
                document.tokens[name].relation = .compound
            }
        }
    }
}
