import NewsExtraction
import NewsEvents
import ArgumentParser
import NewsIngest
import NewsViews

/// Prints what `append` would record, without a store.
struct Extract: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what would be recorded for one article, without a store.",
        discussion: """
            Examples:
              timeline extract article.txt --date 2025-10-25
              timeline extract article.txt --date 2025-10-25 --format json | jq '.events[].kind'

            JSON has the schema timeline.extraction/1; offsets count Unicode scalars of the text.
            """
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A text file, or - for standard input.")
    var input: String

    @OptionGroup var about: ArticleOptions

    @Option(help: "Output format: text or json.")
    var format: Format = .text

    func run() throws {
        let reader = ArticleReader()
        let text = try reader.text(of: input)
        let article = try reader.article(text: text, from: input, metadata: about.metadata)
        let extraction = try Composition.extractor().extract(article)
        var out = StandardOutput()
        switch format {
        case .json:
            out.write(ExtractionJSONView(extraction).json.pretty + "\n")
            try out.flush()
        case .text:
            let surroundings = Surroundings(global)
            let view = ExtractionTextView(
                extraction,
                articleName: String(extraction.article.article.rawValue.prefix(5))
            )
            out.write(view.text(width: surroundings.width, palette: surroundings.palette))
            try out.flush()
            for warning in view.warnings { StandardError.write("warning: \(warning)\n") }
        }
    }
}

/// How answers are written.
enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
