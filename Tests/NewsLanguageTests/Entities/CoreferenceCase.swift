import NewsLanguage
import NewsText
import Testing

/// Sentences in which every ⟦…⟧ stands for the same entity, by name `meant`; nil when it must stand for nobody.
struct CoreferenceCase: CustomTestStringConvertible, Sendable {
    let text: String
    let meant: String?

    init(_ text: String, is meant: String?) {
        self.text = text
        self.meant = meant
    }

    var testDescription: String { text }

    /// The text without its marks, and where they stood in bytes.
    var unmarked: (text: String, ranges: [Range<Int>]) {
        var (plain, ranges, start) = ("", [Range<Int>](), 0)
        for character in text {
            switch character {
            case "⟦": start = plain.utf8.count
            case "⟧": ranges.append(start..<plain.utf8.count)
            default: plain.append(character)
            }
        }
        return (plain, ranges)
    }
}

/// One pipeline for all cases; making one reads the lexicons.
let sharedPipeline = Result { () throws(ModelFileError) in try LanguagePipeline() }

extension Document {
    /// Names of the entities that have a reference whose head stands in these bytes and which covers all of them.
    func names(at range: Range<Int>) -> Set<String> {
        Set(
            entities.filter { entity in
                entity.references.contains { reference in
                    let words = self.range(of: reference.tokens)
                    let head = tokens[reference.head].range
                    return words.start <= range.lowerBound && words.end >= range.upperBound
                        && head.start < range.upperBound
                        && head.end > range.lowerBound
                }
            }.map(\.name)
        )
    }
}
