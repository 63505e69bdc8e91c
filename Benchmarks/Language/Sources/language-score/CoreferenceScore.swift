import Foundation
import NewsLanguage
import NewsText

/// MUC, B³ and CEAFe on OntoGUM, gold words and sentences, chains of people, organisations and places only.
///
/// A mention is compared by the head word the gold tree gives it, for the guidelines cut mentions where we do not.
/// Chains of one mention are left out on both sides, as OntoGUM does.
struct CoreferenceScore {
    let pipeline: LanguagePipeline

    private static let kinds: Set<String> = ["person", "organization", "place"]

    func run(directory: String, trees: [String]) throws {
        var documents: [(name: String, sentences: [ConlluFile.Sentence])] = []
        for sentence in try trees.flatMap({ try ConlluFile(path: $0).sentences }) {
            if documents.last?.name == sentence.document {
                documents[documents.count - 1].sentences.append(sentence)
            } else {
                documents.append((sentence.document, [sentence]))
            }
        }
        var (muc, cubed, entity, mentions, read) = (Score(), Score(), Score(), Score(), 0)
        for document in documents {
            let path = "\(directory)/\(document.name).conll"
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let gold = try Self.gold(path, document.sentences)
            let own = own(document.sentences)
            let (goldHeads, ownHeads) = (Set(gold.flatMap { $0 }), Set(own.flatMap { $0 }))
            mentions.add(goldHeads.intersection(ownHeads).count, ownHeads.count, goldHeads.count)
            muc = muc + ChainMetrics.muc(gold, own)
            cubed = cubed + ChainMetrics.cubed(gold, own)
            entity = entity + ChainMetrics.entity(gold, own)
            read += 1
        }
        print("\(label("mentions"))\(mentions.row) in \(read) documents")
        print("\(label("MUC"))\(muc.row)")
        print("\(label("B3"))\(cubed.row)")
        print("\(label("CEAFe"))\(entity.row)")
        print("\(label("CoNLL average"))\(percent((muc.f1 + cubed.f1 + entity.f1) / 3))")
    }

    private static func heads(of sentences: [ConlluFile.Sentence]) -> [Int] {
        var heads: [Int] = []
        for sentence in sentences {
            let base = heads.count
            heads += sentence.words.enumerated().map { $1.head < 0 ? base + $0 : base + $1.head }
        }
        return heads
    }

    private static func head(of run: Range<Int>, _ heads: [Int]) -> Int {
        run.first { !run.contains(heads[$0]) || heads[$0] == $0 } ?? run.lowerBound
    }

    /// Chains as sets of head words.
    private static func gold(_ path: String, _ sentences: [ConlluFile.Sentence]) throws -> [Set<Int>] {
        let heads = heads(of: sentences)
        let kinds = entityKinds(sentences.flatMap(\.words).map(\.miscellany), heads)
        var (chains, open, token) = ([String: Set<Int>](), [String: [Int]](), 0)
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        where !line.hasPrefix("#") {
            guard let column = line.split(separator: "\t").last else { continue }
            var rest = column[...]
            while let mark = rest.first(where: { $0 == "(" || $0.isNumber }), mark == "(" || mark.isNumber {
                rest = rest.drop { $0 != "(" && !$0.isNumber }
                let opens = rest.first == "("
                if opens { rest = rest.dropFirst() }
                let id = String(rest.prefix(while: \.isNumber))
                rest = rest.drop(while: \.isNumber)
                if opens { open[id, default: []].append(token) }
                if rest.first == ")" {
                    rest = rest.dropFirst()
                    if let start = open[id]?.popLast() {
                        chains[id, default: []].insert(head(of: start..<(token + 1), heads))
                    }
                }
            }
            token += 1
        }
        return chains.values.filter { chain in
            let known = chain.compactMap { kinds[$0] }
            return chain.count > 1 && known.count { Self.kinds.contains($0) } * 2 > known.count
        }.sorted { ($0.min() ?? 0) < ($1.min() ?? 0) }
    }

    /// The sort of entity by its head word, from GUM's `Entity=(1-person-…` and `1)`.
    private static func entityKinds(_ miscellany: [String], _ heads: [Int]) -> [Int: String] {
        var (kinds, open) = ([Int: String](), [(start: Int, id: String, kind: String)]())
        for (token, field) in miscellany.enumerated() {
            guard
                let value = field.split(separator: "|").first(where: { $0.hasPrefix("Entity=") })?.dropFirst(
                    7
                )
            else {
                continue
            }
            var rest = value
            while !rest.isEmpty {
                if rest.first == "(" {
                    let inside = rest.dropFirst().prefix { $0 != "(" && $0 != ")" }
                    let parts = inside.split(separator: "-").map(String.init)
                    rest = rest.dropFirst(inside.count + 1)
                    guard parts.count > 1 else { continue }
                    if rest.first == ")" {
                        kinds[token] = parts[1]
                        rest = rest.dropFirst()
                    } else {
                        open.append((token, parts[0], parts[1]))
                    }
                } else {
                    let id = String(rest.prefix { $0 != ")" && $0 != "(" })
                    rest = rest.dropFirst(id.count + 1)
                    if let match = open.lastIndex(where: { $0.id == id }) {
                        let mention = open.remove(at: match)
                        kinds[head(of: mention.start..<(token + 1), heads)] = mention.kind
                    }
                }
            }
        }
        return kinds
    }

    private func own(_ sentences: [ConlluFile.Sentence]) -> [Set<Int>] {
        let heads = Self.heads(of: sentences)
        let document = pipeline.read(words: sentences.map { $0.words.map(\.form) }, published: day)
        return document.entities.map { entity in
            Set(entity.references.map { Self.head(of: $0.tokens, heads) })
        }.filter { $0.count > 1 }
    }
}
