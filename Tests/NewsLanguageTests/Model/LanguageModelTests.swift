import NewsKernels
import NewsText
import Testing

@testable import NewsLanguage

@Suite("Sentences are analysed")
struct LanguageModelTests {
    private static let news = [
        "US President Donald Trump said that Qatar would send troops to Gaza if needed .",
        "Yes .",
        "“ We will discuss it on Tuesday , ” Marco Rubio told reporters in Doha .",
        "RUBIO MEETS NETANYAHU",
    ].map { $0.split(separator: " ").map(String.init) }

    @Test("into tags, one tree and entities")
    func sentence() throws {
        let words = Self.news[0]
        let analysis = try #require(try LanguageModel.embedded().analyse([words]).first)
        let said = try #require(words.firstIndex(of: "said"))
        #expect(analysis.tags[said] == .verb)
        #expect(analysis.heads[said] == said)
        #expect(analysis.relations[said] == .root)
        #expect(analysis.relations[3] == .flat || analysis.relations[3] == .nominalSubject)
        #expect(analysis.entities.contains(EntitySpan(tokens: 2..<4, kind: .person)))
        #expect(analysis.entities.contains(EntitySpan(tokens: 6..<7, kind: .politicalPlace)))
    }

    @Test("to the bit the same whatever stands beside them")
    func independence() throws {
        let model = try LanguageModel.embedded()
        let alone = Self.news.flatMap { model.analyse([$0]) }
        #expect(model.analyse(Self.news) == alone)
        let many = Array(repeating: Self.news.reversed(), count: 20).flatMap { $0 }
        #expect(model.analyse(many) == Array(repeating: alone.reversed(), count: 20).flatMap { $0 })
    }

    @Test(
        "to the bit the same on every instruction set",
        arguments: [NewsInstructionSet.AVX2, .AVX512, .NEON].filter { news_has_instruction_set($0) }
    )
    func instructionSets(set: NewsInstructionSet) throws {
        let bytes = LanguageModel.embeddedBytes
        #expect(
            try trace(LanguageModel(bytes: bytes, set: set))
                == trace(LanguageModel(bytes: bytes, set: .portable))
        )
    }

    @Test(
        "whatever they hold",
        arguments: [
            [""], ["\u{0}"], [String(repeating: "a", count: 10_000)], [String(repeating: "?!", count: 5_000)],
            ["😀", "👩‍👩‍👧", "🇺🇸"], ["وقال", "الرئيس", "إن", "الاتفاق", "جيد", "."], ["東京", "で", "会談"],
            [" ", "\n", "\u{301}"],
        ]
    )
    func oddWords(words: [String]) throws {
        let analyses = try LanguageModel.embedded().analyse([words])
        #expect(analyses.count == 1)
        expectWellFormed(analyses[0], count: words.count)
    }

    @Test("whose number may be none and that may be empty")
    func empty() throws {
        let model = try LanguageModel.embedded()
        #expect(model.analyse([]).isEmpty)
        let nothing = SentenceAnalysis(tags: [], heads: [], relations: [], entities: [])
        #expect(model.analyse([[]]) == [nothing])
        #expect(
            model.analyse([[], Self.news[0], []]) == [nothing, model.analyse([Self.news[0]])[0], nothing]
        )
    }

    @Test("longer than the position table, as one tree", arguments: [510, 511, 2_000])
    func long(count: Int) throws {
        let words = (0..<count).map {
            ["Trump", "said", "that", "talks", "in", "Doha", "failed", ","][$0 % 8]
        }
        let analysis = try #require(try LanguageModel.embedded().analyse([words]).first)
        expectWellFormed(analysis, count: count)
    }

    private func trace(_ model: LanguageModel) -> [AnalysisHeads.Scores] {
        var found: [AnalysisHeads.Scores] = []
        for words in Self.news { model.trace(words, stage: { _, _ in }, scores: { found.append($0) }) }
        return found
    }

    private func expectWellFormed(_ analysis: SentenceAnalysis, count: Int) {
        #expect(analysis.tags.count == count)
        #expect(analysis.heads.count == count)
        #expect(analysis.relations.count == count)
        #expect(analysis.heads.enumerated().count { $0.offset == $0.element } == 1)
        for (word, head) in analysis.heads.enumerated() {
            #expect((head == word) == (analysis.relations[word] == .root))
            var node = word
            for _ in 0..<count where analysis.heads[node] != node { node = analysis.heads[node] }
            #expect(analysis.heads[node] == node, "word \(word) does not reach the root")
        }
        #expect(analysis.entities.allSatisfy { !$0.tokens.isEmpty && $0.tokens.upperBound <= count })
    }
}
