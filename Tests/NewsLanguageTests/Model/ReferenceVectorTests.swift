import Testing

@testable import NewsLanguage

@Suite("The network gives what PyTorch gives")
struct ReferenceVectorTests {
    @Test("every stage is within tolerance of the reference")
    func stages() throws {
        let model = try LanguageModel.embedded()
        let sentences = try ModelFixtures.sentences()
        #expect(!sentences.isEmpty)
        for sentence in sentences {
            var found: [String: [[Float]]] = [:]
            let width = try ModelFile(LanguageModel.embeddedBytes).shape.hidden
            model.trace(
                sentence.words,
                stage: { stage, values in
                    found[stage.name] = stride(from: 0, to: values.count, by: width).map { row in
                        stride(from: row, to: row + width, by: 48).map { values[$0] }
                    }
                },
                scores: { scores in
                    found["tags"] = scores.tags
                    found["entities"] = scores.entityLabels
                    let count = sentence.words.count + 1
                    found["arcs"] = (0..<count).map { Array(scores.arcs[($0 * count)..<(($0 + 1) * count)]) }
                }
            )
            #expect(found.keys.sorted() == sentence.stages.keys.sorted())
            for (stage, expected) in sentence.stages {
                let rows = try #require(found[stage])
                #expect(rows.map(\.count) == expected.map(\.count), "\(stage)")
                let error = Self.relativeError(of: rows.flatMap { $0 }, from: expected.flatMap { $0 })
                #expect(error <= Self.tolerance(of: stage), "\(stage) of \(sentence.words)")
            }
        }
    }

    /// The root mean square of the differences over that of the expected numbers.
    private static func relativeError(of found: [Float], from expected: [Float]) -> Float {
        let differences = zip(found, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return (differences / expected.reduce(0) { $0 + $1 * $1 }).squareRoot()
    }

    /// A number next to the middle between two int8 values may be rounded the other way, which grows from layer to
    /// layer.
    private static func tolerance(of stage: String) -> Float {
        switch stage {
        case "embeddings": 0.0001
        case "layer 0": 0.01
        default: 0.08
        }
    }
}

extension Encoder.Stage {
    /// The name in vectors.tsv.
    fileprivate var name: String {
        switch self {
        case .embeddings: "embeddings"
        case .layer(let number): "layer \(number)"
        case .mixed: "mixed"
        }
    }
}
