import NewsText
import Testing

@testable import NewsLanguage

@Suite("Mended trees")
struct TreeRepairTests {
    @Test(
        "that have closed a circle are noticed, others are not",
        arguments: [
            ([0], false), ([1, 1, 1], false), ([1, 2, 2, 2], false), ([0, 1, 2], false),
            ([1, 0], true), ([1, 2, 0], true), ([0, 2, 3, 1], true), ([3, 3, 1, 2], true),
        ]
    )
    func circle(heads: [Int], isCircle: Bool) {
        var document = Document(text: "", published: CalendarDate(daysSinceEpoch: 0))
        document.tokens = heads.map { Token(range: TextRange(0, 0), form: "word", head: $0) }
        #expect(TreeRepair(gazetteer: Gazetteer()).hasCircle(heads.indices, in: document) == isCircle)
    }

    /// A parsed sentence and what the mended tree must say of one of its words.
    struct Slip: CustomTestStringConvertible, Sendable {
        /// Words as form/tag/lemma/head/relation, heads counted from 1, 0 for the root.
        let sentence: String
        /// Names of people, by their words.
        var people: [String] = []
        var bodies: [String] = []
        let word: String
        let head: String
        let relation: Relation

        var testDescription: String {
            sentence.split(separator: " ").map { $0.prefix { $0 != "/" } }.joined(separator: " ")
        }

        var document: Document {
            var document = Document(text: testDescription, published: CalendarDate(daysSinceEpoch: 0))
            var start = 0
            for (index, word) in sentence.split(separator: " ").enumerated() {
                let fields = word.split(separator: "/").map(String.init)
                let head = Int(fields[3]) ?? 0
                var token = Token(
                    range: TextRange(start, start + fields[0].utf8.count),
                    form: fields[0],
                    head: head == 0 ? index : head - 1
                )
                token.tag = PartOfSpeech(rawValue: fields[1]) ?? .other
                token.lemma = fields[2]
                token.relation = Relation(name: fields[4]) ?? .unspecified
                document.tokens.append(token)
                start = token.range.end + 1
            }
            let tokens = document.tokens.indices
            document.sentences = [
                Sentence(tokens: tokens, range: TextRange(0, document.text.utf8.count), paragraph: 0)
            ]
            for (names, kind) in [(people, Mention.Kind.person), (bodies, .politicalPlace)] {
                for name in names {
                    for token in tokens where document.tokens[token].form == name {
                        document.mentions.append(
                            Mention(tokens: token..<(token + 1), head: token, kind: kind)
                        )
                    }
                }
            }
            document.mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
            return document
        }
    }

