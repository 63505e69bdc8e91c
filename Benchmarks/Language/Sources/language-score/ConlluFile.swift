import Foundation

/// Sentences of a CoNLL-U file; words only, multi-word tokens kept for the text they cover.
struct ConlluFile {
    struct Word {
        let form: String
        let tag: String
        /// Index in the sentence, -1 for the root.
        let head: Int
        /// The relation with its subtype.
        let relation: String
        let miscellany: String
    }

    struct Sentence {
        var document = ""
        var words: [Word] = []
        /// What is written, piece by piece: the words' text, one piece a word or a multi-word token.
        var pieces: [(text: String, words: Range<Int>)] = []
        var startsParagraph = false
    }

    private(set) var sentences: [Sentence] = []

    init(path: String) throws {
        var current = Sentence()
        var document = ""
        var covered = 0
        for line in try String(contentsOfFile: path, encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        ) {
            if line.isEmpty {
                if !current.words.isEmpty { sentences.append(current) }
                current = Sentence(document: document)
                covered = 0
            } else if line.hasPrefix("#") {
                if line.hasPrefix("# newdoc id = ") { document = String(line.dropFirst(14)) }
                if line.hasPrefix("# newpar") || line.hasPrefix("# newdoc") { current.startsParagraph = true }
                current.document = document
            } else {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                guard fields.count == 10, !fields[0].contains(".") else { continue }
                if let dash = fields[0].firstIndex(of: "-"),
                    let last = Int(fields[0][fields[0].index(after: dash)...]),
                    let first = Int(fields[0][..<dash])
                {
                    current.pieces.append((fields[1], (first - 1)..<last))
                    covered = last
                    continue
                }
                let index = current.words.count
                if index >= covered { current.pieces.append((fields[1], index..<(index + 1))) }
                current.words.append(
                    Word(
                        form: fields[1],
                        tag: fields[3],
                        head: (Int(fields[6]) ?? 0) - 1,
                        relation: fields[7],
                        miscellany: fields[9]
                    )
                )
            }
        }
        if !current.words.isEmpty { sentences.append(current) }
    }
}

/// A relation without its subtype, as CoNLL 2018 compares them.
func universal(_ relation: String) -> String { String(relation.prefix { $0 != ":" }) }
