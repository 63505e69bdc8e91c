import Foundation
import NewsExtraction
import NewsLanguage

/// Scores the language stages against annotated text and the clock.
@main
enum LanguageScore {
    private static let usage = """
        usage: language-score trees FILE.conllu...              tags and trees, gold words
               language-score raw FILE.conllu...                words, sentences, tags and trees from plain text
               language-score entities FILE.bio...              names of people, bodies and places, gold words
               language-score gap FILE.tsv...                   GAP: pronouns between two people
               language-score coref DIR FILE.conllu...          OntoGUM chains in DIR, trees and sorts of entity in FILE
               language-score tempeval FOLDER... [--errors]     TimeML: time expressions, their type and value
               language-score read FILE...                      shows the entities and the words that stand for them
               language-score tree FILE...                      shows tags, heads and relations as CoNLL-U
               language-score speed FILE...                     words a second of each stage, peak memory
               language-score mutate COUNT FILE...              reads damaged copies of the files; none may stop the program
        """

    static func main() {
        do {
            try run()
        } catch {
            fail("language-score: \(error.localizedDescription)")
        }
    }

    private static func run() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let command = arguments.first, arguments.count > 1 else { return fail(usage) }
        let files = Array(arguments.dropFirst())
        let pipeline = try LanguagePipeline()
        switch command {
        case "trees": try TreeScore(pipeline: pipeline).run(files)
        case "raw": try RawScore(pipeline: pipeline).run(files)
        case "entities": try EntityScore(pipeline: pipeline).run(files)
        case "gap": try PronounScore(pipeline: pipeline).run(files)
        case "coref":
            try CoreferenceScore(pipeline: pipeline).run(directory: files[0], trees: Array(files.dropFirst()))
        case "tempeval": try TempEvalScore(pipeline: pipeline).run(files)
        case "read": try ReadingView(pipeline: pipeline).run(files)
        case "tree": try TreeView(pipeline: pipeline).run(files)
        case "speed": try SpeedScore(pipeline: pipeline, extractor: Extractor()).run(files)
        case "mutate": try MutationSweep(extractor: Extractor()).run(files)
        default: fail(usage)
        }
    }

    private static func fail(_ message: String) {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(2)
    }
}
