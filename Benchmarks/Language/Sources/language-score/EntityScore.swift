import Foundation
import NewsLanguage
import NewsText

/// Spans of PER, ORG and LOC on gold words; articles, possessive marks and titles are stripped from both sides.
struct EntityScore {
    let pipeline: LanguagePipeline

    private struct Name: Hashable {
        let tokens: Range<Int>
        let kind: String
    }

    private static let fringe: Set<String> = [
        "the", "a", "an", "'s", "’s", "'", "’", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.",
        "president", "prime",
        "minister", "secretary", "senator", "sen.", "rep.", "gov.", "gen.", "general", "king", "queen",
        "pope", "sir",
    ]

    func run(_ files: [String]) throws {
        var scores: [String: Score] = [:]
        for sentence in try files.flatMap(Self.sentences) {
            let words = sentence.map(\.form)
            let gold = Set(Self.names(sentence.map(\.label)).compactMap { Self.stripped($0, words) })
            let document = pipeline.read(words: [words], published: day)
            let own = Set(
                document.mentions.compactMap { mention in
                    Self.kind(mention.kind.rawValue).flatMap {
                        Self.stripped(Name(tokens: mention.tokens, kind: $0), words)
                    }
                }
            )
            for kind in ["PER", "ORG", "LOC"] {
                let (wanted, found) = (gold.filter { $0.kind == kind }, own.filter { $0.kind == kind })
                scores[kind, default: Score()].add(
                    wanted.intersection(found).count,
                    found.count,
                    wanted.count
                )
            }
        }
        for kind in ["PER", "ORG", "LOC"] { print("\(label(kind))\((scores[kind] ?? Score()).row)") }
        print("\(label("all"))\(scores.values.reduce(Score(), +).row)")
    }

    private static func sentences(_ path: String) throws -> [[(form: String, label: String)]] {
        try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n\n").map { block in
            block.split(separator: "\n").compactMap { line in
                let fields = line.split(whereSeparator: { $0 == "\t" || $0 == " " })
                guard let form = fields.first, let label = fields.last, fields.count > 1 else { return nil }
                return (String(form), String(label))
            }
        }.filter { !$0.isEmpty }
    }

    private static func names(_ labels: [String]) -> [Name] {
        var (names, start) = ([Name](), 0)
        for (index, label) in labels.enumerated() where label != "O" {
            if label.hasPrefix("B-") || index == 0 || labels[index - 1] == "O" { start = index }
            let isLast = index + 1 == labels.count || !labels[index + 1].hasPrefix("I-")
            if isLast, let kind = kind(String(label.dropFirst(2))) {
                names.append(Name(tokens: start..<(index + 1), kind: kind))
            }
        }
        return names
    }

    /// GMB's "gpe" is mostly nationality words, which count as none of the three.
    private static func kind(_ label: String) -> String? {
        switch label {
        case "PER", "PERSON", "per": "PER"
        case "ORG", "org": "ORG"
        case "LOC", "GPE", "FAC", "geo": "LOC"
        default: nil
        }
    }

    private static func stripped(_ name: Name, _ words: [String]) -> Name? {
        var (low, high) = (name.tokens.lowerBound, name.tokens.upperBound)
        while low < high, fringe.contains(words[low].lowercased()) { low += 1 }
        while low < high, fringe.contains(words[high - 1].lowercased()) { high -= 1 }
        return low < high ? Name(tokens: low..<high, kind: name.kind) : nil
    }
}
