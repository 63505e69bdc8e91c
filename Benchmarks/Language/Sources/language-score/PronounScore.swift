import Foundation
import NewsLanguage
import NewsText

/// GAP: does the pronoun mean A, does it mean B; counted over both questions.
///
/// Source: Webster et al. 2018 (TACL 6), whose scorer counts so.
struct PronounScore {
    let pipeline: LanguagePipeline

    func run(_ files: [String]) throws {
        var scores: [String: Score] = [:]
        for file in files {
            for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst() {
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                guard fields.count > 9, let pronoun = Int(fields[3]), let a = Int(fields[5]),
                    let b = Int(fields[8])
                else { continue }
                let document = pipeline.read(
                    Article(text: fields[1], published: day, publishedFrom: "--date")
                )
                let offsets = ScalarOffsets(document.bytes)
                func entities(at start: Int, _ length: Int, _ forms: Set<Entity.Form>) -> Set<Int> {
                    Set(
                        document.entities.indices.filter { index in
                            document.entities[index].references.contains { reference in
                                guard forms.contains(reference.form) else { return false }
                                let range = document.range(of: reference.tokens)
                                return offsets.scalarOffset(ofByte: range.start) < start + length
                                    && offsets.scalarOffset(ofByte: range.end) > start
                            }
                        }
                    )
                }
                let meant = entities(at: pronoun, fields[2].unicodeScalars.count, [.pronoun])
                let gender = ["he", "him", "his"].contains(fields[2].lowercased()) ? "masculine" : "feminine"
                for (start, name, answer) in [(a, fields[4], fields[6]), (b, fields[7], fields[9])] {
                    let says = !entities(at: start, name.unicodeScalars.count, [.name]).isDisjoint(
                        with: meant
                    )
                    let truth = answer.uppercased() == "TRUE"
                    scores[gender, default: Score()].add(says && truth ? 1 : 0, says ? 1 : 0, truth ? 1 : 0)
                }
            }
        }
        for gender in ["masculine", "feminine"] {
            print("\(label(gender))\((scores[gender] ?? Score()).row)")
        }
        print("\(label("all"))\(scores.values.reduce(Score(), +).row)")
    }
}
