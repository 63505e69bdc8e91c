import NewsText

/// Makes mentions agree with the rest of the article: a lone word means what its full form meant elsewhere.
extension MentionFinder {
    /// What the article's full names say about lone words.
    private struct Names {
        /// Last words of people's full names, folded.
        var surnames: Set<String> = []
        /// First words of people's full names, folded.
        var forenames: Set<String> = []
        /// First words of bodies' names of several words.
        var bodies: Set<String> = []

        /// Lone names behind "Mr" and the like.
        var addressed: Set<String> = []

        init(_ found: [Found], in document: Document) {
            for tokens in found.map(\.mention.tokens) where tokens.lowerBound > 0 {
                let word = document.tokens[tokens.upperBound - 1].form
                let title = document.tokens[tokens.count == 1 ? tokens.lowerBound - 1 : tokens.lowerBound]
                    .form
                if tokens.count <= 2, ["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms."].contains(title) {
                    addressed.insert(EntityDraft.words(of: word).last ?? "")
                }
            }
            for mention in found.map(\.mention) where mention.tokens.count > 1 {
                switch mention.kind {
                case .person:
                    let words = EntityDraft.words(of: document.words(mention.tokens))
                    guard words.count > 1 else { continue }
                    surnames.insert(words[words.count - 1])
                    forenames.insert(words[0])
                case .organisation: bodies.insert(document.tokens[mention.tokens.lowerBound].form)
                default: break
                }
            }
        }
    }

    /// The mentions with the sorts that the article as a whole gives them.
    func agreed(_ found: [Found], in document: Document) -> [Mention] {
        let names = Names(found, in: document)
        let tree = SyntaxTree(document)
        return found.map { item in
            let mention = item.mention
            let kind = kind(of: item, names, in: document, tree)
            return kind == mention.kind
                ? mention : Mention(tokens: mention.tokens, head: mention.head, kind: kind)
        }
    }

    /// Lone words the model overlooked that are the surname, or the first name, of a person the article names in full:
    /// "Han" in a headline, "Han Weilin" below.
    func loneNames(after found: [Found], in document: Document, taken: [Bool]) -> [Found] {
        var people: Set<String> = []
        for mention in found.map(\.mention) where mention.kind == .person && mention.tokens.count > 1 {
            for token in [mention.tokens.lowerBound, mention.tokens.upperBound - 1] {
                let word = document.tokens[token].form
                guard word.count > 1, word.first?.isUppercase == true, gazetteer.kind(of: word) == nil,
                    gazetteer.peoples[word] == nil, gazetteer.personNouns[word.lowercased()] == nil
                else { continue }
                people.insert(word)
            }
        }
        guard !people.isEmpty else { return [] }
        let lone = document.tokens.indices.filter { token in
            !taken[token] && document.tokens[token].tag == .properNoun
                && people.contains(document.tokens[token].form)
                && !isPartOfName(token, in: document)
        }
        guard !lone.isEmpty else { return [] }
        // "Will" and "May" are also words.
        let words = Set(document.tokens.map(\.form).filter { $0.first?.isLowercase == true })
        return lone.filter { !words.contains(document.tokens[$0].form.lowercased()) }.map { token in
            Found(mention: mention(token..<(token + 1), kind: .person, in: document), guess: nil)
        }
    }

    /// Whether another capitalised word, no title, stands beside a word, so that it may be part of a longer name.
    private func isPartOfName(_ token: Int, in document: Document) -> Bool {
        let sentence = document.sentences[document.sentenceIndex(ofToken: token)].tokens
        return [token - 1, token + 1].contains { other in
            sentence.contains(other) && document.tokens[other].tag == .properNoun
                && document.tokens[other].form.first?.isUppercase == true
                && gazetteer.personNouns[document.tokens[other].form.lowercased()] == nil
        }
    }

