import ArgumentParser

/// The root command.
@main
struct Timeline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Reads news articles and keeps what they say happened.")
}
