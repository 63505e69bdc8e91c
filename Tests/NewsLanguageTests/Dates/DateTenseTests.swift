import NewsLanguage
import NewsText
import Testing

/// Where a date points when a tree is there: the words alone would mislead in most of these.
@Suite("Dates with trees")
struct DateTenseTests {
    struct Case: Sendable, CustomTestStringConvertible {
        /// Tokens as form/tag/head/relation, heads counted from 1, 0 for the root.
        let tree: String
        let day: String
        init(_ tree: String, _ day: String) { (self.tree, self.day) = (tree, day) }
        var testDescription: String { tree }
    }

    @Test(
        "the verb that governs the date decides",
        arguments: [
            Case(
                "He/PRON/2/nsubj met/VERB/0/root Roe/PROPN/2/obj who/PRON/6/nsubj will/AUX/6/aux leave/VERB/3/acl:relcl "
                    + "on/ADP/8/case Monday/PROPN/2/obl",
                "2025-10-20"
            ),
            Case(
                "He/PRON/2/nsubj met/VERB/0/root Roe/PROPN/2/obj who/PRON/6/nsubj will/AUX/6/aux leave/VERB/3/acl:relcl "
                    + "on/ADP/8/case Monday/PROPN/6/obl",
                "2025-10-27"
            ),
            Case(
                "He/PRON/2/nsubj flew/VERB/0/root home/ADV/2/advmod to/PART/5/mark meet/VERB/2/advcl Roe/PROPN/5/obj "
                    + "on/ADP/8/case Monday/PROPN/5/obl",
                "2025-10-20"
            ),
            Case(
                "He/PRON/2/nsubj agreed/VERB/0/root to/PART/4/mark meet/VERB/2/xcomp Roe/PROPN/4/obj on/ADP/7/case "
                    + "Monday/PROPN/4/obl",
                "2025-10-27"
            ),
            Case(
                "He/PRON/2/nsubj failed/VERB/0/root to/PART/4/mark meet/VERB/2/xcomp Roe/PROPN/4/obj on/ADP/7/case "
                    + "Monday/PROPN/4/obl",
                "2025-10-20"
            ),
            Case(
                "He/PRON/2/nsubj praised/VERB/0/root a/DET/5/det planned/ADJ/5/amod vote/NOUN/2/obj on/ADP/7/case "
                    + "Monday/PROPN/5/nmod",
                "2025-10-27"
            ),
            Case(
                "He/PRON/3/nsubj is/AUX/3/aux meeting/VERB/0/root Roe/PROPN/3/obj on/ADP/6/case Monday/PROPN/3/obl",
                "2025-10-27"
            ),
        ]
    )
    func governor(_ example: Case) throws {
        let nodes = example.tree.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
        var document = try segmented(nodes.map { $0[0] }.joined(separator: " "))
        let lemmatizer = Lemmatizer()
        for (index, node) in nodes.enumerated() {
            let head = try #require(Int(node[2]))
            document.tokens[index].tag = try #require(PartOfSpeech(rawValue: node[1]))
            document.tokens[index].lemma = lemmatizer.lemma(of: node[0], tag: document.tokens[index].tag)
            document.tokens[index].head = head == 0 ? index : head - 1
            document.tokens[index].relation = Relation(name: node[3]) ?? .unspecified
        }
        DateResolver().resolve(&document)
        #expect(document.dates.map(\.reading.from.description) == [example.day])
    }

    @Test("a weekday inside a person's name is no date")
    func names() throws {
        var document = try segmented("Police met Joe Friday on Monday.")
        document.mentions = [Mention(tokens: 2..<4, head: 2, kind: .person)]
        DateResolver().resolve(&document)
        #expect(document.dates.map { document.string($0.range) } == ["Monday"])
    }

    @Test("a sentence of nothing but dates is read")
    func manyDates() throws {
        var document = try segmented(String(repeating: "on Monday ", count: 2000))
        DateResolver().resolve(&document)
        #expect(document.dates.count == 2000)
    }
}
