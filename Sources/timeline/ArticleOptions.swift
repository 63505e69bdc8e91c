import ArgumentParser
import NewsIngest
import NewsText

/// What the user says about an article.
struct ArticleOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The day the article was published.",
            discussion:
                "Words such as \"Saturday\" are counted from it. Without it the text must name the day "
                + "(\"Published 25 October 2025\", \"JERUSALEM, Oct 25, 2025 (Reuters) -\").",
            valueName: "YYYY-MM-DD"
        ),
        transform: CalendarDay.parse
    )
    var date: CalendarDate?

    @Option(help: "The headline; otherwise a clear headline in the first line is taken.")
    var title: String?

    @Option(help: "The author line.")
    var byline: String?

    @Option(help: "The publisher.")
    var outlet: String?

    @Option(help: "The address it was published at.")
    var url: String?

    var metadata: ArticleReader.Metadata {
        ArticleReader.Metadata(published: date, title: title, outlet: outlet, byline: byline, url: url)
    }

    /// Which options can only be true of one article.
    var singular: [String] {
        [(title, "--title"), (byline, "--byline"), (url, "--url")].filter { $0.0 != nil }.map(\.1)
    }
}

/// Days given on the command line.
enum CalendarDay {
    /// Reads `YYYY-MM-DD`, telling a bad form from a day that does not exist.
    static func parse(_ text: String) throws -> CalendarDate {
        if let date = CalendarDate(iso: text) { return date }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        if text.utf8.count == 10, parts.count == 3, let year = parts[0], let month = parts[1], parts[2] != nil
        {
            let reason =
                !(1...9999).contains(year)
                ? "years run from 0001 to 9999"
                : !(1...12).contains(month)
                    ? "months run from 01 to 12"
                    : "that month has \(CalendarDate.daysIn(month: month, of: year)) days"
            throw ValidationError("'\(text)' is no day of the calendar: \(reason).")
        }
        throw ValidationError("'\(text)' is not a date; write it as YYYY-MM-DD, for example 2025-10-25.")
    }
}
