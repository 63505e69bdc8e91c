import NewsEvents
import NewsText

/// Whom the words name: the actors of a noun phrase, the countries behind those who stand for them.
extension Reading {
    /// The actors a noun phrase names, its coordinated parts included; empty where no entity is known.
    func actors(at head: Int) -> [ActorMention] {
        tree.conjuncts(of: head).flatMap { actor(at: $0) }
    }

    private func actor(at head: Int) -> [ActorMention] {
        if let group = groups[head] { return group }
        if let named = named(behind: head) { return named }
        if form(head) == "koreas" {
            let both = document.entities.indices.filter {
                ["North Korea", "South Korea"].contains(document.entities[$0].name)
            }
            if both.count == 2 { return both.map { ActorMention(entity: $0, range: token(head).range) } }
        }
        let represented = represented(by: head)
        if represented.count > 1 { return bearers(of: head, in: represented) ?? represented }
        // "their" for such representatives told before.
        if token(head).tag == .pronoun, let entity = entityOfHead[head],
            document.entities[entity].kind == .group,
            let first = document.entities[entity].references.first(where: { $0.form == .description })
        {
            let range = token(head).range
            let meant = self.represented(by: first.head).map { ActorMention(entity: $0.entity, range: range) }
            if meant.count > 1 { return meant }
        }
        if let entity = entityOfHead[head] ?? entityOfToken[head] {
            return [ActorMention(entity: entity, range: referenceRange(entity, head))]
        }
        // "the department's liaison John Ito": the name stands beside the word for its bearer.
        if let name = tree.child(of: head, by: [.apposition]), token(head).tag == .noun,
            let entity = entityOfHead[name], document.entities[entity].kind == .person
        {
            return [ActorMention(entity: entity, range: referenceRange(entity, name))]
        }
        if form(head) == "both", tree.children(of: head).contains(where: { form($0) == "whom" }) {
            return pair(before: head)
        }
        // "a group of officials", "dozens of lawmakers": the people are in the complement; "allies of Lund" are not Lund, and
        // "a meeting of leaders" is nobody.
        if !lexicons.personNouns.contains(lemma(head)), lexicons.meetingNouns[lemma(head)] == nil,
            let complement = tree.children(of: head, by: [.nominalModifier]).first(where: {
                tree.caseWords(of: $0) == "of"
            }),
            let entity = entityOfHead[complement]
        {
            return [ActorMention(entity: entity, range: referenceRange(entity, complement))]
        }
        return []
    }

    /// "Havel met Ito and Lund, both of whom said": the two people named last.
    private func pair(before head: Int) -> [ActorMention] {
        let sentence = document.sentences[self.sentence(of: head)].tokens
        let named = (sentence.lowerBound..<head).compactMap { word -> ActorMention? in
            guard token(word).tag == .properNoun, let entity = entityOfHead[word],
                document.entities[entity].kind == .person
            else { return nil }
            return ActorMention(entity: entity, range: referenceRange(entity, word))
        }
        let last = Array(named.reversed()).uniqued().prefix(2).reversed()
        return last.count == 2 ? Array(last) : []
    }

    /// "her counterparts, Havel and Ito": the names say who the several are.
    private func named(behind head: Int) -> [ActorMention]? {
        let isCapitalised =
            token(head).tag == .properNoun && isRepresentative(head) && form(head).hasSuffix("s")
        guard
            isCapitalised
                || token(head).tag == .noun && form(head) != lemma(head)
                    && lexicons.personNouns.contains(lemma(head))
        else { return nil }
        // "the presidents of Norway and Kenya, Havel and Ito": the tree may hang the names on the last country.
        let nouns = [head] + tree.children(of: head, by: [.nominalModifier]).flatMap(tree.conjuncts)
        let people = nouns.flatMap { tree.children(of: $0, by: [.apposition]) }.filter { $0 > head }
            .flatMap(tree.conjuncts)
            .compactMap { name -> ActorMention? in
                guard let entity = entityOfHead[name], document.entities[entity].kind == .person else {
                    return nil
                }
                return ActorMention(entity: entity, range: referenceRange(entity, name))
            }.uniqued()
        // The tree may hang the second name on the noun, as one of its conjuncts.
        return people.isEmpty || people.count + tree.conjuncts(of: head).count < 3 ? nil : people
    }

    /// "The foreign ministers of Norway and Kenya" where the article names each of them.
    private func bearers(of head: Int, in countries: [ActorMention]) -> [ActorMention]? {
        guard ["minister", "president"].contains(lemma(head)) else { return nil }
        let office =
            tree.children(of: head, by: [.adjectivalModifier, .compound]).filter {
                $0 < head && entityOfHead[$0] == nil && mention(at: $0) == nil
            }.map(form) + [lemma(head)]
        let title = office.joined(separator: " ")
        let bearers = countries.compactMap { country -> ActorMention? in
            let name = document.entities[country.entity].name
            let found = document.entities.indices.filter { index in
                let entity = document.entities[index]
                return entity.kind == .person && entity.role?.lowercased().hasSuffix(title) ?? false
                    && entity.references.contains { $0.form == .name } && home(ofPerson: index) == name
            }
            return found.count == 1 ? ActorMention(entity: found[0], range: country.range) : nil
        }
        return bearers.count == countries.count ? bearers : nil
    }

    /// "The delegations of Cyprus, Greece and Israel", "the Greek and Israeli ministers": each of several countries takes part.
    private func represented(by head: Int) -> [ActorMention] {
        guard isRepresentative(head) else { return [] }
        let complement = tree.children(of: head, by: [.nominalModifier]).first {
            ["of", "from"].contains(tree.caseWords(of: $0) ?? "")
        }
        let heads =
            complement.map(tree.conjuncts)
            ?? tree.children(of: head, by: [.adjectivalModifier, .compound]).flatMap(tree.conjuncts)
        return heads.compactMap { country in
            entityOfHead[country].map { ActorMention(entity: $0, range: referenceRange($0, country)) }
        }.filter { document.entities[$0.entity].kind == .country }
    }

    /// Whether a word is for people who come for a state: "delegation", "envoys".
    func isRepresentative(_ word: Int) -> Bool {
        // "Envoys of Norway", where the capital makes a name of it.
        let lemma = lemma(word).lowercased()
        return Self.representatives.contains(lemma)
            || lemma.hasSuffix("s") && Self.representatives.contains(String(lemma.dropLast()))
    }

    private static let representatives: Set<String> = [
        "delegation", "leader", "representative", "official", "minister", "head", "government", "president",
        "diplomat",
        "negotiator", "ambassador", "envoy",
    ]
}
