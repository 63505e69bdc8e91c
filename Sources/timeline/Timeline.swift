import ArgumentParser

/// The root command.
@main
struct Timeline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "Reads news articles and keeps what they say happened, as a log you can ask.",
        discussion: """
            Each article is read once. The statements, meetings, visits and positions found in it are appended to \
            an event log, with the sentence that shows each of them. Timelines are answers from that log.

            Try it:
              timeline append article.txt --date 2025-10-25
                                        an article becomes events
              timeline show --actor Rubio
                                        what one person did and said
              timeline show --topic Gaza --since 2025-10-01
                                        what happened around a topic
              timeline explain e6       the words behind one event
              timeline replay           rebuild every view from the log
              timeline verify           check the log, every quoted word and every view

            Marks before a date:
              ~  worked out from a weekday or relative words
              ≤  undated, no later than publication
              ≥  undated and still to come, not before publication
              without a mark the article names the date

            Exit status:
              0  done, an empty answer included   65  bad input data
              1  any other failure                66  input missing
              3  some inputs failed               74  store or output error
              4  nothing matched (--fail-empty)   75  store busy
              5  verification failed              130 interrupted
              64 wrong usage
            """,
        version: Program.version,
        subcommands: [
            Append.self, Extract.self, Show.self, Explain.self, List.self, Log.self, Replay.self,
            Verify.self, HeadCommand.self, Erase.self, Backup.self, Export.self, Import.self,
        ]
    )

    @OptionGroup var global: GlobalOptions

    /// Parses, runs and ends the process; every failure passes through `Failure`.
    static func main() async {
        Signals.ignoreThoseOfWrites()
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            try MisspeltCommand.check(arguments, of: Timeline.self)
            var command = try parseAsRoot(arguments)
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch let error where Failure.isParserOutcome(error) {
            exit(withError: error)
        } catch {
            Failure(error).end()
        }
    }
}
