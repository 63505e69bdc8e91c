import NewsText

/// Voices and masters: whom somebody's spokesman, source or request speaks of.
extension EntityResolution {
    /// "A source close to Ito said he would go": a nameless voice speaks of the one it is a voice of.
    func principal(of teller: Int, above clause: Int) -> Int? {
        guard relation(clause) == .clausalComplement, let voice = draftAt[teller],
            drafts[voice].isHuman, !drafts[voice].isNamed, !quoted[teller],
            Self.voiceNouns.contains(lemma(teller))
        else { return nil }
        let run = tree.span(of: teller) { relation($0) == .adjectivalClause }
        let named = run.filter { token in
            draftAt[token].map { drafts[$0].isNamed && drafts[$0].isHuman && isHead(token, of: $0) } ?? false
        }
        if Set(named.compactMap { draftAt[$0] }).count == 1 { return named.first }
        // "Ito is due in Lima, but a source said he will not go": sources do not speak of themselves.
        guard lemma(teller) == "source" else { return nil }
        let words = document.sentences[document.sentenceIndex(ofToken: teller)].tokens
        return (words.lowerBound..<teller).last { token in
            relation(token) == .nominalSubject && !quoted[token]
                && draftAt[token].map { drafts[$0].isNamed && drafts[$0].isHuman } ?? false
        }
    }

    private static let voiceNouns: Set<String> = [
        "source", "spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "aide", "adviser",
        "advisor", "friend", "ally", "doctor", "relative", "associate", "confidant",
    ]

    /// "urged Ito to use her influence", "called on Ito to use it": who is to do what an infinitive says.
    func controller(of verb: Int, below head: Int) -> Int? {
        guard [.openComplement, .adverbialClause].contains(relation(verb)), head < verb,
            Self.askings.contains(lemma(head)),
            tree.children(of: verb, by: [.marker]).contains(where: { form($0) == "to" })
        else { return nil }
        return tree.children(of: head, by: [.object, .indirectObject, .oblique]).last { asked in
            asked > head && asked < verb && draftAt[asked] != nil
                && (relation(asked) != .oblique || tree.caseWords(of: asked) == "on" && lemma(head) == "call")
        }
    }

    private static let askings: Set<String> = [
        "ask", "urge", "call", "tell", "order", "invite", "press", "encourage", "want", "allow", "persuade",
        "force", "advise", "beg", "push", "instruct", "warn", "convince", "enable", "help",
    ]

    /// Who speaks on as "they" behind "a spokesperson said": one whose gender nobody told.
    func teller(meantBy pronoun: Int, behind subject: Int) -> Int? {
        let verbs = [document.tokens[pronoun].head, document.tokens[subject].head]
        guard form(pronoun) == "they", verbs.allSatisfy({ Self.tellings.contains(lemma($0)) }),
            let draft = draftAt[subject], drafts[draft].isHuman, !drafts[draft].isNamed,
            drafts[draft].gender == nil
        else { return nil }
        return draft
    }

    private static let tellings: Set<String> = [
        "say", "add", "tell", "continue", "note", "explain", "insist", "warn", "stress", "claim", "argue",
        "acknowledge", "confirm", "conclude", "state", "point",
    ]

    /// "Ito's spokesman said the premier would go": the office that somebody's voice speaks of is his master's.
    func master(_ token: Int, title: String) -> Int? {
        let determiner = tree.children(of: token, by: [.determiner]).first.map(form)
        let verb = document.tokens[token].head
        let cue = document.tokens[verb].head
        guard determiner == "the", !Self.manifold.contains(Self.lastWord(of: title)), !quoted[token],
            relation(token) == .nominalSubject, relation(verb) == .clausalComplement, cue < token,
            let voice = tree.child(of: cue, by: [.nominalSubject])
        else { return nil }
        let owner = ([voice, document.tokens[voice].head] + tree.children(of: voice)).lazy
            .filter { ["spokesman", "spokeswoman", "spokesperson", "office"].contains(lemma($0)) }
            .compactMap { tree.child(of: $0, by: [.possessive]) }.first
        let master =
            (owner
            ?? tree.child(of: voice, by: [.possessive]).flatMap { possessor in
                hasVoiceTitle(voice) ? possessor : nil
            }).flatMap { draftAt[$0] }
        guard let master, drafts[master].isNamed, drafts[master].isHuman, drafts[master].title == nil else {
            return nil
        }
        return master
    }

    private func hasVoiceTitle(_ name: Int) -> Bool {
        draftAt[name].flatMap { drafts[$0].title }.map { Self.voices.contains(Self.lastWord(of: $0)) }
            ?? false
    }
}
