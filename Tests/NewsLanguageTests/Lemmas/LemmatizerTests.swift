import NewsLanguage
import NewsText
import Testing

@Suite("Lemmas")
struct LemmatizerTests {
    /// Read once: the lexicon is the slow part without optimisation.
    private static let lemmatizer = Lemmatizer()

    struct Case: Sendable, CustomTestStringConvertible {
        let tag: PartOfSpeech
        let pairs: [String]
        init(_ tag: PartOfSpeech, _ pairs: String) {
            (self.tag, self.pairs) = (tag, pairs.split(separator: " ").map(String.init))
        }
        var testDescription: String { "\(tag.rawValue): \(pairs.joined(separator: " "))" }
    }

    @Test(
        "a form has its dictionary form",
        arguments: [
            Case(
                .verb,
                "said/say says/say met/meet held/hold went/go Told/tell vowed/vow denied/deny dies/die"
            ),
            Case(
                .verb,
                "visiting/visit backing/back urging/urge making/make planned/plan hoping/hope hopping/hop"
            ),
            Case(
                .verb,
                "called/call pressing/press agreed/agree fled/flee needed/need fleeing/flee seeing/see"
            ),
            Case(
                .verb,
                "threatened/threaten reiterated/reiterate stabilizing/stabilize ensuring/ensure pushes/push"
            ),
            Case(
                .verb,
                "underscored/underscore implored/implore deploring/deplore vouched/vouch lobbied/lobby quipped/quip"
            ),
            Case(
                .verb,
                "annexing/annex decrying/decry tweeted/tweet quoting/quote arrives/arrive comprised/comprise"
            ),
            Case(.auxiliary, "is/be was/be 's/be has/have 'll/will ca/can wo/will ’re/be did/do"),
            Case(
                .noun,
                "countries/country leaders/leader men/man spokeswomen/spokeswoman crises/crisis talks/talk"
            ),
            Case(
                .noun,
                "churches/church lives/life children/child news/news status/status boxes/box houses/house"
            ),
            Case(.noun, "ceasefire/ceasefire peace/peace troops/troops people/people series/series gas/gas"),
            Case(
                .adjective,
                "larger/large biggest/big happier/happy better/good worst/bad new/new Former/former"
            ),
            Case(.properNoun, "Hamas/Hamas Netanyahu/Netanyahu NATO/NATO States/State"),
            Case(.pronoun, "He/he him/he them/they me/I us/we its/its"),
            Case(.particle, "n't/not n’t/not ’s/'s to/to"),
            Case(.numeral, "1,200/1200 two/two"),
            Case(.determiner, "an/a these/this those/that The/the"),
            Case(.punctuation, ",/, ./."),
        ]
    )
    func lemmas(_ example: Case) {
        for pair in example.pairs {
            let parts = pair.split(separator: "/").map(String.init)
            #expect(Self.lemmatizer.lemma(of: parts[0], tag: example.tag) == parts[1])
        }
    }

    @Test(
        "no form is too short or too strange",
        arguments: ["", "s", "ed", "ing", "'s", "’", "ies", "éed", "漢字s", "-ing", "eed"]
    )
    func strange(_ form: String) {
        for tag in PartOfSpeech.allCases {
            #expect(Self.lemmatizer.lemma(of: form, tag: tag).isEmpty == form.isEmpty)
        }
    }
}