    private func kind(of item: Found, _ names: Names, in document: Document, _ tree: SyntaxTree)
        -> Mention.Kind
    {
        let mention = item.mention
        let last =
            mention.tokens.count == 1
            ? document.tokens[mention.tokens.lowerBound].form
            : document.tokens[mention.tokens.upperBound - 1].form
        let words = EntityDraft.words(of: document.words(mention.tokens))
        guard words.count == 1 else {
            let isBody = mention.kind == .person && Self.bodyEndings.contains(last.lowercased())
            // "Ola Lund, a director, said … Mr Lund": no body is called so.
            let isAddressed =
                mention.kind == .organisation && mention.tokens.count < 4
                && !Self.bodyEndings.contains(last.lowercased())
                && gazetteer.kind(of: document.words(mention.tokens)) == nil
                && words.last.map(names.addressed.contains) ?? false
            return isBody ? .organisation : isAddressed ? .person : mention.kind
        }
        let token = mention.tokens.lowerBound
        let folded = words[0]
        let isTitled = followsTitle(token, in: document)
        if let known = gazetteer.kind(of: last) {
            // A namesake place: only somebody the article names in full, where the model or a title says so.
            let isSomebody =
                known != .organisation && names.surnames.contains(folded)
                && (item.guess == .person || isTitled
                    || speaks(mention, in: document) && gazetteer.country(of: last) == nil)
            return isSomebody ? .person : mention.kind
        }
        if gazetteer.peoples[last] != nil { return mention.kind }
        if names.surnames.contains(folded) || mention.kind != .person && isTitled { return .person }
        // "Han" beside "Han Weilin": names that put the family first.
        if [.organisation, .politicalPlace, .location].contains(mention.kind),
            names.forenames.contains(folded), !names.bodies.contains(last)
        {
            return .person
        }
        guard mention.kind == .person else { return mention.kind }
        if names.bodies.contains(last) { return .organisation }
        guard !names.forenames.contains(folded), !isTitled, gazetteer.givenNames[last] == nil else {
            return .person
        }
        return actsAsOutlet(mention, in: document, tree) ? .organisation : .person
    }

    /// Whether a lone name that the article never gives in full stands where news outlets and companies stand.
    private func actsAsOutlet(_ mention: Mention, in document: Document, _ tree: SyntaxTree) -> Bool {
        let head = document.tokens[mention.head]
        let governor = document.tokens[head.head]
        let verb = governor.lemma.lowercased()
        func isGroup(_ token: Int) -> Bool {
            gazetteer.personNouns[document.tokens[token].lemma.lowercased()] == .group
        }
        if tree.children(of: mention.head, by: [.apposition, .compound]).contains(where: isGroup) {
            return true
        }
        if mention.tokens.lowerBound > 0, isGroup(mention.tokens.lowerBound - 1) { return true }
        switch head.relation.universal {
        case .nominalSubject: return ["report", "publish"].contains(verb) && head.relation != .passiveSubject
        case .object, .indirectObject: return verb == "tell"
        case .compound, .apposition: return isGroup(head.head)
        default:
            return tree.caseWords(of: mention.head).map { ["according to", "per"].contains($0) } ?? false
                || verb == "accord" && head.relation.universal == .oblique
        }
    }

    /// Whether a name is the subject of a verb of saying, as towns that are no capitals never are.
    private func speaks(_ mention: Mention, in document: Document) -> Bool {
        let head = document.tokens[mention.head]
        return head.relation == .nominalSubject
            && sayings.contains(document.tokens[head.head].lemma.lowercased())
    }

    /// Whether a title stands right before a word: "Secretary Okafor".
    private func followsTitle(_ token: Int, in document: Document) -> Bool {
        guard token > 0, document.tokens[token].tag == .properNoun,
            document.tokens[token].form.first?.isUppercase == true
        else { return false }
        let word = document.tokens[token - 1].form
        return word.first?.isUppercase == true && gazetteer.personNouns[word.lowercased()] == .office
            || Self.honorifics.contains(word.lowercased().replacing(".", with: ""))
    }

    /// Last words that no person's name has.
    private static let bodyEndings: Set<String> = [
        "news", "times", "daily", "herald", "tribune", "gazette", "chronicle", "agency", "tv", "television",
        "radio", "network",
        "bank", "company", "corporation", "corp", "corp.", "inc", "inc.", "ltd", "ltd.", "plc", "group",
        "holdings", "airlines",
        "airways", "motors", "university", "college", "institute", "ministry", "department", "committee",
        "commission",
        "council", "party", "union", "association", "organization", "organisation", "foundation", "court",
        "parliament",
        "senate", "congress", "assembly", "league", "front", "movement", "brigade", "army", "police",
        "telekom", "telecom",
    ]
}
