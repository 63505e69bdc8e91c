import Foundation
import NewsText

@testable import NewsLanguage

/// What `training.reference` wrote.
enum ModelFixtures {
    /// One sentence of vectors.tsv: rows by stage.
    struct Sentence {
        let words: [String]
        var stages: [String: [[Float]]] = [:]
    }

    static func sentences() throws -> [Sentence] {
        var sentences: [Sentence] = []
        for line in try lines("vectors") {
            let fields = line.split(separator: "\t").map(String.init)
            if fields[0] == "sentence" {
                sentences.append(Sentence(words: fields[1].split(separator: " ").map(String.init)))
            } else {
                let row = fields[2].split(separator: " ").compactMap { Float($0) }
                sentences[sentences.count - 1].stages[fields[0], default: []].append(row)
            }
        }
        return sentences
    }

    /// Words and their pieces.
    static func pieces() throws -> [(word: String, pieces: [String])] {
        try lines("pieces").map { line in
            let fields = line.split(separator: "\t")
            let scalars = fields[0].split(separator: " ").compactMap { UInt32($0, radix: 16) }
                .compactMap(Unicode.Scalar.init)
            let word = String(String.UnicodeScalarView(scalars))
            return (word, fields[1].split(separator: " ").map(String.init))
        }
    }

    private static func lines(_ name: String) throws -> [Substring] {
        let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/Model/\(name).tsv")
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    }
}
