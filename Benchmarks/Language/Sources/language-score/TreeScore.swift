import NewsLanguage
import NewsText

/// UPOS, UAS and LAS on gold words, F1 of the relations the rules lean on, LAS below verbs of saying.
struct TreeScore {
    let pipeline: LanguagePipeline

    /// Relations whose F1 is printed; subtypes count as their relation unless named here.
    static let watched = [
        "nsubj", "obj", "obl", "ccomp", "xcomp", "advcl", "acl:relcl", "appos", "conj", "parataxis",
    ]
    private static let core: Set<String> = [
        "nsubj", "obj", "obl", "iobj", "ccomp", "xcomp", "csubj", "parataxis",
    ]
    private static let saying: Set<String> = [
        "say", "tell", "add", "state", "announce", "report", "argue", "claim", "warn", "insist", "deny",
        "admit", "explain",
        "note", "declare", "suggest", "write", "confirm", "stress", "reply", "reveal", "acknowledge", "urge",
        "promise",
    ]

    func run(_ files: [String]) throws {
        var (tags, heads, labelled, saying) = (Score(), Score(), Score(), Score())
        var relations: [String: Score] = [:]
        for sentence in try files.flatMap({ try ConlluFile(path: $0).sentences }) {
            let document = pipeline.read(words: [sentence.words.map(\.form)], published: day)
            for (index, word) in sentence.words.enumerated() {
                let token = document.tokens[index]
                let head = token.head == index ? -1 : token.head
                let isSame =
                    head == word.head && universal(token.relation.name) == universal(word.relation)
                tags.count(token.tag.rawValue == word.tag)
                heads.count(head == word.head)
                labelled.count(isSame)
                if word.head >= 0, Self.core.contains(universal(word.relation)),
                    sentence.words[word.head].tag == "VERB",
                    Self.saying.contains(document.tokens[word.head].lemma)
                {
                    saying.count(isSame)
                }
                let (gold, own) = (Self.watchedName(word.relation), Self.watchedName(token.relation.name))
                if let gold {
                    relations[gold, default: Score()].add(gold == own && head == word.head ? 1 : 0, 0, 1)
                }
                if let own { relations[own, default: Score()].found += 1 }
            }
        }
        print("\(label("UPOS"))\(percent(tags.recall))  of \(Int(tags.wanted)) words")
        print("\(label("UAS"))\(percent(heads.recall))")
        print("\(label("LAS"))\(percent(labelled.recall))")
        print("\(label("LAS below saying verbs"))\(percent(saying.recall))  of \(Int(saying.wanted))")
        for name in Self.watched { print("\(label(name))\((relations[name] ?? Score()).row)") }
    }

    static func watchedName(_ relation: String) -> String? {
        if watched.contains(relation) { return relation }
        let plain = universal(relation)
        return watched.contains(plain) ? plain : nil
    }
}

/// A publication date where the data has none; no score depends on it.
let day = CalendarDate(year: 2025, month: 10, day: 25) ?? CalendarDate(daysSinceEpoch: 0)
