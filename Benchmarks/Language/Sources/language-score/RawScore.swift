import NewsLanguage
import NewsText

/// Words, sentences, tags and trees from plain text, aligned by characters as CoNLL 2018 did.
///
/// Gold and own words are compared by the characters they cover, blanks left out. A gold multi-word token's words share its
/// characters evenly from the left, as the text of its pieces runs.
struct RawScore {
    let pipeline: LanguagePipeline

    private struct Span: Hashable {
        let start: Int
        let end: Int
    }

    /// One side: each word with its characters, tag, head's characters and relation.
    private struct Side {
        var words: [Span: (tag: String, head: Span?, relation: String)] = [:]
        var sentences: Set<Span> = []
    }

    func run(_ files: [String]) throws {
        var scores: [String: Score] = [:]
        for file in files {
            for document in Self.documents(try ConlluFile(path: file).sentences) {
                let (text, gold) = Self.gold(document)
                let own = own(text)
                scores["words", default: Score()].add(
                    gold.words.keys.filter { own.words[$0] != nil }.count,
                    own.words.count,
                    gold.words.count
                )
                scores["sentences", default: Score()].add(
                    gold.sentences.intersection(own.sentences).count,
                    own.sentences.count,
                    gold.sentences.count
                )
                var (tags, heads, labelled) = (0, 0, 0)
                for (span, word) in gold.words {
                    guard let match = own.words[span] else { continue }
                    tags += match.tag == word.tag ? 1 : 0
                    guard match.head == word.head else { continue }
                    heads += 1
                    labelled += universal(match.relation) == universal(word.relation) ? 1 : 0
                }
                scores["UPOS", default: Score()].add(tags, own.words.count, gold.words.count)
                scores["UAS", default: Score()].add(heads, own.words.count, gold.words.count)
                scores["LAS", default: Score()].add(labelled, own.words.count, gold.words.count)
            }
        }
        for name in ["words", "sentences", "UPOS", "UAS", "LAS"] {
            print("\(label(name))\((scores[name] ?? Score()).row)")
        }
    }

    private static func documents(_ sentences: [ConlluFile.Sentence]) -> [[ConlluFile.Sentence]] {
        var documents: [[ConlluFile.Sentence]] = []
        for sentence in sentences {
            if documents.last?.first?.document == sentence.document {
                documents[documents.count - 1].append(sentence)
            } else {
                documents.append([sentence])
            }
        }
        return documents
    }

    /// The text as it was, blanks by `SpaceAfter`, and its words by the characters they cover.
    private static func gold(_ sentences: [ConlluFile.Sentence]) -> (text: String, side: Side) {
        var (text, side, position) = ("", Side(), 0)
        for sentence in sentences {
            if sentence.startsParagraph, !text.isEmpty { text += "\n\n" }
            let first = position
            var spans: [Span] = []
            for piece in sentence.pieces {
                text += piece.text
                let characters = piece.text.unicodeScalars.filter { !$0.properties.isWhitespace }.count
                var at = position
                for word in piece.words {
                    let isLast = word == piece.words.upperBound - 1
                    let length = sentence.words[word].form.unicodeScalars.filter {
                        !$0.properties.isWhitespace
                    }.count
                    let end = isLast ? position + characters : min(position + characters, at + length)
                    spans.append(Span(start: at, end: end))
                    at = end
                }
                position += characters
                if !sentence.words[piece.words.upperBound - 1].miscellany.contains("SpaceAfter=No") {
                    text += " "
                }
            }
            for (index, word) in sentence.words.enumerated() {
                side.words[spans[index]] = (word.tag, word.head < 0 ? nil : spans[word.head], word.relation)
            }
            side.sentences.insert(Span(start: first, end: position))
        }
        return (text, side)
    }

    private func own(_ text: String) -> Side {
        let document = pipeline.read(Article(text: text, published: day, publishedFrom: "--date"))
        var (side, spans, position) = (Side(), [Span](), 0)
        var solid = [Int](repeating: 0, count: document.bytes.count + 1)
        var offset = 0
        for scalar in document.text.unicodeScalars {
            for byte in 0..<UTF8.width(scalar) { solid[offset + byte] = position }
            offset += UTF8.width(scalar)
            position += scalar.properties.isWhitespace ? 0 : 1
        }
        solid[offset] = position
        for token in document.tokens {
            spans.append(Span(start: solid[token.range.start], end: solid[token.range.end]))
        }
        for (index, token) in document.tokens.enumerated() {
            side.words[spans[index]] = (
                token.tag.rawValue, token.head == index ? nil : spans[token.head], token.relation.name
            )
        }
        for sentence in document.sentences {
            side.sentences.insert(
                Span(
                    start: spans[sentence.tokens.lowerBound].start,
                    end: spans[sentence.tokens.upperBound - 1].end
                )
            )
        }
        return side
    }
}
