import Foundation
import NewsLanguage
import NewsText

/// Shows what was read: each entity with its references in brackets, and the names, sentence by sentence.
struct ReadingView {
    let pipeline: LanguagePipeline

    func run(_ files: [String]) throws {
        for file in files {
            let text = String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
            let document = pipeline.read(Article(text: text, published: day, publishedFrom: "--date"))
            for (index, entity) in document.entities.enumerated() {
                print(
                    "\(index) \(entity.kind.rawValue): \(entity.name)",
                    entity.country ?? "",
                    entity.role.map { "[\($0)]" } ?? "",
                    entity.aliases.joined(separator: " | ")
                )
            }
            var (opens, closes) = ([Int: [Int]](), [Int: Int]())
            for (index, entity) in document.entities.enumerated() {
                for reference in entity.references {
                    opens[reference.tokens.lowerBound, default: []].append(index)
                    closes[reference.tokens.upperBound - 1, default: 0] += 1
                }
            }
            for sentence in document.sentences {
                print(
                    sentence.tokens.map { token in
                        let marks = (opens[token] ?? []).map { "⟦\($0):" }.joined()
                        return marks + document.tokens[token].form
                            + String(repeating: "⟧", count: closes[token] ?? 0)
                    }.joined(separator: " ")
                )
                let names = document.mentions.filter { sentence.tokens.contains($0.head) }.map {
                    "\(document.string(document.range(of: $0.tokens))) (\($0.kind))"
                }
                if !names.isEmpty { print("    names:", names.joined(separator: ", ")) }
            }
        }
    }
}