    @Test(
        "give a word the head and relation that English allows",
        arguments: [
            Slip(
                sentence: "It/PRON/it/2/nsubj left/VERB/leave/4/ccomp ,/PUNCT/,/2/punct "
                    + "reported/VERB/report/0/root Reuters/PROPN/Reuters/4/nsubj citing/VERB/cite/4/ccomp "
                    + "aides/NOUN/aide/6/obj ./PUNCT/./4/punct",
                word: "citing",
                head: "reported",
                relation: .adverbialClause
            ),
            Slip(
                sentence: "It/PRON/it/3/nsubj will/AUX/will/3/aux leave/VERB/leave/0/root ,/PUNCT/,/5/punct "
                    + "reported/VERB/report/3/advcl Reuters/PROPN/Reuters/3/nsubj ./PUNCT/./3/punct",
                word: "reported",
                head: "leave",
                relation: .parataxis
            ),
            Slip(
                sentence: "Lund/PROPN/Lund/2/nsubj pointed/VERB/point/0/root to/ADP/to/5/case "
                    + "the/DET/the/5/det need/NOUN/need/2/obl to/PART/to/7/mark leave/VERB/leave/2/xcomp",
                people: ["Lund"],
                word: "leave",
                head: "need",
                relation: .adjectivalClause
            ),
            Slip(
                sentence: "Lund/PROPN/Lund/2/nsubj began/VERB/begin/0/root visits/NOUN/visit/2/obj "
                    + "to/ADP/to/6/case Norway/PROPN/Norway/3/nmod Sunday/PROPN/Sunday/3/nmod ./PUNCT/./2/punct",
                people: ["Lund"],
                bodies: ["Norway"],
                word: "Sunday",
                head: "began",
                relation: .temporalOblique
            ),
            Slip(
                sentence: "Lund/PROPN/Lund/5/nsubj and/CCONJ/and/3/cc counterpart/NOUN/counterpart/1/conj "
                    + "Ito/PROPN/Ito/5/nsubj spoke/VERB/speak/0/root ./PUNCT/./5/punct",
                people: ["Lund", "Ito"],
                word: "Ito",
                head: "counterpart",
                relation: .apposition
            ),
            Slip(
                sentence:
                    "There/PRON/there/2/expl are/VERB/be/0/root limits/NOUN/limit/2/nsubj ,/PUNCT/,/7/punct "
                    + "the/DET/the/6/det aide/NOUN/aide/7/nsubj added/VERB/add/3/acl ,/PUNCT/,/7/punct "
                    + "to/ADP/to/10/case this/PRON/this/7/obl ./PUNCT/./2/punct",
                word: "added",
                head: "are",
                relation: .parataxis
            ),
            Slip(
                sentence:
                    "It/PRON/it/2/nsubj makes/VERB/make/0/root no/DET/no/4/det pledge/NOUN/pledge/2/obj "
                    + ",/PUNCT/,/6/punct two/NUM/two/9/nsubj of/ADP/of/8/case them/PRON/they/6/nmod "
                    + "said/VERB/say/4/acl ./PUNCT/./2/punct",
                word: "said",
                head: "makes",
                relation: .parataxis
            ),
            Slip(
                sentence:
                    "Lund/PROPN/Lund/3/nsubj has/AUX/have/3/aux vowed/VERB/vow/0/root to/PART/to/5/mark "
                    + "stay/VERB/stay/3/xcomp and/CCONJ/and/7/cc announced/VERB/announce/5/conj "
                    + "plans/NOUN/plan/7/obj ./PUNCT/./3/punct",
                people: ["Lund"],
                word: "announced",
                head: "vowed",
                relation: .conjunct
            ),
            Slip(
                sentence:
                    "He/PRON/he/2/nsubj found/VERB/find/0/root areas/NOUN/area/2/obj with/ADP/with/5/case "
                    + "Ito/PROPN/Ito/3/nmod ,/PUNCT/,/8/punct who/PRON/who/8/nsubj opposed/VERB/oppose/3/acl:relcl "
                    + "it/PRON/it/8/obj ./PUNCT/./2/punct",
                people: ["Ito"],
                word: "opposed",
                head: "Ito",
                relation: .relativeClause
            ),
            Slip(
                sentence: "It/PRON/it/2/nsubj has/VERB/have/0/root limits/NOUN/limit/2/obj ,/PUNCT/,/5/punct "
                    + "aides/NOUN/aide/3/appos added/VERB/add/3/acl ,/PUNCT/,/6/punct too/ADV/too/6/advmod",
                word: "aides",
                head: "added",
                relation: .nominalSubject
            ),
            Slip(
                sentence: "Lund/PROPN/Lund/2/nsubj warned/VERB/warn/0/root on/ADP/on/4/case "
                    + "Friday/PROPN/Friday/2/obl of/ADP/of/6/case floods/NOUN/flood/4/nmod ./PUNCT/./2/punct",
                word: "floods",
                head: "warned",
                relation: .oblique
            ),
            Slip(
                sentence: "Lund/PROPN/Lund/2/nsubj thanked/VERB/thank/0/root those/PRON/those/2/obj "
                    + "that/PRON/that/5/nsubj voted/VERB/vote/3/acl:relcl and/CCONJ/and/7/cc "
                    + "urged/VERB/urge/5/conj them/PRON/they/7/obj ./PUNCT/./2/punct",
                people: ["Lund"],
                word: "urged",
                head: "thanked",
                relation: .conjunct
            ),
            Slip(
                sentence:
                    "Envoys/NOUN/envoy/0/root to/ADP/to/3/case NATO/PROPN/NATO/1/nmod ,/PUNCT/,/5/punct "
                    + "Ito/PROPN/Ito/3/appos",
                people: ["Ito"],
                word: "Ito",
                head: "Envoys",
                relation: .apposition
            ),
            Slip(
                sentence: "Lund/PROPN/Lund/2/nsubj told/VERB/tell/0/root aides/NOUN/aide/5/nsubj "
                    + "talks/NOUN/talk/5/nsubj ended/VERB/end/2/ccomp ./PUNCT/./2/punct",
                people: ["Lund"],
                word: "aides",
                head: "told",
                relation: .indirectObject
            ),
            Slip(
                sentence: "Lund/PROPN/Lund/3/nsubj had/AUX/have/3/aux met/VERB/meet/0/root "
                    + "rebels/NOUN/rebel/3/nsubj ./PUNCT/./3/punct",
                people: ["Lund"],
                word: "rebels",
                head: "met",
                relation: .object
            ),
            Slip(
                sentence: "It/PRON/it/2/nsubj helps/VERB/help/4/ccomp ,/PUNCT/,/2/punct said/VERB/say/0/root "
                    + "aides/NOUN/aide/6/nsubj briefed/VERB/brief/4/ccomp there/ADV/there/6/advmod",
                word: "aides",
                head: "said",
                relation: .nominalSubject
            ),
            Slip(
                sentence:
                    "Ito/PROPN/Ito/12/nsubj ,/PUNCT/,/4/punct the/DET/the/4/det envoy/NOUN/envoy/1/appos "
                    + ",/PUNCT/,/1/punct spoke/VERB/speak/1/parataxis to/ADP/to/8/case Lund/PROPN/Lund/6/obl "
                    + ",/PUNCT/,/6/punct the/DET/the/11/det ministry/NOUN/ministry/12/nsubj "
                    + "said/VERB/say/0/root ./PUNCT/./12/punct",
                people: ["Ito", "Lund"],
                word: "Ito",
                head: "spoke",
                relation: .nominalSubject
            ),
            Slip(
                sentence: "Ito/PROPN/Ito/2/nsubj left/VERB/leave/0/root ,/PUNCT/,/4/punct "
                    + "saying/VERB/say/2/advcl some/DET/some/6/det members/NOUN/member/4/nsubj "
                    + "felt/VERB/feel/4/ccomp tired/ADJ/tired/7/xcomp ./PUNCT/./2/punct",
                people: ["Ito"],
                word: "members",
                head: "felt",
                relation: .nominalSubject
            ),
            Slip(
                sentence: "Talks/NOUN/talk/0/root between/ADP/between/3/case Ito/PROPN/Ito/1/nmod "
                    + ",/PUNCT/,/6/punct who/PRON/who/6/nsubj came/VERB/come/3/acl:relcl ,/PUNCT/,/10/punct "
                    + "and/CCONJ/and/10/cc Lund/PROPN/Lund/10/nsubj began/VERB/begin/1/conj ./PUNCT/./1/punct",
                people: ["Ito", "Lund"],
                word: "Talks",
                head: "began",
                relation: .nominalSubject
            ),
            Slip(
                sentence: "They/PRON/they/2/nsubj voiced/VERB/voice/0/root opposition/NOUN/opposition/2/obj "
                    + "to/ADP/to/6/case the/DET/the/6/det move/NOUN/move/3/nmod and/CCONJ/and/8/cc "
                    + "threatened/VERB/threaten/6/conj sanctions/NOUN/sanction/6/conj ./PUNCT/./2/punct",
                word: "sanctions",
                head: "threatened",
                relation: .object
            ),
            Slip(
                sentence: "An/DET/a/2/det aide/NOUN/aide/9/nsubj to/ADP/to/5/case "
                    + "President/PROPN/President/5/nmod:desc Lund/PROPN/Lund/2/nmod ,/PUNCT/,/7/punct "
                    + "Ito/PROPN/Ito/5/conj ,/PUNCT/,/2/punct left/VERB/leave/0/root ./PUNCT/./9/punct",
                people: ["Lund", "Ito"],
                word: "Ito",
                head: "aide",
                relation: .apposition
            ),
            Slip(
                sentence: "They/PRON/they/2/nsubj closed/VERB/close/0/root the/DET/the/4/det "
                    + "port/NOUN/port/2/obj ,/PUNCT/,/7/punct a/DET/a/7/det step/NOUN/step/9/nsubj "
                    + "Oslo/PROPN/Oslo/9/nsubj condemned/VERB/condemn/4/acl:relcl ./PUNCT/./2/punct",
                word: "condemned",
                head: "step",
                relation: .relativeClause
            ),
            Slip(
                sentence: "Talks/NOUN/talk/0/root with/ADP/with/3/case aide/NOUN/aide/1/nmod "
                    + "Lund/PROPN/Lund/6/flat ,/PUNCT/,/6/punct Ito/PROPN/Ito/3/conj and/CCONJ/and/8/cc "
                    + "Okafor/PROPN/Okafor/6/conj ./PUNCT/./1/punct",
                people: ["Lund", "Ito", "Okafor"],
                word: "Okafor",
                head: "aide",
                relation: .conjunct
            ),
            Slip(
                sentence:
                    "Talks/NOUN/talk/0/root of/ADP/of/4/case a/DET/a/4/det minister/NOUN/minister/1/nmod "
                    + "and/CCONJ/and/7/cc her/PRON/she/7/nmod:poss counterpart/NOUN/counterpart/4/conj "
                    + ",/PUNCT/,/9/punct Ito/PROPN/Ito/4/appos ./PUNCT/./1/punct",
                people: ["Ito"],
                word: "Ito",
                head: "counterpart",
                relation: .apposition
            ),
            Slip(
                sentence: "Hit/VERB/hit/8/advcl by/ADP/by/3/case Peru/PROPN/Peru/1/obl ,/PUNCT/,/8/punct "
                    + "they/PRON/they/8/nsubj will/AUX/will/8/aux now/ADV/now/8/advmod urge/VERB/urge/0/root "
                    + "Norway/PROPN/Norway/8/obj and/CCONJ/and/11/cc Oman/PROPN/Oman/3/conj to/PART/to/13/mark "
                    + "stop/VERB/stop/8/xcomp ./PUNCT/./8/punct",
                bodies: ["Peru", "Norway", "Oman"],
                word: "Oman",
                head: "Norway",
                relation: .conjunct
            ),
        ]
    )
    func mends(_ slip: Slip) throws {
        var document = slip.document
        TreeRepair(gazetteer: Gazetteer()).repair(&document)
        let word = try #require(document.tokens.first { $0.form == slip.word })
        #expect(document.tokens[word.head].form == slip.head)
        #expect(word.relation == slip.relation)
    }
}
