import NewsText
import Testing

@testable import NewsLanguage

@Suite("Label scores become names")
struct EntityDecoderTests {
    private static let labels: [EntityLabel] =
        [.outside] + Mention.Kind.allCases.flatMap { [.begin($0), .inside($0)] }

    @Test("in legal sequences only, whatever the scores", arguments: 0..<100)
    func legality(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let scores = (0..<Int.random(in: 0...60, using: &random)).map { _ in
            Self.labels.map { _ in Float.random(in: -8...8, using: &random) }
        }
        let labels = EntityDecoder(labels: Self.labels).labels(scores: scores)
        #expect(labels.count == scores.count)
        var previous: EntityLabel?
        for label in labels {
            #expect(label.mayFollow(previous))
            previous = label
        }
        let spans = EntityDecoder.spans(of: labels)
        #expect(spans.count == labels.count { if case .begin = $0 { true } else { false } })
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.tokens.upperBound <= $1.tokens.lowerBound })
    }

    @Test("with the best legal sequence, not the best labels one by one")
    func best() {
        let labels: [EntityLabel] = [
            .outside, .begin(.person), .inside(.person), .begin(.date), .inside(.date),
        ]
        // Word by word DATE, PERSON would win with an illegal I-PERSON after B-DATE.
        let scores: [[Float]] = [[0, 2, 0, 2.5, 0], [0, 0, 3, 0, 0.1]]
        let found = EntityDecoder(labels: labels).labels(scores: scores)
        #expect(found == [.begin(.person), .inside(.person)])
        #expect(EntityDecoder.spans(of: found) == [EntitySpan(tokens: 0..<2, kind: .person)])
    }

    @Test("two in a row when the second begins anew")
    func adjacent() {
        let spans = EntityDecoder.spans(of: [.begin(.person), .begin(.person), .inside(.person), .outside])
        #expect(
            spans == [EntitySpan(tokens: 0..<1, kind: .person), EntitySpan(tokens: 1..<3, kind: .person)]
        )
    }
}
