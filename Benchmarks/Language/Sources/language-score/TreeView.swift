import Foundation
import NewsLanguage
import NewsText

/// Prints the tokens of each sentence with lemma, tag, head and relation, as CoNLL-U does: the mended trees, which the rules read.
struct TreeView {
    let pipeline: LanguagePipeline

    func run(_ files: [String]) throws {
        for file in files {
            let text = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
            let document = pipeline.read(Article(text: text, published: day, publishedFrom: "--date"))
            for sentence in document.sentences {
                print("# text = \(document.string(sentence.range))")
                for (index, token) in sentence.tokens.enumerated() {
                    let word = document.tokens[token]
                    let head = word.head == token ? 0 : word.head - sentence.tokens.lowerBound + 1
                    let columns = [
                        String(index + 1), word.form, word.lemma, word.tag.rawValue, "_", "_", String(head),
                        word.relation.name, "_", "_",
                    ]
                    print(columns.joined(separator: "\t"))
                }
                print()
            }
        }
    }
}
